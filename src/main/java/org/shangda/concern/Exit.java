package org.shangda.concern;

import static org.shangda.concern.Exit.Field.CHANNEL;
import static org.shangda.concern.Exit.Field.ON;
import static org.shangda.concern.Exit.Field.TRIED;
import static org.shangda.concern.Exit.Field.UNIT;
import static org.shangda.concern.Exit.Field.UNITS;
import static org.shangda.concern.Exit.Field.WORDS;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/** The ways in which a handling can end, and what each asks for. Where each is open is in {@code level-exits}. */
enum Exit {
    /** 答复办结. */
    ANSWER("answer", WORDS),
    /** 解释说明、持续推进: comes back by itself on the day of review. */
    EXPLAIN("explain", WORDS, ON),
    /** 上报、提请: what was tried, and why it cannot be settled here. */
    PASS_UP("pass-up", TRIED, WORDS),
    /** 请补充: the clocks stand still until the colleague has answered. */
    ASK("ask", WORDS),
    /** 告知其他渠道. */
    OTHER_CHANNEL("other-channel", CHANNEL, WORDS),
    /** 退回待签收: another handler of the unit may receive it. */
    HAND_BACK("hand-back"),
    /** 转办. */
    TRANSFER("transfer", UNIT, WORDS),
    /** 请求协办. */
    ASSIST("assist", UNITS, WORDS),
    /** 退回(非本单位职责): names the unit held responsible. */
    RETURN("return", UNIT, WORDS),
    /** 明确牵头单位. */
    REFER("refer", UNIT, WORDS),
    /** 会同办理: a lead unit and those that assist it. */
    CONVENE("convene", UNIT, UNITS, WORDS),
    /** 提请学校研究. */
    AGENDA("agenda", ON, WORDS),
    /** 裁定承办单位. */
    ASSIGN("assign", UNIT, WORDS),
    /** 延长办理期限, with the reason shown. */
    EXTEND("extend", WORDS);

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
    private final Set<Field> asked;

    Exit(String code, Field... asked) {
        this.code = code;
        this.asked = Set.of(asked);
    }

    String code() {
        return code;
    }

    static Exit of(String code) {
        return Codes.of(values(), Exit::code, code, "exit");
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

    /** @param code as a step keeps it: of the exit, or of the channel that the colleague was pointed to */
    static boolean tellsItsWords(String code) {
        return Channel.codes().contains(code)
                || Arrays.stream(values()).anyMatch(exit -> exit.isToldToTheColleague() && exit.code.equals(code));
    }

    /** @param code as in {@link #tellsItsWords} */
    static boolean isAnswer(String code) {
        return ANSWER.code.equals(code) || Channel.codes().contains(code);
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

    /** Only what this exit asks for is kept; what was typed for another exit is not. A named unit always is. */
    ExitInput keep(ExitInput input) {
        return new ExitInput(
                code,
                asks(WORDS) ? input.words() : null,
                asks(TRIED) ? input.tried() : null,
                asks(CHANNEL) ? input.channel() : null,
                asks(UNIT) || this == PASS_UP ? input.unit() : null,
                asks(UNITS) ? List.copyOf(input.units()) : null,
                asks(ON) ? input.on() : null);
    }

    private void require(Field field, String name, boolean present) {
        if (asks(field) && !present) {
            throw Refusal.invalid("text.missing", Inputs.label(name));
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    /** Codes of the channels that a colleague may be pointed to. */
    enum Channel {
        DISCIPLINE_INSPECTION("discipline-inspection"),
        ARBITRATION("arbitration"),
        STAFF_CONGRESS("staff-congress"),
        TRADE_UNION("trade-union"),
        COUNSELLING("counselling"),
        LETTERS_AND_VISITS("letters-and-visits"),
        POLICE("police");

        private final String code;

        Channel(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Channel of(String code) {
            return Codes.of(values(), Channel::code, code, "channel");
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(Channel::code).toList();
        }
    }
}
