package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.programme.Situation;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of exits share: what standing tasks are, and what a form offers. */
abstract class ExitsOfLevels {

    @Autowired
    Cases cases;

    @Autowired
    Sentences sentences;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- the table ---------------------------------------------------------------------------------------------------

    static Map<String, Object> asked(String exit) {
        return switch (exit) {
            case "explain" -> Map.of("on", "2026-03-20");
            case "other-channel" -> Map.of("channel", "trade-union");
            case "transfer", "return", "refer", "assign" -> Map.of("unit", "rsc");
            case "assist" -> Map.of("units", List.of("rsc", "cwc"));
            case "convene" -> Map.of("unit", "rsc", "units", List.of("cwc", "bwc"));
            default -> Map.of();
        };
    }

    void answered(Situation from, String number, ProcessInstance way) {
        if (from.stage().equals("review")) {
            assertThat(way)
                    .isEnded()
                    .hasPassed("CallActivity_Review", "EndEvent_ClosedDissatisfied")
                    .hasNotPassed("EndEvent_Closed", "EndEvent_Unrated", "EndEvent_Withdrawn");
            assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
            assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
        } else if (from.level().equals("department")) {
            assertThat(way).isWaitingAt("UserTask_PassOnAnswer").isNotWaitingAt("UserTask_Rate");
            assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        } else {
            assertThat(way).hasPassed("ServiceTask_Answer").isWaitingAt("UserTask_Rate");
            assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        }
    }

    // --- the organization department ---------------------------------------------------------------------------------

    String exitsShown(String person, String number) {
        return cases.show(person, cases.task(number, "UserTask_Handle"))
                .get("exits")
                .toString();
    }
}
