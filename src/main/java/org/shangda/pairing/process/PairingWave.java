package org.shangda.pairing.process;

import org.shangda.work.Answer;

/** Names in {@code pairing-wave.bpmn}. */
final class PairingWave {

    static final String PROCESS = "pairing-wave";
    static final String REVIEW = "UserTask_ReviewWave";
    static final String DECISION = "decision";

    static final Answer[] DECISIONS = {
        Answer.of(DECISION, "save").leadsTo(REVIEW),
        Answer.of(DECISION, "send").ends(),
        Answer.of(DECISION, "drop").ends()
    };

    private PairingWave() {}
}
