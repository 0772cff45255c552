package org.shangda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Damages that the door meets otherwise than their kind, as {@code docs/door.md} lists them, with the reason. */
final class Survivors {

    /** One row of the list; {@code *} stands for anything, and several of a column are separated by commas. */
    record Survivor(String kinds, String files, String places, String reason) {

        boolean is(Damage damage) {
            return one(kinds, damage.kind().name()) && one(files, damage.file()) && one(places, damage.at());
        }

        private static boolean one(String patterns, String text) {
            return Arrays.stream(patterns.split("\\s*,\\s*")).anyMatch(pattern -> {
                String[] parts = pattern.split("\\*", -1);
                StringBuilder regex = new StringBuilder();
                for (int i = 0; i < parts.length; i++) {
                    regex.append(i == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(parts[i]));
                }
                return text.matches("(?s)" + regex);
            });
        }
    }

    private Survivors() {}

    static List<Survivor> listed() {
        try {
            return Files.readAllLines(Path.of("docs/door.md")).stream()
                    .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
                    .filter(cells -> cells.length == 5 && cells[1].matches("[A-Z_*, ]+"))
                    .map(cells -> new Survivor(cells[1].strip(), cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
