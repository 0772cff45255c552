package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.rights.OverHttp.Answer;

/** Many tasks at once, each as if it were the only one. */
@ShangdaTest
class WorkTogetherTest extends AskedOverHttp {

    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";
    private static final Map<String, Object> APPROVE = Map.of("decision", "approve", "words", " ");

    @Test
    void several_are_received_at_once_and_what_somebody_else_has_received_is_told_apart() {
        String mine = cases.at("department", "problem");
        String taken = cases.at("department", "problem");
        cases.claim(OTHER_DEPARTMENT_CLERK, cases.task(taken, "UserTask_Handle"));
        String another = cases.at("department", "problem");
        List<JsonNode> results = claim(DEPARTMENT_CLERK, handling(mine), handling(taken), handling(another));

        assertThat(done(results)).containsExactly(true, false, true);
        assertThat(said(results)).containsExactly("已签收（" + mine + "）。", "该事项已由他人签收，请刷新后查看。", "已签收（" + another + "）。");
        assertThat(cases.task(mine, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_CLERK);
        assertThat(cases.task(taken, "UserTask_Handle").getAssignee()).isEqualTo(OTHER_DEPARTMENT_CLERK);
        assertThat(cases.task(another, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_CLERK);
    }

    @Test
    void many_drafts_are_signed_at_once_as_they_are_and_one_that_is_refused_does_not_stop_the_others() {
        String one = toBeSigned("请修门。");
        String signed = toBeSigned("请修窗。");
        String other = toBeSigned("请修灯。");
        String over = signature(signed);
        cases.approve(COLLEGE_HEAD, signed);
        List<JsonNode> results = together(COLLEGE_HEAD, APPROVE, signature(one), over, signature(other));

        assertThat(done(results)).containsExactly(true, false, true);
        assertThat(results.get(0).path("sentence").asText()).isEqualTo("已上报（" + one + "）。");
        assertThat(cases.step(one, "EXIT", "words")).isEqualTo("请修门。");
        assertThat(cases.step(other, "EXIT", "words")).isEqualTo("请修灯。");
    }

    @Test
    void several_drafts_are_not_made_the_same_and_one_alone_may_be_changed() {
        String one = toBeSigned("请修门。");
        String other = toBeSigned("请修灯。");
        Map<String, Object> rewritten = Map.of("decision", "approve", "words", "同意。");
        Map<String, Object> both = Map.of("tasks", List.of(signature(one), signature(other)), "values", rewritten);
        Answer answer = http.post(COLLEGE_HEAD, "/api/work/together", both);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("每件各不相同，不能一起改成同一内容");
        assertThat(cases.step(one, "EXIT", "words")).doesNotContain("同意");
        assertThat(done(together(COLLEGE_HEAD, rewritten, signature(one)))).containsExactly(true);
        assertThat(cases.step(one, "EXIT", "words")).isEqualTo("同意。");
    }

    /** What the second asks for is refused by the domain: nothing of it is stored. */
    @Test
    void none_is_half_done() {
        String one = cases.raise(COLLEAGUE, Cases.concern());
        String only = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        List<String> before = cases.steps(only);
        List<JsonNode> results = together(
                SECRETARY, Map.of("exit", "pass-up", "words", "请学院处理。", "tried", "已问。"), handling(one), handling(only));

        assertThat(done(results)).containsExactly(true, false);
        assertThat(cases.steps(only)).isEqualTo(before);
        assertThat(cases.task(only, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
    }

    @Test
    void somebody_elses_task_is_told_as_one_that_does_not_exist() {
        String foreign = handling(cases.at("department", "problem"));
        for (List<JsonNode> results : List.of(
                claim(SECRETARY, foreign, "no-such-task", "\u0000"),
                together(SECRETARY, APPROVE, foreign, "no-such-task", "🏠"))) {
            assertThat(done(results)).containsOnly(false);
            assertThat(said(results)).containsOnly(NO_SUCH_TASK);
            assertThat(results).allMatch(one -> one.path("number").isNull());
        }
    }

    @Test
    void sent_twice_each_is_done_once() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String task = handling(number);
        Map<String, Object> answer = Map.of("exit", "answer", "words", "已修好。");
        List<JsonNode> twice = together(SECRETARY, answer, task, task);
        assertThat(done(twice)).containsExactly(true);
        List<String> steps = cases.steps(number);
        assertThat(done(together(SECRETARY, answer, task))).containsExactly(false);
        assertThat(cases.steps(number)).isEqualTo(steps);
    }

    @Test
    void a_late_unit_is_urged_for_several_concerns_at_once() {
        List<String> tasks = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(cases.raise(COLLEAGUE, Cases.concern()));
        }
        numbers.forEach(number -> cases.passTo(number, "2026-03-12T10:00:00"));
        numbers.forEach(
                number -> tasks.add(cases.task(number, "UserTask_Supervise").getId()));
        claim(COLLEGE_CLERK, tasks.toArray(String[]::new));
        List<JsonNode> results =
                together(COLLEGE_CLERK, Map.of("measure", "urge", "words", "请尽快办理。"), tasks.toArray(String[]::new));

        assertThat(done(results)).containsExactly(true, true, true);
        numbers.forEach(number -> assertThat(cases.steps(number)).contains("SUPERVISION"));
    }

    @Test
    void what_cannot_be_done_together_is_refused_before_anything_is_done() {
        String number = cases.answeredBy("branch", "problem");
        String rate = cases.task(number, "UserTask_Rate").getId();
        String follow = cases.task(number, "UserTask_MyConcern").getId();
        refused(COLLEAGUE, Map.of("tasks", List.of(rate, follow), "values", Map.of("rating", "satisfied")));
        refused(COLLEAGUE, Map.of("tasks", List.of(), "values", Map.of()));
        refused(COLLEAGUE, Map.of("tasks", Collections.nCopies(101, rate), "values", Map.of()));
        refused(COLLEAGUE, Map.of("tasks", List.of(rate)));
        refused(COLLEAGUE, "{\"tasks\":[null],\"values\":{}}");
        assertThat(cases.task(number, "UserTask_Rate")).isNotNull();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private String toBeSigned(String draft) {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", DEPARTMENT, "words", draft));
        return number;
    }

    private String handling(String number) {
        return cases.task(number, "UserTask_Handle").getId();
    }

    private String signature(String number) {
        return cases.task(number, "UserTask_Sign").getId();
    }

    private List<JsonNode> claim(String person, String... tasks) {
        return results(http.post(person, "/api/work/claim", Map.of("tasks", List.of(tasks))));
    }

    private List<JsonNode> together(String person, Map<String, Object> values, String... tasks) {
        return results(http.post(person, "/api/work/together", Map.of("tasks", List.of(tasks), "values", values)));
    }

    private static List<JsonNode> results(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<JsonNode> results = new ArrayList<>();
        answer.json().forEach(results::add);
        return results;
    }

    private static List<Boolean> done(List<JsonNode> results) {
        return results.stream().map(one -> one.path("done").asBoolean()).toList();
    }

    private static List<String> said(List<JsonNode> results) {
        return results.stream().map(one -> one.path("sentence").asText()).toList();
    }

    private void refused(String person, Object body) {
        Answer answer = http.post(person, "/api/work/together", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
}
