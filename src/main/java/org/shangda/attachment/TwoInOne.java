package org.shangda.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.shangda.refusal.Refusal;

/**
 * A file that other programs take for something else as well: a picture that is an archive, a document behind which a page with a
 * script stands. Nothing of that would be kept, since what is kept is made anew; but whoever sends one learns that it is no photo.
 * A telephone's own additions (a film, its notes about the picture) are none of these.
 */
final class TwoInOne {

    /** How pages, scripts and documents begin, in small letters. */
    private static final List<String> BEGINNINGS =
            List.of("<html", "<!doctype", "<head", "<body", "<script", "<svg", "<iframe", "<?php", "%pdf-");

    /** RAR and 7-Zip. */
    private static final List<String> ARCHIVES = List.of("Rar!\u001a\u0007", "7z\u00bc\u00af\u0027\u001c");

    /** A ZIP is found by its list of contents, wherever it stands, and by the end of that. */
    private static final List<String> ZIP = List.of("PK\u0001\u0002", "PK\u0005\u0006");

    private TwoInOne() {}

    /**
     * @param type as which it is to be kept
     * @throws Refusal when it is something else as well
     */
    static void refuse(FileType type, byte[] content) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        // A document's own text may show a page's source; what stands around the document may not.
        String foreign = type == FileType.PDF ? around(all) : all;
        String small = foreign.toLowerCase(Locale.ROOT);
        if (BEGINNINGS.stream().anyMatch(small::contains)
                || ARCHIVES.stream().anyMatch(foreign::contains)
                || ZIP.stream().allMatch(all::contains)) {
            throw Refusal.invalid("file.two-in-one");
        }
    }

    private static String around(String pdf) {
        int begin = Math.max(0, pdf.indexOf("%PDF-"));
        int end = pdf.lastIndexOf("%%EOF");
        return pdf.substring(0, begin) + (end < begin ? "" : pdf.substring(end));
    }
}
