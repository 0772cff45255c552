package org.shangda.concern.process;

/** Names in {@code supervision.bpmn}: 督办. */
final class SupervisionProcess {

    static final String PROCESS = "supervision";

    static final String SUPERVISE = "UserTask_Supervise";

    static final String DECISION = "decision";

    private SupervisionProcess() {}
}
