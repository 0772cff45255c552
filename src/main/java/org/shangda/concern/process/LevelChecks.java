package org.shangda.concern.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shangda.engine.door.walk.Move;
import org.shangda.engine.door.walk.Report;
import org.shangda.engine.door.walk.Standing;

/** What must come of every move within a level. */
class LevelChecks {

    /** The unit works on it: its clock must run. */
    private static final Set<String> WORK =
            Set.of(LevelHandling.HANDLE, LevelHandling.SIGN, LevelHandling.RECORD_DECISION);

    private static final Set<String> WAITING_FOR_SOMEBODY =
            Set.of(LevelHandling.SUPPLEMENT, SupervisionProcess.SUPERVISE);

    private final LevelScenario level;
    private final Move move;
    private final Report report;
    private final Standing to;
    private final boolean left;
    private final List<String> otherTimers;

    LevelChecks(LevelScenario level, Move move, Report report) {
        this.level = level;
        this.move = move;
        this.report = report;
        this.to = move.to();
        this.left = to.has(LevelScenario.LEFT);
        this.otherTimers = new ArrayList<>(to.timers());
        otherTimers.removeAll(LevelHandling.CLOCK);
    }

    void check() {
        if (to.over()) {
            require(move.element().equals(LevelScenario.LEFT), "ends-too-early");
            return;
        }
        if (move.took(LevelScenario.PASSED_OVER)) {
            require(leftWith("passed-up"), "passed-over");
        } else if (move.took(LevelScenario.TOGETHER)) {
            require(waits(), "not-together", whereTo());
        } else {
            asChosen();
        }
        everywhere();
    }

    private void asChosen() {
        switch (move.element()) {
            case "" -> require(opens(LevelHandling.HANDLE), "not-offered");
            case LevelHandling.HANDLE -> handled(level.exit(move.choice()).orElseThrow());
            case LevelHandling.SIGN -> signed();
            case LevelHandling.SUPPLEMENT -> require(opens(LevelHandling.HANDLE) && !left, "not-resumed");
            case LevelHandling.OPINION -> opinion();
            case LevelHandling.RECORD_DECISION -> decided();
            case SupervisionProcess.SUPERVISE -> supervised(move.choice());
            case LevelScenario.MERGED -> require(waits(), "not-together", whereTo());
            case LevelScenario.WAITS ->
                move.events().stream()
                        .filter(event -> event.startsWith(LevelScenario.GOES_ON))
                        .forEach(event -> effect("goOn", event.substring(LevelScenario.GOES_ON.length())));
            default -> time();
        }
    }

    // --- exits -------------------------------------------------------------------------------------------------------

    private void handled(Visit.Exit exit) {
        if (exit.signed()) {
            boolean asked = move.opened().equals(List.of(LevelHandling.SIGN)) && !left && !to.has(LevelHandling.HANDLE);
            require(asked, "signature", exit.code(), whereTo());
        } else {
            effect(exit);
        }
    }

    private void decided() {
        boolean right = move.choice().contains("outcome=agenda")
                ? !left && to.has(LevelHandling.RECORD_DECISION) && !to.has(LevelHandling.HANDLE)
                : leftWith(move.choice().contains("outcome=decided") ? "decided" : "answered");
        require(right, "decision", whereTo());
    }

    private void signed() {
        if (move.choice().equals("approved")) {
            level.exit(move.from().memory().get(LevelScenario.PROPOSED)).ifPresent(this::effect);
        } else {
            require(opens(LevelHandling.HANDLE) && !left, "sent-back", whereTo());
        }
    }

    /** Nobody works on it, and no clock of it runs: it waits for the one with which it is handled. */
    private boolean waits() {
        return !left
                && to.messages().contains(LevelScenario.WAITS)
                && WORK.stream().noneMatch(to::has)
                && !to.has(SupervisionProcess.SUPERVISE)
                && !clockWaits();
    }

    private void effect(Visit.Exit exit) {
        effect(exit.code(), exit.outcome());
    }

