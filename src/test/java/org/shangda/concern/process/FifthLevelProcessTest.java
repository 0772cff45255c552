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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
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
        String practice = "\"实践做法，非制度规定 / practice, not policy\"";
        List<String> campus = List.of("\"zhejiang\"", "\"campus\"", "\"first\"", "-");
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("campus level")
                .addModelInstance("concern-escalation.bpmn", withCampus())
                .addModelInstance("level-units.dmn", table("level-units", table -> {
                    row(
                            table,
                            campus,
                            List.of("\"fixed\"", "\"bwc\"", "\"handlers\"", "\"fixed\"", "\"dxb\"", practice));
                }))
                .addModelInstance("level-exits.dmn", table("level-exits", table -> {
                    row(table, campus, List.of("\"answer\"", "\"answered\"", "", "", practice));
                    row(table, campus, List.of("\"pass-up\"", "\"passed-up\"", "", "", practice));
                }))
                .addModelInstance("level-deadlines.dmn", table("level-deadlines", table -> {
                    List<String> times =
                            List.of("2", "", "6", "1", "", "\"pass-up\"", "\"supervise\"", "", "false", practice);
                    row(table, campus, times);
                }));
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

    // --- the changed diagram -----------------------------------------------------------------------------------------

    private static BpmnModelInstance withCampus() throws IOException {
        try (InputStream shipped = stream("concern-escalation.bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(shipped);
            Process process = model.getModelElementById("concern-escalation");
            CallActivity campus = model.newInstance(CallActivity.class, "CallActivity_Campus");
            campus.setName("校区办理");
            campus.setCalledElement("level-handling");
            process.addChildElement(campus);
            campus.builder()
                    .addExtensionElement(in(model, in -> in.setCamundaBusinessKey("#{execution.processBusinessKey}")))
                    .addExtensionElement(level(model, "campus", "level"))
                    .addExtensionElement(level(model, "first", "stage"))
                    .addExtensionElement(outcome(model));
            ExclusiveGateway answered = model.newInstance(ExclusiveGateway.class, "Gateway_CampusAnswered");
            process.addChildElement(answered);
            SequenceFlow fromCollege = model.getModelElementById("Flow_CollegeAnswered_Department");
            fromCollege.setTarget(campus);
            flow(process, "Flow_Campus_CampusAnswered", campus, answered);
            SequenceFlow yes = flow(
                    process, "Flow_CampusAnswered_Answer", answered, model.getModelElementById("ServiceTask_Answer"));
            ConditionExpression condition = model.newInstance(ConditionExpression.class);
            condition.setTextContent("${outcome == 'answered'}");
            yes.setConditionExpression(condition);
            answered.setDefault(flow(
                    process,
                    "Flow_CampusAnswered_Department",
                    answered,
                    model.getModelElementById("CallActivity_Department")));
            return model;
        }
    }

    private static SequenceFlow flow(Process process, String id, FlowNode from, FlowNode to) {
        SequenceFlow flow = process.getModelInstance().newInstance(SequenceFlow.class);
        flow.setId(id);
        process.addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        return flow;
    }

    private static CamundaIn in(BpmnModelInstance model, Consumer<CamundaIn> what) {
        CamundaIn in = model.newInstance(CamundaIn.class);
        what.accept(in);
        return in;
    }

    private static CamundaIn level(BpmnModelInstance model, String value, String variable) {
        return in(model, in -> {
            in.setCamundaSourceExpression(value);
            in.setCamundaTarget(variable);
        });
    }

    private static CamundaOut outcome(BpmnModelInstance model) {
        CamundaOut out = model.newInstance(CamundaOut.class);
        out.setCamundaSource("outcome");
        out.setCamundaTarget("outcome");
        return out;
    }

    // --- the changed tables ------------------------------------------------------------------------------------------

    private static DmnModelInstance table(String key, Consumer<DecisionTable> change) throws IOException {
        try (InputStream shipped = stream(key + ".dmn")) {
            DmnModelInstance model = Dmn.readModelFromStream(shipped);
            change.accept(
                    model.getModelElementsByType(DecisionTable.class).iterator().next());
            return model;
        }
    }

    private static void row(DecisionTable table, List<String> inputs, List<String> outputs) {
        DmnModelInstance model = (DmnModelInstance) table.getModelInstance();
        Rule rule = model.newInstance(Rule.class);
        List<DmnElement> cells = new ArrayList<>();
        inputs.forEach(text -> cells.add(cell(model, model.newInstance(InputEntry.class), text)));
        outputs.forEach(text -> cells.add(cell(model, model.newInstance(OutputEntry.class), text)));
        cells.forEach(rule::addChildElement);
        table.addChildElement(rule);
    }

    private static DmnElement cell(DmnModelInstance model, DmnElement entry, String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        entry.addChildElement(text);
        return entry;
    }

    private static InputStream stream(String file) {
        return FifthLevelProcessTest.class.getResourceAsStream("/bpmn/" + file);
    }
}
