package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** What the colleague does with a concern on its way, and what the college in charge does on the colleague's behalf. */
@ShangdaTest
class FollowingProcessTest extends FollowedCases {

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
}
