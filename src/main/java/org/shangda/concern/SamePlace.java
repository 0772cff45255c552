package org.shangda.concern;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether two people mean the same place, in whatever width, case and spaces they write it: the same words, or one of them lies in
 * the other, as a room in its building. A number is compared as a whole: 1 号楼 is not in 11 号楼.
 */
final class SamePlace {

    /** Signs and spaces; between two numbers or Latin words they part them. */
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern BETWEEN_OTHERS = Pattern.compile("(?<![0-9a-z]) | (?![0-9a-z])");
    private static final int SHORTEST = 2;

    private SamePlace() {}

    /** @return whether {@code one} is the same as {@code other}, or what lies around it; never where nothing was said */
    static boolean isAround(String one, String other) {
        String around = plain(one);
        String within = plain(other);
        if (around.length() < SHORTEST) {
            return false;
        }
        for (int at = within.indexOf(around); at >= 0; at = within.indexOf(around, at + 1)) {
            if (isWhole(within, at) && isWhole(within, at + around.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no number and no Latin word is cut there. */
    private static boolean isWhole(String text, int at) {
        return at == 0 || at == text.length() || !isLatin(text.charAt(at - 1)) || !isLatin(text.charAt(at));
    }

    private static boolean isLatin(char sign) {
        return sign >= '0' && sign <= '9' || sign >= 'a' && sign <= 'z';
    }

    private static String plain(String place) {
        String text = place == null ? "" : Normalizer.normalize(place, Normalizer.Form.NFKC);
        String words = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return BETWEEN_OTHERS.matcher(words).replaceAll("").strip();
    }
}
