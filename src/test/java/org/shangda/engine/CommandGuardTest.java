package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.probe.Http.as;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.engine.AllowedCommands.Who;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShangdaTest
class CommandGuardTest extends GuardedCase {

    @LocalServerPort
    int port;

    @Autowired
    AsTheProduct asTheProduct;

    /** What would reach a case round its form, whoever tries. */
    Stream<ThrowingCallable> detours() {
        String id = task.getId();
        String instance = task.getProcessInstanceId();
        return Stream.of(
                () -> tasks.complete(id),
                () -> tasks.complete(id, Map.of("a", TEXT)),
                () -> tasks.completeWithVariablesInReturn(id, Map.of(), false),
                () -> tasks.resolveTask(id),
                () -> tasks.delegateTask(id, "S2003"),
                () -> tasks.handleBpmnError(id, "x", TEXT),
                () -> tasks.handleEscalation(id, "x"),
                () -> tasks.createComment(id, instance, TEXT),
                () -> tasks.createAttachment("text", id, instance, TEXT, TEXT, "http://a"),
                () -> tasks.setVariable(id, "a", TEXT),
                () -> tasks.setVariableLocal(id, "a", TEXT),
                () -> tasks.removeVariable(id, "number"),
                () -> tasks.saveTask(rename(task)),
                () -> tasks.saveTask(tasks.newTask()),
                () -> tasks.setName(id, TEXT),
                () -> tasks.setDescription(id, TEXT),
                () -> tasks.setDueDate(id, new Date(0)),
                () -> tasks.setFollowUpDate(id, new Date(0)),
                () -> tasks.setPriority(id, 1),
                () -> tasks.setOwner(id, "S2003"),
                () -> tasks.setAssignee(id, "S2003"),
                () -> tasks.addCandidateUser(id, "S2003"),
                () -> tasks.deleteCandidateGroup(id, "handlers"),
                () -> tasks.deleteTask(id),
                () -> runtime.startProcessInstanceByKey("two-steps"),
                () -> runtime.createProcessInstanceByKey("two-steps")
                        .startBeforeActivity("UserTask_First")
                        .execute(true, true),
                () -> runtime.setVariable(instance, "a", TEXT),
                () -> runtime.removeVariable(instance, "number"),
                () -> runtime.signal(instance),
                () -> runtime.correlateMessage("x"),
                () -> runtime.createMessageCorrelation("x").correlateAll(),
                () -> runtime.signalEventReceived("x"),
                () -> runtime.messageEventReceived("x", instance),
                () -> runtime.deleteProcessInstance(instance, TEXT),
                () -> runtime.deleteProcessInstancesAsync(List.of(instance), TEXT),
                () -> runtime.createProcessInstanceModification(instance)
                        .setAnnotation(TEXT)
                        .cancelAllForActivity("UserTask_First")
                        .execute(),
                () -> runtime.createModification(task.getProcessDefinitionId())
                        .startBeforeActivity("UserTask_First")
                        .processInstanceIds(instance)
                        .skipCustomListeners()
                        .executeAsync(),
                () -> runtime.restartProcessInstances(task.getProcessDefinitionId())
                        .startBeforeActivity("UserTask_First")
                        .processInstanceIds(instance)
                        .execute(),
                () -> runtime.createIncident("x", instance, TEXT),
                () -> runtime.setAnnotationForIncidentById("x", TEXT),
                () -> engine.getHistoryService().setAnnotationForOperationLogById("x", TEXT),
                () -> engine.getHistoryService().deleteUserOperationLogEntry("x"),
                () -> engine.getHistoryService().deleteHistoricProcessInstance(instance),
                () -> engine.getManagementService().executeJob("x"),
                () -> engine.getManagementService().deleteJob("x"),
                () -> engine.getManagementService().setProperty("a", TEXT),
                () -> engine.getExternalTaskService().fetchAndLock(1, "w").execute(),
                () -> engine.getDecisionService()
                        .evaluateDecisionByKey("x")
                        .variables(Map.of("a", TEXT))
                        .evaluate(),
                () -> engine.getCaseService().createCaseInstanceByKey("x"));
    }

