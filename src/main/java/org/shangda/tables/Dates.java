package org.shangda.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as personnel offices write them; a month alone means its first day. */
public final class Dates {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})?日?)?(?:[ T]0{1,2}:00(?::00)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");

    private Dates() {}

    /** Empty where the text is no date, or names no day. */
    public static Optional<LocalDate> readDay(String text) {
        return namesADay(WRITTEN.matcher(text)) || namesADay(DIGITS.matcher(text)) ? read(text) : Optional.empty();
    }

    private static boolean namesADay(Matcher found) {
        return found.matches() && found.group(3) != null;
    }

    /** Empty where the text is no date. */
    public static Optional<LocalDate> read(String text) {
        for (Pattern pattern : new Pattern[] {WRITTEN, DIGITS}) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                int day = found.group(3) == null ? 1 : Integer.parseInt(found.group(3));
                try {
                    return Optional.of(LocalDate.of(
                                    Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), day))
                            .filter(date -> date.getYear() >= 1900 && date.getYear() < 2100);
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
