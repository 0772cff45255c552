package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.Damaged.cell;
import static org.shangda.Damaged.replace;
import static org.shangda.Damaged.replaceFirst;
import static org.shangda.Damaged.xml;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What systematic damages have shown to be missing: one damage for each sentence that was added. */
class SharpenedDamagesTest {

    private static final String WAY = "concern-escalation.bpmn";
    private static final String LEVEL = "level-handling.bpmn";
    private static final String WORDS = "words.dmn";
    private static final String DAYS = "practice-days.dmn";
    private static final String RATE = "rate-answer.form";

    /** Sentence, file, edit, and the place that it names. */
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "setting.number",
                        LEVEL,
                        xml(it -> it.set("UserTask_Handle", "camunda:priority", "高")),
                        "UserTask_Handle"),
                arguments("setting.kept", LEVEL, replace("\"P1825D\"", "\"P0D\""), "level-handling"),
                arguments(
                        "setting.retries",
                        LEVEL,
                        inside(
                                "UserTask_Handle",
                                "<camunda:failedJobRetryTimeCycle>R0/PT0S" + "</camunda:failedJobRetryTimeCycle>"),
                        "UserTask_Handle"),
                arguments(
                        "setting.date",
                        LEVEL,
                        xml(it -> it.set("UserTask_Handle", "camunda:dueDate", "2026-13-45")),
                        "UserTask_Handle"),
                arguments(
                        "variable.unknown",
                        LEVEL,
                        xml(it -> it.set("UserTask_Handle", "name", "办理 ${nonesuch}")),
                        "UserTask_Handle"),
                arguments(
                        "mapping.overwrites",
                        LEVEL,
                        inside(
                                "UserTask_Handle",
                                "<camunda:inputOutput><camunda:outputParameter name=\"outcome\">answered"
                                        + "</camunda:outputParameter></camunda:inputOutput>"),
                        "UserTask_Handle"),
                arguments("loop.number", LEVEL, replace("${assisting}", "100000"), "UserTask_Opinion"),
                arguments(
                        "loop.missing",
                        LEVEL,
                        xml(it -> it.deleteInside("UserTask_Opinion", "multiInstanceLoopCharacteristics")),
                        "UserTask_Opinion"),
                arguments(
                        "event.waits-for-nothing",
                        WAY,
                        xml(it -> it.deleteInside("BoundaryEvent_RatingSilence", "timerEventDefinition")),
                        "BoundaryEvent_RatingSilence"),
                arguments(
                        "event.uncaught",
                        LEVEL,
                        xml(it -> it.set("BoundaryEvent_MovedUp", "attachedToRef", "UserTask_Supplement")),
                        "EndEvent_MovedUp"),
                arguments(
                        "event.unthrown",
                        LEVEL,
                        xml(it -> it.deleteInside("EndEvent_MovedUp", "errorEventDefinition")),
                        "BoundaryEvent_MovedUp"),
                arguments(
                        "event.comes-back",
                        WAY,
                        xml(it -> it.set("BoundaryEvent_ReferralSilence", "cancelActivity", "false")),
                        "BoundaryEvent_ReferralSilence"),
                arguments(
                        "event.ends-task",
                        "event-duty.bpmn",
                        xml(it -> it.set("BoundaryEvent_RemindTalk", "cancelActivity", "true")),
                        "BoundaryEvent_RemindTalk"),
                arguments(
                        "event.leaves-task",
                        "bulletin.bpmn",
                        xml(it -> it.set("BoundaryEvent_LastDayOver", "cancelActivity", "false")),
                        "BoundaryEvent_LastDayOver"),
                arguments(
                        "timer.no-work",
                        WAY,
                        replace("${rateBy}", "${dueDate(execution)}"),
                        "BoundaryEvent_RatingSilence"),
                arguments(
                        "flow.to-itself",
                        LEVEL,
                        xml(it -> it.lead("Flow_Review_Resume", "IntermediateEvent_Review")),
                        "Flow_Review_Resume"),
                arguments(
                        "call.into-unknown",
                        LEVEL,
                        replace("target=\"nextAt\"", "target=\"nextAx\""),
                        "CallActivity_Supervision"),
                arguments(
                        "way.only",
                        LEVEL,
                        xml(it -> it.delete("Flow_NeedsSignature_Handled")),
                        "Flow_NeedsSignature_Sign"),
                arguments(
                        "node.compensation",
                        LEVEL,
                        xml(it -> it.set("UserTask_Handle", "isForCompensation", "true")),
                        "UserTask_Handle"),
                arguments(
                        "level.stage-missing",
                        WAY,
                        replace("sourceExpression=\"again\"", "sourceExpression=\"review\""),
                        "concern-escalation"),
                arguments("condition.value", WAY, replace("'department'", "'departments'"), "Flow_HandledAgain"),
                arguments(
                        "field.readonly",
                        RATE,
                        replace("\"key\": \"rating\"", "\"key\": \"rating\", \"readonly\": true"),
                        "Field_008"),
                arguments(
                        "field.hidden",
                        RATE,
                        replace("\"key\": \"rating\"", "\"key\": \"rating\", \"conditional\": {\"hide\": \"=true\"}"),
                        "Field_008"),
                arguments("field.impossible", RATE, replace("\"maxLength\": 2000", "\"maxLength\": 0"), "Field_010"),
                arguments("field.type", RATE, replace("\"type\": \"radio\"", "\"type\": \"textfield\""), "Field_008"),
                arguments("field.source", RATE, replace("\"=way\"", "\"=ways\""), "Field_005"),
                arguments("word.code", WORDS, cell("Rule_TypeProblem", "code", ""), "Rule_TypeProblem"),
                arguments("word.kind", WORDS, cell("Rule_TypeProblem", "kind", "\"typ\""), "Rule_TypeProblem"),
                arguments("cell.blank", WORDS, cell("Rule_TypeProblem", "zh", ""), "Rule_TypeProblem"),
                arguments("cell.number", WORDS, cell("Rule_TypeProblem", "order", "\"3\""), "Rule_TypeProblem"),
                arguments("cell.yes-no", WORDS, cell("Rule_TypeProblem", "inUse", "是"), "Rule_TypeProblem"),
                arguments(
                        "cell.long",
                        WORDS,
                        cell("Rule_TypeProblem", "zh", "\"" + "长".repeat(501) + "\""),
                        "Rule_TypeProblem"),
                arguments(
                        "word.twice",
                        WORDS,
                        xml(it -> it.copyToTop("Rule_TypeProblem", "Rule_More")),
                        "Rule_TypeProblem"),
                arguments("word.none", WORDS, replace("<text>\"consent\"</text>", "<text>\"way\"</text>"), "consent"),
                arguments(
                        "word.needed", WORDS, cell("Rule_RatingDissatisfied", "inUse", "false"), "rating/dissatisfied"),
                arguments("row.missing", DAYS, xml(it -> it.delete("Rule_RateWithin")), "rate-within"),
                arguments("cell.range", DAYS, cell("Rule_RateWithin", "days", "0"), "Rule_RateWithin"),
                arguments(
                        "row.never", DAYS, xml(it -> it.copyToTop("Rule_RateWithin", "Rule_More")), "Rule_RateWithin"),
                arguments(
                        "cell.code",
                        "level-deadlines.dmn",
                        cell("Rule_College", "signedBy", "\"boss\""),
                        "Rule_College"),
                arguments(
                        "node.circles",
                        LEVEL,
                        xml(it -> it.lead("Flow_TimeAction_NextDeadline", "ServiceTask_CheckTime")),
                        "TimeAction"),
                arguments(
                        "field.hidden",
                        RATE,
                        replace("\"key\": \"rating\"", "\"key\": \"rating\", \"conditional\": {\"hide\": \"=1 = 1\"}"),
                        "Field_008"),
                arguments("field.path", RATE, replace("\"key\": \"words\"", "\"key\": \"extra.words\""), "Field_010"),
                arguments(
                        "unit.reviews-itself",
                        "level-units.dmn",
                        cell("Rule_CollegeReview", "rule", "\"same\""),
                        "Rule_CollegeReview"),
                arguments("setting.question", LEVEL, ownStep("question", ""), "UserTask_Own"),
                arguments("setting.unknown", LEVEL, ownStep("who", "everybody"), "UserTask_Own"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refused")
    void what_would_hurt_somebody_is_refused_with_its_place(
            String sentence, String file, UnaryOperator<String> edit, String place) {
        assertThat(Damaged.examine(file, edit))
                .anyMatch(one -> one.refuses()
                        && one.code().equals(sentence)
                        && one.place().contains(place));
    }

    static Stream<Arguments> warned() {
        return Stream.of(
                arguments(
                        "loop.sequential",
                        LEVEL,
                        replace(
                                "<bpmn:multiInstanceLoopCharacteristics",
                                "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"")),
                arguments(
                        "unit.no-line-leader",
                        "level-units.dmn",
                        cell("Rule_DepartmentFirst", "rule", "\"line-leader\"")),
                arguments("task.untimed", "pairing-wave.bpmn", xml(it -> it.delete("BoundaryEvent_ReviewLate"))),
                arguments("word.gone", WORDS, xml(it -> it.delete("Rule_TypeProblem"))),
                arguments("field.condition", RATE, replace("=if rating = ", "=if nonesuch = ")),
                arguments(
                        "node.does-nothing",
                        "contact-duty.bpmn",
                        replaceFirst(
                                "<bpmn:serviceTask id=\"ServiceTask_Remind\"(.*?) camunda:delegateExpression=\"[^\"]*\"(.*?)</bpmn:serviceTask>",
                                "<bpmn:manualTask id=\"ServiceTask_Remind\"$1$2</bpmn:manualTask>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warned")
    void what_may_be_meant_so_is_said(String sentence, String file, UnaryOperator<String> edit) {
        assertThat(Damaged.examine(file, edit))
                .anyMatch(one -> !one.refuses() && one.code().equals(sentence));
    }

    private static UnaryOperator<String> inside(String task, String extension) {
        return replaceFirst("(<bpmn:userTask id=\"" + task + "\"[^>]*>\\s*<bpmn:extensionElements>)", "$1" + extension);
    }

    /** A step of one's own before handling, with one setting changed. */
    private static UnaryOperator<String> ownStep(String setting, String value) {
        String settings = Stream.of("question=核实了吗？", "who=unit", "told=units", "answers=words")
                .map(one -> one.split("="))
                .map(one -> "<camunda:property name=\"" + one[0] + "\" value=\""
                        + (one[0].equals(setting) ? value : one[1]) + "\" />")
                .reduce("", String::concat);
        return replace("targetRef=\"UserTask_Sign\"", "targetRef=\"UserTask_Own\"")
                .andThen(replaceFirst(
                        "<bpmn:userTask id=\"UserTask_Sign\"",
                        "<bpmn:userTask id=\"UserTask_Own\" camunda:modelerTemplate=\"org.shangda.step\""
                                + " camunda:formRef=\"own-step\" camunda:formRefBinding=\"latest\">"
                                + "<bpmn:extensionElements><camunda:properties>" + settings
                                + "</camunda:properties></bpmn:extensionElements>"
                                + "<bpmn:outgoing>Flow_Own</bpmn:outgoing></bpmn:userTask>"
                                + "<bpmn:sequenceFlow id=\"Flow_Own\" sourceRef=\"UserTask_Own\""
                                + " targetRef=\"UserTask_Sign\" /><bpmn:userTask id=\"UserTask_Sign\""))::apply;
    }
}
