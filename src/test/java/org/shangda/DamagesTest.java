package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.Damaged.replace;
import static org.shangda.Damaged.replaceFirst;
import static org.shangda.Damaged.xml;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.engine.door.Finding;

/**
 * What an administrator may do to a file in Modeler, by a slip of the hand or on purpose: what would hurt somebody, or change
 * nothing, is refused with element or row; what does no harm passes.
 */
class DamagesTest {

    private static final String WAY = "concern-escalation.bpmn";
    private static final String LEVEL = "level-handling.bpmn";
    private static final String DAYS = "level-deadlines.dmn";
    private static final String UNITS = "level-units.dmn";
    private static final String EXITS = "level-exits.dmn";

    /** Id, file, edit, and what the refusal must name. */
    static Stream<Arguments> harmful() {
        return Stream.of(
                arguments("E01", WAY, xml(it -> it.delete("EndEvent_Closed")), "Gateway_Rated"),
                arguments(
                        "E03",
                        WAY,
                        xml(it -> it.lead("Flow_DepartmentOutcome_PassOnAnswer", "Gateway_PassedOn")
                                .lead("Flow_HandledAgain_PassOnAnswer", "Gateway_PassedOn")
                                .delete("UserTask_PassOnAnswer")),
                        "UserTask_PassOnAnswer"),
                arguments(
                        "E04",
                        WAY,
                        xml(it -> it.lead("Flow_MyConcern_Withdrawn", "EndEvent_Withdrawn")
                                .delete("Gateway_Withdrawn")),
                        "UserTask_MyConcern"),
                arguments("E05", WAY, xml(it -> it.delete("BoundaryEvent_RatingSilence")), "ServiceTask_Answer"),
                arguments(
                        "E06",
                        WAY,
                        xml(it -> it.lead("Flow_BranchAnswered_College", "CallActivity_Department")
                                .lead("Flow_SecondReturn_College", "CallActivity_Department")
                                .lead("Flow_Refers_College", "CallActivity_Department")
                                .delete("CallActivity_College")),
                        "[college]"),
                arguments(
                        "E07",
                        WAY,
                        xml(it -> {
                            for (String flow : List.of(
                                    "Flow_BranchAnswered_Answer",
                                    "Flow_CollegeAnswered_Answer",
                                    "Flow_OrganizationOutcome_Answer",
                                    "Flow_PassOnBySilence_Answer",
                                    "Flow_PassedOn_Answer",
                                    "Flow_HandledAgain_Answer")) {
                                it.lead(flow, "UserTask_Rate");
                            }
                            it.delete("ServiceTask_Answer");
                        }),
                        "BoundaryEvent_RatingSilence"),
                arguments(
                        "E08",
                        WAY,
                        xml(it -> it.lead("Flow_BranchAnswered_Answer", "CallActivity_College")
                                .lead("Flow_BranchAnswered_College", "ServiceTask_Answer")),
                        "CallActivity_Branch"),
                arguments(
                        "E10",
                        WAY,
                        replaceFirst(
                                "(Gateway_CollegeAnswered\" targetRef=\"ServiceTask_Answer\">.{0,120}?)==", "$1!="),
                        "Flow_CollegeAnswered_Answer"),
                arguments("E13", WAY, replace("${rateBy}", "${rateUntil}"), "BoundaryEvent_RatingSilence"),
                arguments(
                        "E14",
                        WAY,
                        replaceFirst(
                                "(Gateway_BranchAnswered\" targetRef=\"ServiceTask_Answer\">.{0,120}?)'answered'",
                                "$1'anwsered'"),
                        "Flow_BranchAnswered_Answer"),
                arguments("E15", WAY, replace("${hazard}", "${hazard == 'yes'}"), "Flow_Hazard_AtOnce"),
                arguments("E16", WAY, replace("\"UserTask_Rate\"", "\"UserTask_Rating\""), "UserTask_Rating"),
                arguments("E17", WAY, replace("\"UserTask_MyConcern\"", "\"UserTask_Mine\""), "UserTask_Mine"),
                arguments(
                        "E19",
                        WAY,
                        replace("id=\"concern-escalation\"", "id=\"level-handling\""),
                        "level-handling.bpmn"),
                arguments(
                        "E20",
                        WAY,
                        xml(it -> it.set("CallActivity_Branch", "calledElement", "level-handlng")),
                        "CallActivity_Branch"),
                arguments(
                        "E22",
                        WAY,
                        xml(it -> {
                            var in = (org.w3c.dom.Element) it.get("CallActivity_College")
                                    .getElementsByTagName("camunda:in")
                                    .item(0);
                            in.getParentNode().removeChild(in);
                        }),
                        "CallActivity_College"),
                arguments(
                        "E24", WAY, replace("sourceExpression=\"college\"", "sourceExpression=\"collage\""), "collage"),
                arguments(
                        "E25",
                        WAY,
                        replace("sourceExpression=\"again\"", "sourceExpression=\"second\""),
                        "CallActivity_HandleAgain"),
                arguments("E27", WAY, xml(it -> it.unset("UserTask_Rate", "camunda:formRef")), "UserTask_Rate"),
                arguments("E28", WAY, replace("\"rate-answer\"", "\"rate-anser\""), "UserTask_Rate"),
                arguments(
                        "E30",
                        WAY,
                        xml(it -> it.set("UserTask_Rate", "camunda:formRefBinding", "version")
                                .set("UserTask_Rate", "camunda:formRefVersion", "99")),
                        "UserTask_Rate"),
                arguments("E31", WAY, replace("\"rate-answer\"", "\"my-concern\""), "UserTask_Rate"),
                arguments(
                        "E34",
                        WAY,
                        replaceFirst(
                                "(<bpmn:userTask id=\"UserTask_Rate\"[^>]*>\\s*<bpmn:extensionElements>)",
                                "$1<camunda:taskListener event=\"create\" delegateExpression=\"\\${deliverAnswer}\"/>"),
                        "UserTask_Rate"),
                arguments("E35", WAY, replace("${closeUnrated}", "${offerRating}"), "ServiceTask_CloseUnrated"),
                arguments("E41", WAY, replace("isExecutable=\"true\"", "isExecutable=\"false\""), "concern-escalation"),
                arguments(
                        "E43",
                        WAY,
                        replace(
                                "<bpmndi:BPMNDiagram id",
                                "<bpmn:process id=\"supervision\" isExecutable=\"true\"><bpmn:startEvent id=\"S\"/>"
                                        + "</bpmn:process><bpmndi:BPMNDiagram id"),
                        "supervision"),
                arguments("E45", WAY, xml(it -> it.unset("StartEvent_Raised", "camunda:formRef")), "StartEvent_Raised"),
                arguments(
                        "E46",
                        WAY,
                        xml(it -> it.set("concern-escalation", "camunda:isStartableInTasklist", "false")),
                        "concern-escalation"),
                arguments(
                        "E51",
                        WAY,
                        replaceFirst(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">\\$\\{rateBy}</bpmn:timeDate>",
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT0S</bpmn:timeDuration>"),
                        "BoundaryEvent_RatingSilence"),
                arguments("E52", WAY, replace("${rateBy}", "${rateUntil}"), "BoundaryEvent_RatingSilence"),
                arguments(
                        "E55",
                        WAY,
                        replaceFirst(
                                "<bpmn:parallelGateway id=\"Gateway_BothActed\"(.*?)</bpmn:parallelGateway>",
                                "<bpmn:exclusiveGateway id=\"Gateway_BothActed\"$1</bpmn:exclusiveGateway>"),
                        "Gateway_BothActed"),
                arguments("E61", WAY, replace("${onBehalf}", "${true}"), "Flow_SetsOut_RaisedForColleague"),
                arguments("E62", WAY, replaceFirst("\\$\\{withdrawn}", "\\${!withdrawn}"), "Flow_Withdrawn_Withdrawn"),
                arguments(
                        "L01",
                        LEVEL,
                        xml(it -> it.delete("UserTask_Sign").delete("Gateway_Approved")),
                        "UserTask_Sign"),
                arguments("L02", LEVEL, replace("${needsSignature}", "${!needsSignature}"), "Flow_NeedsSignature_Sign"),
                arguments("L03", LEVEL, replace("${!approved}", "${approved}"), "Flow_Approved_Handle"),
                arguments("L04", LEVEL, replace("\"UserTask_Handle\"", "\"UserTask_Do\""), "UserTask_Do"),
                arguments("L05", LEVEL, replace("\"UserTask_Sign\"", "\"UserTask_Signs\""), "UserTask_Signs"),
                arguments("L09", LEVEL, xml(it -> it.delete("Flow_Outcome_Supplement")), "Gateway_Outcome"),
                arguments("L10", LEVEL, xml(it -> it.delete("Flow_Outcome_Enter")), "Gateway_Outcome"),
                arguments("L12", LEVEL, replace("${enterLevel}", "${resumeHandling}"), "enterLevel"),
                arguments(
                        "L13",
                        LEVEL,
                        xml(it -> it.lead("Flow_Reached_Enter", "Gateway_SomebodyAnswers")
                                .lead("Flow_Reassigned_Enter", "Gateway_SomebodyAnswers")
                                .lead("Flow_Outcome_Enter", "Gateway_SomebodyAnswers")
                                .delete("ServiceTask_Enter")),
                        "enterLevel"),
                arguments(
                        "L14",
                        LEVEL,
                        xml(it -> it.deleteInside("EndEvent_Handled", "terminateEventDefinition")),
                        "EndEvent_Handled"),
                arguments("S01", "supervision.bpmn", xml(it -> it.delete("UserTask_Supervise")), "UserTask_Supervise"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void what_would_hurt_somebody_or_change_nothing_is_refused_with_its_place(
            String id, String file, UnaryOperator<String> edit, String named) {
        List<Finding> findings = Damaged.examine(file, edit);
        assertThat(findings.stream().filter(Finding::refuses).map(Damaged::said))
                .as(id)
                .isNotEmpty()
                .anyMatch(line -> line.contains(named));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("E12", WAY, xml(it -> it.unset("Gateway_BranchAnswered", "default"))),
                arguments("E40", WAY, replace(" camunda:historyTimeToLive=\"P1825D\"", "")),
                arguments("E50", WAY, replace("<bpmn:documentation>", "<bpmn:documentation>" + "长".repeat(1_000_000))),
                arguments("E63", WAY, xml(it -> it.set("CallActivity_College", "camunda:asyncBefore", "true"))),
                arguments("L18", LEVEL, replace("isStartableInTasklist=\"false\"", "isStartableInTasklist=\"true\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_does_no_harm_passes(String id, String file, UnaryOperator<String> edit) {
        assertThat(Damaged.examine(file, edit).stream().filter(Finding::refuses))
                .as(id)
                .isEmpty();
    }
}
