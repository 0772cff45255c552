package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.Cases.assertRefused;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
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
import org.shangda.concern.ConcernPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator draws steps of the school's own, in Modeler: a question to somebody, whose words go into the way. */
@ShangdaTest
@Tag("h2")
class OwnStepProcessTest {

    private static final String TASK = "UserTask_LookAtSite";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    ConcernPages pages;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_opens_modeler() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
    }

    @AfterEach
    void the_shipped_diagrams_are_in_force_again() {
        cases.endAll();
        modeler.takeBack(repository);
    }

    @Test
    void a_unit_is_asked_before_it_handles_and_its_words_are_in_the_way_for_units() {
        beforeHandling(Map.of("who", "unit", "question", "现场核实了吗？"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, TASK);
        assertThat(task.getName()).isEqualTo("核实现场情况 " + number);

        cases.claim(SECRETARY, task);
        assertThat(cases.show(SECRETARY, task)).containsEntry("question", "现场核实了吗？");
        assertRefused(() -> cases.submit(SECRETARY, task, Map.of()), 400, "请填写“说明”。");
        cases.submit(SECRETARY, task, Map.of("words", "已到现场，确有漏水。"));
        cases.exit(SECRETARY, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, TASK, Map.of("words", "学院也看过。"));

        assertThat(way(COLLEGE_CLERK, number)).contains("核实现场情况", "已到现场，确有漏水。");
        assertThat(way(COLLEAGUE, number)).doesNotContain("核实现场情况", "已到现场");
    }

    @Test
    void nobody_else_opens_receives_or_completes_it() {
        beforeHandling(Map.of("who", "unit", "question", "现场核实了吗？"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, TASK);

        assertThatThrownBy(() -> cases.claim(STRANGER, task)).hasMessageContaining("未找到该事项");
        assertThatThrownBy(() -> cases.show("admin", task)).hasMessageContaining("未找到该事项");
        cases.claim(SECRETARY, task);
        assertThatThrownBy(() -> cases.as(SECRETARY, () -> {
                    tasks.complete(task.getId());
                    return null;
                }))
                .hasMessageContaining("请通过办理表单提交");
    }

    @Test
    void the_colleague_is_asked_and_reads_the_own_words() {
        beforeHandling(Map.of("who", "colleague", "question", "方便何时上门？"));
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(cases.task(number, TASK).getAssignee()).isEqualTo(COLLEAGUE);
        cases.act(COLLEAGUE, number, TASK, Map.of("words", "周三下午。"));

        assertThat(way(COLLEAGUE, number)).contains("周三下午。");
        assertThat(way(SECRETARY, number)).contains("周三下午。");
    }

    @Test
    void it_follows_the_roster() {
        beforeHandling(Map.of("who", "head", "question", "请负责人过目。"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(tasks.createTaskQuery()
                        .taskId(cases.task(number, TASK).getId())
                        .taskCandidateUser(SECRETARY)
                        .count())
                .isEqualTo(1);

        pairings.roster(people -> people.replaceAll("(?m)^zhangwei,张伟,(.*),jsj1,(.*)$", "zhangwei,张伟,$1,,,,,,"));
        try {
            assertThat(tasks.createTaskQuery()
                            .taskId(cases.task(number, TASK).getId())
                            .taskCandidateUser(Cases.DEPUTY_SECRETARY)
                            .count())
                    .isEqualTo(1);
        } finally {
            pairings.roster(people -> people);
        }
    }

    @Test
    void a_named_unit_says_yes_or_no_and_a_gateway_asks_for_it() {
        String flow = "<bpmn:sequenceFlow id=\"Flow_CollegeAnswered_Department\"";
        String diagram = Modeler.shipped("concern-escalation.bpmn");
        int at = diagram.indexOf(flow);
        String shipped = diagram.substring(at, diagram.indexOf("/>", at) + 2);
        modeler.deploy(Map.of(
                "concern-escalation.bpmn",
                Modeler.changed(
                        diagram,
                        shipped,
                        shipped.replace("targetRef=\"CallActivity_Department\"", "targetRef=\"" + TASK + "\"")
                                + task(Map.of(
                                        "who",
                                        "named",
                                        "unit",
                                        "hqc",
                                        "question",
                                        "属于贵单位职责吗？",
                                        "answers",
                                        "yes-no",
                                        "told",
                                        "colleague"))
                                + """
                        <bpmn:sequenceFlow id="Flow_LookAtSite_Theirs" sourceRef="UserTask_LookAtSite" targetRef="Gateway_Theirs"/>
                        <bpmn:exclusiveGateway id="Gateway_Theirs" name="属于该部门职责？" default="Flow_Theirs_Department"/>
                        <bpmn:sequenceFlow id="Flow_Theirs_Department" name="是" sourceRef="Gateway_Theirs"
                          targetRef="CallActivity_Department"/>
                        <bpmn:sequenceFlow id="Flow_Theirs_College" name="否" sourceRef="Gateway_Theirs" targetRef="CallActivity_College">
                          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${!stepAnswer}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>
                        """)));
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        cases.approve(COLLEGE_HEAD, number);

        assertRefused(() -> cases.act(DEPARTMENT_CLERK, number, TASK, Map.of("words", "也许")), 400, "请在“答复”中选择一项。");
        cases.act(DEPARTMENT_CLERK, number, TASK, Map.of("answer", "no", "words", "请学院再商。"));
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "college");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        cases.approve(COLLEGE_HEAD, number);
        cases.act(OTHER_DEPARTMENT_CLERK, number, TASK, Map.of("answer", "yes"));

        assertThat(cases.handlings(number, "level")).endsWith("college", "department");
        assertThat(way(COLLEAGUE, number)).contains("否。请学院再商。", "是。");
    }

    private void beforeHandling(Map<String, String> settings) {
        modeler.deploy(Map.of(
                "level-handling.bpmn",
                Modeler.changed(
                        Modeler.shipped("level-handling.bpmn"),
                        "sourceRef=\"Gateway_AwaitsDecision\" targetRef=\"UserTask_Handle\" />",
                        "sourceRef=\"Gateway_AwaitsDecision\" targetRef=\"" + TASK + "\"/>"
                                + task(settings)
                                + "<bpmn:sequenceFlow id=\"Flow_LookAtSite_Handle\" sourceRef=\"" + TASK
                                + "\" targetRef=\"UserTask_Handle\"/>")));
    }

    /** As the element template makes it. */
    private static String task(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(one -> "<camunda:property name=\"" + one.getKey() + "\" value=\"" + one.getValue() + "\"/>")
                .collect(Collectors.joining(
                        "",
                        "<bpmn:userTask id=\"" + TASK
                                + "\" name=\"核实现场情况\" camunda:modelerTemplate=\"org.shangda.step\""
                                + " camunda:formRef=\"own-step\" camunda:formRefBinding=\"latest\"><bpmn:extensionElements>"
                                + "<camunda:properties>",
                        "</camunda:properties></bpmn:extensionElements></bpmn:userTask>"));
    }

    private String way(String reader, String number) {
        return cases.as(reader, () -> pages.page(number, reader).way().toString());
    }
}
