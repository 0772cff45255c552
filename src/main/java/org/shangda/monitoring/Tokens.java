package org.shangda.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where cases stand in their diagrams, and how they came there. Codes and moments; nobody's name. */
public interface Tokens {

    /**
     * What waits at one element of a diagram.
     *
     * @param element its id
     * @param name as the diagram has it; the id where it has none
     * @param late how many of them are behind their date, or stand before a step that failed
     * @param median when the one in the middle came
     */
    record Waiting(String element, String name, int open, int late, Instant median) {}

    /** How many tasks of a process are open and how many of those behind their date; without standing ones. */
    record OpenTasks(String process, String name, int open, int late) {}

    /**
     * One case.
     *
     * @param number its business key; may be null
     */
    record Instance(String number) {}

    /**
     * One stay at an element.
     *
     * @param until null while it lasts
     * @param due of an open task; null where it has none
     * @param cancelled whether it was left without being done, as by a timer
     */
    record Stay(
            String element, String name, String type, Instant from, Instant until, Instant due, boolean cancelled) {}

    /** @param definition id of a version of a diagram; empty when there is none */
    Optional<List<Waiting>> waiting(String definition, Instant now);

    List<OpenTasks> openTasks(Instant now);

    Optional<Instance> instance(String id);

    /** Where a case runs that was not called by another one. */
    record Running(String number, String instance) {}

    /** @param numbers of cases; what does not run is left out */
    List<Running> running(List<String> numbers);

    /** In the order in which they were reached. */
    List<Stay> stays(String instance, int most);
}
