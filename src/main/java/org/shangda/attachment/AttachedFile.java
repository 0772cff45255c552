package org.shangda.attachment;

/**
 * A file as people see it in a list.
 *
 * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}
 * @param size in bytes, of what is kept
 * @param thumbnail whether there is a small picture of it
 */
public record AttachedFile(String id, String name, String type, long size, boolean thumbnail) {

    /** The same under another name that ends as before. */
    public AttachedFile called(String other) {
        return new AttachedFile(id, other + name.substring(name.lastIndexOf('.')), type, size, thumbnail);
    }
}
