package org.shangda.engine;

import java.util.Map;

/**
 * A user task's form as the domain sees it. The form shows what {@link #show} returns and sends back a {@code V}; what
 * is written in it never becomes a process variable.
 *
 * @param <V> a record with one component per key that the form submits
 */
public interface TaskForm<V extends Record> {

    /** Id of the form, which is also the name of its file. */
    String id();

    /** Whether the form belongs to the task with this id in its diagram. */
    boolean belongsTo(String taskKey);

    Class<V> values();

    /**
     * What the form shows: text, numbers, booleans, and lists of those.
     *
     * @throws org.shangda.refusal.Refusal when the caller may not see it
     */
    Map<String, Object> show(OpenTask task);

    /**
     * Writes what was submitted.
     *
     * @return codes, ids, dates and booleans for the process; never a story
     */
    Map<String, Object> submit(OpenTask task, V values);
}
