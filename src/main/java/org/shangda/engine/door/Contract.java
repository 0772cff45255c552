package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the product and the diagram of one process have agreed on, besides what its course, its tasks and its steps tell: what
 * it needs when it is called, which steps it calls, which messages it hears. Every {@code process} package contributes one
 * for each of its diagrams.
 */
public final class Contract {

    private final String process;
    private final Set<String> steps = new LinkedHashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> needed = new LinkedHashSet<>();
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<String> elements = new LinkedHashSet<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final List<Set<String>> alike = new ArrayList<>();
    private boolean called;

    private Contract(String process) {
        this.process = process;
    }

    public static Contract of(String process) {
        return new Contract(process);
    }

    /** It is called by other diagrams, which must hand in these variables. */
    public Contract isCalledWith(String... variables) {
        called = true;
        needed.addAll(Arrays.asList(variables));
        return this;
    }

    /** @param codes all that whoever calls it may find in the variable when it is over; none where it is no code */
    public Contract gives(String variable, String... codes) {
        given.put(variable, List.of(codes));
        return this;
    }

    /** @param beans names in {@code delegateExpression}; without them the domain would not know where the case stands */
    public Contract steps(String... beans) {
        steps.addAll(Arrays.asList(beans));
        return this;
    }

    /** Steps without which the case goes on as well, for example reminders. */
    public Contract mayLeaveOut(String... beans) {
        leftOut.addAll(Arrays.asList(beans));
        return steps(beans);
    }

    /**
     * Variables that need not be asked for, for example days on which somebody is only reminded; one that only after one
     * step need not be, as {@code step.variable}.
     */
    public Contract mayIgnore(String... variables) {
        ignored.addAll(Arrays.asList(variables));
        return this;
    }

    /** The product tells its cases this by name. */
    public Contract hears(String... names) {
        messages.addAll(Arrays.asList(names));
        return this;
    }

    /** The product looks for what waits there by these ids. */
    public Contract has(String... ids) {
        elements.addAll(Arrays.asList(ids));
        return this;
    }

    /** Tasks that several people get at once, each their own; as many as a step has said. */
    public Contract repeats(String... tasks) {
        repeated.addAll(Arrays.asList(tasks));
        return this;
    }

    /** Codes that may go the same way together, where no flow names them. */
    public Contract alike(String... codes) {
        alike.add(Set.of(codes));
        return this;
    }

    public String process() {
        return process;
    }

    boolean isCalled() {
        return called;
    }

    Set<String> steps() {
        return steps;
    }

    boolean isNeeded(String step) {
        return !leftOut.contains(step);
    }

    boolean ignores(String variable) {
        return ignored.contains(variable);
    }

    Set<String> needed() {
        return needed;
    }

    Map<String, List<String>> given() {
        return given;
    }

    /** What the product tells its cases by name. */
    public Set<String> messages() {
        return Set.copyOf(messages);
    }

    Set<String> elements() {
        return elements;
    }

    Set<String> repeated() {
        return repeated;
    }

    boolean areAlike(Set<String> codes) {
        return alike.stream().anyMatch(group -> group.containsAll(codes));
    }
}
