package org.shangda.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.shangda.refusal.Refusal;

/**
 * A file that other programs take for something else as well: a picture that is an archive, a document behind which a page with a
 * script stands. Nothing of that would be kept, since what is kept is made anew; but whoever sends one learns that it is no photo.
 * A telephone's own additions (a film, its notes about the picture) are none of these.
 */
final class TwoInOne {

    /**
     * How pages, scripts and documents begin; the short ones with text behind them. By chance "<svg" does so once in three million
     * photos of 10 MB (10·2²⁰ places, each 1/256 · (2/256)³ · 8/256 · (100/256)⁸), every other one far more seldom.
     */
    private static final Pattern BEGINNINGS = Pattern.compile(
            "<!doctype|<script|<iframe|<(?:html|head|body|svg|\\?php)[\\s/>][\\s\\p{Print}]{8}|%pdf-[12]\\.\\d",
            Pattern.CASE_INSENSITIVE);

    /** RAR and 7-Zip. */
    private static final List<String> ARCHIVES = List.of("Rar!\u001a\u0007", "7z\u00bc\u00af\u0027\u001c");

    /** A line of a ZIP's list of contents, wherever it stands. */
    private static final String ZIP = "PK\u0001\u0002";

    /** That list's end. A photo of 10 MB has both by chance once in twenty million, since this one is looked for where readers do. */
    private static final String ZIP_END = "PK\u0005\u0006";

    /** At the end of a file: that record with the longest remark that it may have (APPNOTE 4.3.16). */
    private static final int ZIP_END_WITHIN = 22 + 65_535;

    private TwoInOne() {}

    /**
     * @param type as which it is to be kept
     * @throws Refusal when it is something else as well
     */
    static void refuse(FileType type, byte[] content) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        // A document's own text may show a page's source; what stands around the document may not.
        String foreign = type == FileType.PDF ? around(all) : all;
        if (BEGINNINGS.matcher(foreign).find()
                || ARCHIVES.stream().anyMatch(foreign::contains)
                || all.contains(ZIP) && all.indexOf(ZIP_END, all.length() - ZIP_END_WITHIN) >= 0) {
            throw Refusal.invalid("file.two-in-one");
        }
    }

    private static String around(String pdf) {
        int begin = Math.max(0, pdf.indexOf("%PDF-"));
        int end = pdf.lastIndexOf("%%EOF");
        return pdf.substring(0, begin) + (end < begin ? "" : pdf.substring(end));
    }
}
