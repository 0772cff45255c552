package org.shangda.register;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.shangda.concern.Sight;
import org.shangda.register.Spans.Span;

/** A condition of a query that grows, and what it asks for. */
class Conditions {

    private final StringBuilder where;
    private final Map<String, Object> values;

    Conditions(String first, Sight sight) {
        where = new StringBuilder(first);
        values = new HashMap<>(sight.values());
    }

    Conditions and(String condition) {
        where.append(" and ").append(condition);
        return this;
    }

    Conditions and(String condition, String name, Object value) {
        return with(name, value).and(condition);
    }

    /** A value that the rest of the query asks for. */
    Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Conditions within(String column, Span span) {
        values.put("spanFrom", span.from().atOffset(ZoneOffset.UTC));
        values.put("spanTo", span.to().atOffset(ZoneOffset.UTC));
        return and(column + " >= :spanFrom").and(column + " < :spanTo");
    }

    /** @param typed null where nothing was */
    Conditions found(Sight sight, String number, String typed) {
        return typed == null ? this : and(sight.found(number, "typed"), "typed", Sight.wanted(typed));
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    Map<String, Object> values(int from, int most) {
        Map<String, Object> paged = new HashMap<>(values);
        paged.put("from", from);
        paged.put("most", most);
        return paged;
    }
}
