package org.shangda.concern.process;

/** Names in {@code concern-collection.bpmn}: 收集一次,各事项各自办理. */
final class ConcernCollection {

    static final String PROCESS = "concern-collection";

    private ConcernCollection() {}
}
