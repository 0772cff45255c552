package org.shangda.work;

import static java.util.Collections.unmodifiableMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that the process may be told, by a form that was handed in, by a step, or when it sets out. It is declared
 * beside what really tells it, so that a diagram can be walked through without the domain; while the product is tested,
 * nothing may be told that was not declared.
 *
 * @param codes by variable: a code, a yes or no, null, or a {@link Kind} where every case has another value
 * @param leadsTo id of the user task that must be open afterwards; {@link #END} when the case must be over; null when the
 *     diagram is free
 * @param where id of the user task that is open when a step gives this answer; null when it may be given anywhere
 */
public record Answer(Map<String, Object> codes, String leadsTo, String where) {

    public static final String END = "end";

    /** Values that are other ones in every case. */
    public enum Kind {
        CODE,
        DAY,
        /** As {@link #DAY}; or nothing, so that no timer may read it. */
        DAY_OR_NONE,
        NUMBER;

        boolean covers(Object value) {
            return switch (this) {
                case CODE -> value instanceof String;
                case DAY -> isDay(value);
                case DAY_OR_NONE -> value == null || isDay(value);
                case NUMBER -> value instanceof Number;
            };
        }

        /** Days of the engine are of a class that nobody here knows. */
        private static boolean isDay(Object value) {
            return !(value == null || value instanceof String || value instanceof Number || value instanceof Boolean);
        }
    }

    public Answer {
        codes = unmodifiableMap(new HashMap<>(codes));
    }

    public static Answer nothing() {
        return new Answer(Map.of(), null, null);
    }

    public static Answer of(String variable, Object code) {
        return nothing().and(variable, code);
    }

    /** One answer for each of the codes. */
    public static Answer[] oneOf(String variable, Object... codes) {
        return Arrays.stream(codes).map(code -> of(variable, code)).toArray(Answer[]::new);
    }

    public Answer and(String variable, Object code) {
        Map<String, Object> more = new HashMap<>(codes);
        more.put(variable, code);
        return new Answer(more, leadsTo, where);
    }

    public Answer and(Answer other) {
        Map<String, Object> more = new HashMap<>(codes);
        more.putAll(other.codes);
        return new Answer(
                more, other.leadsTo == null ? leadsTo : other.leadsTo, other.where == null ? where : other.where);
    }

    /** @param task id of a user task of the same diagram */
    public Answer leadsTo(String task) {
        return new Answer(codes, task, where);
    }

    /** @param task id of the user task that is open when the step is asked */
    public Answer where(String task) {
        return new Answer(codes, leadsTo, task);
    }

    public Answer ends() {
        return leadsTo(END);
    }

    boolean covers(Map<String, Object> told) {
        return told.keySet().equals(codes.keySet())
                && codes.entrySet().stream().allMatch(code -> covers(code.getValue(), told.get(code.getKey())));
    }

    private static boolean covers(Object declared, Object value) {
        return declared instanceof Kind kind ? kind.covers(value) : Objects.equals(declared, value);
    }

    /**
     * @param who id of the task, the step or the process
     * @return what was told
     */
    public static Map<String, Object> declared(String who, Collection<Answer> answers, Map<String, Object> told) {
        assert answers.stream().anyMatch(answer -> answer.covers(told))
                : who + " tells what it does not declare: " + told;
        return told;
    }

    /**
     * What the declaration says, with values of no case in place of those that are other ones in every case.
     *
     * @param day one that has not come yet
     */
    public Map<String, Object> sample(Object day) {
        return codes.keySet().stream()
                .collect(HashMap::new, (map, name) -> map.put(name, sample(name, day)), Map::putAll);
    }

    private Object sample(String name, Object day) {
        Object code = codes.get(name);
        return !(code instanceof Kind kind)
                ? code
                : switch (kind) {
                    case CODE -> "some-" + name;
                    case DAY -> day;
                    case DAY_OR_NONE -> null;
                    case NUMBER -> 2;
                };
    }
}
