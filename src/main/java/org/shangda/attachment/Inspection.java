package org.shangda.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.tika.Tika;
import org.shangda.numbering.Digest;
import org.shangda.refusal.Refusal;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Looks into what was uploaded and makes it anew: a picture from its pixels, a document from what can be reached in it. What
 * something was called, or said to be, is not asked.
 */
@Component
class Inspection {

    /** Megabytes of one file. */
    static final int LARGEST = 10;

    private static final int MOST = LARGEST * 1024 * 1024;

    /** A decoded picture takes up to 300 MB for a second or two: one at a time, and the others wait. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    private static final int SECONDS_TO_WAIT = 60;

    private final VirusScanner scanner;
    private final Tika types = new Tika();

    Inspection(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /** @throws Refusal saying what is wrong with it and what to do */
    Clean of(InputStreamSource upload) {
        refuseBySize(upload);
        scan(upload);
        try {
            if (!ONE_AT_A_TIME.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw Refusal.conflict("file.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.conflict("file.busy");
        }
        try {
            return inspected(read(upload));
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    /** A scanner has a limit of its own, and would say of what is too large for it that it cannot say anything. */
    private static void refuseBySize(InputStreamSource upload) {
        try (InputStream bytes = upload.getInputStream()) {
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            if (size == 0) {
                throw Refusal.invalid("file.empty");
            }
            if (size > MOST) {
                throw Refusal.invalid("file.too-large", LARGEST);
            }
        } catch (IOException e) {
            throw Refusal.invalid("file.unreadable");
        }
    }

    /** Before anybody has to wait for it, and without holding the file in memory. */
    private void scan(InputStreamSource upload) {
        try (InputStream bytes = upload.getInputStream()) {
            scanner.refuseInfected(bytes);
        } catch (IOException e) {
            throw Refusal.invalid("file.unreadable");
        }
    }

    private static byte[] read(InputStreamSource upload) {
        try (InputStream bytes = upload.getInputStream()) {
            return bytes.readNBytes(MOST);
        } catch (IOException e) {
            throw Refusal.invalid("file.unreadable");
        }
    }

    private Clean inspected(byte[] content) {
        FileType type = typeOf(content);
        TwoInOne.refuse(type, content);
        return type == FileType.PDF
                ? new Clean(type, Digest.of(content), Document.clean(content), null)
                : Picture.clean(type, content);
    }

    private FileType typeOf(byte[] content) {
        try {
            return FileType.of(types.detect(new ByteArrayInputStream(content)))
                    .orElseThrow(() -> Refusal.invalid("file.wrong-type"));
        } catch (IOException e) {
            throw Refusal.invalid("file.wrong-type");
        }
    }
}
