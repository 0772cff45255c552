package org.shangda.pairing.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.shangda.pairing.Turn;
import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** Names in {@code pairing-lifecycle.bpmn}: asked, agreed, accepted, a pair, ended. */
final class PairingLifecycle {

    static final String PROCESS = "pairing-lifecycle";

    static final String CONSENT = "UserTask_Consent";
    static final String ACCEPT = "UserTask_Accept";
    static final String CHOOSE_ANOTHER = "UserTask_ChooseAnother";
    static final String TELL_COLLEAGUE = "UserTask_TellColleague";
    static final String FIND_CARRIER = "UserTask_FindCarrier";

    static final String CARRIER_GONE = "pairing-carrier-gone";
    static final String OVER = "pairing-over";

    static final String NEXT = "next";
    static final String ANSWER_BY = "answerBy";

    /** A colleague who agreed is not left alone with a member who keeps silent. */
    static final Answer[] UNANSWERED = {next("choose")[0].where(ACCEPT), next("over")[0].where(CONSENT)};

    private PairingLifecycle() {}

    static Map<String, Object> codes(Turn turn) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(NEXT, turn.next());
        codes.put(ANSWER_BY, turn.answerBy() == null ? null : Date.from(turn.answerBy()));
        return codes;
    }

    /** What {@link #codes} may be, and what each must lead to. A pair that is one waits until something happens to it. */
    static Answer[] next(String... codes) {
        return Stream.of(codes)
                .map(code -> switch (code) {
                    case "consent" -> asked(code).leadsTo(CONSENT);
                    case "accept" -> asked(code).leadsTo(ACCEPT);
                    case "tell" -> asked(code).leadsTo(TELL_COLLEAGUE);
                    case "choose" -> unasked(code).leadsTo(CHOOSE_ANOTHER);
                    case "find" -> unasked(code).leadsTo(FIND_CARRIER);
                    case "over" -> unasked(code).ends();
                    default -> unasked(code);
                })
                .toArray(Answer[]::new);
    }

    private static Answer asked(String next) {
        return Answer.of(NEXT, next).and(ANSWER_BY, Kind.DAY);
    }

    private static Answer unasked(String next) {
        return Answer.of(NEXT, next).and(ANSWER_BY, Kind.DAY_OR_NONE);
    }
}
