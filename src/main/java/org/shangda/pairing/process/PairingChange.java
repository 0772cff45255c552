package org.shangda.pairing.process;

/** Names in {@code pairing-change.bpmn}. */
final class PairingChange {

    static final String PROCESS = "pairing-change";

    private PairingChange() {}
}
