package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.engine.RefusedRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * 回避: whom the colleague asks to stand aside neither handles nor sees the concern, and it never stops for want of
 * somebody who may. Vacant posts have the same kind of successor.
 */
@ShangdaTest
class RecusalProcessTest extends StandingAside {

    @Autowired
    TestRestTemplate http;

    // --- people ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "zhangwei"})
    void the_deputy_handles_in_place_of_a_secretary_who_stands_aside(String named) {
        String number = raise(named);

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
        cases.exit(DEPUTY_SECRETARY, number, "answer");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void the_college_handles_for_a_branch_in_which_nobody_may() {
        String number = raise("zhangwei、wulei");

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1");
        assertThat(cases.handlings(number, "answering_unit")).containsExactly("jsj");
        assertThat(who(number, "UserTask_Handle")).containsExactlyInAnyOrder(COLLEGE_CLERK, OTHER_COLLEGE_CLERK);
    }

    @Test
    void another_clerk_receives_and_another_head_signs() {
        String number = raise(COLLEGE_CLERK + ";" + COLLEGE_HEAD);
        cases.exit(SECRETARY, number, "pass-up");

        assertThat(who(number, "UserTask_Handle")).containsExactly(OTHER_COLLEGE_CLERK);
        cases.exit(OTHER_COLLEGE_CLERK, number, "pass-up");
        assertThat(who(number, "UserTask_Sign")).isNotEmpty().doesNotContain(COLLEGE_HEAD, COLLEGE_CLERK);
    }

    @Test
    void a_supervisor_who_stands_aside_does_not_supervise() {
        String number = raise(COLLEGE_CLERK);

        cases.passTo(number, "2026-03-11T17:00:00");

        assertThat(who(number, "UserTask_Supervise")).containsExactly(OTHER_COLLEGE_CLERK);
    }

    // --- units -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"jsj1", "计算机系教工党支部"})
    void a_branch_that_stands_aside_is_visibly_passed_over_and_the_college_has_it_at_once(String named) {
        String number = raise(named);

        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(way).hasPassed("CallActivity_Branch").isWaitingAt("CallActivity_College");
        assertThat(way).hasNotPassed("ServiceTask_Answer");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj");
        assertThat(cases.steps(number)).containsExactly("RAISED", "SKIPPED", "REACHED");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("本级回避，跳过：党支部");
        sameAsUnknown(SECRETARY, number);
        sameAsUnknown(DEPUTY_SECRETARY, number);
    }

    @Test
    void a_college_that_stands_aside_neither_handles_nor_supervises_nor_reads_the_answer() {
        String number = raise("jsj");
        assertThat(cases.handlings(number, "supervisor")).containsExactly("dhdx");
        cases.exit(SECRETARY, number, "pass-up");

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "hqc");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);

