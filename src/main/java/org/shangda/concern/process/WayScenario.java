package org.shangda.concern.process;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shangda.engine.door.walk.CalledFiles;
import org.shangda.engine.door.walk.Choice;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.Move;
import org.shangda.engine.door.walk.Report;
import org.shangda.engine.door.walk.Scenario;
import org.shangda.engine.door.walk.Scope;
import org.shangda.engine.door.walk.Standing;
import org.shangda.engine.door.walk.Stumble;
import org.shangda.engine.door.walk.Walked;
import org.shangda.work.Answer;

/**
 * The way of a concern from level to level. What happens inside of a level is a {@link LevelScenario}; here it is one task
 * that is left by whatever outcome the tables have. Both together would have no end.
 */
record WayScenario(Map<String, byte[]> files, Map<String, String> calls, List<Visit> visits, Declared declared)
        implements Scenario {

    static final String LEVEL = "UserTask_Level";

    private static final String LEVEL_STUB = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            targetNamespace="stub"><process id="level-handling" isExecutable="true">
            <startEvent id="Stub_Start"/><sequenceFlow id="Stub_1" sourceRef="Stub_Start" targetRef="Stub_Enter"/>
            <serviceTask id="Stub_Enter" camunda:delegateExpression="${enterLevel}"/>
            <sequenceFlow id="Stub_2" sourceRef="Stub_Enter" targetRef="UserTask_Level"/><userTask id="UserTask_Level"/>
            <sequenceFlow id="Stub_3" sourceRef="UserTask_Level" targetRef="Stub_End"/><endEvent id="Stub_End"/>
            </process></definitions>
            """;

    private static final String ENTERED = "enterLevel ";

    // What is remembered of a way.
    static final String HAZARD = "hazard";
    static final String ON_BEHALF = "onBehalf";
    private static final String IN = "in";
    private static final String ACTED = "acted";
    private static final String ANSWERED = "answered";
    private static final String RETURNED = "returned";
    private static final String DISSATISFIED = "dissatisfied";

    /** @param calls which element calls a level first, by its code */
    static WayScenario of(Map<String, byte[]> files, Map<String, String> calls, List<Visit> visits, Declared declared) {
        return new WayScenario(
                CalledFiles.of(ConcernEscalation.PROCESS, files, Map.of(LevelHandling.PROCESS, LEVEL_STUB)),
                calls,
                visits,
                declared);
    }

    @Override
    public String name() {
        return ConcernEscalation.PROCESS;
    }

    @Override
    public String basis() {
        return visits.toString();
    }

    @Override
    public String process() {
        return ConcernEscalation.PROCESS;
    }

    @Override
    public List<Choice> starts() {
        return Arrays.stream(MayTell.SET_OUT)
                .map(answer -> {
                    boolean hazard = Boolean.TRUE.equals(answer.codes().get(ConcernEscalation.HAZARD));
                    boolean onBehalf = Boolean.TRUE.equals(answer.codes().get(ConcernEscalation.ON_BEHALF));
                    return Choice.of(answer)
                            .remembering(HAZARD, hazard ? "yes" : "")
                            .remembering(ON_BEHALF, onBehalf ? "yes" : "");
                })
                .filter(start -> start.remembers().containsValue(""))
                .toList();
    }

    // --- what may be done --------------------------------------------------------------------------------------------

    @Override
    public List<Choice> choices(String task, String mark, Standing place) {
        if (task.equals(LEVEL)) {
            return outcomes(mark, place.memory()).stream()
                    .map(outcome -> leave(mark, outcome, place.memory()))
                    .toList();
        }
        List<Choice> choices = declared.choices(task);
        return task.equals(ConcernEscalation.RATE)
                ? choices.stream()
                        .filter(choice -> mayBeRated(choice, place.memory()))
                        .map(choice ->
                                choice.label().contains("again") ? choice.remembering(DISSATISFIED, "once") : choice)
                        .toList()
                : choices;
    }

    private static boolean mayBeRated(Choice choice, Map<String, String> memory) {
        return !choice.label().contains(memory.containsKey(DISSATISFIED) ? "again" : "review");
    }

    private Set<String> outcomes(String mark, Map<String, String> memory) {
        return visits.stream()
                .filter(visit -> (visit.level() + "/" + visit.stage()).equals(mark))
                .filter(visit -> visit.isHazard() == memory.containsKey(HAZARD))
                .flatMap(visit -> visit.outcomesThatLeave().stream())
                // After the second one it is decided for good whose it is.
                .filter(outcome -> !outcome.equals("returned") || !"twice".equals(memory.get(RETURNED)))
                .collect(toCollection(TreeSet::new));
    }

    private static Choice leave(String mark, String outcome, Map<String, String> memory) {
        String level = mark.split("/")[0];
        Choice choice = Choice.of(outcome, Answer.of(LevelHandling.OUTCOME, outcome));
        Set<String> left = in(memory);
        left.remove(mark);
        choice = choice.remembering(IN, String.join(" ", left));
        choice = choice.remembering(ACTED, left.isEmpty() ? "" : outcome);
        if (outcome.equals("answered")) {
            choice = choice.remembering(ANSWERED, level);
        }
        if (outcome.equals("returned")) {
            choice = choice.remembering(RETURNED, memory.containsKey(RETURNED) ? "twice" : "once");
        }
        return choice;
    }

    private static Set<String> in(Map<String, String> memory) {
        return Stream.of(memory.getOrDefault(IN, "").split(" "))
                .filter(mark -> !mark.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public List<Choice> answers(String step, Scope scope) {
        return switch (step) {
            case "enterLevel" -> List.of(enter(scope));
            case "grantConfirmation" ->
                List.of(Choice.of(
                        step,
                        MayTell.CONFIRMATION[
                                scope.memory().getOrDefault(RETURNED, "").equals("twice") ? 1 : 0]));
            case "grantReading" ->
                List.of(Choice.of(
                        step,
                        MayTell.READING.and(
                                ConcernEscalation.ANSWERED_LEVEL, scope.memory().get(ANSWERED))));
            default -> declared.answers(step, scope.before());
        };
    }

    private Choice enter(Scope scope) {
        String stage = scope.text(LevelHandling.STAGE);
        String named = scope.text(LevelHandling.LEVEL);
        String level =
                named == null && !Visit.FIRST.equals(stage) ? scope.memory().get(ANSWERED) : named;
        if (scope.number() == null) {
            throw new Stumble("number-not-passed");
        }
        if (level == null || stage == null) {
            throw new Stumble("level-not-passed");
        }
        String mark = level + "/" + stage;
        if (outcomes(mark, scope.memory()).isEmpty()) {
            throw new Stumble("level-without-exits", level, stage);
        }
        Set<String> in = in(scope.memory());
        in.add(mark);
        return Choice.of(ENTERED + mark, MayTell.ENTERED[0])
                .remembering(IN, String.join(" ", in))
                .remembering(ANSWERED, stage.equals(Visit.FIRST) ? "" : level);
    }

    @Override
    public String mark(String task, Scope scope) {
        if (!task.equals(LEVEL)) {
            return "";
        }
        String stage = scope.text(LevelHandling.STAGE);
        String named = scope.text(LevelHandling.LEVEL);
        return (named == null ? scope.memory().get(ANSWERED) : named) + "/" + stage;
    }

    /** On whose behalf it was raised decides nothing but who follows it. */
    @Override
    public Standing core(Standing place) {
        Map<String, String> memory = new TreeMap<>(place.memory());
        memory.remove(ON_BEHALF);
        return new Standing(
                place.tasks().stream().filter(task -> !stands(task)).toList(),
                place.timers(),
                place.messages(),
                memory,
                place.over());
    }

    @Override
    public boolean stands(String task) {
        return declared.standing().contains(task);
    }

    @Override
    public boolean comesByAll(Kind kind) {
        return kind == Kind.END;
    }

    // --- what must come of it ----------------------------------------------------------------------------------------

    @Override
    public void check(Move move, Report report) {
        new WayChecks(move, report, calls).check();
    }

    @Override
    public void check(Walked walked, Report report) {
        Set<String> reached = walked.moves().stream()
                .filter(move -> !move.to().memory().containsKey(HAZARD))
                .flatMap(move -> entered(move).stream())
                .collect(toCollection(TreeSet::new));
        visits.stream()
                .filter(visit -> visit.stage().equals(Visit.FIRST) && !visit.isHazard())
                .filter(visit -> !visit.exits().isEmpty())
                .map(Visit::level)
                .distinct()
                // Rows come before the diagram that needs them.
                .filter(calls::containsKey)
                .filter(level -> !reached.contains(level + "/" + Visit.FIRST))
                .forEach(level -> report.add("", "level-not-reached", level));
        WayChecks.alike(walked, report);
    }

    /** The levels that were entered, each as {@code college/first}. */
    static List<String> entered(Move move) {
        return move.events().stream()
                .filter(event -> event.startsWith(ENTERED))
                .map(event -> event.substring(ENTERED.length()))
                .toList();
    }

    static boolean isInSeveral(Standing place) {
        return in(place.memory()).size() > 1;
    }

    /** What the other of two levels, that act at once, did before; empty when there was none. */
    static String actedBefore(Standing place) {
        return place.memory().getOrDefault(ACTED, "");
    }
}