    @Test
    void nobody_goes_round_the_forms() {
        String name = task.getName();
        for (String caller : List.of("sujian", "admin")) {
            call(caller);
            List<ThrowingCallable> passed = detours()
                    .filter(detour -> !(thrown(detour) instanceof RefusedRequest refused)
                            || refused.status() != 409
                            || !refused.getMessage().equals("请通过办理表单提交。"))
                    .toList();
            assertThat(passed).as(caller).isEmpty();
        }
        nobody();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult())
                .satisfies(same -> assertThat(same.getName()).isEqualTo(name))
                .satisfies(same -> assertThat(same.getAssignee()).isNull());
    }

    @Test
    void every_command_of_the_engine_is_allowed_knowingly() {
        assertThat(AllowedCommands.of(new Unheard())).isEmpty();
        assertThat(AllowedCommands.reads(new Unheard())).isFalse();
        assertThat(AllowedCommands.of(new org.camunda.bpm.engine.impl.cmd.DeployCmd(null)))
                .hasValueSatisfying(allowance -> assertThat(allowance.who()).isEqualTo(Who.ADMINISTRATORS));
        assertThat(AllowedCommands.reads(new org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd("x", null)))
                .isFalse();
    }

    @Test
    void a_handler_reads_receives_and_submits() {
        call("sujian");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        assertThat(tasks.getVariables(task.getId())).containsEntry("number", "C1");
        assertThat(tasks.getIdentityLinksForTask(task.getId())).isNotEmpty();
        tasks.claim(task.getId(), "sujian");
        engine.getFormService().submitTaskForm(task.getId(), Map.of());
        nobody();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    void receiving_is_for_oneself_and_once() {
        call("sujian");
        assertRefused(409, "只能为自己签收。", () -> tasks.claim(task.getId(), "S2003"));
        assertRefused(409, "只能为自己签收。", () -> tasks.claim(task.getId(), null));
        tasks.claim(task.getId(), "sujian");
        call("gaoyan");
        assertRefused(409, "该事项已由他人签收，请刷新后查看。", () -> tasks.claim(task.getId(), "gaoyan"));
        var answer = new Http(port)
                .post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"gaoyan\"}", as("gaoyan", "demo"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"message\":\"该事项已由他人签收，请刷新后查看。\"");
    }

    @Test
    void somebody_elses_task_is_answered_like_one_that_does_not_exist() {
        call("S2003");
        for (String id : List.of(task.getId(), "no-such-task")) {
            for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                    () -> tasks.claim(id, "S2003"),
                    () -> tasks.getVariables(id),
                    () -> tasks.getIdentityLinksForTask(id),
                    () -> engine.getFormService().getTaskFormVariables(id),
                    () -> engine.getFormService().submitTaskForm(id, Map.of()))) {
                assertRefused(404, "未找到该事项，或您无权查看。", attempt);
            }
        }
        Http http = new Http(port);
        for (String address : List.of("", "/form-variables", "/form", "/variables", "/identity-links", "/comment")) {
            var theirs = http.get("/engine-rest/task/" + task.getId() + address, as("S2003", Users.PASSWORD));
            var none = http.get("/engine-rest/task/no-such-task" + address, as("S2003", Users.PASSWORD));
            assertThat(theirs.statusCode()).as(address).isEqualTo(none.statusCode());
            assertThat(theirs.body().replace(task.getId(), "no-such-task")).isEqualTo(none.body());
        }
    }

    @Test
    void the_sentence_is_in_the_language_of_the_page_that_asks() {
        Http http = new Http(port);
        String address = "/engine-rest/task/" + task.getId() + "/complete";
        assertThat(http.post(address, "{}", as("sujian", "demo")).body()).contains("\"message\":\"请通过办理表单提交。\"");
        assertThat(http.post(address, "{}", "Authorization", Http.basic("sujian", "demo"), "Accept-Language", "en-GB")
                        .body())
                .contains("\"message\":\"Please submit this through the form of the task.\"");
    }

    @Test
    void listeners_are_not_skipped_through_the_api() {
        var answer = new Http(port)
                .post(
                        "/engine-rest/process-definition/key/two-steps/start",
                        "{\"skipCustomListeners\":true,\"startInstructions\":[{\"type\":\"startBeforeActivity\","
                                + "\"activityId\":\"UserTask_First\"}]}",
                        as("admin", "demo"));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void what_is_not_described_is_started_by_nobody_and_administrators_are_told_so() {
        String own = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("two-steps")
                .latestVersion()
                .singleResult()
                .getId();
        call("admin");
        assertRefused(
                409,
                "该流程不能由人发起：它由系统在办理过程中启动，或不在本系统的业务之内。",
                () -> engine.getFormService().submitStartForm(own, Map.of()));
    }

    @Test
    void work_that_belongs_to_no_case_is_not_given_to_anybody() {
        assertThatThrownBy(() -> FormGateway.whileSubmitting(
                        "contact-note",
                        () -> runtime.startProcessInstanceByKey("contact-note", Map.of("expires", false))))
                .hasMessageContaining("engine.no-number");
    }

    @Test
    void the_product_does_what_its_callers_may_not() {
        call("sujian");
        asTheProduct.run(() -> tasks.setVariableLocal(task.getId(), "category", "HOUSING"));
        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo("sujian");
        assertRefused(409, "请通过办理表单提交。", () -> tasks.setVariableLocal(task.getId(), "category", "HOUSING"));
    }

    @Test
    void a_request_for_too_much_is_refused() {
        Http http = new Http(port);
        assertThat(http.get("/engine-rest/task?maxResults=100000", as("sujian", "demo"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.get("/engine-rest/task?maxResults=2000", as("sujian", "demo"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get("/engine-rest/task", as("sujian", "demo")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_tasklist_and_cockpit_ask_for_is_answered() {
        Http http = new Http(port);
        assertThat(http.get("/engine-rest/filter?maxResults=2000&resourceType=Task", as("sujian", "demo"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get("/engine-rest/process-definition?key=two-steps", as("admin", "demo"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Throwable thrown(ThrowingCallable attempt) {
        try {
            attempt.call();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static Task rename(Task task) {
        task.setName(TEXT);
        return task;
    }

    private static class Unheard implements Command<Void> {
        @Override
        public Void execute(org.camunda.bpm.engine.impl.interceptor.CommandContext context) {
            return null;
        }
    }
}
