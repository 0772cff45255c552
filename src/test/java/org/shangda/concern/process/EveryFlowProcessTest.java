package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.TakenFlows;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs after all other test classes (see the executions of the pom) and looks back on what they did; so it is red when it
 * runs alone. The process tests by themselves are enough: {@code mvn test -Dtest='*ProcessTest'}.
 */
@Tag("afterwards")
@Order(Integer.MAX_VALUE)
class EveryFlowProcessTest {

    @Test
    void every_sequence_flow_of_the_diagrams_was_taken_by_some_test() throws IOException {
        Set<String> flows = flows();
        assertThat(flows).hasSizeGreaterThan(90).contains("supervision/Flow_Late_Supervise");

        flows.removeAll(TakenFlows.taken());

        assertThat(flows).as("sequence flows that no test of this run took").isEmpty();
    }

    private static Set<String> flows() throws IOException {
        Set<String> flows = new TreeSet<>();
        for (Resource diagram : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
            try (InputStream xml = diagram.getInputStream()) {
                BpmnModelInstance model = Bpmn.readModelFromStream(xml);
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(SequenceFlow.class)
                        .forEach(flow -> flows.add(process + "/" + flow.getId()));
            }
        }
        return flows;
    }
}
