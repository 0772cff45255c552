package org.shangda.attachment;

import org.shangda.refusal.Inputs;

/** How an uploaded file is called from then on: as its owner calls it, without a path, and ending as its content does. */
final class FileName {

    private static final int LONGEST = 80;

    private FileName() {}

    /** @param sent by the client; null, a path, an ending of something else and signs that no screen shows are all possible */
    static String of(String sent, FileType type) {
        String last = (sent == null ? "" : sent).replaceAll("(?s).*[/\\\\]", "");
        String shown = last.codePoints()
                .filter(FileName::shown)
                .map(sign -> Character.isSpaceChar(sign) ? ' ' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
        String stem = shown.replaceFirst("(?i)\\.[a-z0-9]{1,5}$", "");
        return (stem.isBlank() ? "file" : Inputs.shortened(stem, LONGEST)) + type.ending();
    }

    /** No controls, nothing that turns the direction of what follows, no half of a pair, nothing unassigned. */
    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
