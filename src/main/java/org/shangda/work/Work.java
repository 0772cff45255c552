package org.shangda.work;

import java.util.Map;
import java.util.function.Function;

/**
 * A piece of work that waits for somebody.
 *
 * @param id id of the task
 * @param key what kind of work it is: id of the task in its diagram, for example {@code UserTask_Handle}
 * @param number business key of its case: the number of a concern, a pair, a sheet
 * @param assignee staff number of whoever has received it, or null
 * @param caller staff number of whoever sees it, receives it or hands it in; null when the product itself asks
 * @param settings what its element in the diagram says of it, by name; only of an element that follows a template
 * @param variables reads a code or an id from the case, null where it is not set
 */
public record Work(
        String id,
        String key,
        String number,
        String assignee,
        String caller,
        Map<String, String> settings,
        Function<String, Object> variables) {

    /** Words or codes of a setting; empty where the diagram says nothing. */
    public String setting(String name) {
        return settings.getOrDefault(name, "").strip();
    }

    /** Reads an id. */
    public long id(String variable) {
        return ((Number) variables.apply(variable)).longValue();
    }

    public boolean isMine() {
        return caller.equals(assignee);
    }
}
