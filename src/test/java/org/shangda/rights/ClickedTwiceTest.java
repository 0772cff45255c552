package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;

/** The same twice, somebody else's, and round the form: none has an effect. */
@ShangdaTest
class ClickedTwiceTest extends BadlyAsked {

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void one_key_does_not_stand_for_two_concerns() {
        Answer first = http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", "two");
        assertThat(first.status()).isEqualTo(201);
        var before = rows();

        Answer second = http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", "two");

        assertProblem(second, 409);
        assertThat(second.body()).contains("该幂等键已用于另一份内容");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_second_click_on_the_start_form_raises_no_second_concern() {
        String form = OverHttp.variables(Cases.concern());
        String number = number(http.post(COLLEAGUE, OverHttp.RAISE, form));
        var before = rows();

        Answer second = http.post(COLLEAGUE, OverHttp.RAISE, form);

        assertRefused(second, 409);
        assertThat(second.body()).contains(number);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void ten_clicks_on_the_start_form_at_once_raise_one_concern() {
        String form = OverHttp.variables(Cases.concern());
        long before = concerns();

        List<Answer> answers = atOnce(10, () -> http.post(COLLEAGUE, OverHttp.RAISE, form));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(concerns()).isEqualTo(before + 1);
    }

    @Test
    void the_same_can_be_raised_again_later() {
        TestTime.set(TestTime.MONDAY);
        Map<String, Object> form = Cases.concern();
        String first = cases.raise(COLLEAGUE, form);
        TestTime.set("2026-03-02T10:01:59");
        assertThatThrownBy(() -> cases.raise(COLLEAGUE, form)).hasMessageContaining(first);
        TestTime.set("2026-03-02T10:02:00");

        assertThat(cases.raise(COLLEAGUE, form)).isNotEqualTo(first);
    }

    @Test
    void fifty_posts_at_once_with_one_key_are_one_concern() {
        long before = concerns();
        var rows = rows();
        Map<String, Object> form = Cases.concern();
        List<Answer> answers =
                atOnce(50, () -> http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "fifty"));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(concerns()).isEqualTo(before + 1);
        assertThat(rows()).as("a stored concern is seen in the rows").isNotEqualTo(rows);
        assertThat(cases.openTasks(answers.get(0).json().get("number").asText()))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void a_double_click_is_one_handling_and_one_conflict() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String task = cases.task(number, "UserTask_Handle").getId();
        Map<String, Object> form = Map.of("exit", "pass-up", "words", "请协调", "tried", "已联系");
        List<Answer> answers = atOnce(2, () -> http.submit(SECRETARY, task, form));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> assertRefused(answer, 409));
        assertRefused(http.submit(SECRETARY, task, form), 409);
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        assertThat(cases.steps(number)).containsOnlyOnce("EXIT");
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Future<T>> calls = IntStream.range(0, times)
                    .mapToObj(i -> people.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : calls) {
                results.add(one.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            people.shutdown();
        }
    }

    // --- round the forms ---------------------------------------------------------------------------------------------

    @Test
    void somebody_elses_task_is_not_there() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        var before = rows();
        for (String person : List.of(STRANGER, COLLEAGUE, COLLEGE_CLERK)) {
            assertRefused(http.submit(person, task.getId(), Map.of("exit", "answer", "words", "a")), 404);
            assertRefused(http.claim(person, task.getId()), 404);
            assertRefused(http.get(person, "/engine-rest/task/" + task.getId() + "/form-variables"), 404);
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void nothing_goes_round_the_form() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        String t = "/engine-rest/task/" + task.getId();
        String instructions =
                "\"skipCustomListeners\":true,\"skipIoMappings\":true,\"%s\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"}]";
        var before = rows();
        for (String person : List.of(SECRETARY, COLLEAGUE, "admin")) {
            for (String[] request : List.of(
                    new String[] {t + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"answered\"}}}"},
                    new String[] {t + "/bpmnError", "{\"errorCode\":\"x\",\"errorMessage\":\"y\"}"},
                    new String[] {t + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
                    new String[] {t + "/resolve", "{}"},
                    new String[] {
                        "/engine-rest/process-definition/key/concern-escalation/start",
                        "{\"businessKey\":\"x\",\"variables\":{\"type\":{\"value\":\"problem\"}}}"
                    },
                    new String[] {
                        "/engine-rest/process-definition/key/level-handling/start",
                        "{" + instructions.formatted("startInstructions") + "}"
                    },
                    new String[] {
                        "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/modification",
                        "{" + instructions.formatted("instructions") + "}"
                    },
                    new String[] {
                        "/engine-rest/modification/execute",
                        "{\"processDefinitionId\":\"" + task.getProcessDefinitionId() + "\",\"processInstanceIds\":[\""
                                + task.getProcessInstanceId() + "\"]," + instructions.formatted("instructions") + "}"
                    })) {
                assertRefused(http.post(person, request[0], request[1]), 409);
            }
        }
        assertThat(rows()).isEqualTo(before);
    }
}
