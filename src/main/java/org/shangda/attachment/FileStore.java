package org.shangda.attachment;

import java.io.InputStream;
import java.util.Optional;

/**
 * Where bytes are kept, under the id of their attachment. Everything happens with the caller's transaction: what is written
 * is gone again when that is rolled back, and what is deleted is still there.
 */
interface FileStore {

    /** One setting chooses between them. */
    enum Kind {
        DATABASE,
        FOLDER
    }

    /** What is kept of an attachment. */
    enum Part {
        CONTENT,
        THUMBNAIL
    }

    Kind kind();

    void write(String id, Part part, byte[] content);

    /** Read little by little; holds no connection while its reader is slow. Empty where nothing is kept. */
    Optional<InputStream> read(String id, Part part);

    /** Whatever the row of the attachment does not take with it. */
    void delete(String id);
}