        // The branch is in charge towards the colleague instead.
        assertThat(who(number, "UserTask_PassOnAnswer")).containsExactly(SECRETARY);
        sameAsUnknown(COLLEGE_CLERK, number);
        sameAsUnknown(COLLEGE_HEAD, number);
        cases.act(SECRETARY, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    /** The secretary of the third branch is the college's clerk, too. */
    @Test
    void who_answers_for_a_unit_that_stands_aside_does_not_meet_the_concern_in_another_post() {
        String number = cases.raise("xiehui", concern("jsj"));

        assertThat(who(number, "UserTask_Handle")).isNotEmpty().doesNotContain(COLLEGE_CLERK, COLLEGE_HEAD);
        sameAsUnknown(COLLEGE_CLERK, number);
    }

    @Test
    void the_next_department_proposed_has_it_when_the_first_stands_aside() {
        Map<String, Object> form = concern("人事处");
        form.put("category", "health-and-family");
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        Map<String, Object> shown = cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(shown).containsEntry("unit", "hqc");
        assertThat(shown.get("unitChoices").toString()).doesNotContain("\"rsc\"");
        refused(() -> cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc")), "exit.unit-not-possible");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
    }

    @Test
    void without_another_department_the_college_is_asked_to_refer_it_on() {
        String number = raise("hqc");
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
        assertThat(cases.step(number, "SKIPPED", "code")).isEqualTo("department");
        assertThat(who(number, "UserTask_ConfirmReferral"))
                .containsExactlyInAnyOrder(COLLEGE_CLERK, OTHER_COLLEGE_CLERK);
        sameAsUnknown(DEPARTMENT_CLERK, number);
    }

    @Test
    void whoever_supervises_it_answers_where_the_organization_department_stands_aside() {
        String number = atTheLastLevel("zzb");

        assertThat(cases.handling(number, "organization-department", "unit")).isEqualTo("dxb");
        assertThat(who(number, "UserTask_Handle")).contains(ASSIGNING_CLERK).doesNotContain(ORGANIZATION_CLERK);
        // The office that handles it does not supervise itself.
        assertThat(cases.handling(number, "organization-department", "supervisor"))
                .isEqualTo("dhdx");
        assertThat(cases.handling(number, "college", "supervisor")).isEqualTo("dhdx");
        sameAsUnknown(ORGANIZATION_CLERK, number);
    }

    @ParameterizedTest
    @CsvSource({"zzb dxb", "zzb dxb dhdx", "zzb dxb dhdx zhaomingyuan linwenbo sunhuiling xujianhua"})
    void when_everybody_at_the_last_level_stands_aside_the_universitys_head_answers_all_the_same(String named) {
        String number = atTheLastLevel(named);

        assertThat(cases.handling(number, "organization-department", "unit")).isEqualTo("dhdx");
        assertThat(who(number, "UserTask_Handle")).containsExactlyInAnyOrder("zhaomingyuan", "linwenbo");
        cases.passTo(number, cases.dueAt(number, "organization-department") + ":00");
        assertThat(who(number, "UserTask_Supervise")).isNotEmpty().doesNotContain(ASSIGNING_CLERK, ORGANIZATION_CLERK);
    }

    // --- what they get to see ----------------------------------------------------------------------------------------

    @Test
    void who_stands_aside_gets_for_task_form_and_concern_what_everybody_gets_for_an_unknown_number() {
        String number = raise("zhangwei、liumin");

        sameAsUnknown(SECRETARY, number);
        cases.exit(DEPUTY_SECRETARY, number, "pass-up");

        sameAsUnknown(SECRETARY, number);
        sameAsUnknown(COLLEGE_CLERK, number);
        assertThat(get(OTHER_COLLEGE_CLERK, "/api/concerns/" + number)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void what_only_the_first_receiver_may_know_is_not_raised_where_the_first_receiver_stands_aside() {
        for (String named : List.of("jsj1", "zhangwei wulei")) {
            Map<String, Object> form = concern(named);
            form.put("travel", "first-receiver-only");
            refused(() -> cases.raise(COLLEAGUE, form), "concern.first-receiver-stands-aside");
        }
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private String atTheLastLevel(String standAside) {
        String number = raise(standAside);
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        return number;
    }

    /** For every task of the concern and for the concern itself, over the engine's API and the product's. */
    private void sameAsUnknown(String person, String number) {
        for (String path : List.of("/api/concerns/{id}", "/api/concerns/{id}/clock")) {
            same(person, HttpMethod.GET, path, number, "SD26-ZZZZZZZZ", 404);
        }
        for (Task task : cases.tasks(number)) {
            String unknown = "00000000-0000-0000-0000-000000000000";
            same(person, HttpMethod.GET, "/engine-rest/task/{id}", task.getId(), unknown, 404);
            same(person, HttpMethod.GET, "/engine-rest/task/{id}/form-variables", task.getId(), unknown, 404);
            same(
                    person,
                    HttpMethod.GET,
                    "/engine-rest/history/task?maxResults=10&taskId={id}",
                    task.getId(),
                    unknown,
                    200);
            same(
                    person,
                    HttpMethod.GET,
                    "/engine-rest/task?maxResults=10&processInstanceBusinessKey={id}",
                    number,
                    "SD26-ZZZZZZZZ",
                    200);
            same(person, HttpMethod.POST, "/engine-rest/task/{id}/submit-form", task.getId(), unknown, 404);
            refused(() -> cases.show(person, task), "engine.no-such-task");
        }
    }

    private void same(String person, HttpMethod method, String path, String real, String unknown, int status) {
        ResponseEntity<String> forReal = ask(person, method, path.replace("{id}", real));
        ResponseEntity<String> forUnknown = ask(person, method, path.replace("{id}", unknown));
        assertThat(forReal.getStatusCode().value()).as(path).isEqualTo(status);
        assertThat(forReal.getStatusCode()).as(path).isEqualTo(forUnknown.getStatusCode());
        assertThat(forReal.getBody().replace(real, "{id}"))
                .as(path)
                .isEqualTo(forUnknown.getBody().replace(unknown, "{id}"));
    }

    private ResponseEntity<String> get(String person, String path) {
        return ask(person, HttpMethod.GET, path);
    }

    private ResponseEntity<String> ask(String person, HttpMethod method, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        String body = method == HttpMethod.POST ? "{\"variables\":{}}" : null;
        return http.withBasicAuth(person, "demo").exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
