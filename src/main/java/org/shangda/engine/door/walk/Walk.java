package org.shangda.engine.door.walk;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.shangda.work.Answer;

/**
 * Walks through every place that a scenario can come to, and tries everything that can be done there. A place that was seen
 * before is not left again; to come back to one that has something untried, the case is put back as it stood there.
 */
class Walk {

    /** Above what the shipped level needs with reminders and steps of a school's own; a walk that has no end is stopped. */
    private static final int MOST_STEPS = 10_000;

    /** A wrong diagram leads to places without number; what it does soon after the first fault is enough to mend it. */
    private static final int MOST_STEPS_AFTER_A_FINDING = 400;

    /** More tasks of the diagram's own than these do not stand one after another. */
    private static final int MOST_OWN_TASKS = 20;

    private final Scratch scratch;
    private final Stage stage;
    private final Scenario scenario;
    private final Report report;
    private final Checks checks;

    private final Map<Standing, Place> places = new LinkedHashMap<>();
    private final Set<Move> moves = new LinkedHashSet<>();
    private final Set<Standing> cores = new HashSet<>();
    private final Set<List<List<String>>> stood = new HashSet<>();
    private int steps;

    /** After how many steps the first fault was found; 0 as long as there is none. */
    private int faultAt;

    /** Where the case in the scratch engine is, or null when it has to be started anew. */
    private Place here;

    private Waiting waiting;

    Walk(Scratch scratch, Scenario scenario) {
        this.scratch = scratch;
        this.stage = scratch.stage();
        this.scenario = scenario;
        this.report = new Report(scenario);
        this.checks = new Checks(scenario, stage, report);
    }

    /** Something that can be done. @param index of the choice among those at this place */
    private record Act(int index, List<Integer> picks) {}

    /** @param kept the case as it first stood there: values that were set long ago may decide, and no place shows them */
    private record Place(Standing standing, Scratch.Kept kept, Waiting waiting, Deque<Act> untried) {}

    private record Option(String at, Choice choice, Runnable doing) {}

    Walked walk() {
        scratch.deploy(scenario.files());
        stage.play(scenario);
        try {
            Place beginning = new Place(Standing.nowhere(), null, null, new ArrayDeque<>());
            for (int i = 0; i < scenario.starts().size(); i++) {
                beginning.untried.add(new Act(i, List.of()));
            }
            places.put(beginning.standing, beginning);
            boolean whole = true;
            while (whole && next()) {
                attempt(here.untried.poll());
                whole = steps < MOST_STEPS && (faultAt == 0 || steps < faultAt + MOST_STEPS_AFTER_A_FINDING);
                faultAt = faultAt == 0 && !report.isEmpty() ? steps : faultAt;
            }
            Walked walked = new Walked(
                    scenario.name(), Set.copyOf(places.keySet()), Set.copyOf(moves), List.of(), steps, whole);
            if (whole) {
                checks.check(walked);
                scenario.check(walked, report);
            } else if (report.isEmpty()) {
                report.add("", "without-end", MOST_STEPS);
            }
            return new Walked(walked.scenario(), walked.places(), walked.moves(), report.all(), steps, whole);
        } finally {
            scratch.clear();
        }
    }

    /** Goes on from here, or back to the first place that has something untried. */
    private boolean next() {
        if (here != null && !here.untried.isEmpty()) {
            return true;
        }
        for (Place place : places.values()) {
            if (!place.untried.isEmpty()) {
                goTo(place);
                return true;
            }
        }
        return false;
    }

    private void goTo(Place place) {
        here = place;
        waiting = place.waiting;
        if (place.kept != null) {
            scratch.putBack(place.kept);
        }
    }

    private void attempt(Act act) {
        Option option = options().get(act.index);
        Place from = here;
        Set<String> before = waiting == null
                ? Set.of()
                : waiting.tasks().stream().map(Waiting.Open::id).collect(toSet());
        Standing to;
        try {
            to = perform(option, act.picks);
        } catch (ProcessEngineException | Stumble e) {
            steps++;
            checks.broken(option.at, option.choice.label(), e);
            here = null;
            return;
        } finally {
            stage.others().forEach(picks -> from.untried.add(new Act(act.index, picks)));
        }
        List<String> opened = waiting.tasks().stream()
                .filter(task -> !before.contains(task.id()))
                .map(Waiting.Open::text)
                .toList();
        Move move = new Move(
                from.standing, option.at, option.choice.label(), stage.events(), stage.endsReached(), opened, to);
        if (moves.add(move)) {
            checks.check(move, stage.leadsTo());
            scenario.check(move, report);
        }
        here = places.get(to);
        if (here == null) {
            here = new Place(to, scratch.keep(), waiting, new ArrayDeque<>());
            places.put(to, here);
            toTry(to);
        }
    }

    /** Standing tasks move nothing on, so they are tried once for whatever else is open. */
    private void toTry(Standing place) {
        boolean first = cores.add(scenario.core(place));
        boolean standing = stood.add(List.of(place.tasks(), place.timers()));
        List<Option> options = options();
        for (int i = 0; i < options.size(); i++) {
            if (scenario.stands(Standing.key(options.get(i).at)) ? standing : first) {
                here.untried.add(new Act(i, List.of()));
            }
        }
    }

    private Standing perform(Option option, List<Integer> picks) {
        steps++;
        stage.begin(option.choice, here.standing, picks);
        option.doing.run();
        waiting = scratch.look();
        for (int i = 0; i < MOST_OWN_TASKS && handInOwnTask(); i++) {
            waiting = scratch.look();
        }
        return Standing.of(waiting, stage.memory());
    }

    /** Tasks that nobody describes are steps of the diagram's own; what comes of them is part of the move. */
    private boolean handInOwnTask() {
        for (Waiting.Open task : waiting.tasks()) {
            if (scenario.choices(task.key(), task.mark(), Standing.of(waiting, stage.memory())) == null) {
                scratch.complete(task.id(), Stage.codes(stage.own(task.key())));
                return true;
            }
        }
        return false;
    }

    /** In an order that is the same whenever the place is come to. Of several that are alike, one. */
    private List<Option> options() {
        Map<String, Option> options = new LinkedHashMap<>();
        if (waiting == null) {
            scenario.starts()
                    .forEach(start -> put(
                            options, "", start, () -> scratch.start(scenario.process(), Stage.codes(start.answer()))));
            return List.copyOf(options.values());
        }
        for (Waiting.Open task : waiting.tasks()) {
            List<Choice> choices = scenario.choices(task.key(), task.mark(), here.standing);
            for (Choice choice : choices == null ? List.of(Choice.of("", Answer.nothing())) : choices) {
                put(options, task.text(), choice, () -> scratch.complete(task.id(), Stage.codes(choice.answer())));
            }
        }
        for (Waiting.Open timer : waiting.timers()) {
            if (scenario.comes(timer.key(), here.standing)) {
                Choice time = scenario.coming(timer.key(), Choice.of("time", Answer.nothing()));
                put(options, timer.key(), time, () -> scratch.fire(timer.id()));
            }
        }
        for (Waiting.Message message : waiting.messages()) {
            if (scenario.comes(message.key(), here.standing)) {
                put(
                        options,
                        message.key(),
                        scenario.coming(message.key(), Choice.of(message.name(), Answer.nothing())),
                        () -> scratch.tell(message.name(), message.execution()));
            }
        }
        return List.copyOf(options.values());
    }

    private static void put(Map<String, Option> options, String at, Choice choice, Runnable doing) {
        options.putIfAbsent(at + " " + choice.label(), new Option(at, choice, doing));
    }
}
