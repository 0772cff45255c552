package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.PERSONNEL_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.ShippedWords;
import org.shangda.TestTime;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;

/** Every exit that the table opens is taken at each level, in each stage and for each type; every other is refused. */
@ShangdaTest
class ExitsProcessTest {

    private static final List<String> LEVELS =
            List.of("branch", "college", "department", "organization-department", "assigning-office");

    private static final List<String> TYPES = List.of("difficulty", "problem", "suggestion", "hazard");

    /** The ends of a level. Which of them is passed is part of every exit's effect. */
    private static final List<String> ENDS = List.of("EndEvent_Left", "EndEvent_LeftUpwards", "EndEvent_PassedOver");

    /** Which clocks stood still in a pause; the databases write truth values differently. */
    private static final String STANDING = "case when whole_case then 'both' else 'level''s' end";

    @Autowired
    Cases cases;

    @Autowired
    Rules rules;

    @Autowired
    Sentences sentences;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- the table ---------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicTest> every_exit_of_the_table_is_taken_with_its_effect() {
        return situations()
                .flatMap(situation -> rules.exits(situation).stream()
                        .map(exit -> DynamicTest.dynamicTest(name(situation) + " → " + exit.code(), () -> {
                            monday();
                            taken(situation, exit);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> every_other_exit_is_refused_and_changes_nothing() {
        Set<String> all = new LinkedHashSet<>();
        situations().forEach(situation -> all.addAll(codes(situation)));
        assertThat(all).hasSize(14);
        return situations()
                .map(situation -> DynamicTest.dynamicTest(name(situation), () -> {
                    monday();
                    List<String> closed = new ArrayList<>(all);
                    closed.removeAll(codes(situation));
                    refused(situation, closed);
                }));
    }

    private List<String> codes(Situation situation) {
        return rules.exits(situation).stream().map(LevelExit::code).toList();
    }

    /** A hazard starts at college and department; only what was answered is handled again; a suggestion never is. */
    private static Stream<Situation> situations() {
        return LEVELS.stream()
                .flatMap(level -> TYPES.stream()
                        .flatMap(type -> Stream.of("first", "again", "review")
                                .map(stage -> new Situation("zhejiang", level, stage, type))))
                .filter(one -> !(one.type().equals("hazard")
                        && List.of("branch", "assigning-office").contains(one.level())))
                .filter(one -> one.stage().equals("first")
                        || !one.type().equals("suggestion") && !one.level().equals("assigning-office"));
    }

    private static String name(Situation situation) {
        return situation.level() + ", " + situation.stage() + ", " + situation.type();
    }

    private String reach(Situation situation) {
        return switch (situation.stage()) {
            case "first" -> cases.at(situation.level(), situation.type());
            case "again" -> cases.again(situation.level(), situation.type());
            default -> cases.review(situation.level(), situation.type());
        };
    }

    private static String handler(Situation situation) {
        return situation.stage().equals("review")
                ? Cases.reviewerOf(situation.level())
                : Cases.handlerAt(situation.level(), situation.stage());
    }

    private ProcessInstance levelOf(Task task) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    }

    private void refused(Situation situation, List<String> closed) {
        String number = reach(situation);
        Task task = cases.handlingAt(number, situation.level());
        String handler = handler(situation);
        if (task.getAssignee() == null) {
            cases.claim(handler, task);
        }
        List<String> steps = cases.steps(number);
        List<String> versions = cases.handlings(number, "version");
        List<String> tasks = cases.openTasks(number);

        closed.forEach(exit -> assertRefused(
                () -> cases.submit(handler, task, Map.of("exit", exit, "words", "试一试", "tried", "试过")),
                409,
                "本级不能选择“" + ShippedWords.words().inChinese("exit", exit) + "”，请选择其他办理结果。"));

        assertThat(closed).isNotEmpty();
        assertThat(cases.steps(number)).isEqualTo(steps);
        assertThat(cases.handlings(number, "version")).isEqualTo(versions);
        assertThat(cases.openTasks(number)).isEqualTo(tasks);
        assertThat(cases.handlingAt(number, situation.level()).getId()).isEqualTo(task.getId());
    }

    private void taken(Situation situation, LevelExit exit) {
        String number = reach(situation);
        ProcessInstance way = cases.instance(number, "concern-escalation");
        ProcessInstance level = levelOf(cases.handlingAt(number, situation.level()));

        String handler = handler(situation);
        cases.exitAt(situation.level(), handler, number, exit.code(), asked(exit.code()));
        if (rules.deadline(situation).orElseThrow().signedExits().contains(exit.code())) {
            cases.approve(situation.level().equals("college") ? Cases.COLLEGE_HEAD : DEPARTMENT_HEAD, number);
        }

        assertThat(cases.step(number, "EXIT", "code")).isEqualTo(exit.code());
        assertThat(cases.step(number, "EXIT", "outcome"))
                .isEqualTo(exit.outcome().code());
        assertThat(cases.step(number, "EXIT", "channel"))
                .isEqualTo(exit.code().equals("other-channel") ? "trade-union" : null);
        assertThat(cases.step(number, "EXIT", "actor")).isEqualTo(handler);
        switch (exit.outcome()) {
            case ANSWERED, PASSED_UP, RETURNED, REFERRED -> left(situation, exit, number, level, way);
            case TRANSFER -> transferred(number, level);
            default -> stayed(situation, exit, number, level);
        }
    }

    private static Map<String, Object> asked(String exit) {
        return switch (exit) {
            case "explain", "agenda" -> Map.of("on", "2026-03-20");
            case "other-channel" -> Map.of("channel", "trade-union");
            case "transfer", "return", "refer", "assign" -> Map.of("unit", "rsc");
            case "assist" -> Map.of("units", List.of("rsc", "cwc"));
            case "convene" -> Map.of("unit", "rsc", "units", List.of("cwc", "bwc"));
            default -> Map.of();
        };
    }

    private void left(Situation from, LevelExit exit, String number, ProcessInstance level, ProcessInstance way) {
        assertThat(level).isEnded().hasPassed("EndEvent_Left");
        passedNone(level, "EndEvent_Left");
        List<String> outcomes = cases.handlings(number, "outcome");
        assertThat(outcomes).contains(exit.outcome().code());
        boolean otherStillActs = from.type().equals("hazard")
                && from.stage().equals("first")
                && List.of("college", "department").contains(from.level());
        if (otherStillActs) {
            String other = from.level().equals("college") ? "department" : "college";
            assertThat(cases.handling(number, from.level(), "outcome"))
                    .isEqualTo(exit.outcome().code());
            assertThat(cases.handlingAt(number, other)).isNotNull();
            assertThat(way).hasNotPassed("Gateway_DepartmentOutcome", "ServiceTask_Answer");
            return;
        }
        switch (exit.outcome()) {
            case ANSWERED -> answered(from, number, way);
            case PASSED_UP -> passedUp(from, number, way);
            case RETURNED -> {
                assertThat(way).hasPassed("Gateway_SecondReturn").hasNotPassed("CallActivity_AssigningOffice");
                assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "jsj");
                assertThat(cases.concern(number, "returns")).isEqualTo("1");
            }
            default -> {
                assertThat(cases.handling(number, "department", "unit")).isEqualTo("rsc");
                assertThat(way).hasNotPassed("ServiceTask_Answer");
            }
        }
    }

    private void answered(Situation from, String number, ProcessInstance way) {
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

    private void passedUp(Situation from, String number, ProcessInstance way) {
        assertThat(cases.step(number, "TRIED", "words")).isEqualTo("已联系维修。");
        assertThat(way).hasNotPassed("ServiceTask_Answer");
        switch (from.level()) {
            case "branch" -> assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
            case "college" -> assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
            default -> assertThat(way).isWaitingAt("UserTask_ConfirmReferral");
        }
    }

    private void transferred(String number, ProcessInstance level) {
        assertThat(level).isNotEnded();
        passedNone(level, null);
        List<String> outcomes = cases.handlings(number, "outcome");
        assertThat(outcomes.get(outcomes.size() - 2)).isEqualTo("transfer");
        assertThat(outcomes.get(outcomes.size() - 1)).isNull();
        assertThat(cases.handling(number, "department", "unit")).isEqualTo("rsc");
        cases.claim(PERSONNEL_CLERK, cases.handlingAt(number, "department"));
    }

    private void stayed(Situation at, LevelExit exit, String number, ProcessInstance level) {
        assertThat(level).isNotEnded();
        passedNone(level, null);
        assertThat(cases.handling(number, at.level(), "ended_at")).isNull();
        assertThat(cases.handling(number, at.level(), "taken")).isEqualTo(exit.code());
        switch (exit.code()) {
            case "ask" -> {
                assertThat(level).isWaitingAtExactly("UserTask_Supplement");
                assertThat(cases.task(number, "UserTask_Supplement").getAssignee())
                        .isEqualTo(COLLEAGUE);
                assertThat(cases.pauses(number, "reason")).containsExactly("asked-colleague");
                assertThat(cases.pauses(number, "to_at")).containsExactly((String) null);
            }
            case "explain" -> {
                assertThat(level).isWaitingAtExactly("IntermediateEvent_Review");
                assertThat(cases.pauses(number, "reason")).containsExactly("explained");
            }
            case "agenda" -> {
                assertThat(level).isWaitingAt("UserTask_RecordDecision");
                assertThat(cases.pauses(number, "reason")).containsExactly("agenda");
            }
            case "assist" -> {
                assertThat(cases.opinions(number, "unit")).containsExactly("rsc", "cwc");
                assertThat(level).isWaitingAt("UserTask_Handle", "UserTask_Opinion");
            }
            case "hand-back" -> {
                assertThat(cases.handlingAt(number, at.level()).getAssignee()).isNull();
                assertThat(cases.handling(number, at.level(), "received_by")).isNull();
            }
            case "extend" -> {
                assertThat(cases.handling(number, at.level(), "days")).isEqualTo("20");
                assertThat(cases.handlingAt(number, at.level()).getAssignee()).isEqualTo(DEPARTMENT_CLERK);
            }
            default -> throw new AssertionError("no effect is written down for " + exit.code());
        }
    }

    private static void passedNone(ProcessInstance level, String but) {
        assertThat(level)
                .hasNotPassed(ENDS.stream().filter(end -> !end.equals(but)).toArray(String[]::new));
    }

    // --- explain and keep working ------------------------------------------------------------------------------------

    @Test
    void an_explained_concern_comes_back_by_itself_on_the_day_of_review() {
        String number = cases.at("branch", "problem");
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-20"));
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.passTo(number, "2026-03-20T08:29:00");
        assertThat(cases.findTask(number, "UserTask_Handle")).isEmpty();
        cases.passTo(number, "2026-03-20T08:30:00");

        assertThat(level)
                .hasPassed("IntermediateEvent_Review", "ServiceTask_Resume")
                .isWaitingAt("UserTask_Handle");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        assertThat(cases.steps(number)).endsWith("EXIT", "RESUMED");
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
        assertThat(cases.pauses(number, STANDING)).containsExactly("level's");
        assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-30T17:00");
    }

    @Test
    void a_concern_is_explained_at_most_twice_at_a_level() {
        String number = cases.at("branch", "problem");
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-04"));
        cases.passTo(number, "2026-03-04T09:00:00");
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-06"));
        cases.passTo(number, "2026-03-06T09:00:00");

        assertThat(exitsShown(SECRETARY, number)).doesNotContain("\"explain\"");
        assertRefused(
                () -> cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-10")),
                409,
                "“解释说明、持续推进”的次数已用完，请选择其他办理结果。");
        assertThat(cases.findTask(number, "UserTask_Handle")).isPresent();
    }

    @Test
    void the_day_of_review_is_at_most_sixty_days_ahead() {
        String number = cases.at("branch", "problem");

        for (String day : List.of("2026-03-01", "2026-03-02", "2026-05-02")) {
            assertRefused(
                    () -> cases.exit(SECRETARY, number, "explain", Map.of("on", day)), 400, "日期须从明天起、60 天以内，请改填。");
        }
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-05-01"));

        assertThat(cases.steps(number)).containsOnlyOnce("EXIT");
    }

    // --- asking the colleague ----------------------------------------------------------------------------------------

    @Test
    void both_clocks_stand_still_until_the_colleague_has_supplemented() {
        String number = cases.at("branch", "problem");
        assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-11T17:00");
        cases.exit(SECRETARY, number, "ask", Map.of("words", "请问是哪一间？"));
        ProcessInstance level = cases.instance(number, "level-handling");
        Task asked = cases.task(number, "UserTask_Supplement");
        assertThat(asked.getDueDate()).isEqualTo(TestTime.at("2026-03-09T17:00:00"));
        assertThat(cases.show(COLLEAGUE, asked)).containsEntry("question", "请问是哪一间？");

        TestTime.set("2026-03-04T10:00:00");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "402 室。"));

        assertThat(level)
                .hasPassed("UserTask_Supplement")
                .hasNotPassed("BoundaryEvent_SupplementSilence", "ServiceTask_Resume")
                .isWaitingAt("UserTask_Handle");
        assertThat(cases.steps(number)).endsWith("EXIT", "SUPPLEMENTED");
        assertThat(cases.pauses(number, STANDING)).containsExactly("both");
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
        assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-12T17:00");
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("402 室。");
    }

    @Test
    void a_colleague_who_says_nothing_for_five_working_days_does_not_hold_the_concern_up() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "ask");
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.passTo(number, "2026-03-09T16:59:00");
        assertThat(level).isWaitingAt("UserTask_Supplement");
        cases.passTo(number, "2026-03-09T17:00:00");

        assertThat(level)
                .hasPassed("BoundaryEvent_SupplementSilence", "ServiceTask_Resume")
                .isWaitingAt("UserTask_Handle");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(cases.steps(number)).endsWith("EXIT", "RESUMED");
    }

