package org.shangda.concern.process;

/** Names in {@code call-back.bpmn}: 回访. */
final class CallBackProcess {

    static final String PROCESS = "call-back";

    static final String CALL = "UserTask_CallBack";

    private CallBackProcess() {}
}
