package org.shangda.engine.door;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.shangda.probe.process.ProbeSteps;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The door of a server with a few beans, and what it says of a file: the code of each finding. */
abstract class AtTheDoor {

    private static AnnotationConfigApplicationContext beans;
    static Door door;

    @BeforeAll
    static void aServerWithAFewBeans() {
        beans = new AnnotationConfigApplicationContext(ProbeSteps.class);
        beans.getBeanFactory().registerSingleton("dataSource", new Object());
        door = new Door(beans, () -> new Rules(List.of(), List.of()), List::of);
    }

    @AfterAll
    static void close() {
        beans.close();
    }

    static List<String> examine(String file, String content) {
        return door.examine(file, content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Finding::code)
                .toList();
    }

    static String diagram(String elements) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn" targetNamespace="http://shangda.org/test">
                  <process id="probe" isExecutable="true">%s</process>
                </definitions>
                """.formatted(elements);
    }
}
