package org.shangda.engine;

import java.util.Map;

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
