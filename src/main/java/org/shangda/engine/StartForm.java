package org.shangda.engine;

import java.util.Map;
import java.util.Set;
import org.shangda.work.DemandedFields;

/**
 * The form with which a process is started.
 *
 * @param <V> a record with one component per key that the form submits
 */
public interface StartForm<V extends Record> {

    String id();

    /** Id of the process that it starts. */
    String process();

    Class<V> values();

    Started submit(String caller, V values);

    /** Keys that the form may do without; an administrator may take their fields away. */
    default Set<String> mayLack() {
        return Set.of();
    }

    /** Keys of the fields that the form must have; see {@link DemandedFields}. */
    default Set<String> demanded() {
        return DemandedFields.of(values(), mayLack());
    }

    /** What is the same when it is sent a second time: a second click starts nothing. */
    default Record content(V values) {
        return values;
    }

    /**
     * @param number the business key
     * @param codes codes, ids, dates and booleans for the process; never a story
     */
    record Started(String number, Map<String, Object> codes) {}
}
