package org.shangda.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of the list is asked for; null or empty for all.
 *
 * @param cause code of a cause
 * @param unit code of the unit that is to act
 * @param watched whether only what the reader watches (关注)
 * @param sort {@code severity}, {@code since}, {@code due}, {@code unit} or {@code number}; {@code severity} without one
 * @param page from 0, each of 50 rows; no matter for a file
 * @param number of a case, as a message links to it
 */
public record StalledFilter(
        String cause,
        String severity,
        String unit,
        String level,
        String programme,
        Boolean watched,
        String sort,
        Integer page,
        String number) {

    public StalledFilter {
        watched = watched != null && watched;
        sort = sort == null || sort.isBlank() ? "severity" : sort;
        page = page == null || page < 0 ? 0 : Math.min(page, 10_000);
    }

    /** Its rows are few, and counted by themselves. */
    boolean ofOneCase() {
        return number != null && !number.isBlank();
    }

    Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        put(codes, "cause", cause);
        put(codes, "number", number);
        put(codes, "severity", severity);
        put(codes, "unit", unit);
        put(codes, "level", level);
        put(codes, "programme", programme);
        return codes;
    }

    private static void put(Map<String, String> codes, String column, String code) {
        if (code != null && !code.isBlank()) {
            codes.put(column, code);
        }
    }
}
