package org.shangda.tables;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A column of a table that people hand in; implemented by enums. */
public interface Column {

    /** In lower case and half width, without blanks and remarks; the first one is what the documentation names. */
    List<String> headings();

    /** Whether its cells are dates. */
    default boolean date() {
        return false;
    }

    /** The heading that the documentation names. */
    default String heading() {
        return headings().get(0);
    }

    /** How well a heading fits: 0 is the documented one, a synonym is more, -1 is no fit. */
    default int fit(String written) {
        String key = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}*:]|\\(.*?\\)", "")
                .toLowerCase(Locale.ROOT);
        return headings().indexOf(key);
    }
}
