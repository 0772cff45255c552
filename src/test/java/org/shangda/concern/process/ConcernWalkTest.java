package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.engine.door.walk.Damaged.diagram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.engine.door.Finding;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.walk.Damaged;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.Scenario;
import org.shangda.engine.door.walk.Shipped;
import org.shangda.engine.door.walk.Standing;
import org.shangda.engine.door.walk.Walked;
import org.shangda.engine.door.walk.Walks;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A concern's diagrams walked through with every exit that the tables have, at every level. */
class ConcernWalkTest {

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

    private static List<Scenario> scenarios(Map<String, byte[]> files) {
        return new ConcernScenarios().of(Proposal.of(files), DECLARED);
    }

    private static List<Walked> walk(Map<String, byte[]> files) {
        return walks.walk(scenarios(files));
    }

    @Test
    void every_exit_of_the_shipped_levels_leads_where_its_outcome_says() {
        List<Walked> shipped = walk(Shipped.files());

        assertThat(said(shipped)).isEmpty();
        assertThat(shipped).allMatch(Walked::whole);
        // Otherwise it would be easy to find nothing.
        Walked way = shipped.get(0);
        assertThat(way.places().stream()
                        .flatMap(place -> place.tasks().stream())
                        .map(Standing::mark))
                .contains(
                        "branch/first",
                        "college/first",
                        "department/first",
                        "organization-department/first",
                        "assigning-office/first",
                        "branch/again",
                        "department/again",
                        "college/review");
        Set<String> exits = Set.of("answer", "explain", "pass-up", "ask", "transfer", "assist", "return", "agenda");
        assertThat(shipped.stream().flatMap(walked -> walked.moves().stream()).map(move -> move.choice()))
                .containsAll(exits)
                .contains("decision=moved-up, outcome=passed-up", "approved", "sent back");
    }

    /** Or a deployment takes ten times as long. */
    @Test
    void nothing_is_done_twice_to_come_back_to_a_place() {
        assertThat(walk(Shipped.files()))
                .allSatisfy(walked ->
                        assertThat(walked.steps()).isEqualTo(walked.moves().size()));
    }

    static Stream<Arguments> damages() {
        String way = ConcernEscalation.PROCESS;
        return Stream.of(
                arguments(
                        "E04 my concern ends after its first use",
                        diagram(way)
                                .without("Gateway_Withdrawn", "Flow_Withdrawn_Withdrawn", "Flow_Withdrawn_MyConcern")
                                .without("EndEvent_Withdrawn")
                                .replace(
                                        "targetRef=\"Gateway_Withdrawn\"/>",
                                        "targetRef=\"EndEvent_Mine\"/><bpmn:endEvent id=\"EndEvent_Mine\"/>"),
                        "UserTask_MyConcern leads-elsewhere"),
                arguments(
                        "E05 nobody closes what is not rated",
                        diagram(way)
                                .without("BoundaryEvent_RatingSilence", "Flow_RatingSilence_CloseUnrated")
                                .without("ServiceTask_CloseUnrated", "Flow_CloseUnrated_Unrated", "EndEvent_Unrated"),
                        "UserTask_Rate waits-for-ever"),
                arguments(
                        "E06 the college is skipped",
                        diagram(way)
                                .lead("Flow_BranchAnswered_College", "CallActivity_Department")
                                .lead("Flow_SecondReturn_College", "CallActivity_AssigningOffice")
                                .lead("Flow_Refers_College", "CallActivity_Department"),
                        " level-not-reached"),
                arguments(
                        "E08 yes and no of the branch's answer change places",
                        diagram(way).swapTargets("Flow_BranchAnswered_Answer", "Flow_BranchAnswered_College"),
                        "CallActivity_Branch way-passed-up"),
                arguments(
                        "E10 the college's answer is asked the other way round",
                        diagram(way).swapTargets("Flow_CollegeAnswered_Answer", "Flow_CollegeAnswered_Department"),
                        "CallActivity_College way-answered"),
                arguments(
                        "E14 a value is misspelt",
                        diagram(way).replace("${outcome == 'returned'}", "${outcome == 'retruned'}"),
                        "CallActivity_Department way-returned"),
                arguments(
                        "E22 the number is not passed on",
                        diagram(way).replace("<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>", ""),
                        " number-not-passed"),
                arguments(
                        "E55 the hazard's join waits for nobody",
                        diagram(way)
                                .replace(
                                        "<bpmn:parallelGateway id=\"Gateway_BothActed\"",
                                        "<bpmn:exclusiveGateway id=\"Gateway_BothActed\"")
                                .replace(
                                        "<bpmn:outgoing>Flow_BothActed_DepartmentOutcome</bpmn:outgoing>\n    </bpmn:parallelGateway>",
                                        "<bpmn:outgoing>Flow_BothActed_DepartmentOutcome</bpmn:outgoing>\n    </bpmn:exclusiveGateway>"),
                        "CallActivity_\\w+ way-hazard-does-not-wait| breaks"),
                arguments(
                        "taking back leads up like referring",
                        diagram(way).lead("Flow_Refers_College", "CallActivity_OrganizationDepartment"),
                        "UserTask_ConfirmReferral way-no-is-yes"),
                arguments(
                        "a second dissatisfaction is handled again",
                        diagram(way).lead("Flow_Rated_Review", "CallActivity_HandleAgain"),
                        "UserTask_Rate way-dissatisfied"));
    }

