package org.shangda.pairing.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.shangda.pairing.Turn;

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

    private PairingLifecycle() {}

    static Map<String, Object> codes(Turn turn) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(NEXT, turn.next());
        codes.put(ANSWER_BY, turn.answerBy() == null ? null : Date.from(turn.answerBy()));
        return codes;
    }
}
