package org.shangda.university;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people type, made comparable. */
final class Typed {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    private Typed() {}

    /** For comparing: full width and half width, upper and lower case, with and without blanks are the same. */
    static String key(String text) {
        return text == null ? "" : SPACE.matcher(half(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** For codes, dates, numbers: half width, no blanks around. */
    static String half(String text) {
        return clean(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** For names, which stay as written: one blank for many, none around. */
    static String clean(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Offices pad names of two characters with a blank to the width of three. */
    static String personName(String text) {
        return BETWEEN_HAN.matcher(clean(text)).replaceAll("");
    }
}
