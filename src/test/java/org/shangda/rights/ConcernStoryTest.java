package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** Who learns the story of a concern and whose it is, while it moves from one to the next. */
@ShangdaTest
class ConcernStoryTest extends ConcernStory {

    private static final String OPERATOR = "lulei";
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    @Autowired
    ProcessEngine engine;

    @Test
    void above_the_branch_nobody_learns_the_name_that_does_not_travel() {
        String concern = raise(Map.of("travel", "nameless-above-branch"));
        assertThat(everythingOf(SECRETARY, concern)).contains("陈宇");
        cases.exit(SECRETARY, concern, "pass-up");
        Set<String> seen = new HashSet<>();
        seen.add(everythingOf(COLLEGE_CLERK, concern));
        toDepartment(concern);
        seen.add(everythingOf(COLLEGE_HEAD, concern));
        seen.add(everythingOf(DEPARTMENT_CLERK, concern));
        cases.exit(DEPARTMENT_CLERK, concern, "pass-up");
        String atReferral = everythingOf(COLLEGE_CLERK, concern);
        seen.add(atReferral);
        assertThat(atReferral).contains(STORY).contains("UserTask_ConfirmReferral");
        assertThat(seen)
                .allSatisfy(text -> assertThat(text)
                        .contains(STORY)
                        .doesNotContain("陈宇")
                        .doesNotContain(COLLEAGUE)
                        .doesNotContain(MEMBER));
        for (String variable : List.of("colleagueId", "raisedById", "colleague", "starter")) {
            assertThat(http.get(
                                    COLLEGE_CLERK,
                                    "/engine-rest/task?maxResults=50&processVariables=" + variable + "_eq_" + COLLEAGUE)
                            .body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void a_supervisor_sees_where_and_how_late_but_not_the_story() {
        String concern = raise(Map.of());
        while (cases.findTask(concern, "UserTask_Supervise").isEmpty()) {
            cases.passTo(
                    concern,
                    LocalDateTime.ofInstant(
                                    cases.nextJob(concern)
                                            .orElseThrow()
                                            .getDuedate()
                                            .toInstant(),
                                    ZoneId.of("Asia/Shanghai"))
                            .toString());
        }
        Task supervise = cases.task(concern, "UserTask_Supervise");
        Answer form = http.get(COLLEGE_CLERK, "/engine-rest/task/" + supervise.getId() + "/form-variables");
        assertThat(form.status()).isEqualTo(200);
        assertThat(everythingOf(COLLEGE_CLERK, concern))
                .contains("UserTask_Supervise")
                .doesNotContain(STORY)
                .doesNotContain("教师公寓漏水")
                .doesNotContain("陈宇")
                .doesNotContain(COLLEAGUE);
        assertThat(http.get(COLLEGE_CLERK, "/api/concerns/" + concern).status()).isEqualTo(404);
    }

    @Test
    void who_has_handed_it_on_still_sees_it_but_does_not_act() {
        String concern = raise(Map.of());
        cases.exit(SECRETARY, concern, "pass-up");
        toDepartment(concern);
        Task before = cases.task(concern, "UserTask_Handle");
        cases.exit(DEPARTMENT_CLERK, concern, "transfer", Map.of("unit", "rsc"));
        String now = cases.task(concern, "UserTask_Handle").getId();

        for (String person : List.of(DEPARTMENT_CLERK, OTHER_DEPARTMENT_CLERK, SECRETARY, COLLEGE_CLERK)) {
            assertThat(http.get(person, "/api/concerns/" + concern).body())
                    .as(person)
                    .contains(STORY);
            for (String task : List.of(before.getId(), now)) {
                String address = "/engine-rest/task/" + task;
                assertThat(http.get(person, address).status()).isEqualTo(404);
                assertThat(http.get(person, address + "/form-variables").status())
                        .isEqualTo(404);
                assertThat(http.claim(person, task).status()).isEqualTo(404);
                assertThat(http.submit(person, task, Map.of("exit", "answer", "words", "x"))
                                .status())
                        .isIn(404, 409);
            }
        }
        assertThat(http.claim(PERSONNEL_CLERK, now).status()).isEqualTo(204);
        assertThat(cases.handlings(concern, "unit")).containsExactly("jsj1", "jsj", "hqc", "rsc");
    }

    @Test
    void a_college_that_stands_aside_reads_no_answer() {
        String concern = raise(Map.of("standAside", "计算机学院党委"));
        cases.exit(SECRETARY, concern, "pass-up");
        cases.exit(DEPARTMENT_CLERK, concern, "answer");
        cases.act(DEPARTMENT_HEAD, concern, "UserTask_Sign", Map.of("decision", "approve", "words", "本周五维修。"));

        assertThat(cases.handlings(concern, "unit")).containsExactly("jsj1", "hqc");
        for (String person : List.of(COLLEGE_CLERK, COLLEGE_HEAD, OTHER_COLLEGE_CLERK)) {
            assertThat(everythingOf(person, concern)).as(person).isEmpty();
        }
        assertThat(everythingOf(SECRETARY, concern)).contains("UserTask_PassOnAnswer");
    }

    @Test
    void where_branch_and_college_stand_aside_the_university_reads_the_answer() {
        String concern = raise(Map.of("standAside", "jsj、jsj1"));
        cases.exit(DEPARTMENT_CLERK, concern, "answer");
        cases.act(DEPARTMENT_HEAD, concern, "UserTask_Sign", Map.of("decision", "approve", "words", "本周五维修。"));

        assertThat(cases.handlings(concern, "unit")).containsExactly("hqc");
        for (String person : List.of(SECRETARY, DEPUTY_SECRETARY, COLLEGE_CLERK, COLLEGE_HEAD, OTHER_COLLEGE_CLERK)) {
            assertThat(everythingOf(person, concern)).as(person).isEmpty();
        }
        assertThat(everythingOf("zhaomingyuan", concern)).contains("UserTask_PassOnAnswer");
    }

    /** What somebody can find out about a concern: the API, their tasks, and everything that hangs on those. */
    private String everythingOf(String person, String concern) {
        StringBuilder all = new StringBuilder();
        for (String address : List.of("", "/clock")) {
            add(all, http.get(person, "/api/concerns/" + concern + address));
        }
        add(all, http.get(person, "/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + concern));
        for (Task task : cases.tasks(concern)) {
            for (String address : List.of("", "/form-variables", "/variables", "/identity-links", "/form")) {
                add(all, http.get(person, "/engine-rest/task/" + task.getId() + address));
            }
            for (String address : List.of("", "/variables", "/activity-instances")) {
                add(all, http.get(person, "/engine-rest/process-instance/" + task.getProcessInstanceId() + address));
            }
        }
        return all.toString().replace(person, "");
    }

    @Test
    void the_pages_apis_answer_like_the_engines() {
        String concern = raise(Map.of());
        cases.exit(SECRETARY, concern, "pass-up");
        toDepartment(concern);
        String task = cases.task(concern, "UserTask_Handle").getId();
        String instance = cases.task(concern, "UserTask_MyConcern").getProcessInstanceId();
        Http stranger = new Http(port);
        assertThat(stranger.logInAt("tasklist", STRANGER, OverHttp.PASSWORD).statusCode())
                .isEqualTo(200);
        String tasks = "/camunda/api/engine/engine/default/task/";
        for (String address : List.of("", "/form-variables", "/variables", "/identity-links", "/form")) {
            var theirs = stranger.get(tasks + task + address);
            var none = stranger.get(tasks + NO_ID + address);
            assertThat(theirs.statusCode())
                    .as(address)
                    .isEqualTo(none.statusCode())
                    .isEqualTo(404);
            assertThat(theirs.body().replace(task, NO_ID)).isEqualTo(none.body());
        }
        assertThat(new Http(port)
                        .logInAt("cockpit", COLLEGE_CLERK, OverHttp.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Http(port)
                        .logInAt("admin", COLLEGE_CLERK, OverHttp.PASSWORD)
                        .statusCode())
                .isEqualTo(403);

        engine.getIdentityService().createMembership(OPERATOR, "operators");
        for (String who : List.of(OPERATOR, "admin")) {
            Http cockpit = new Http(port);
            assertThat(cockpit.logInAt("cockpit", who, OverHttp.PASSWORD).statusCode())
                    .isEqualTo(200);
            String plugin = "/camunda/api/cockpit/plugin/base/default/";
            for (String address : List.of(
                    plugin + "process-definition/statistics?maxResults=50",
                    plugin + "process-instance/" + instance + "/called-process-instances",
                    plugin + "incident?maxResults=50",
                    "/camunda/api/engine/engine/default/process-instance/" + instance + "/variables")) {
                var answer = cockpit.get(address);
                assertThat(answer.statusCode()).as(address).isIn(200, 405);
                assertThat(answer.body())
                        .as(address)
                        .doesNotContain(STORY)
                        .doesNotContain(COLLEAGUE)
                        .doesNotContain("陈宇");
            }
        }
        engine.getIdentityService().deleteMembership(OPERATOR, "operators");
    }
}
