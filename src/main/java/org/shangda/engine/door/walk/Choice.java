package org.shangda.engine.door.walk;

import java.util.Map;
import java.util.TreeMap;
import org.shangda.work.Answer;

/**
 * What somebody may do with a task, what a step may answer, or how a case may set out.
 *
 * @param label as findings and differences show it
 * @param remembers what is to be remembered of it, by name; nothing under a name forgets it
 */
public record Choice(String label, Answer answer, Map<String, String> remembers) {

    public static Choice of(String label, Answer answer) {
        return new Choice(label, answer, Map.of());
    }

    /** One of those that were declared, by its codes. */
    public static Choice of(Answer answer) {
        return of(label(answer), answer);
    }

    public Choice remembering(String name, String value) {
        Map<String, String> more = new TreeMap<>(remembers);
        more.put(name, value);
        return new Choice(label, answer, more);
    }

    private static String label(Answer answer) {
        Map<String, Object> codes = new TreeMap<>(answer.codes());
        codes.values().removeIf(code -> code == null || code instanceof Answer.Kind);
        return codes.toString().replaceAll("[{}]", "");
    }

    Map<String, String> after(Map<String, String> memory) {
        Map<String, String> after = new TreeMap<>(memory);
        remembers.forEach((name, value) -> {
            if (value.isEmpty()) {
                after.remove(name);
            } else {
                after.put(name, value);
            }
        });
        return after;
    }
}
