package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.FifthLevel;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * B.1: levels are data. A campus office (校区管理机构) between college and department is a changed diagram and a few rows;
 * nothing in Java knows of it. The shipped versions are in force again afterwards.
 */
@ShangdaTest
class FifthLevelProcessTest {

    /** The unit that answers for the campus here. */
    private static final String CAMPUS_OFFICE = "bwc";

    private static final String CAMPUS_CLERK = "yuanye";
    private static final String CAMPUS_HEAD = "shidayong";

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    private String deployed;

    @BeforeEach
    void an_administrator_deploys_a_changed_diagram_and_rows() throws IOException {
        TestTime.set(TestTime.MONDAY);
        DeploymentBuilder deployment = repository.createDeployment().name("campus level");
        FifthLevel.files().forEach(deployment::addString);
        deployed = deployment.deploy().getId();
    }

    @AfterEach
    void the_shipped_versions_are_in_force_again() {
        repository.deleteDeployment(deployed, true);
    }

    @Test
    void a_concern_passes_through_a_level_that_only_the_diagram_and_the_tables_know() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        assertThat(way).isWaitingAt("CallActivity_Campus").hasNotPassed("CallActivity_Department");
        assertThat(cases.handling(number, "campus", "unit")).isEqualTo(CAMPUS_OFFICE);
        assertThat(cases.task(number, "UserTask_Handle").getName()).isEqualTo("campus办理 " + number);
        assertThat(cases.dueAt(number, "campus")).isEqualTo("2026-03-10T17:00");
        assertRefused(() -> cases.exit(CAMPUS_CLERK, number, "ask"), 409, "本级不能选择“请补充”，请选择其他办理结果。");
        cases.exit(CAMPUS_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(CAMPUS_HEAD);
        cases.approve(CAMPUS_HEAD, number);

        assertThat(way).hasPassed("CallActivity_Campus").isWaitingAt("CallActivity_Department");
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "campus", "department");
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("level", "department");
    }

    @Test
    void a_level_that_is_late_is_supervised_though_no_label_names_it() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        cases.passTo(number, "2026-03-04T17:00:00");
        cases.claim(Cases.ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise"));

        assertThat(cases.show(Cases.ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise")))
                .containsEntry("levelLabel", "campus");
    }

    @Test
    void what_the_fifth_level_answers_the_colleague_rates_and_its_head_handles_again() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        cases.exit(CAMPUS_CLERK, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(way)
                .isEnded()
                .hasPassed("CallActivity_Campus", "EndEvent_Closed")
                .hasNotPassed("CallActivity_Department");
        assertThat(cases.handlings(number, "outcome")).containsExactly("passed-up", "passed-up", "answered");
    }
}
