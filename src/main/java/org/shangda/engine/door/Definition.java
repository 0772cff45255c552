package org.shangda.engine.door;

/**
 * A process, a decision or a form, and the file that it comes from.
 *
 * @param kind {@code bpmn}, {@code dmn} or {@code form}
 * @param file name, with or without folders
 */
public record Definition(String kind, String key, String file, byte[] content) {

    /** A file whose one key is its name, as all are that the product ships. */
    public static Definition ofShipped(String file, byte[] content) {
        return new Definition(kind(file), stem(file), file, content);
    }

    /** Modeler sends names without folders. */
    static String plain(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The file's name without folder and ending: the key that belongs to it. */
    static String stem(String file) {
        String plain = plain(file);
        int dot = plain.indexOf('.');
        return dot < 0 ? plain : plain.substring(0, dot);
    }

    static String kind(String file) {
        if (file.endsWith(".bpmn") || file.endsWith(".bpmn20.xml")) {
            return "bpmn";
        }
        if (file.endsWith(".dmn") || file.endsWith(".dmn11.xml")) {
            return "dmn";
        }
        return file.endsWith(".form") ? "form" : "";
    }
}
