package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_HEAD;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;

/** What the colleague does with a concern on its way, and what the college in charge does on the colleague's behalf. */
@ShangdaTest
class FollowingProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Sentences sentences;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- rating ------------------------------------------------------------------------------------------------------

    @Test
    void satisfied_closes_it() {
        closedBy("satisfied", "SATISFIED");
    }

    @Test
    void basically_satisfied_closes_it() {
        closedBy("basically-satisfied", "BASICALLY_SATISFIED");
    }

    private void closedBy(String rating, String counted) {
        String number = cases.answeredBy("branch", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", rating));

        assertThat(way)
                .isEnded()
                .hasPassedInOrder("UserTask_Rate", "EndEvent_Closed")
                .hasNotPassed(
                        "CallActivity_HandleAgain",
                        "EndEvent_Unrated",
                        "EndEvent_ClosedDissatisfied",
                        "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo(counted);
        assertThat(cases.step(number, "RATED", "code")).isEqualTo(rating);
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void the_first_dissatisfied_is_handled_again_by_the_head_of_the_unit_within_five_working_days() {
        String number = cases.answeredBy("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(
                COLLEAGUE,
                number,
                "UserTask_Rate",
                Map.of("rating", "dissatisfied", "reason", "not-solved", "words", "还在漏。"));

        assertThat(way).isWaitingAt("CallActivity_HandleAgain").hasNotPassed("EndEvent_Closed", "CallActivity_Review");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_HEAD);
        assertThat(cases.handlings(number, "stage")).containsExactly("first", "first", "first", "again");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-09T17:00");
        assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        assertThat(cases.step(number, "RATED", "code")).isEqualTo("dissatisfied");
        assertThat(cases.step(number, "RATED", "reason")).isEqualTo("not-solved");
        assertThat(cases.show(DEPARTMENT_HEAD, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("还在漏。");

        cases.exit(DEPARTMENT_HEAD, number, "answer", Map.of("words", "已换防水层。"));
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "已换防水层。");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(way)
                .isEnded()
                .hasPassed("CallActivity_HandleAgain", "EndEvent_Closed")
                .hasNotPassed("CallActivity_Review", "EndEvent_ClosedDissatisfied", "EndEvent_Unrated");
        assertThat(cases.concern(number, "rating")).isEqualTo("SATISFIED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("1");
    }

    @Test
    void the_second_dissatisfied_is_reviewed_one_step_up_and_the_written_answer_closes_it() {
        String number = cases.again("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.answeredAgain("department", number);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "attitude"));

        assertThat(way).isWaitingAt("CallActivity_Review");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(ASSIGNING_HEAD);
        assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        cases.exit(ASSIGNING_HEAD, number, "answer", Map.of("words", "复核意见：已按规定办理。"));

        assertThat(way)
                .isEnded()
                .hasPassed("CallActivity_HandleAgain", "CallActivity_Review", "EndEvent_ClosedDissatisfied")
                .hasNotPassed("EndEvent_Closed", "EndEvent_Unrated", "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("2");
        assertThat(cases.concern(number, "closed_at")).isNotNull();
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc", "dxb");
        assertThat(cases.step(number, "EXIT", "words")).isEqualTo("复核意见：已按规定办理。");
    }

    @Test
    void dissatisfied_needs_a_reason_from_a_closed_list() {
        String number = cases.answeredBy("branch", "problem");

        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied")),
                400,
                "请选择不满意的原因。");
        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "no")),
                400,
                "请选择不满意的原因。");
        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "unrated")), 400, "请在“评价”中选择一项。");

        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        assertThat(cases.concern(number, "rating")).isNull();
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
    }

    @Test
    void an_answer_that_nobody_rated_in_ten_working_days_closes_it_as_unrated() {
        String number = cases.answeredBy("branch", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.dueOf(number, "UserTask_Rate")).isEqualTo(TestTime.at("2026-03-16T17:00:00"));

        cases.passTo(number, "2026-03-16T16:59:00");
        assertThat(way).isWaitingAt("UserTask_Rate");
        cases.passTo(number, "2026-03-16T17:00:00");

        assertThat(way)
                .isEnded()
                .hasPassed("BoundaryEvent_RatingSilence", "ServiceTask_CloseUnrated", "EndEvent_Unrated")
                .hasNotPassed("Gateway_Rated", "EndEvent_Closed", "EndEvent_ClosedDissatisfied", "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("UNRATED");
        assertThat(cases.steps(number)).endsWith("CLOSED");
    }

    @Test
    void silence_after_a_dissatisfied_verdict_still_counts_the_dissatisfaction() {
        String number = cases.again("branch", "problem");
        cases.exit(SECRETARY, number, "answer");

        cases.passTo(number, "2026-03-16T17:00:00");

        assertThat(cases.concern(number, "rating")).isEqualTo("UNRATED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("1");
    }

    @Test
    void a_suggestion_is_rated_and_not_handled_again() {
        String number = cases.answeredBy("branch", "suggestion");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.dissatisfied(number);

        assertThat(way).isEnded().hasPassed("EndEvent_Closed").hasNotPassed("CallActivity_HandleAgain");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
    }

    // --- withdrawing -------------------------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicTest> a_concern_is_withdrawn_from_wherever_it_is() {
        Map<String, Supplier<String>> states = new LinkedHashMap<>();
        for (String level : List.of("branch", "college", "department", "organization-department", "assigning-office")) {
            states.put("at " + level, () -> cases.at(level, "problem"));
        }
        states.put("hazard, at college and department", () -> cases.at("college", "hazard"));
        states.put("asked", () -> after("branch", SECRETARY, "ask", Map.of()));
        states.put("explained", () -> after("branch", SECRETARY, "explain", Map.of("on", "2026-03-20")));
        states.put("waiting for a signature", () -> after("department", DEPARTMENT_CLERK, "answer", Map.of()));
        states.put(
                "waiting for opinions",
                () -> after("department", DEPARTMENT_CLERK, "assist", Map.of("units", List.of("rsc"))));
        states.put(
                "on the agenda",
                () -> after("organization-department", ORGANIZATION_CLERK, "agenda", Map.of("on", "2026-03-20")));
        states.put(
                "waiting for the college to refer it",
                () -> after("department", DEPARTMENT_CLERK, "pass-up", Map.of()));
        states.put("waiting for the college to pass the answer on", () -> {
            String number = after("department", DEPARTMENT_CLERK, "answer", Map.of());
            cases.approve(DEPARTMENT_HEAD, number);
            return number;
        });
        states.put("supervised", () -> {
            String number = cases.at("college", "problem");
            cases.passTo(number, "2026-03-04T17:00:00");
            assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
            return number;
        });
        states.put("answered", () -> cases.answeredBy("branch", "problem"));
        states.put("handled again", () -> cases.again("branch", "problem"));
        states.put("reviewed", () -> cases.review("branch", "problem"));
        return states.entrySet().stream()
                .map(state -> DynamicTest.dynamicTest(state.getKey(), () -> {
                    monday();
                    withdrawn(state.getValue().get());
                }));
    }

    private String after(String level, String person, String exit, Map<String, Object> more) {
        String number = cases.at(level, "problem");
        cases.exit(person, number, exit, more);
        return number;
    }

    private void withdrawn(String number) {
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw", "words", "已自行解决。"));

        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.tasks(number)).isEmpty();
        assertThat(way)
                .isEnded()
                .hasPassed("EndEvent_Withdrawn")
                .hasNotPassed(
                        "EndEvent_Closed",
                        "EndEvent_Unrated",
                        "EndEvent_ClosedDissatisfied",
                        "EndEvent_WithdrawnForColleague");
        assertThat(cases.concern(number, "state")).isEqualTo("WITHDRAWN");
        assertThat(cases.concern(number, "closed_at")).isNotNull();
        assertThat(cases.handlings(number, "ended_at")).isNotEmpty().doesNotContainNull();
        assertThat(cases.handlings(number, "work_item")).containsOnlyNulls();
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
        assertThat(cases.supervisions(number, "decision")).doesNotContainNull();
        assertThat(cases.steps(number)).endsWith("WITHDRAWN");
    }

    @Test
    void a_supervision_ends_with_the_withdrawal() {
        String number = cases.at("college", "problem");
        cases.passTo(number, "2026-03-04T17:00:00");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.supervisions(number, "decision")).containsExactly("withdrawn");
    }

    // --- urging, adding, changing ------------------------------------------------------------------------------------

    @Test
    void a_colleague_urges_once_in_five_working_days() {
        String number = cases.at("branch", "problem");
        Map<String, Object> urge = Map.of("action", "urge", "words", "雨季快到了。");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", urge);
        assertThat(cases.task(number, "UserTask_MyConcern").getAssignee()).isEqualTo(COLLEAGUE);

        TestTime.set("2026-03-09T16:59:00");
        assertRefused(() -> cases.act(COLLEAGUE, number, "UserTask_MyConcern", urge), 409, "5 个工作日内只能催办一次，请稍后再催。");
        TestTime.set("2026-03-09T17:00:00");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", urge);

        assertThat(cases.steps(number)).containsExactly("RAISED", "REACHED", "URGED", "URGED");
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("雨季快到了。");
    }

    @Test
    void an_answered_concern_is_rated_and_not_urged() {
        String number = cases.answeredBy("branch", "problem");

        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "urge")),
                409,
                "该事项目前“已答复，待评价”，不能这样操作。请刷新后再看。");
    }

    @Test
    void a_colleague_adds_a_paper_in_words_at_any_time() {
        String number = cases.at("branch", "problem");
        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "paper")), 400, "请填写“说明”。");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "paper", "words", "附：三次报修单号。"));

        assertThat(cases.steps(number)).endsWith("PAPER");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("附：三次报修单号。");
    }

    @Test
    void an_unknown_action_is_refused() {
        String number = cases.at("branch", "problem");

        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "delete")),
                400,
                "请在“我要”中选择一项。");
    }

    @Test
    void a_name_that_is_withheld_later_is_not_shown_above_the_branch() {
        String number = cases.at("college", "problem");
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("colleagueName", "陈宇");

        cases.act(
                COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "travel", "travel", "nameless-above-branch"));

        assertThat(cases.step(number, "TRAVEL_CHANGED", "code")).isEqualTo("nameless-above-branch");
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("colleagueName", "（按反映人意愿不显示姓名）");
        assertRefused(
                () -> cases.act(
                        COLLEAGUE,
                        number,
                        "UserTask_MyConcern",
                        Map.of("action", "travel", "travel", "nameless-above-branch")),
                400,
                "目前就是这样，不用更改。");
        assertRefused(
                () -> cases.act(
                        COLLEAGUE,
                        number,
                        "UserTask_MyConcern",
                        Map.of("action", "travel", "travel", "first-receiver-only")),
                409,
                "该事项已经送出首接单位，不能再改为“仅限首接人知悉”。可以改为不显示姓名，或撤回。");
    }

    @Test
    void what_only_the_first_receiver_may_know_is_not_passed_up_until_the_colleague_allows_it() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));

        assertRefused(() -> cases.exit(SECRETARY, number, "pass-up"), 409, "反映人选择了“仅限首接人知悉，不上报”，不能选择“上报”。");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "travel", "travel", "named"));
        cases.exit(SECRETARY, number, "pass-up");

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
    }

    // --- raised for a colleague --------------------------------------------------------------------------------------

    private static Map<String, Object> forColleague(String colleague) {
        Map<String, Object> form = new HashMap<>(Cases.concern());
        form.put("forColleague", true);
        form.put("colleague", colleague);
        form.put("consentOn", "2026-03-01");
        form.put("consentWay", "by-telephone");
        return form;
    }

    private static Map<String, Object> forColleague(String key, Object value) {
        Map<String, Object> form = forColleague("陈宇");
        form.put(key, value);
        return form;
    }

    @Test
    void who_was_raised_for_is_told_and_both_have_a_standing_task() {
        String number = cases.raise(MEMBER, forColleague("陈宇"));

        assertThat(cases.openTasks(number))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern", "UserTask_RaisedForColleague");
        assertThat(cases.task(number, "UserTask_MyConcern").getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(cases.task(number, "UserTask_RaisedForColleague").getAssignee())
                .isEqualTo(MEMBER);
        assertThat(cases.concern(number, "colleague")).isEqualTo(COLLEAGUE);
        assertThat(cases.concern(number, "raised_by")).isEqualTo(MEMBER);
        assertThat(cases.concern(number, "consent_on")).isEqualTo("2026-03-01");
        assertThat(cases.concern(number, "consent_way")).isEqualTo("by-telephone");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("反映：经本人电话同意，由党员代为反映");
    }

    @Test
    void whoever_raised_it_adds_and_the_colleague_rates() {
        String number = cases.raise(MEMBER, forColleague(COLLEAGUE));
        cases.act(MEMBER, number, "UserTask_RaisedForColleague", Map.of("action", "paper", "words", "我看过现场。"));
        assertThat(cases.task(number, "UserTask_RaisedForColleague").getAssignee())
                .isEqualTo(MEMBER);

        cases.exit(SECRETARY, number, "answer");
        assertThat(cases.task(number, "UserTask_Rate").getAssignee()).isEqualTo(COLLEAGUE);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void whoever_raised_it_for_a_colleague_withdraws_it() {
        String number = cases.raise(MEMBER, forColleague(COLLEAGUE));
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(MEMBER, number, "UserTask_RaisedForColleague", Map.of("action", "withdraw"));

        assertThat(way)
                .isEnded()
                .hasPassed("EndEvent_WithdrawnForColleague")
                .hasNotPassed("EndEvent_Withdrawn", "EndEvent_Closed", "EndEvent_Unrated");
        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.concern(number, "state")).isEqualTo("WITHDRAWN");
        assertThat(cases.step(number, "WITHDRAWN", "actor")).isEqualTo(MEMBER);
    }

    @Test
    void the_colleague_withdraws_what_another_raised() {
        String number = cases.raise(MEMBER, forColleague(COLLEAGUE));
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(way).isEnded().hasPassed("EndEvent_Withdrawn").hasNotPassed("EndEvent_WithdrawnForColleague");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void only_a_party_member_raises_for_another_and_only_with_consent() {
        raisingRefused(COLLEAGUE, forColleague(MEMBER), "只有党员可以受同事委托代为反映。您可以请同事本人反映。");
        raisingRefused(MEMBER, forColleague("consentOn", null), "请填写同事同意的日期，不能晚于今天，也不能早于一年前。");
        raisingRefused(MEMBER, forColleague("consentOn", "2026-03-03"), "请填写同事同意的日期，不能晚于今天，也不能早于一年前。");
        raisingRefused(MEMBER, forColleague("consentWay", null), "请选择同事同意的方式。");
        raisingRefused(MEMBER, forColleague("consentWay", "telepathy"), "请选择同事同意的方式。");
        raisingRefused(MEMBER, forColleague("某某某"), "名册中没有“某某某”。请填写工号、姓名全称或单位全称。");
    }

    private void raisingRefused(String person, Map<String, Object> form, String sentence) {
        int before = cases.concerns();

        assertRefused(() -> cases.raise(person, form), 400, sentence);

        assertThat(cases.concerns()).isEqualTo(before);
    }

    // --- the college in charge ---------------------------------------------------------------------------------------

    private String answerOfDepartment() {
        String number = after("department", DEPARTMENT_CLERK, "answer", Map.of());
        cases.approve(DEPARTMENT_HEAD, number);
        return number;
    }

    @Test
    void the_college_asks_the_department_once_to_complete_its_answer() {
        String number = answerOfDepartment();
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"));
        assertThat(decisionsShown(number)).contains("\"pass-on\"", "\"question\"");
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question")),
                400,
                "请填写“说明”。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", "请写明时间。"));

        assertThat(way).isWaitingAt("CallActivity_Department").hasNotPassed("ServiceTask_Answer");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc");
        assertThat(cases.steps(number)).contains("QUESTIONED");
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("请写明时间。");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .doesNotContain("请写明时间。");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "周五。"));
        cases.approve(DEPARTMENT_HEAD, number);
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"));
        assertThat(decisionsShown(number)).contains("\"pass-on\"").doesNotContain("\"question\"");
        assertRefused(
                () -> cases.act(
                        COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", "再问。")),
                409,
                "已经请职能部门补充过一次，请转达答复；反映人可以评价。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));

        assertThat(way).hasPassed("ServiceTask_Answer").isWaitingAt("UserTask_Rate");
        assertThat(cases.steps(number)).endsWith("PASSED_ON");
        assertThat(cases.step(number, "PASSED_ON", "actor")).isEqualTo(COLLEGE_CLERK);
    }

    private String decisionsShown(String number) {
        return cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"))
                .get("decisions")
                .toString();
    }

    @Test
    void an_answer_that_the_college_has_not_read_in_two_working_days_goes_to_the_colleague() {
        String number = answerOfDepartment();
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.dueOf(number, "UserTask_PassOnAnswer")).isEqualTo(TestTime.at("2026-03-04T17:00:00"));

        cases.passTo(number, "2026-03-04T16:59:00");
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        cases.passTo(number, "2026-03-04T17:00:00");

        assertThat(way)
                .hasPassed("BoundaryEvent_AnswerSilence", "ServiceTask_PassOnBySilence", "ServiceTask_Answer")
                .hasNotPassed("Gateway_PassedOn")
                .isWaitingAt("UserTask_Rate");
        assertThat(cases.step(number, "PASSED_ON", "code")).isEqualTo("silence");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void the_college_reads_the_departments_answer_first_also_when_its_head_handles_it_again() {
        String number = cases.again("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        TestTime.set("2026-03-04T10:00:00");

        cases.exit(DEPARTMENT_HEAD, number, "answer", Map.of("words", "已换防水层。"));

        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        assertThat(cases.dueOf(number, "UserTask_PassOnAnswer")).isEqualTo(TestTime.at("2026-03-06T17:00:00"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .toString())
                .doesNotContain("已换防水层。");
        cases.passTo(number, "2026-03-06T16:59:00");
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        cases.passTo(number, "2026-03-06T17:00:00");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "已换防水层。");
    }

    @Test
    void what_the_head_of_the_college_answers_again_goes_to_the_colleague_at_once() {
        String number = cases.again("college", "problem");

        cases.answeredAgain("college", number);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
    }

    @Test
    void the_college_confirms_that_an_unsolved_concern_goes_to_the_organization_department() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));

        assertThat(way)
                .hasPassed("UserTask_ConfirmReferral")
                .hasNotPassed("BoundaryEvent_ReferralSilence")
                .isWaitingAt("CallActivity_OrganizationDepartment");
        assertThat(cases.step(number, "REFERRED", "actor")).isEqualTo(COLLEGE_CLERK);
    }

    @Test
    void the_college_takes_an_unsolved_concern_back() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "take-back")),
                400,
                "请填写“说明”。");
        cases.act(
                COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "take-back", "words", "学院自筹经费。"));

        assertThat(way).hasNotPassed("CallActivity_OrganizationDepartment").isWaitingAt("CallActivity_College");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "jsj");
        assertThat(cases.step(number, "TAKEN_BACK", "words")).isEqualTo("学院自筹经费。");
        cases.exit(COLLEGE_CLERK, number, "answer");
        assertThat(way).isWaitingAt("UserTask_Rate");
    }

    @Test
    void an_unsolved_concern_that_the_college_says_nothing_about_goes_on_after_two_working_days() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.passTo(number, "2026-03-04T17:00:00");

        assertThat(way)
                .hasPassed("BoundaryEvent_ReferralSilence", "ServiceTask_ReferBySilence")
                .hasNotPassed("Gateway_Refers")
                .isWaitingAt("CallActivity_OrganizationDepartment");
        assertThat(cases.step(number, "REFERRED", "code")).isEqualTo("silence");
        assertThat(cases.handling(number, "organization-department", "unit")).isEqualTo("zzb");
    }

    // --- standing aside ----------------------------------------------------------------------------------------------

    @Test
    void a_level_whose_only_unit_stands_aside_is_passed_over() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", "计算机系教工党支部"));
        ProcessInstance way = cases.instance(number, "concern-escalation");

        assertThat(way).hasPassed("CallActivity_Branch").isWaitingAt("CallActivity_College");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj");
        assertThat(cases.steps(number)).containsExactly("RAISED", "SKIPPED", "REACHED");
        assertThat(cases.step(number, "SKIPPED", "code")).isEqualTo("branch");
    }

    @Test
    void a_college_head_who_stands_aside_does_not_sign() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", "王海涛"));
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");

        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isNotEqualTo(COLLEGE_HEAD);
    }
}
