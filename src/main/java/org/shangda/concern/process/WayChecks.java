package org.shangda.concern.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shangda.engine.door.walk.Move;
import org.shangda.engine.door.walk.Report;
import org.shangda.engine.door.walk.Standing;
import org.shangda.engine.door.walk.Walked;

/** What must come of every move on a concern's way. */
class WayChecks {

    private static final List<String> WAITING_FOR_SOMEBODY =
            List.of(ConcernEscalation.RATE, ConcernEscalation.PASS_ON_ANSWER, ConcernEscalation.CONFIRM_REFERRAL);

    private final Move move;
    private final Report report;
    private final Map<String, String> calls;
    private final List<String> entered;
    private final boolean told;
    private final boolean read;
    private final boolean referral;
    private final boolean over;

    /** @param calls which element calls a level first, by its code */
    WayChecks(Move move, Report report, Map<String, String> calls) {
        this.move = move;
        this.report = report;
        this.calls = calls;
        this.entered = WayScenario.entered(move);
        this.told = move.took("deliverAnswer");
        this.read = move.opens(ConcernEscalation.PASS_ON_ANSWER);
        this.referral = move.opens(ConcernEscalation.CONFIRM_REFERRAL);
        this.over = move.to().over();
    }

    void check() {
        switch (move.element()) {
            case "" -> require(!entered.isEmpty(), "not-set-out");
            case WayScenario.LEVEL -> left();
            case ConcernEscalation.PASS_ON_ANSWER -> passedOn(move.choice().contains("true"));
            case ConcernEscalation.CONFIRM_REFERRAL -> require(entered.size() == 1 && !told && !read, "referral");
            case ConcernEscalation.RATE -> rated();
            case ConcernEscalation.MY_CONCERN, ConcernEscalation.RAISED_FOR_COLLEAGUE ->
                require(withdrawn() || move.to().equals(move.from()), "standing-task-moves");
            default -> silence();
        }
        everywhere();
    }

    private boolean withdrawn() {
        return move.choice().contains("withdrawn=true");
    }

    // --- a level is left ---------------------------------------------------------------------------------------------

    private void left() {
        String mark = Standing.mark(move.at());
        String level = mark.split("/")[0];
        if (WayScenario.isInSeveral(move.from())) {
            require(entered.isEmpty() && move.opened().isEmpty() && !told && !over, "hazard-does-not-wait", level);
            return;
        }
        // Of two that act at once, one that could not settle it is enough for it to go on.
        String before = WayScenario.actedBefore(move.from());
        String outcome = before.isEmpty() || before.equals("answered") ? move.choice() : before;
        // Somebody who was asked in between may send it back.
        boolean elsewhere =
                !entered.isEmpty() && (move.tookOwnStep() || entered.stream().noneMatch(mark::equals));
        boolean shown = told || read;
        if (mark.endsWith("/review")) {
            require(over, "review-does-not-end", level, outcome);
        } else if (outcome.equals("answered")) {
            require(shown && entered.isEmpty(), "answered", level, whereTo());
        } else if (outcome.equals("passed-up")) {
            require(!shown && !over && (referral || elsewhere), "passed-up", level, whereTo());
        } else {
            require(!shown && !over && elsewhere, outcome, level, whereTo());
        }
    }

    private String whereTo() {
        if (over) {
            return "end";
        }
        String reached = String.join(" ", entered.isEmpty() ? move.opened() : entered);
        return reached.isEmpty() ? "-" : reached;
    }

    // --- reading, rating, silence ------------------------------------------------------------------------------------

    private void passedOn(boolean yes) {
        require(yes ? told : !told && entered.size() == 1, yes ? "passed-on" : "asked-back", whereTo());
    }

    private void rated() {
        if (!move.choice().contains("closed")) {
            String stage = move.choice().contains("again") ? "again" : "review";
            require(
                    entered.size() == 1 && entered.get(0).endsWith("/" + stage) && !told,
                    "dissatisfied",
                    stage,
                    whereTo());
        }
    }

    private void silence() {
        if (move.took("passOnBySilence")) {
            require(told, "silence-passes-on", whereTo());
        }
        if (move.took("referBySilence")) {
            require(entered.size() == 1 && !told, "silence-refers", whereTo());
        }
        if (move.took("closeUnrated")) {
            require(over, "unrated-does-not-end", whereTo());
        }
    }

    // --- always ------------------------------------------------------------------------------------------------------

    private void everywhere() {
        Standing to = move.to();
        if (over) {
            boolean may = withdrawn()
                    || move.choice().contains("closed")
                    || move.took("closeUnrated")
                    || Standing.mark(move.at()).endsWith("/review");
            require(may, "ends-too-early");
            return;
        }
        require(to.has(ConcernEscalation.MY_CONCERN), "standing-task-gone", ConcernEscalation.MY_CONCERN);
        require(
                !to.memory().containsKey(WayScenario.ON_BEHALF) || to.has(ConcernEscalation.RAISED_FOR_COLLEAGUE),
                "standing-task-gone",
                ConcernEscalation.RAISED_FOR_COLLEAGUE);
        for (String task : WAITING_FOR_SOMEBODY) {
            if (to.has(task) && to.timers().isEmpty()) {
                report.add(task, "waits-for-ever");
            }
        }
    }

    private void require(boolean holds, String code, String... arguments) {
        if (!holds) {
            report.add(place(), "way-" + code, (Object[]) arguments);
        }
    }

    /** A level's own task stands for the level, and is in no diagram: the element is what calls it. */
    private String place() {
        if (!move.element().equals(WayScenario.LEVEL)) {
            return move.element();
        }
        String[] mark = Standing.mark(move.at()).split("/");
        return mark[1].equals(Visit.FIRST) ? calls.getOrDefault(mark[0], "") : "";
    }

    // --- of moves that belong together -------------------------------------------------------------------------------

    /** Silence leads where yes leads, and no leads elsewhere. */
    static void alike(Walked walked, Report report) {
        Map<String, String> yes = new TreeMap<>();
        walked.moves().stream()
                .filter(move -> move.element().equals(ConcernEscalation.CONFIRM_REFERRAL))
                .filter(move -> move.choice().contains("true"))
                .forEach(move -> yes.put(
                        move.from().toString(), WayScenario.entered(move).toString()));
        for (Move move : walked.moves()) {
            String led = yes.get(move.from().toString());
            boolean same = WayScenario.entered(move).toString().equals(led);
            if (led != null && move.took("referBySilence") && !same) {
                report.add(move.element(), "way-silence-is-not-yes", led);
            }
            if (move.element().equals(ConcernEscalation.CONFIRM_REFERRAL)
                    && move.choice().contains("false")
                    && same) {
                report.add(move.element(), "way-no-is-yes", led);
            }
        }
    }
}
