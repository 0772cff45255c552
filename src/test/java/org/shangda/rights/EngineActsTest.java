package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** From 停滞事项 operators and administrators mend what the engine has stopped, and nobody else does. */
@ShangdaTest
class EngineActsTest extends AskedOverHttp {

    private static final List<String> MENDERS = List.of("yebo", "admin");
    private static final Map<String, Object> NEXT_MONDAY = Map.of("words", "等待校区搬迁。", "until", "2026-03-09");

    @Autowired
    Monitoring monitoring;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Test
    void a_failed_step_is_tried_again_and_leaves_the_list() {
        for (String mender : MENDERS) {
            String number = cases.raise(COLLEAGUE, Cases.concern());
            String job = cases.nextJob(number).orElseThrow().getId();
            management.setJobRetries(job, 0);
            monitoring.look();
            for (String action : List.of("retry", "retry-alike")) {
                assertNobodyElseMay(action, "job-failed:" + job, Map.of());
            }
            assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                    .isZero();

            assertThat(act(mender, "retry", "job-failed:" + job, Map.of())).isEqualTo("马上再试一次。");

            monitoring.look();
            assertThat(http.get(mender, "/api/stalled?cause=job-failed").body()).doesNotContain(number);
            cases.endAll();
        }
    }

    @Test
    void a_case_that_stands_still_is_suspended_with_a_reason_and_resumed() {
        for (String mender : MENDERS) {
            TestTime.set(TestTime.MONDAY);
            String number = cases.raise(COLLEAGUE, Cases.concern());
            management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);
            monitoring.look();
            String row = subject(number, "job-failed");
            assertNobodyElseMay("suspend", row, NEXT_MONDAY);
            assertThat(http.post(mender, "/api/stalled/act/suspend", Map.of("rows", List.of(row)))
                            .status())
                    .isEqualTo(400);

            assertThat(act(mender, "suspend", row, NEXT_MONDAY)).isEqualTo("已暂停，2026-03-09 恢复。");

            assertThat(cases.instances(number)).allMatch(ProcessInstance::isSuspended);
            monitoring.look();
            assertThat(http.get(ORGANIZATION_CLERK, "/api/stalled?cause=suspended")
                            .body())
                    .contains(number, "等待校区搬迁。");
            assertNobodyElseMay("resume", "suspended:" + number, Map.of());
            assertThat(act(mender, "resume", "suspended:" + number, Map.of())).isEqualTo("已恢复。");
            assertThat(cases.instances(number)).noneMatch(ProcessInstance::isSuspended);
            cases.endAll();
        }
    }

    @Test
    void a_reason_may_be_as_long_as_the_page_is_told_and_no_longer() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);
        monitoring.look();
        String row = subject(number, "job-failed");
        int longest = longest("suspend");

        assertThat(act("yebo", "suspend", row, saying("搬".repeat(longest + 1)))).contains("“理由”过长");
        assertThat(cases.instances(number)).noneMatch(ProcessInstance::isSuspended);
        assertThat(act("yebo", "suspend", row, saying("搬".repeat(longest)))).isEqualTo("已暂停，2026-03-09 恢复。");
        assertThat(cases.instances(number)).allMatch(ProcessInstance::isSuspended);
    }

    @Test
    void what_nobody_can_act_on_is_offered_anew_to_whom_the_domain_offers_it() {
        for (String mender : MENDERS) {
            String number = cases.raise(COLLEAGUE, Cases.concern());
            Task task = cases.task(number, "UserTask_Handle");
            tasks.setAssignee(task.getId(), null);
            tasks.getIdentityLinksForTask(task.getId()).forEach(link -> {
                if (link.getGroupId() != null) {
                    tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
                } else {
                    tasks.deleteCandidateUser(task.getId(), link.getUserId());
                }
            });
            monitoring.look();
            String row = "nobody-can-act:" + task.getId();
            assertNobodyElseMay("offer-anew", row, Map.of());

            assertThat(act(mender, "offer-anew", row, Map.of())).isEqualTo("已重新送达。");

            assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
            cases.endAll();
        }
    }

    /** Who sees the row is told that it is not theirs to do, and who does not, that there is nothing. */
    private void assertNobodyElseMay(String action, String row, Map<String, Object> said) {
        for (String person : List.of(COLLEGE_CLERK, ORGANIZATION_CLERK, "zhaomingyuan")) {
            assertThat(act(person, action, row, said)).as(person).startsWith("现在不能「");
        }
        assertThat(act(DEPARTMENT_CLERK, action, row, said)).startsWith("未找到该事项，或您无权查看");
        assertThat(http.post(COLLEAGUE, "/api/stalled/act/" + action, order(row, said))
                        .status())
                .isEqualTo(404);
        assertThat(http.post(SECRETARY, "/api/stalled/act/" + action, order(row, said))
                        .body())
                .contains("未找到");
    }

    /** What the answer says of the row. */
    private String act(String person, String action, String row, Map<String, Object> said) {
        OverHttp.Answer answer = http.post(person, "/api/stalled/act/" + action, order(row, said));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get(0).path("sentence").asText();
    }

    private static Map<String, Object> saying(String words) {
        Map<String, Object> said = new HashMap<>(NEXT_MONDAY);
        said.put("words", words);
        return said;
    }

    /** What the page is told of an action that is open on one of its rows. */
    private int longest(String action) {
        for (JsonNode offered : http.get("yebo", "/api/stalled").json().path("actions")) {
            if (offered.path("code").asText().equals(action)) {
                return offered.path("longest").asInt();
            }
        }
        throw new AssertionError(action);
    }

    private static Map<String, Object> order(String row, Map<String, Object> said) {
        Map<String, Object> order = new HashMap<>(said);
        order.put("rows", List.of(row));
        return order;
    }

    private String subject(String number, String cause) {
        for (JsonNode row :
                http.get("yebo", "/api/stalled?cause=" + cause).json().path("rows")) {
            if (number.equals(row.path("number").asText())) {
                return row.path("subject").asText();
            }
        }
        throw new AssertionError(number);
    }
}
