package org.shangda.concern.process;

import java.util.Arrays;
import java.util.stream.Stream;
import org.shangda.programme.Outcome;
import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** What the forms and steps of a concern may tell the process: the answers of {@link CodesOf}. */
final class MayTell {

    // --- level-handling ---

    static final Answer[] ENTERED = {
        entered(false).and(LevelHandling.ASSISTING, 0),
        entered(false).and(LevelHandling.ASSISTING, Kind.NUMBER),
        Answer.of(LevelHandling.PASSED_OVER, true)
                .and(LevelHandling.TOGETHER, false)
                .and(LevelHandling.OUTCOME, Outcome.PASSED_UP.code())
                .and(LevelHandling.ASSISTING, 0),
        entered(true).and(LevelHandling.ASSISTING, 0)
    };

    /** What was handled with another one: all that ends a visit, and what that may have left it waiting for. */
    static final Answer[] GOES_ON = Stream.concat(outcomes(), Stream.of(Outcome.DECIDED))
            .filter(outcome -> outcome != Outcome.ASK && outcome != Outcome.ASSIST)
            .map(MayTell::taken)
            .toArray(Answer[]::new);

    static final Answer TO_BE_SIGNED = Answer.of(LevelHandling.NEEDS_SIGNATURE, true);

    static final Answer RESUMED =
            Answer.of(LevelHandling.NEEDS_SIGNATURE, false).and(LevelHandling.NEXT_AT, Kind.DAY);

    static final Answer SENT_BACK = RESUMED.and(LevelHandling.APPROVED, false);

    static final Answer[] HANDLED = Stream.concat(
                    Stream.of(TO_BE_SIGNED), outcomes().map(MayTell::taken))
            .toArray(Answer[]::new);

    static final Answer[] SIGNED = Stream.concat(
                    Stream.of(SENT_BACK), outcomes().map(MayTell::approved))
            .toArray(Answer[]::new);

    /** Refused, which is an answer; decided; or put off. */
    static final Answer[] DECIDED = {taken(Outcome.ANSWERED), taken(Outcome.DECIDED), taken(Outcome.AGENDA)};

    static final Answer[] TIME = {
        Answer.of(LevelHandling.TIME_ACTION, "wait").and(LevelHandling.NEXT_AT, Kind.DAY),
        Answer.of(LevelHandling.TIME_ACTION, "supervise").and(LevelHandling.SUPERVISE_UNTIL, Kind.DAY),
        Answer.of(LevelHandling.TIME_ACTION, "none")
    };

    // --- supervision ---

    /** The one decision after which whoever supervises has it still before them. */
    private static final String STAY = "stay";

    static final Answer[] SUPERVISED = {
        decided(STAY).and(LevelHandling.SUPERVISE_UNTIL, Kind.DAY),
        decided("extended").and(LevelHandling.NEXT_AT, Kind.DAY),
        decided("reassigned").and(LevelHandling.OUTCOME, Outcome.REASSIGNED.code()),
        decided("moved-up").and(LevelHandling.OUTCOME, Outcome.PASSED_UP.code())
    };

    static final Answer[] LAPSED = {
        SUPERVISED[0], decided("received").and(LevelHandling.NEXT_AT, Kind.DAY), SUPERVISED[3]
    };

    // --- concern-escalation ---

    static final Answer[] SET_OUT = Stream.of(Answer.oneOf(ConcernEscalation.HAZARD, false, true))
            .flatMap(hazard -> Stream.of(Answer.oneOf(ConcernEscalation.ON_BEHALF, false, true))
                    .map(hazard::and))
            .map(both -> both.and(ConcernEscalation.TYPE, Kind.CODE).and(ConcernEscalation.CATEGORY, Kind.CODE))
            .toArray(Answer[]::new);

    static final Answer[] WITHDRAWN = {
        Answer.of(ConcernEscalation.WITHDRAWN, true).ends(), Answer.of(ConcernEscalation.WITHDRAWN, false)
    };

    static final Answer[] CONFIRMATION = Stream.of(Answer.oneOf(ConcernEscalation.SECOND_RETURN, false, true))
            .map(it -> it.and(ConcernEscalation.CONFIRM_BY, Kind.DAY))
            .toArray(Answer[]::new);

    static final Answer READING =
            Answer.of(ConcernEscalation.CONFIRM_BY, Kind.DAY).and(ConcernEscalation.ANSWERED_LEVEL, Kind.CODE);

    static final Answer DELIVERED =
            Answer.of(ConcernEscalation.RATE_BY, Kind.DAY).leadsTo(ConcernEscalation.RATE);

    static final Answer[] RATED = {
        Answer.of(ConcernEscalation.VERDICT, "closed").ends(),
        Answer.of(ConcernEscalation.VERDICT, "again"),
        Answer.of(ConcernEscalation.VERDICT, "review")
    };

    private MayTell() {}

    /** With what a supervision that is over leaves a variable. */
    static String[] supervision(String variable) {
        return Stream.concat(Arrays.stream(SUPERVISED), Arrays.stream(LAPSED))
                .map(Answer::codes)
                .filter(codes -> !STAY.equals(codes.get(SupervisionProcess.DECISION)) && codes.containsKey(variable))
                .map(codes -> String.valueOf(codes.get(variable)))
                .distinct()
                .toArray(String[]::new);
    }

    /** @param outcome of the exit that has taken effect */
    static Answer taken(Outcome outcome) {
        Answer answer = Answer.of(LevelHandling.NEEDS_SIGNATURE, false).and(LevelHandling.OUTCOME, outcome.code());
        if (outcome.endsTheVisit()) {
            return answer;
        }
        Answer open = answer.and(LevelHandling.NEXT_AT, Kind.DAY);
        return switch (outcome) {
            case ASK, EXPLAIN -> open.and(LevelHandling.WAIT_UNTIL, Kind.DAY);
            case ASSIST -> open.and(LevelHandling.ASSISTING, Kind.NUMBER);
            default -> open;
        };
    }

    static Answer approved(Outcome outcome) {
        return taken(outcome).and(LevelHandling.APPROVED, true);
    }

    private static Stream<Outcome> outcomes() {
        return Arrays.stream(Outcome.values()).filter(Outcome::isOfAnExit);
    }

    private static Answer entered(boolean together) {
        return Answer.of(LevelHandling.PASSED_OVER, false)
                .and(LevelHandling.TOGETHER, together)
                .and(LevelHandling.OUTCOME, Outcome.PASSED_UP.code())
                .and(LevelHandling.HANDLING, Kind.NUMBER)
                .and(LevelHandling.NEXT_AT, Kind.DAY);
    }

    private static Answer decided(String decision) {
        return Answer.of(SupervisionProcess.DECISION, decision);
    }
}
