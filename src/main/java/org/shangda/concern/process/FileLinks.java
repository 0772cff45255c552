package org.shangda.concern.process;

import java.util.stream.Collectors;
import org.shangda.attachment.AttachedFile;
import org.shangda.concern.ConcernPages.Page;

/** Files as a form's text shows them: a list of links in Markdown. */
final class FileLinks {

    /** From Tasklist's page, under whatever path the product is. */
    private static final String API = "../../../../api";

    private FileLinks() {}

    /** Empty where there are none. */
    static String of(Page page) {
        return page.files().stream()
                .map(file -> "- [" + plain(file.name()) + "](" + API + "/concerns/" + page.number() + "/files/"
                        + file.id() + ") " + size(file))
                .collect(Collectors.joining("\n"));
    }

    /** What somebody has called a file is a name, and no Markdown, HTML or template. */
    private static String plain(String name) {
        return name.replaceAll("[{}<>&]", "_").replaceAll("([\\\\`*_\\[\\]()#+!|~-])", "\\\\$1");
    }

    private static String size(AttachedFile file) {
        long kilobytes = Math.max(1, file.size() / 1024);
        return kilobytes < 1024 ? kilobytes + " KB" : (kilobytes / 1024) + " MB";
    }
}
