package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** Every exit that the table opens is taken at each level, in each stage and for each type; every other is refused. */
@ShangdaTest
class ExitsProcessTest extends ExitsOfLevels {

    /** Which clocks stood still in a pause; the databases write truth values differently. */
    private static final String STANDING = "case when whole_case then 'both' else 'level''s' end";

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
}
