package org.shangda.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as its format shows it. POI's DataFormatter answers for every format, with a guess for those that it does not
 * know; this one knows fewer and never guesses.
 */
final class ShownNumber {

    /** A spreadsheet keeps no more. */
    static final int DIGITS = 15;

    private static final Pattern COLOUR = Pattern.compile(
            "(?i)black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\\d{1,2}|[黑蓝青绿红白黄]色?|洋红|颜色 ?\\d{1,2}");
    /** Literals that need no quotes. */
    private static final String BARE = " $-+():~";

    private static final String GENERAL = "General";

    /** What comes before, between and after the digits; null stands for a digit's place. */
    private final List<String> parts = new ArrayList<>();

    private final StringBuilder places = new StringBuilder();
    private boolean general;
    private boolean certain = true;

    private ShownNumber(String section) {
        for (int i = 0; i < section.length(); i++) {
            char c = section.charAt(i);
            switch (c) {
                case '"', '[' -> {
                    int end = section.indexOf(c == '[' ? ']' : '"', i + 1);
                    if (end < 0) {
                        certain = false;
                        return;
                    }
                    String inside = section.substring(i + 1, end);
                    if (c == '"') {
                        parts.add(inside);
                    } else {
                        bracketed(inside);
                    }
                    i = end;
                }
                case '\\' -> parts.add(i + 1 < section.length() ? section.substring(++i, i + 1) : "");
                // As wide as the next character: a blank.
                case '_' -> {
                    i++;
                    parts.add(" ");
                }
                // Fills the cell with the next character: as wide as the column is.
                case '*' -> {
                    i++;
                    certain &= i < section.length() && section.charAt(i) == ' ';
                }
                case '0', '#', '.', ',', '%' -> place(c);
                case '@' -> general = true;
                default -> {
                    if (section.startsWith(GENERAL, i)) {
                        general = true;
                        parts.add(null);
                        i += GENERAL.length() - 1;
                    } else if (BARE.indexOf(c) >= 0 || c > 0x7F) {
                        parts.add(String.valueOf(c));
                    } else {
                        certain = false;
                    }
                }
            }
        }
    }

    /**
     * @param format null or empty is General
     * @return empty where it is not certain what the sheet shows, or it is not what the cell holds
     */
    static Optional<String> of(BigDecimal value, String format) {
        if (format == null || format.isBlank() || format.equals("@") || format.equals(GENERAL)) {
            return Optional.of(plain(value));
        }
        List<String> sections = sections(format);
        int sign = value.signum();
        int which = sections.size() == 1 ? 0 : sign < 0 ? 1 : sign == 0 && sections.size() > 2 ? 2 : 0;
        ShownNumber shown = new ShownNumber(sections.get(which));
        if (!shown.certain || sections.size() > 4) {
            return Optional.empty();
        }
        return shown.show(value.abs()).map(text -> sign < 0 && which == 0 ? "-" + text : text);
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static List<String> sections(String format) {
        List<String> sections = new ArrayList<>(List.of(""));
        char open = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean escaped = i > 0 && open == 0 && "\\_*".indexOf(format.charAt(i - 1)) >= 0;
            if (!escaped && open == 0 && c == ';') {
                sections.add("");
                continue;
            }
            if (!escaped && c == '"') {
                open = open == '"' ? 0 : '"';
            }
            sections.set(sections.size() - 1, sections.get(sections.size() - 1) + c);
        }
        return sections;
    }

    /** A colour changes nothing, a currency is shown; conditions and other numerals are for no program to guess. */
    private void bracketed(String inside) {
        if (inside.startsWith("$")) {
            parts.add(inside.substring(1).replaceFirst("-[0-9A-Fa-f]*$", ""));
        } else {
            certain &= COLOUR.matcher(inside).matches();
        }
    }

    private void place(char c) {
        if (c == '%') {
            parts.add("%");
        }
        places.append(c);
        if (c != '%') {
            parts.add(null);
        }
    }

    private Optional<String> show(BigDecimal value) {
        if (general) {
            return places.isEmpty() ? Optional.of(join(plain(value))) : Optional.empty();
        }
        int first = parts.indexOf(null);
        int last = parts.lastIndexOf(null);
        if (first < 0) {
            return Optional.empty();
        }
        boolean together = parts.subList(first, last + 1).stream().allMatch(part -> part == null);
        return together ? number(value) : digits(value);
    }

    /** One run of places. */
    private Optional<String> number(BigDecimal value) {
        String pattern = places.toString();
        boolean percent = pattern.endsWith("%");
        if (percent) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        if (!pattern.matches("(#,##0|[#0]+)(\\.[0#]+)?")) {
            return Optional.empty();
        }
        String whole = pattern.replaceFirst("\\..*", "").replace(",", "");
        String fraction = pattern.contains(".") ? pattern.substring(pattern.indexOf('.') + 1) : "";
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        format.setGroupingUsed(pattern.contains(","));
        format.setGroupingSize(3);
        format.setMinimumIntegerDigits(whole.contains("0") ? whole.length() - whole.indexOf('0') : 0);
        format.setMinimumFractionDigits(fraction.lastIndexOf('0') + 1);
        format.setMaximumFractionDigits(fraction.length());
        try {
            return Optional.of(join(format.format(percent ? value.movePointRight(2) : value)));
        } catch (ArithmeticException rounded) {
            return Optional.empty();
        }
    }

    /** Places with something between, as telephone numbers have: filled from the right, the first takes what is left. */
    private Optional<String> digits(BigDecimal value) {
        String digits = value.stripTrailingZeros().toPlainString();
        if (digits.contains(".") || !places.toString().matches("[#0]+")) {
            return Optional.empty();
        }
        int left = digits.equals("0") ? 0 : digits.length();
        int place = places.length();
        StringBuilder shown = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            if (part != null) {
                shown.insert(0, part);
                continue;
            }
            place--;
            int from = place == 0 ? 0 : Math.max(left - 1, 0);
            if (left > 0) {
                shown.insert(0, digits.substring(from, left));
            } else if (places.charAt(place) == '0') {
                shown.insert(0, '0');
            }
            left = from;
        }
        return Optional.of(shown.toString());
    }

    /** The literals around the number. */
    private String join(String number) {
        StringBuilder text = new StringBuilder();
        boolean placed = false;
        for (String part : parts) {
            if (part != null) {
                text.append(part);
            } else if (!placed) {
                text.append(number);
                placed = true;
            }
        }
        return placed ? text.toString() : text.append(number).toString();
    }
}
