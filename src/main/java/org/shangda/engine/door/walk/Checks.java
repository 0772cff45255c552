package org.shangda.engine.door.walk;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shangda.work.Answer;

/** What must hold on every walk, whatever the diagrams are about. */
class Checks {

    private final Scenario scenario;
    private final Stage stage;
    private final Report report;

    Checks(Scenario scenario, Stage stage, Report report) {
        this.scenario = scenario;
        this.stage = stage;
        this.report = report;
    }

    /** Something that can be done at a task or timer fails. */
    void broken(String at, String choice, RuntimeException why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof Stumble stumble) {
                report.add(Standing.key(at), stumble.code(), stumble.arguments(choice));
                return;
            }
        }
        report.add(Standing.key(at), "breaks", choice, why.getMessage());
    }

    void check(Move move, String leadsTo) {
        if (leadsTo != null) {
            leads(move, leadsTo);
        }
        Standing to = move.to();
        if (!to.over() && goesOnFrom(to).isEmpty()) {
            report.add(move.element(), "dead-end", move.choice());
        }
        for (String task : new HashSet<>(move.opened())) {
            long open = to.tasks().stream().filter(task::equals).count();
            if (open > 1 && !stage.isForMany(Standing.key(task))) {
                report.add(Standing.key(task), "twice", move.element(), move.choice());
            }
        }
    }

    private void leads(Move move, String leadsTo) {
        Set<String> opened = new TreeSet<>();
        move.opened().forEach(task -> opened.add(Standing.key(task)));
        boolean there = leadsTo.equals(Answer.END) ? move.to().over() : opened.equals(Set.of(leadsTo));
        if (!there) {
            String reached = move.to().over() ? Answer.END : String.join(" ", opened);
            report.add(move.element(), "leads-elsewhere", move.choice(), leadsTo, reached.isEmpty() ? "-" : reached);
        }
    }

    /** What can move the case on, besides standing tasks and what waits beside all the rest. */
    private List<String> goesOnFrom(Standing place) {
        return Stream.of(place.tasks(), place.timers(), place.messages())
                .flatMap(Collection::stream)
                .filter(this::movesOn)
                .toList();
    }

    private boolean movesOn(String what) {
        return !scenario.stands(Standing.key(what)) && !stage.isBesideAll(Standing.key(what));
    }

    void check(Walked walked) {
        Set<String> tasks = new TreeSet<>(stage.tasks());
        Set<String> ends = new TreeSet<>(stage.ends());
        walked.places().forEach(place -> place.tasks().forEach(task -> tasks.remove(Standing.key(task))));
        walked.moves().forEach(move -> ends.removeAll(move.ends()));
        tasks.removeIf(task -> scenario.choices(task, "", Standing.nowhere()) == null);
        if (scenario.comesByAll(Scenario.Kind.TASK)) {
            tasks.forEach(task -> report.add(task, "task-not-reached"));
        }
        if (scenario.comesByAll(Scenario.Kind.END)) {
            ends.forEach(end -> report.add(end, "end-not-reached"));
        }
        Set<Standing> ending = ending(walked);
        walked.places().stream()
                .filter(place -> !place.equals(Standing.nowhere()))
                .filter(place -> !ending.contains(scenario.core(place)))
                .flatMap(place -> goesOnFrom(place).stream())
                .map(Standing::key)
                .distinct()
                .sorted()
                .forEach(where -> report.add(where, "never-ends"));
    }

    /** What is alike in places from which the case can come to an end without being stopped from beside. */
    private Set<Standing> ending(Walked walked) {
        Map<Standing, Set<Standing>> from = new HashMap<>();
        walked.moves().stream()
                .filter(move -> movesOn(move.element()))
                .forEach(move -> from.computeIfAbsent(scenario.core(move.to()), to -> new HashSet<>())
                        .add(scenario.core(move.from())));
        Set<Standing> ending = new HashSet<>();
        Set<Standing> next = walked.places().stream()
                .filter(Standing::over)
                .map(scenario::core)
                .collect(toSet());
        while (!next.isEmpty()) {
            Set<Standing> before = new HashSet<>();
            next.stream().filter(ending::add).forEach(place -> before.addAll(from.getOrDefault(place, Set.of())));
            next = before;
        }
        return ending;
    }
}
