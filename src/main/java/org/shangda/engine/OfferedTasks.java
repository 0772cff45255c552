package org.shangda.engine;

import java.util.Map;
import java.util.function.Function;
import org.shangda.university.Offer;

/** The kinds of task that a module offers to people, so that open ones follow the roster. */
public interface OfferedTasks {

    /** By the task's id in its diagram: to whom it would be offered today. */
    Map<String, Function<Work, Offer>> offers();

    /** The work has gone to other hands. */
    default void handedOver(Work work, Offer offer) {}

    /**
     * An open task.
     *
     * @param number business key of its case
     * @param variables reads a code or an id from the process, null where it is not set
     */
    record Work(String id, String key, String number, Function<String, Object> variables) {

        public long id(String variable) {
            return ((Number) variables.apply(variable)).longValue();
        }
    }
}