    static Stream<Arguments> damagesOfALevel() {
        String level = LevelHandling.PROCESS;
        return Stream.of(
                arguments(
                        "L01 nobody is asked to sign",
                        diagram(level)
                                .lead("Flow_NeedsSignature_Sign", "EndEvent_Handled")
                                .without("UserTask_Sign", "Flow_Sign_Approved", "Gateway_Approved")
                                .without("Flow_Approved_Handled", "Flow_Approved_Handle"),
                        "UserTask_Handle level-signature"),
                arguments(
                        "L03 approved and sent back change places",
                        diagram(level).replace("${!approved}", "${approved}"),
                        "UserTask_Sign level-(leaves|sent-back)"),
                arguments(
                        "L09 asking leaves the level",
                        diagram(level)
                                .without("Flow_Outcome_Supplement", "Flow_Supplement_Visit")
                                .without("UserTask_Supplement", "BoundaryEvent_SupplementSilence")
                                .without("Flow_SupplementSilence_Resume"),
                        "UserTask_Handle level-ask"),
                arguments(
                        "L10 transferring leaves the level",
                        diagram(level).without("Flow_Outcome_Enter"),
                        "UserTask_Handle level-transfer"),
                arguments(
                        "L14 the visit ends without ending its clock",
                        diagram(level)
                                .replace(
                                        "<bpmn:incoming>Flow_RecordDecision_Handled</bpmn:incoming>\n        <bpmn:terminateEventDefinition/>",
                                        "<bpmn:incoming>Flow_RecordDecision_Handled</bpmn:incoming>"),
                        "UserTask_Handle level-leaves"),
                arguments(
                        "L34 after a reminder the clock is asked again at once",
                        diagram(level).lead("Flow_TimeAction_NextDeadline", "ServiceTask_CheckTime"),
                        ".* circles"),
                arguments(
                        "what is handled with others leaves instead of waiting",
                        diagram(level).lead("Flow_Merged_Together", "EndEvent_Left"),
                        "BoundaryEvent_Merged level-not-together"),
                arguments(
                        "what was handled with others leaves whatever came of them",
                        diagram(level).lead("Flow_GoOn_Outcome", "EndEvent_Left"),
                        "IntermediateEvent_Together level-(handle|transfer|explain|agenda)"),
                arguments(
                        "the clock is forgotten", diagram(level).without("SubProcess_Time"), ".* level-without-clock"),
                arguments(
                        "explaining does not wait",
                        diagram(level).lead("Flow_Outcome_Review", "SubProcess_Visit"),
                        "UserTask_Handle level-explain"),
                arguments(
                        "supervision moves nothing up",
                        diagram(level).lead("Flow_Supervised_MovedUp", "IntermediateEvent_NextDeadline"),
                        "UserTask_Supervise (level-supervised|breaks)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damage_of_the_way_is_found(String what, Damaged damaged, String expected) {
        Walked way = walks.walk(scenarios(damaged.files()).subList(0, 1)).get(0);
        assertThat(said(List.of(way))).anyMatch(line -> line.matches("(" + expected + ")"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damagesOfALevel")
    void a_damage_within_a_level_is_found(String what, Damaged damaged, String expected) {
        List<Scenario> levels = scenarios(damaged.files());
        assertThat(said(walks.walk(levels.subList(1, levels.size()))))
                .anyMatch(line -> line.matches("(" + expected + ")"));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments(
                        "E40", diagram(ConcernEscalation.PROCESS).replace(" camunda:historyTimeToLive=\"P1825D\"", "")),
                arguments(
                        "E63",
                        diagram(ConcernEscalation.PROCESS)
                                .replace(
                                        "<bpmn:callActivity id=\"CallActivity_College\"",
                                        "<bpmn:callActivity id=\"CallActivity_College\" camunda:asyncBefore=\"true\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_hurts_nobody_is_not_found(String what, Damaged damaged) {
        assertThat(said(walks.walk(scenarios(damaged.files()).subList(0, 1)))).isEmpty();
    }

    private static List<String> said(List<Walked> walked) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        List<Finding> findings =
                walked.stream().flatMap(one -> one.findings().stream()).toList();
        findings.forEach(finding -> {
            assertThat(messages.getMessage(finding.line(), Locale.CHINESE))
                    .contains("试走")
                    .doesNotContainPattern("\\{\\d");
            assertThat(messages.getMessage(finding.line(), Locale.ENGLISH))
                    .contains("Walked")
                    .doesNotContainPattern("\\{\\d");
        });
        return findings.stream()
                .map(finding -> finding.element() + " " + finding.code().replace("walk.", ""))
                .distinct()
                .toList();
    }
}
