package org.shangda.work;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The form with which somebody starts a process; {@link Course} says who may.
 *
 * @param <V> what is handed in: a record with one component per key that the form submits
 */
public final class StartForm<V extends Record> {

    private final String id;
    private final Class<V> values;
    private Function<String, Map<String, Object>> show = caller -> Map.of();
    private BiFunction<String, V, Started> start;
    private Function<V, Record> content = handedIn -> handedIn;
    private Set<String> mayLack = Set.of();

    private StartForm(String id, Class<V> values) {
        this.id = id;
        this.values = values;
    }

    /** @param id id of the form, which is also the name of its file */
    public static <V extends Record> StartForm<V> of(String id, Class<V> values) {
        return new StartForm<>(id, values);
    }

    /** What the form shows to a caller, given by their staff number: text, numbers, booleans, and lists of those. */
    public StartForm<V> shows(Function<String, Map<String, Object>> page) {
        show = page;
        return this;
    }

    /** Writes what the caller has handed in. */
    public StartForm<V> starts(BiFunction<String, V, Started> writer) {
        start = writer;
        return this;
    }

    /** What is the same when it is sent a second time, where that is not the record itself: a second click starts nothing. */
    public StartForm<V> comparedBy(Function<V, Record> same) {
        content = same;
        return this;
    }

    /** Keys that the form may do without; an administrator may take their fields away. */
    public StartForm<V> mayLack(String... keys) {
        mayLack = Set.of(keys);
        return this;
    }

    /** @throws NullPointerException when it starts nothing */
    StartForm<V> complete() {
        requireNonNull(start, () -> id + " starts nothing");
        return this;
    }

    public String id() {
        return id;
    }

    public Class<V> values() {
        return values;
    }

    /** Keys of the fields that the form must have; see {@link DemandedFields}. */
    public Set<String> demanded() {
        return DemandedFields.of(values, mayLack);
    }

    public Map<String, Object> show(String caller) {
        return show.apply(caller);
    }

    public Started submit(String caller, V handedIn) {
        return start.apply(caller, handedIn);
    }

    public Record content(V handedIn) {
        return content.apply(handedIn);
    }

    /**
     * What has been written and begins now.
     *
     * @param number the business key
     * @param codes codes, ids, dates and booleans for the process; never a story
     */
    public record Started(String number, Map<String, Object> codes) {}
}
