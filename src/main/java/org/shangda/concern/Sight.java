package org.shangda.concern;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@link Reach} says of one reader as conditions of a query, for lists that are counted, searched and turned page by page
 * where they are stored. A test holds both to the same answers. By units alone: the right of a deputy opens the page of the one
 * case that waits for them, and no list (adr/0068).
 *
 * @see Reach#sight
 */
public final class Sight {

    /** Under which name a query may join {@code concern} itself, and ask {@link #aside()} and {@link #readable()} of it. */
    static final String CONCERN = "sight";

    private static final String FOLLOWS = "(sight.colleague = :sightPerson or sight.raised_by = :sightPerson)";
    private static final String REACHED = "exists (select 1 from handling reached where reached.number = sight.number"
            + " and reached.answering_unit in (:sightUnits))";
    private static final String TRAVELS =
            "sight.travel <> 'FIRST_RECEIVER_ONLY'" + " and sight.travel not like 'FIRST_RECEIVER_ONLY.%'";

    private final Map<String, Object> values = new HashMap<>();
    private final String aside;

    Sight(String person, Set<String> units) {
        List<String> named = IntStream.range(0, units.size())
                .mapToObj(at -> "sightAside" + at)
                .toList();
        values.put("sightPerson", person);
        values.put("sightPersonAside", entry("p:", person));
        // Never empty, so that it can stand in a query.
        values.put("sightUnits", units.isEmpty() ? Set.of("-") : units);
        List<String> codes = units.stream().sorted().toList();
        IntStream.range(0, codes.size()).forEach(at -> values.put(named.get(at), entry("u:", codes.get(at))));
        aside = named.stream()
                .map(name -> " or " + standsIn(name))
                .collect(Collectors.joining("", "(" + standsIn("sightPersonAside"), ")"));
    }

    private static String entry(String kind, String code) {
        return "," + kind + code + ",";
    }

    private static String standsIn(String parameter) {
        return "position(cast(:" + parameter + " as varchar(100)) in ',' || sight.stand_aside || ',') > 0";
    }

    /** That the concern is there for the reader, if only as a figure. @param number the column with its number */
    public String exists(String number) {
        return of(number, FOLLOWS + " or not " + aside + " and (" + TRAVELS + " or " + REACHED + ")");
    }

    /** That the reader may read it. @param number the column with its number */
    public String readable(String number) {
        return of(number, readable());
    }

    /**
     * That what was typed to look for stands in its number, or in its title where the reader may read that.
     *
     * @param number the column with its number
     * @param parameter what {@link #wanted} makes of what was typed
     */
    public String found(String number, String parameter) {
        return of(
                number,
                "lower(sight.number) like :" + parameter + " escape '!' or lower(sight.title) like :" + parameter
                        + " escape '!' and (" + readable() + ")");
    }

    /** What was typed, as a pattern: a sign that stands for others is itself. */
    public static String wanted(String typed) {
        return "%"
                + typed.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }

    /** That the reader stands aside in the concern that the query has joined as {@link #CONCERN}, follower or not. */
    public String aside() {
        return aside;
    }

    /** That the reader may read the concern that the query has joined as {@link #CONCERN}. */
    public String readable() {
        return FOLLOWS + " or not " + aside + " and " + REACHED;
    }

    private static String of(String number, String condition) {
        return "exists (select 1 from concern sight where sight.number = " + number + " and (" + condition + "))";
    }

    /** What the conditions ask for. */
    public Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
