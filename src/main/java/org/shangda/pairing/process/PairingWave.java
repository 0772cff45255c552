package org.shangda.pairing.process;

/** Names in {@code pairing-wave.bpmn}. */
final class PairingWave {

    static final String PROCESS = "pairing-wave";
    static final String REVIEW = "UserTask_ReviewWave";
    static final String DECISION = "decision";

    private PairingWave() {}
}