    @Test
    void a_level_asks_at_most_twice() {
        String number = cases.at("branch", "problem");
        for (int i = 0; i < 2; i++) {
            cases.exit(SECRETARY, number, "ask");
            cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "402 室。"));
        }

        assertRefused(() -> cases.exit(SECRETARY, number, "ask"), 409, "“请补充”的次数已用完，请选择其他办理结果。");
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "ask");

        assertThat(cases.openTasks(number)).contains("UserTask_Supplement");
    }

    @Test
    void another_channel_is_one_of_a_closed_list() {
        String number = cases.at("branch", "problem");

        assertRefused(() -> cases.exit(SECRETARY, number, "other-channel"), 400, "请填写“渠道”。");
        assertRefused(
                () -> cases.exit(SECRETARY, number, "other-channel", Map.of("channel", "newspaper")),
                400,
                "请在“渠道”中选择一项。");
        cases.exit(SECRETARY, number, "other-channel", Map.of("channel", "arbitration", "words", "请向仲裁委员会申请。"));

        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "请向仲裁委员会申请。");
        assertThat(cases.handlings(number, "outcome")).containsExactly("answered");
    }

    // --- receiving, handing back -------------------------------------------------------------------------------------

    @Test
    void what_one_handler_hands_back_another_one_receives_and_the_first_receipt_counts() {
        String number = cases.at("college", "problem");
        TestTime.set("2026-03-02T11:00:00");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        String received = cases.handling(number, "college", "received_at");
        assertThat(received).isNotNull();
        cases.exit(COLLEGE_CLERK, number, "hand-back");

        TestTime.set("2026-03-03T11:00:00");
        cases.claim(OTHER_COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        assertThat(cases.handling(number, "college", "received_by")).isEqualTo(OTHER_COLLEGE_CLERK);
        assertThat(cases.handling(number, "college", "received_at")).isEqualTo(received);
        assertThat(cases.steps(number)).endsWith("RECEIVED", "EXIT", "RECEIVED");
        assertRefused(
                () -> cases.exit(COLLEGE_CLERK, number, "answer"), 409, sentences.inChinese("engine.already-claimed"));
    }

    // --- what departments do besides ---------------------------------------------------------------------------------

    @Test
    void opinions_of_the_units_that_assist_come_back_to_the_department() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc", "cwc"), "words", "请说明标准。"));
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.submit(PERSONNEL_CLERK, opinionOf(number, PERSONNEL_CLERK), Map.of("words", "人事处：没有异议。"));
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("opinions")
                        .toString())
                .contains("人事处", "没有异议");
        cases.submit("dingli", opinionOf(number, "dingli"), Map.of("words", "计财处：有经费。"));

        assertThat(level)
                .hasPassed("UserTask_Opinion", "EndEvent_OpinionsGiven")
                .isWaitingAtExactly("SubProcess_Visit", "UserTask_Handle");
        assertThat(cases.opinions(number, "given_by")).containsExactly(PERSONNEL_CLERK, "dingli");
        assertThat(cases.steps(number)).endsWith("OPINION", "OPINION");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .doesNotContain("有经费");
    }

    @Test
    void a_department_need_not_wait_for_an_opinion() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);

        assertThat(level).isEnded().hasPassed("EndEvent_Left").hasNotPassed("EndEvent_OpinionsGiven");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
    }

    private Task opinionOf(String number, String person) {
        Task task = cases.as(
                person,
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey("UserTask_Opinion")
                        .taskCandidateUser(person)
                        .singleResult());
        cases.claim(person, task);
        return task;
    }

    @Test
    void a_department_returns_within_two_working_days_of_receipt_and_names_a_unit() {
        String number = cases.at("department", "problem");
        TestTime.set("2026-03-03T09:00:00");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        TestTime.set("2026-03-05T17:00:00");

        assertRefused(() -> cases.exit(DEPARTMENT_CLERK, number, "return"), 400, "请填写“单位”。");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "hqc")),
                400,
                "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "jsj2")),
                400,
                "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。");
        cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc"));

        assertThat(cases.show(OTHER_COLLEGE_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("unit", "rsc");
    }

    @Test
    void after_two_working_days_a_department_cannot_return_it() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        TestTime.set("2026-03-04T17:01:00");

        assertThat(exitsShown(DEPARTMENT_CLERK, number)).doesNotContain("\"return\"");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc")),
                409,
                "签收已超过两个工作日，不能再选择“退回（非本单位职责）”。请办理。");
    }

    @Test
    void what_the_assigning_office_decided_after_a_second_return_cannot_be_returned() {
        String number = cases.at("assigning-office", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.task(number, "UserTask_Handle").getName()).isEqualTo("裁定承办单位 " + number);
        assertThat(cases.concern(number, "returns")).isEqualTo("2");

        cases.exit(ASSIGNING_CLERK, number, "assign", Map.of("unit", "rsc"));

        assertThat(way).hasPassed("CallActivity_AssigningOffice").isWaitingAt("CallActivity_Department");
        assertRefused(
                () -> cases.exit(PERSONNEL_CLERK, number, "return", Map.of("unit", "hqc")), 409, "承办单位已经裁定，不能再退回。请办理。");
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
    }

    @Test
    void a_department_is_given_more_time_once_by_its_head_with_the_reason_shown() {
        String number = cases.at("department", "problem");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-18T17:00");
        cases.exit(DEPARTMENT_CLERK, number, "extend", Map.of("words", "材料要招标。"));
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-18T17:00");
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "材料须公开招标。"));

        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-30T17:00");
        assertThat(cases.dueOf(number, "UserTask_Handle")).isEqualTo(TestTime.at("2026-03-30T17:00:00"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("延长办理期限", "材料须公开招标。");
        assertRefused(() -> cases.exit(DEPARTMENT_CLERK, number, "extend"), 409, "“延长办理期限”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void a_transferred_concern_is_received_anew_by_the_other_department() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        assertRefused(
                () -> cases.exit(OTHER_DEPARTMENT_CLERK, number, "answer"),
                404,
                sentences.inChinese("engine.no-such-task"));
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "rsc");
        assertThat(cases.handlings(number, "outcome"))
                .containsExactly("passed-up", "passed-up", "transfer", "answered");
    }

    // --- the organization department ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"zzb", "dxb"})
    void a_unit_with_a_level_of_its_own_is_no_department_to_choose(String unit) {
        String atCollege = cases.at("college", "problem");
        String atDepartment = cases.at("department", "problem");
        String sentence = "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。";

        cases.claim(COLLEGE_CLERK, cases.task(atCollege, "UserTask_Handle"));
        assertThat(cases.show(COLLEGE_CLERK, cases.task(atCollege, "UserTask_Handle"))
                        .get("unitChoices")
                        .toString())
                .contains("\"hqc\"")
                .doesNotContain("\"" + unit + "\"");
        assertRefused(() -> cases.exit(COLLEGE_CLERK, atCollege, "pass-up", Map.of("unit", unit)), 400, sentence);
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, atDepartment, "transfer", Map.of("unit", unit)), 400, sentence);
    }

    @Test
    void where_the_routing_proposes_a_unit_with_a_level_of_its_own_it_may_be_chosen() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("category", "other"));
        cases.exit(SECRETARY, number, "pass-up");

        cases.passToDepartment(number, "dxb");

        assertThat(cases.handling(number, "department", "unit")).isEqualTo("dxb");
    }

    @Test
    void a_concern_is_transferred_at_most_twice_at_a_level_whichever_departments_have_it() {
        String number = cases.at("department", "problem");
        String raised = cases.concern(number, "raised_at");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        cases.exit(PERSONNEL_CLERK, number, "transfer", Map.of("unit", Cases.DEPARTMENT));

        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc")),
                409,
                "“转办”的次数已用完，请选择其他办理结果。");
        assertThat(exitsShown(DEPARTMENT_CLERK, number)).doesNotContain("\"transfer\"");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "rsc", "hqc");
        assertThat(cases.concern(number, "raised_at")).isEqualTo(raised);
    }

    @Test
    void a_transfer_does_not_give_the_level_more_questions_to_the_colleague() {
        String number = cases.at("department", "problem");
        for (int round = 1; round <= 2; round++) {
            cases.exit(DEPARTMENT_CLERK, number, "ask");
            cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "第 " + round + " 次补充。"));
        }
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        assertRefused(() -> cases.exit(PERSONNEL_CLERK, number, "ask"), 409, "“请补充”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void units_that_are_convened_assist_the_lead_unit_from_the_start() {
        String number = cases.at("organization-department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.exit(ORGANIZATION_CLERK, number, "convene", Map.of("unit", "rsc", "units", List.of("hqc", "cwc")));

        assertThat(way).hasPassed("CallActivity_OrganizationDepartment").isWaitingAt("CallActivity_Department");
        assertThat(cases.openTasks(number))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern", "UserTask_Opinion", "UserTask_Opinion");
        assertThat(cases.opinions(number, "unit")).containsExactly("hqc", "cwc");
        cases.submit(DEPARTMENT_CLERK, opinionOf(number, DEPARTMENT_CLERK), Map.of("words", "可以配合。"));
        cases.submit("dingli", opinionOf(number, "dingli"), Map.of("words", "有经费。"));
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        assertThat(cases.concern(number, "assisting_units")).isNull();
    }

    @Test
    void at_most_five_units_assist() {
        String number = cases.at("organization-department", "problem");

        assertRefused(
                () -> cases.exit(
                        ORGANIZATION_CLERK,
                        number,
                        "convene",
                        Map.of("unit", "rsc", "units", List.of("hqc", "cwc", "bwc", "jwc", "kyy", "dxb"))),
                400,
                "协办单位最多五个。");
    }

    @Test
    void the_same_unit_is_not_named_twice() {
        String number = cases.at("organization-department", "problem");
        String sentence = "同一个单位只能选一次，主办单位不能同时协办。请修改后再提交。";

        for (List<String> assisting : List.of(List.of("hqc", "hqc"), List.of("hqc", "rsc"))) {
            assertRefused(
                    () -> cases.exit(ORGANIZATION_CLERK, number, "convene", Map.of("unit", "rsc", "units", assisting)),
                    400,
                    sentence);
        }
    }

    @Test
    void a_meeting_that_passes_without_a_recorded_decision_is_reminded_of_and_the_decision_still_answers() {
        String number = cases.at("organization-department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.exit(ORGANIZATION_CLERK, number, "agenda", Map.of("on", "2026-03-20"));
        ProcessInstance level = cases.instance(number, "level-handling");
        assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(TestTime.at("2026-03-20T17:00:00"));

        cases.passTo(number, "2026-03-23T10:00:00");

        assertThat(level).isWaitingAt("UserTask_RecordDecision", "IntermediateEvent_NextDeadline");
        assertThat(cases.steps(number)).endsWith("EXIT", "REMINDED");
        for (String day : List.of("2026-03-01", "2026-03-24")) {
            assertRefused(
                    () -> cases.act(
                            ORGANIZATION_CLERK,
                            number,
                            "UserTask_RecordDecision",
                            Map.of("on", day, "unit", "hqc", "words", "列入计划。")),
                    400,
                    "请填写决定日期，不能早于反映之日，也不能晚于今天。");
        }
        cases.act(
                ORGANIZATION_CLERK,
                number,
                "UserTask_RecordDecision",
                Map.of("on", "2026-03-21", "unit", "hqc", "words", "列入计划。"));

        assertThat(level).isEnded().hasPassedInOrder("UserTask_RecordDecision", "EndEvent_Left");
        assertThat(way).isWaitingAt("UserTask_Rate").hasNotPassed("UserTask_PassOnAnswer");
        assertThat(cases.step(number, "DECISION", "named_unit")).isEqualTo("hqc");
        assertThat(cases.step(number, "DECISION", "on_day")).isEqualTo("2026-03-21");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "列入计划。");
        assertThat(cases.handling(number, "organization-department", "outcome")).isEqualTo("answered");
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
    }

    private String exitsShown(String person, String number) {
        return cases.show(person, cases.task(number, "UserTask_Handle"))
                .get("exits")
                .toString();
    }
}
