package org.shangda.engine.door.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.engine.door.walk.Damaged.diagram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The diagrams that have branches and are not a concern's, walked through with what forms and steps declare. */
class DiagramsWalkTest {

    private static final Declared DECLARED = Shipped.declared();
    private static Walks walks;

    @BeforeAll
    static void open() {
        walks = new Walks();
    }

    @AfterAll
    static void close() {
        walks.close();
    }

    private static Walked walk(String process, Map<String, byte[]> files) {
        return walks.walk(List.of(DeclaredScenario.of(process, files, DECLARED)))
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pairing-lifecycle",
                "pairing-wave",
                "contact-duty",
                "contact-note",
                "event-duty",
                "semester-summary",
                "concern-collection",
                "pairing-change",
                "bulletin"
            })
    void a_shipped_diagram_leads_where_its_answers_say(String process) {
        Walked walked = walk(process, Shipped.files());
        assertThat(walked.findings()).isEmpty();
        assertThat(walked.places()).anyMatch(Standing::over);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                arguments(
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle")
                                .swapTargets("Flow_Consented_Accept", "Flow_Consented_ChooseAnother"),
                        "UserTask_Consent leads-elsewhere"),
                arguments(
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle").without("Flow_Objected_FindCarrier"),
                        "UserTask_TellColleague leads-elsewhere"),
                arguments(
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle").replace("${answerBy}", "${answerTill}"),
                        " breaks"),
                arguments(
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle")
                                .lead("Flow_CarrierGone_FindCarrier", "IntermediateEvent_CarrierGone"),
                        "IntermediateEvent_CarrierGone never-ends"),
                arguments(
                        "contact-duty",
                        diagram("contact-duty").replace("${discharged}", "${!discharged}"),
                        "UserTask_Register leads-elsewhere"),
                arguments(
                        "contact-duty",
                        diagram("contact-duty").swapTargets("Flow_Missed_Hint", "Flow_Missed_FollowUp"),
                        "BoundaryEvent_Closes (leads-elsewhere|breaks)"),
                arguments(
                        "contact-duty",
                        diagram("contact-duty").lead("Flow_FollowUp_FollowedUp", "UserTask_FollowUp"),
                        "UserTask_FollowUp leads-elsewhere"),
                arguments(
                        "contact-duty",
                        diagram("contact-duty")
                                .without("BoundaryEvent_NotFollowedUp", "Flow_NotFollowedUp_ShowToCollege"),
                        "UserTask_CollegeLook task-not-reached"),
                arguments(
                        "semester-summary",
                        diagram("semester-summary").swapTargets("Flow_Accepted_Accepted", "Flow_Accepted_Write"),
                        "UserTask_Review leads-elsewhere"),
                arguments(
                        "semester-summary",
                        diagram("semester-summary").replace("${goesUp}", "${accepted}"),
                        "UserTask_Write breaks"),
                arguments(
                        "semester-summary",
                        diagram("semester-summary").lead("Flow_Review_Accepted", "EndEvent_Accepted"),
                        "UserTask_Review leads-elsewhere"),
                arguments(
                        "event-duty",
                        diagram("event-duty").lead("Flow_FollowUpTalk_TalkAgain", "UserTask_EventTalk"),
                        "UserTask_FollowUpTalk leads-elsewhere"),
                arguments(
                        "contact-note",
                        diagram("contact-note").replace("${!expires}", "${expires}"),
                        " (leads-elsewhere|breaks)"),
                arguments(
                        "pairing-wave",
                        diagram("pairing-wave").replace("'drop'", "'dropped'").replace("'save'", "'drop'"),
                        "UserTask_ReviewWave leads-elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_that_only_a_walk_sees_is_said_with_its_element(String process, Damaged diagram, String expected) {
        assertThat(said(walk(process, diagram.files()))).anyMatch(line -> line.matches("(" + expected + ").*"));
    }

    /** Each finding has a sentence in both languages, with all its arguments. */
    static List<String> said(Walked walked) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        walked.findings().forEach(finding -> {
            assertThat(messages.getMessage(finding.line(), Locale.CHINESE))
                    .contains("试走")
                    .doesNotContainPattern("\\{\\d");
            assertThat(messages.getMessage(finding.line(), Locale.ENGLISH))
                    .contains("Walked")
                    .doesNotContainPattern("\\{\\d");
        });
        return walked.findings().stream()
                .map(finding -> finding.element() + " " + finding.code().replace("walk.", ""))
                .toList();
    }

    static Stream<Arguments> harmless() {
        String asked = "<bpmn:userTask id=\"UserTask_Own\" name=\"问一问\" camunda:modelerTemplate=\"org.shangda.step\"/>"
                + "<bpmn:exclusiveGateway id=\"Gateway_Own\" default=\"Flow_Own_Yes\"/>"
                + "<bpmn:sequenceFlow id=\"Flow_Own\" sourceRef=\"UserTask_Own\" targetRef=\"Gateway_Own\"/>"
                + "<bpmn:sequenceFlow id=\"Flow_Own_Yes\" sourceRef=\"Gateway_Own\" targetRef=\"UserTask_Accept\"/>"
                + "<bpmn:sequenceFlow id=\"Flow_Own_No\" sourceRef=\"Gateway_Own\" targetRef=\"UserTask_Accept\">"
                + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${!stepAnswer}</bpmn:conditionExpression>"
                + "</bpmn:sequenceFlow>";
        String reminder =
                "<bpmn:boundaryEvent id=\"BoundaryEvent_Own\" cancelActivity=\"false\" attachedToRef=\"UserTask_Accept\">"
                        + "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${workingDays(3)}</bpmn:timeDate>"
                        + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                        + "<bpmn:serviceTask id=\"ServiceTask_Own\" camunda:delegateExpression=\"${remind}\"/><bpmn:endEvent id=\"EndEvent_Own\"/>"
                        + "<bpmn:sequenceFlow id=\"Flow_Own\" sourceRef=\"BoundaryEvent_Own\" targetRef=\"ServiceTask_Own\"/>"
                        + "<bpmn:sequenceFlow id=\"Flow_Own_End\" sourceRef=\"ServiceTask_Own\" targetRef=\"EndEvent_Own\"/>";
        String own = "<bpmn:userTask id=\"UserTask_Own\" name=\"问一问\"/>"
                + "<bpmn:sequenceFlow id=\"Flow_Own\" sourceRef=\"UserTask_Own\" targetRef=\"UserTask_Accept\"/>";
        return Stream.of(
                arguments(
                        "a step of one's own",
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle")
                                .lead("Flow_Consented_Accept", "UserTask_Own")
                                .replace(
                                        "<bpmn:subProcess id=\"SubProcess_Over\"",
                                        own + "<bpmn:subProcess id=\"SubProcess_Over\"")),
                arguments(
                        "a step of one's own whose answer is asked for",
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle")
                                .lead("Flow_Consented_Accept", "UserTask_Own")
                                .replace(
                                        "<bpmn:subProcess id=\"SubProcess_Over\"",
                                        asked + "<bpmn:subProcess id=\"SubProcess_Over\"")),
                arguments(
                        "a reminder in working days",
                        "pairing-lifecycle",
                        diagram("pairing-lifecycle")
                                .replace(
                                        "<bpmn:subProcess id=\"SubProcess_Over\"",
                                        reminder + "<bpmn:subProcess id=\"SubProcess_Over\"")),
                arguments(
                        "a continuation in the background",
                        "contact-duty",
                        diagram("contact-duty")
                                .replace(
                                        "<bpmn:userTask id=\"UserTask_FollowUp\"",
                                        "<bpmn:userTask id=\"UserTask_FollowUp\" camunda:asyncBefore=\"true\"")),
                arguments(
                        "another name",
                        "semester-summary",
                        diagram("semester-summary").replace("name=\"审阅学期总结\"", "name=\"审核学期总结\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_hurts_nobody_is_not_found(String what, String process, Damaged diagram) {
        assertThat(said(walk(process, diagram.files()))).isEmpty();
    }

    @Test
    void what_changes_for_whom_is_the_difference_of_two_walks() {
        Walked inForce = walk("contact-duty", Shipped.files());
        Walked same = walk(
                "contact-duty",
                diagram("contact-duty").replace("name=\"已查看\"", "name=\"看过\"").files());
        Walked proposed = walk(
                "contact-duty",
                diagram("contact-duty")
                        .lead("Flow_Missed_Hint", "UserTask_CollegeLook")
                        .files());

        assertThat(Difference.between(inForce, same).isNothing()).isTrue();
        Difference difference = Difference.between(inForce, proposed);
        assertThat(difference.gone())
                .isNotEmpty()
                .allMatch(move -> move.contains("closePeriod missed=false") && move.endsWith("end"));
        assertThat(difference.come())
                .anyMatch(move -> move.contains("closePeriod missed=false") && move.contains("UserTask_CollegeLook"));
    }

    @Test
    void nobody_finds_the_scratch_engine() {
        walk("pairing-wave", Shipped.files());
        assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(name -> name.startsWith("walk"));
    }

    @Test
    void what_was_walked_is_not_walked_again() {
        Map<String, byte[]> moved = Shipped.files();
        moved.computeIfPresent(
                "event-duty.bpmn",
                (name, content) -> new String(content, StandardCharsets.UTF_8)
                        .replaceAll("<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"1\"")
                        .concat("\n")
                        .getBytes(StandardCharsets.UTF_8));

        Walked walked = walk("event-duty", Shipped.files());

        assertThat(walk("event-duty", Shipped.files())).isSameAs(walked);
        assertThat(walk("event-duty", moved)).as("drawn elsewhere").isSameAs(walked);
    }
}
