package org.shangda.concern;

import static org.shangda.concern.Exit.Field.CHANNEL;
import static org.shangda.concern.Exit.Field.ON;
import static org.shangda.concern.Exit.Field.TRIED;
import static org.shangda.concern.Exit.Field.UNIT;
import static org.shangda.concern.Exit.Field.UNITS;
import static org.shangda.concern.Exit.Field.WORDS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/**
 * The ways in which a handling can end, what each asks for, and the one outcome that it can have. Where each is open is in
 * {@code level-exits}. A code that only the table knows works as the plain exit of its outcome does: the first of those
 * below that leads there (adr/0035).
 */
public enum Exit {
    /** 答复办结. */
    ANSWER("answer", Outcome.ANSWERED, WORDS),
    /** 解释说明、持续推进: comes back by itself on the day of review. */
    EXPLAIN("explain", Outcome.EXPLAIN, WORDS, ON),
    /** 上报、提请: what was tried, and why it cannot be settled here. */
    PASS_UP("pass-up", Outcome.PASSED_UP, TRIED, WORDS),
    /** 请补充: the clocks stand still until the colleague has answered. */
    ASK("ask", Outcome.ASK, WORDS),
    /** 告知其他渠道. */
    OTHER_CHANNEL("other-channel", Outcome.ANSWERED, CHANNEL, WORDS),
    /** 退回待签收: another handler of the unit may receive it. */
    HAND_BACK("hand-back", Outcome.HANDLE),
    /** 转办. */
    TRANSFER("transfer", Outcome.TRANSFER, UNIT, WORDS),
    /** 请求协办. */
    ASSIST("assist", Outcome.ASSIST, UNITS, WORDS),
    /** 退回(非本单位职责): names the unit held responsible. */
    RETURN("return", Outcome.RETURNED, UNIT, WORDS),
    /** 明确牵头单位. */
    REFER("refer", Outcome.REFERRED, UNIT, WORDS),
    /** 会同办理: a lead unit and those that assist it. */
    CONVENE("convene", Outcome.REFERRED, UNIT, UNITS, WORDS),
    /** 提请学校研究: at the next meeting that takes items. */
    AGENDA("agenda", Outcome.AGENDA, WORDS),
    /** 裁定承办单位. */
    ASSIGN("assign", Outcome.REFERRED, UNIT, WORDS),
    /** 延长办理期限, with the reason shown. */
    EXTEND("extend", Outcome.HANDLE, WORDS);

    /** A field of {@link ExitInput}. */
    enum Field {
        WORDS,
        TRIED,
        CHANNEL,
        UNIT,
        UNITS,
        ON
    }

    private final String code;
    private final Outcome outcome;
    private final Set<Field> asked;

    Exit(String code, Outcome outcome, Field... asked) {
        this.code = code;
        this.outcome = outcome;
        this.asked = Set.of(asked);
    }

    String code() {
        return code;
    }

    /** How an exit of the table works. */
    static Exit of(LevelExit exit) {
        return of(exit.code(), exit.outcome());
    }

    static Exit of(String code, Outcome outcome) {
        return known(code).orElseGet(() -> plain(outcome));
    }

    /** Empty for a code that only the table knows. */
    static Optional<Exit> known(String code) {
        return Arrays.stream(values()).filter(exit -> exit.code.equals(code)).findFirst();
    }

    private static Exit plain(Outcome outcome) {
        return Arrays.stream(values())
                .filter(exit -> exit.outcome == outcome)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether a row of {@code level-exits} may give this outcome to this exit. An exit's outcome lies in its nature: what asks
     * the colleague waits for the colleague. One that only the table knows may have any.
     *
     * @param code of the exit
     */
    public static boolean mayLeadTo(String code, Outcome outcome) {
        return outcome.isOfAnExit()
                && known(code).map(exit -> exit.outcome == outcome).orElse(true);
    }

    /**
     * Whether what is written with the exit is written to the colleague: an answer, an explanation, a question, and why it
     * takes longer or goes further up. What one office writes to another is not, nor is a later exit that does not say so.
     */
    boolean isToldToTheColleague() {
        return switch (this) {
            case ANSWER, EXPLAIN, ASK, OTHER_CHANNEL, PASS_UP, EXTEND -> true;
            default -> false;
        };
    }

    /**
     * Whether it is taken in all that are handled together. What one colleague is asked, and whose opinion is wanted, concerns
     * the one that is worked on.
     */
    boolean isForAll() {
        return this != ASK && this != ASSIST;
    }

    boolean asks(Field field) {
        return asked.contains(field);
    }

    /** Refuses input that lacks what this exit asks for. Fields it does not ask for are dropped by the caller. */
    void check(ExitInput input) {
        require(WORDS, "words." + code, filled(input.words()));
        require(TRIED, "tried", filled(input.tried()));
        require(CHANNEL, "channel", filled(input.channel()));
        require(UNIT, "unit", filled(input.unit()));
        require(UNITS, "units", input.units() != null && !input.units().isEmpty());
        require(ON, "on", input.on() != null);
        if (asks(UNITS) && input.units().size() > 5) {
            throw Refusal.invalid("exit.at-most-five-units");
        }
    }

    /** Only what this exit asks for is kept; what was typed for another exit is not. A named unit always is; for an answer see {@link Closings}. */
    ExitInput keep(ExitInput input) {
        return new ExitInput(
                input.exit(),
                asks(WORDS) ? input.words() : null,
                asks(TRIED) ? input.tried() : null,
                asks(CHANNEL) ? input.channel() : null,
                asks(UNIT) || this == PASS_UP ? input.unit() : null,
                asks(UNITS) ? List.copyOf(input.units()) : null,
                asks(ON) ? input.on() : null,
                input.settled(),
                input.settledBecause(),
                input.checks(),
                input.checksBecause());
    }

    private void require(Field field, String name, boolean present) {
        if (asks(field) && !present) {
            throw Refusal.invalid("text.missing", Inputs.label(name));
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
