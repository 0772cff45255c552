package org.shangda.concern.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shangda.engine.door.walk.CalledFiles;
import org.shangda.engine.door.walk.Choice;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.Move;
import org.shangda.engine.door.walk.Report;
import org.shangda.engine.door.walk.Scenario;
import org.shangda.engine.door.walk.Scope;
import org.shangda.engine.door.walk.Standing;
import org.shangda.engine.door.walk.Stumble;
import org.shangda.programme.Outcome;
import org.shangda.work.Answer;

/**
 * One visit to a level with the exits that the tables give it, called by a diagram of the walk's own, which then waits.
 *
 * @param clocked whether its clock is walked as well, and who may be asked to assist or to be passed over when it is
 *     entered; the diagram has one clock for all levels, so once is enough
 */
record LevelScenario(Visit visit, boolean clocked, Map<String, byte[]> files, Declared declared) implements Scenario {

    /** The caller's task: the level has been left, with the outcome as the task's mark. */
    static final String LEFT = "Stub_Left";

    static final String PROPOSED = "proposed";
    static final String CLOCK_ENDED = "clockEnded";
    static final String PASSED_OVER = "enterLevel, passed over";
    static final String TOGETHER = "enterLevel, together";
    static final String GOES_ON = "goOn ";

    /** Where one that is handled with another one waits, and how it comes there. */
    static final String WAITS = "IntermediateEvent_Together";

    static final String MERGED = "BoundaryEvent_Merged";

    private static final String CALLER = "level-caller";

