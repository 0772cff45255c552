package org.shangda.engine.door.walk;

import java.util.List;

/**
 * From one place to the next.
 *
 * @param at the element that moved: a task, a timer, what waits for a message; empty at the start
 * @param choice what was done there
 * @param events the steps that were taken, with what they answered, in order
 * @param ends ids of the end events that were reached
 * @param opened the tasks that were opened and are still open, as {@link Standing} has them
 */
public record Move(
        Standing from,
        String at,
        String choice,
        List<String> events,
        List<String> ends,
        List<String> opened,
        Standing to) {

    /** Begins what is noted of a step of the diagram's own, where somebody was asked. */
    static final String OWN_STEP = "own step ";

    public String element() {
        return Standing.key(at);
    }

    public boolean took(String step) {
        return events.contains(step);
    }

    /** Whether somebody was asked by a step of the diagram's own, whose answer may decide. */
    public boolean tookOwnStep() {
        return events.stream().anyMatch(event -> event.startsWith(OWN_STEP));
    }

    /** Whether a task of this element was opened. */
    public boolean opens(String task) {
        return opened.stream().anyMatch(one -> Standing.key(one).equals(task));
    }

    @Override
    public String toString() {
        return from + " | " + at + ": " + choice + " → " + (events.isEmpty() ? "" : events + " ") + to;
    }
}
