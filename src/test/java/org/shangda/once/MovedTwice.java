package org.shangda.once;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.Cases;

/** A concern, and a version of its diagram along which it is to go on. */
final class MovedTwice {

    private static final String DIAGRAM = "concern-escalation";

    private MovedTwice() {}

    /** What an administrator sends. */
    static Map<String, Object> move(Cases cases, ProcessEngine engine) {
        String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
        int from = latest(engine);
        engine.getRepositoryService()
                .createDeployment()
                .name(MovedTwice.class.getSimpleName())
                .addClasspathResource("bpmn/" + DIAGRAM + ".bpmn")
                .deploy();
        return Map.of("diagram", DIAGRAM, "from", from, "to", from + 1, "numbers", List.of(number), "reason", "v2");
    }

    /** The shipped version is in force again. */
    static void end(ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName(MovedTwice.class.getSimpleName())
                .orderByDeploymentTime()
                .desc()
                .list()
                .forEach(one -> engine.getRepositoryService().deleteDeployment(one.getId(), true));
    }

    private static int latest(ProcessEngine engine) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(DIAGRAM)
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