    private void effect(String exit, String outcome) {
        boolean here = !left && (outcome.matches("ask|explain|agenda") == !to.has(LevelHandling.HANDLE));
        boolean right = switch (outcome) {
            case "ask" -> here && opens(LevelHandling.SUPPLEMENT);
            case "explain" -> here && !otherTimers.isEmpty() && !to.has(LevelHandling.SUPPLEMENT);
            case "agenda" -> here && opens(LevelHandling.RECORD_DECISION);
            case "handle" -> here && opens(LevelHandling.HANDLE);
            case "transfer" -> here && opens(LevelHandling.HANDLE) && entered();
            case "assist" -> here && opens(LevelHandling.HANDLE) && opinionsAsked() == 2;
            default -> leftWith(outcome);
        };
        String code = outcome.matches("ask|explain|agenda|handle|transfer|assist") ? outcome : "leaves";
        require(right, code, exit, outcome, whereTo());
    }

    private long opinionsAsked() {
        return move.opened().stream().filter(LevelHandling.OPINION::equals).count();
    }

    private boolean entered() {
        return move.events().stream().anyMatch(event -> event.startsWith("enterLevel"));
    }

    private void opinion() {
        List<String> rest = new ArrayList<>(move.from().tasks());
        rest.remove(LevelHandling.OPINION);
        require(rest.equals(to.tasks()), "opinion", whereTo());
    }

    // --- time and supervision ----------------------------------------------------------------------------------------

    private void time() {
        if (move.took("resumeHandling")) {
            require(opens(LevelHandling.HANDLE) && !left, "not-resumed");
        }
        move.events().stream()
                .filter(event -> event.startsWith("supervisionLapsed"))
                .forEach(this::supervised);
        move.events().stream().filter(event -> event.startsWith("checkTime")).forEach(this::looked);
    }

    private void looked(String answer) {
        boolean stays = to.tasks().containsAll(move.from().tasks());
        boolean right = answer.endsWith("supervise")
                ? move.opened().equals(List.of(SupervisionProcess.SUPERVISE))
                : move.opened().isEmpty() && (answer.endsWith("none") || clockWaits());
        require(stays && right, "clock", answer, whereTo());
    }

    private void supervised(String decision) {
        boolean right;
        if (decision.contains("moved-up")) {
            right = leftWith("passed-up");
        } else if (decision.contains("reassigned")) {
            right = opens(LevelHandling.HANDLE) && entered() && !to.has(SupervisionProcess.SUPERVISE);
        } else if (decision.contains("stay")) {
            right = move.opened().equals(List.of(SupervisionProcess.SUPERVISE));
        } else {
            right = move.opened().isEmpty() && clockWaits() && !to.has(SupervisionProcess.SUPERVISE) && !left;
        }
        require(right, "supervised", decision, whereTo());
    }

    // --- always ------------------------------------------------------------------------------------------------------

    private void everywhere() {
        if (left) {
            require(to.tasks().size() == 1 && to.timers().isEmpty(), "left-behind", to.toString());
            return;
        }
        boolean clockSees = clockWaits()
                || to.has(SupervisionProcess.SUPERVISE)
                || to.memory().containsKey(LevelScenario.CLOCK_ENDED);
        for (String task : WORK) {
            require(!to.has(task) || clockSees, "without-clock", task);
        }
        for (String task : WAITING_FOR_SOMEBODY) {
            if (to.has(task) && otherTimers.isEmpty()) {
                report.add(task, "waits-for-ever");
            }
        }
    }

    private boolean clockWaits() {
        return to.timers().stream().anyMatch(LevelHandling.CLOCK::contains);
    }

    private boolean opens(String task) {
        return move.opens(task);
    }

    private boolean leftWith(String outcome) {
        return to.tasks().contains(LevelScenario.LEFT + "@" + outcome);
    }

    private String whereTo() {
        String reached = String.join(" ", move.opened());
        return reached.isEmpty() ? "-" : reached;
    }

    private void require(boolean holds, String code, String... arguments) {
        if (!holds) {
            List<Object> all = new ArrayList<>(List.of(level.visit().name()));
            all.addAll(List.of(arguments));
            report.add(move.element(), "level-" + code, all.toArray());
        }
    }
}
