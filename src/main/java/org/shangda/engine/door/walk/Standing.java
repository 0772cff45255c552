package org.shangda.engine.door.walk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a case stands.
 *
 * @param tasks open tasks in order, each as {@code UserTask_Handle@college/first}; several times when open several times
 * @param timers elements whose timers wait
 * @param messages elements that wait for a message
 * @param memory what of the way so far decides how it goes on
 * @param over whether the case has ended
 */
public record Standing(
        List<String> tasks, List<String> timers, List<String> messages, Map<String, String> memory, boolean over) {

    /** Before a case has set out. */
    static Standing nowhere() {
        return new Standing(List.of(), List.of(), List.of(), Map.of(), false);
    }

    static Standing of(Waiting waiting, Map<String, String> memory) {
        return new Standing(
                waiting.tasks().stream().map(Waiting.Open::text).toList(),
                waiting.timers().stream().map(Waiting.Open::key).toList(),
                waiting.messages().stream().map(Waiting.Message::key).toList(),
                new TreeMap<>(memory),
                waiting.over());
    }

    /** Whether a task of this element is open, at whatever level. */
    public boolean has(String task) {
        return tasks.stream().anyMatch(open -> key(open).equals(task));
    }

    /** Ids of elements, without what is said of where they stand. */
    public static String key(String task) {
        int at = task.indexOf('@');
        return at < 0 ? task : task.substring(0, at);
    }

    /** What is said of where a task stands, or nothing. */
    public static String mark(String task) {
        return task.substring(Math.min(task.length(), key(task).length() + 1));
    }

    @Override
    public String toString() {
        return over
                ? "end"
                : String.join(" ", tasks)
                        + (timers.isEmpty() ? "" : " + " + timers)
                        + (messages.isEmpty() ? "" : " ~ " + messages)
                        + (memory.isEmpty() ? "" : " " + memory);
    }
}
