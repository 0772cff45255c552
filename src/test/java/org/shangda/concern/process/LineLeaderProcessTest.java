package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.ASSIGNING_HEAD;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator puts a fifth level, 分管校领导, between department and Organization Department, in Modeler: two elements, a
 * few rows and a name. Who is in charge of which unit is a column of the roster.
 */
@ShangdaTest
@Tag("h2")
class LineLeaderProcessTest {

    /** In charge of the department for housing. */
    private static final String LEADER = "xujianhua";

    private static final String OTHER_LEADER = "sunhuiling";
    private static final String PRACTICE = "\"实践做法，非制度规定\"";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    RepositoryService repository;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_deploys_a_fifth_level() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
        modeler.deploy(Map.of(
                "concern-escalation.bpmn", diagram(),
                "level-units.dmn", units("\"dxb\""),
                "level-exits.dmn", exits(),
                "level-deadlines.dmn", deadlines(),
                "words.dmn", words()));
    }

    @AfterEach
    void the_shipped_files_and_the_roster_are_in_force_again() {
        cases.endAll();
        modeler.takeBack(repository);
        pairings.units(file -> file);
    }

    @Test
    void whoever_is_in_charge_of_the_department_answers_and_the_colleague_rates_it_twice_dissatisfied() {
        String number = atLeader();

        Task task = cases.task(number, "UserTask_Handle");
        assertThat(task.getAssignee()).isEqualTo(LEADER);
        assertThat(task.getName()).contains("分管校领导");
        assertThat(cases.handling(number, "school-leader", "unit")).isEqualTo("dhdx");
        cases.exit(LEADER, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "not-solved"));
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(LEADER);
        cases.exit(LEADER, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "not-solved"));
        cases.exit(ASSIGNING_HEAD, number, "answer");

        assertThat(cases.openTasks(number)).isEmpty();
        assertThat(cases.handlings(number, "stage")).endsWith("first", "again", "review");
    }

    @Test
    void the_level_can_be_passed_and_the_concern_goes_on_to_the_organization_department() {
        String number = atLeader();

        cases.exit(LEADER, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));

        assertThat(cases.handlings(number, "level"))
                .containsExactly("branch", "college", "department", "school-leader", "organization-department");
    }

    @Test
    void a_late_leader_is_supervised_by_the_unit_that_the_table_names() {
        String number = atLeader();

        cases.passTo(number, cases.dueAt(number, "school-leader") + ":00");

        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
        assertThat(cases.show(ASSIGNING_CLERK, claimed(number)).get("levelLabel"))
                .isEqualTo("分管校领导");
    }

    private Task claimed(String number) {
        cases.claim(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise"));
        return cases.task(number, "UserTask_Supervise");
    }

    @Test
    void who_is_in_charge_changes_with_the_roster_while_a_concern_waits() {
        String number = atLeader();

        pairings.units(file -> file.replace("0500-8888 9191," + LEADER, "0500-8888 9191," + OTHER_LEADER));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(OTHER_LEADER);
    }

    @Test
    void where_nobody_is_in_charge_the_head_of_the_unit_in_the_table_answers() {
        pairings.units(file -> file.replace("0500-8888 9191," + LEADER, "0500-8888 9191,"));

        String number = atLeader();

        assertThat(cases.handling(number, "school-leader", "unit")).isEqualTo("dxb");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(ASSIGNING_HEAD);
    }

    @Test
    void where_the_table_names_nobody_either_the_level_is_passed_over() {
        modeler.deploy(Map.of("level-units.dmn", units("")));
        pairings.units(file -> file.replace("0500-8888 9191," + LEADER, "0500-8888 9191,"));

        String number = atLeader();

        assertThat(cases.handlings(number, "level")).doesNotContain("school-leader");
        assertThat(cases.openTasks(number)).contains("UserTask_ConfirmReferral");
    }

    private String atLeader() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        return number;
    }

    // --- what the administrator saves --------------------------------------------------------------------------------

    private static String diagram() {
        return Modeler.changed(
                Modeler.shipped("concern-escalation.bpmn"),
                "<bpmn:sequenceFlow id=\"Flow_DepartmentOutcome_ConfirmReferral\" name=\"未能解决\" sourceRef=\"Gateway_DepartmentOutcome\""
                        + " targetRef=\"UserTask_ConfirmReferral\" />",
                """
                <bpmn:sequenceFlow id="Flow_DepartmentOutcome_ConfirmReferral" name="未能解决" sourceRef="Gateway_DepartmentOutcome"
                  targetRef="CallActivity_SchoolLeader"/>
                <bpmn:callActivity id="CallActivity_SchoolLeader" name="分管校领导办理" calledElement="level-handling">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}"/>
                    <camunda:in sourceExpression="school-leader" target="level"/>
                    <camunda:in sourceExpression="first" target="stage"/>
                    <camunda:out source="outcome" target="outcome"/>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_DepartmentOutcome_ConfirmReferral</bpmn:incoming>
                  <bpmn:outgoing>Flow_SchoolLeader_SchoolLeaderAnswered</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:exclusiveGateway id="Gateway_SchoolLeaderAnswered" name="分管校领导已答复？" default="Flow_SchoolLeaderAnswered_ConfirmReferral">
                  <bpmn:incoming>Flow_SchoolLeader_SchoolLeaderAnswered</bpmn:incoming>
                  <bpmn:outgoing>Flow_SchoolLeaderAnswered_ConfirmReferral</bpmn:outgoing>
                  <bpmn:outgoing>Flow_SchoolLeaderAnswered_Answer</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="Flow_SchoolLeader_SchoolLeaderAnswered" sourceRef="CallActivity_SchoolLeader"
                  targetRef="Gateway_SchoolLeaderAnswered"/>
                <bpmn:sequenceFlow id="Flow_SchoolLeaderAnswered_ConfirmReferral" name="否" sourceRef="Gateway_SchoolLeaderAnswered"
                  targetRef="UserTask_ConfirmReferral"/>
                <bpmn:sequenceFlow id="Flow_SchoolLeaderAnswered_Answer" name="是" sourceRef="Gateway_SchoolLeaderAnswered"
                  targetRef="ServiceTask_Answer">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${outcome == 'answered'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                """);
    }

    private static String units(String otherwise) {
        String table = Modeler.shipped("level-units.dmn");
        for (String stage : List.of("first", "again")) {
            table = Modeler.row(
                    "LevelUnits",
                    table,
                    List.of("-", "\"school-leader\"", "\"" + stage + "\"", "-"),
                    List.of("\"line-leader\"", otherwise, "\"head\"", "\"fixed\"", "\"dxb\"", PRACTICE));
        }
        return Modeler.row(
                "LevelUnits",
                table,
                List.of("-", "\"school-leader\"", "\"review\"", "-"),
                List.of("\"fixed\"", "\"dxb\"", "\"head\"", "\"fixed\"", "\"zzb\"", PRACTICE));
    }

    private static String exits() {
        String table = Modeler.shipped("level-exits.dmn");
        List<String> at = List.of("-", "\"school-leader\"", "\"first\"", "-");
        table = Modeler.row("LevelExits", table, at, List.of("\"pass-up\"", "\"passed-up\"", "", "", PRACTICE));
        return Modeler.row("LevelExits", table, at, List.of("\"answer\"", "\"answered\"", "", "", PRACTICE));
    }

    private static String deadlines() {
        return Modeler.row(
                "LevelDeadlines",
                Modeler.shipped("level-deadlines.dmn"),
                List.of("-", "\"school-leader\"", "\"first\"", "-"),
                List.of("", "", "7", "2", "", "\"answer\"", "", "\"supervise\"", "", "false", PRACTICE));
    }

    private static String words() {
        return Modeler.row(
                "Words",
                Modeler.shipped("words.dmn"),
                List.of("\"level\"", "\"school-leader\""),
                List.of("\"分管校领导\"", "\"University leader in charge\"", "35", ""));
    }
}
