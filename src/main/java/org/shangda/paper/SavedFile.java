package org.shangda.paper;

/**
 * A file that somebody is given to save.
 *
 * @param name with its ending
 * @param type media type
 */
public record SavedFile(String name, String type, byte[] content) {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** @param name without its ending, here and below */
    public static SavedFile word(String name, byte[] content) {
        return new SavedFile(name + ".docx", OFFICE + "wordprocessingml.document", content);
    }

    public static SavedFile excel(String name, byte[] content) {
        return new SavedFile(name + ".xlsx", OFFICE + "spreadsheetml.sheet", content);
    }

    public static SavedFile pdf(String name, byte[] content) {
        return new SavedFile(name + ".pdf", "application/pdf", content);
    }

    public static SavedFile zip(String name, byte[] content) {
        return new SavedFile(name + ".zip", "application/zip", content);
    }
}
