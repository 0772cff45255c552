package org.shangda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/**
 * B.1: levels are data. A campus office (校区管理机构) between college and department, as a changed diagram and a few rows of
 * three tables.
 */
public final class FifthLevel {

    private FifthLevel() {}

    /** Content by name of the file, as an administrator's Modeler calls it. */
    public static Map<String, String> files() {
        String practice = "\"实践做法，非制度规定\"";
        try {
            return Map.of(
                    "concern-escalation.bpmn",
                    Bpmn.convertToString(withCampus()),
                    "level-units.dmn",
                    table("level-units", table -> {
                        row(table, at("first"), units("fixed", "\"bwc\"", "handlers", practice));
                        row(table, at("again"), units("same", "", "head", practice));
                        row(table, at("review"), units("fixed", "\"zzb\"", "head", practice));
                    }),
                    "level-exits.dmn",
                    table("level-exits", table -> {
                        row(table, at("first"), List.of("\"answer\"", "\"answered\"", "", "", practice));
                        row(table, at("first"), List.of("\"pass-up\"", "\"passed-up\"", "", "", practice));
                    }),
                    "level-deadlines.dmn",
                    table("level-deadlines", table -> row(table, at("first"), times("\"pass-up\"", practice))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> at(String stage) {
        return List.of("-", "\"campus\"", "\"" + stage + "\"", "-");
    }

    private static List<String> units(String rule, String unit, String handledBy, String practice) {
        return List.of("\"" + rule + "\"", unit, "\"" + handledBy + "\"", "\"fixed\"", "\"dxb\"", practice);
    }

    private static List<String> times(String signed, String practice) {
        return List.of("2", "", "6", "1", "", signed, "", "\"supervise\"", "", "false", practice);
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

    private static String table(String key, Consumer<DecisionTable> change) throws IOException {
        try (InputStream shipped = stream(key + ".dmn")) {
            DmnModelInstance model = Dmn.readModelFromStream(shipped);
            change.accept(
                    model.getModelElementsByType(DecisionTable.class).iterator().next());
            return Dmn.convertToString(model);
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
        return FifthLevel.class.getResourceAsStream("/bpmn/" + file);
    }
}
