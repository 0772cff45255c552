package org.shangda.engine;

import java.util.function.Function;

/**
 * A task whose form is being shown or submitted, after the engine has agreed that the caller may work on it.
 *
 * @param key id of the task in its diagram, for example {@code UserTask_Handle}
 * @param number business key of the case: the concern's number
 * @param assignee who has received the task, or null
 * @param caller staff number of the caller
 * @param variables reads a code or an id from the process, null where it is not set
 */
public record OpenTask(
        String id, String key, String number, String assignee, String caller, Function<String, Object> variables) {

    /** Reads an id. */
    public long id(String variable) {
        return ((Number) variables.apply(variable)).longValue();
    }

    public boolean isMine() {
        return caller.equals(assignee);
    }
}