    private static final String CALLER_STUB = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            targetNamespace="stub"><process id="level-caller" isExecutable="true">
            <startEvent id="Stub_Start"/><sequenceFlow id="Stub_1" sourceRef="Stub_Start" targetRef="Stub_Call"/>
            <callActivity id="Stub_Call" calledElement="level-handling"><extensionElements>
            <camunda:in businessKey="#{execution.processBusinessKey}"/><camunda:in source="level" target="level"/>
            <camunda:in source="stage" target="stage"/><camunda:out source="outcome" target="outcome"/>
            </extensionElements></callActivity>
            <sequenceFlow id="Stub_2" sourceRef="Stub_Call" targetRef="Stub_Left"/><userTask id="Stub_Left"/>
            <sequenceFlow id="Stub_3" sourceRef="Stub_Left" targetRef="Stub_End"/><endEvent id="Stub_End"/>
            </process></definitions>
            """;

    static LevelScenario of(Visit visit, boolean clocked, Map<String, byte[]> files, Declared declared) {
        return new LevelScenario(visit, clocked, CalledFiles.of(CALLER, files, Map.of(CALLER, CALLER_STUB)), declared);
    }

    @Override
    public String name() {
        return LevelHandling.PROCESS + " " + visit.name();
    }

    @Override
    public String basis() {
        return visit + " " + clocked;
    }

    @Override
    public String process() {
        return CALLER;
    }

    @Override
    public List<Choice> starts() {
        Answer stage = Answer.of(LevelHandling.STAGE, visit.stage());
        boolean first = visit.stage().equals(Visit.FIRST);
        return List.of(Choice.of(visit.name(), first ? stage.and(LevelHandling.LEVEL, visit.level()) : stage));
    }

    @Override
    public List<Choice> choices(String task, String mark, Standing place) {
        return switch (task) {
            case LEFT -> List.of(Choice.of("left", Answer.nothing()));
            case LevelHandling.HANDLE ->
                visit.exits().stream()
                        .filter(exit -> !exit.outcome().equals("assist") || !place.has(LevelHandling.OPINION))
                        .map(LevelScenario::handle)
                        .toList();
            case LevelHandling.SIGN -> sign(place.memory().get(PROPOSED));
            default -> mayPassUp(declared.choices(task));
        };
    }

    private static Choice handle(Visit.Exit exit) {
        return exit.signed()
                ? Choice.of(exit.code(), MayTell.TO_BE_SIGNED).remembering(PROPOSED, exit.code())
                : Choice.of(exit.code(), MayTell.taken(outcome(exit))).remembering(CLOCK_ENDED, "");
    }

    private static Outcome outcome(Visit.Exit exit) {
        return Outcome.of(exit.outcome()).orElseThrow();
    }

    private List<Choice> sign(String proposed) {
        List<Choice> choices = new ArrayList<>();
        Optional.ofNullable(proposed)
                .flatMap(this::exit)
                .ifPresent(exit -> choices.add(Choice.of("approved", MayTell.approved(outcome(exit)))
                        .remembering(PROPOSED, "")
                        .remembering(CLOCK_ENDED, "")));
        choices.add(Choice.of("sent back", MayTell.SENT_BACK).remembering(PROPOSED, ""));
        return choices;
    }

    Optional<Visit.Exit> exit(String code) {
        return visit.exits().stream().filter(exit -> exit.code().equals(code)).findFirst();
    }

    /** Nothing moves up from where the table does not let it. */
    private List<Choice> mayPassUp(List<Choice> choices) {
        return choices == null || visit.mayPassUp()
                ? choices
                : choices.stream()
                        .filter(choice -> !choice.label().contains("moved-up"))
                        .toList();
    }

    @Override
    public List<Choice> answers(String step, Scope scope) {
        return switch (step) {
            case "enterLevel" -> enter(scope);
            case "goOn" -> goOn();
            case "checkTime" ->
                declared.answers(step, scope.before()).stream()
                        .map(choice ->
                                choice.label().contains("none") ? choice.remembering(CLOCK_ENDED, "yes") : choice)
                        .toList();
            default -> mayPassUp(declared.answers(step, scope.before()));
        };
    }

    /** As any exit of the level ends, or as one that is taken apart. */
    private List<Choice> goOn() {
        return Arrays.stream(MayTell.GOES_ON)
                .filter(answer -> {
                    String outcome = String.valueOf(answer.codes().get(LevelHandling.OUTCOME));
                    return outcome.equals(Outcome.HANDLE.code())
                            || visit.outcomes().anyMatch(outcome::equals);
                })
                .map(answer -> Choice.of(GOES_ON + answer.codes().get(LevelHandling.OUTCOME), answer))
                .toList();
    }

    private List<Choice> enter(Scope scope) {
        if (scope.number() == null) {
            throw new Stumble("number-not-passed");
        }
        boolean there = visit.stage().equals(scope.text(LevelHandling.STAGE))
                && (!visit.stage().equals(Visit.FIRST) || visit.level().equals(scope.text(LevelHandling.LEVEL)));
        if (!there) {
            throw new Stumble("level-not-passed");
        }
        List<Choice> ways = new ArrayList<>(List.of(Choice.of("enterLevel", MayTell.ENTERED[0])));
        if (clocked) {
            if (!scope.before().has(LevelHandling.OPINION)) {
                ways.add(Choice.of("enterLevel, assisted", MayTell.ENTERED[1]));
            }
            if (visit.mayPassUp()) {
                ways.add(Choice.of(PASSED_OVER, MayTell.ENTERED[2]));
            }
            ways.add(Choice.of(TOGETHER, MayTell.ENTERED[3]));
        }
        return ways.stream().map(LevelScenario::anew).toList();
    }

    /** Only what is in hand is put together with something else. */
    @Override
    public boolean comes(String event, Standing place) {
        if (event.equals(MERGED)) {
            return clocked && place.has(LevelHandling.HANDLE);
        }
        return clocked || !LevelHandling.CLOCK.contains(event);
    }

    @Override
    public Choice coming(String event, Choice choice) {
        return event.equals(MERGED) ? anew(choice) : choice;
    }

    /** With nothing proposed, and with a clock of its own. */
    private static Choice anew(Choice choice) {
        return choice.remembering(CLOCK_ENDED, "").remembering(PROPOSED, "");
    }

    @Override
    public String mark(String task, Scope scope) {
        return task.equals(LEFT) ? String.valueOf(scope.text(LevelHandling.OUTCOME)) : "";
    }

    @Override
    public boolean comesByAll(Kind kind) {
        return false;
    }

    @Override
    public void check(Move move, Report report) {
        new LevelChecks(this, move, report).check();
    }
}
