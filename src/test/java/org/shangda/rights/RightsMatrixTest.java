package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who gets what. One concern: raised by a Party member for a colleague, without the name above the branch; one clerk of
 * the college and one department are to stand aside; it has come to a department, where a clerk has received it.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private static final String STORY = "走廊尽头的消防门打不开，没有人知道钥匙在谁手里。";
    private static final String OPERATOR = "lulei";

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_NUMBER = "SD26-00000000";

    /** Who asks, by the heading of their column. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("no", OverHttp.NOBODY);
        ROLES.put("co", COLLEAGUE);
        ROLES.put("ra", MEMBER);
        ROLES.put("ot", "zhoutao");
        ROLES.put("se", SECRETARY);
        ROLES.put("s2", "xuning");
        ROLES.put("cc", COLLEGE_CLERK);
        ROLES.put("ch", COLLEGE_HEAD);
        ROLES.put("xc", STRANGER);
        ROLES.put("dc", DEPARTMENT_CLERK);
        ROLES.put("d2", OTHER_DEPARTMENT_CLERK);
        ROLES.put("xd", PERSONNEL_CLERK);
        ROLES.put("or", ORGANIZATION_CLERK);
        ROLES.put("as", ASSIGNING_CLERK);
        ROLES.put("op", OPERATOR);
        ROLES.put("ad", "admin");
        ROLES.put("rp", OTHER_COLLEGE_CLERK);
        ROLES.put("ru", "yuanye");
    }

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    private OverHttp http;
    /** Placeholders of the table, and what they stand for. */
    private final Map<String, String> real = new HashMap<>();

    private String definition;

    @BeforeAll
    void aConcernAtTheDepartment() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
        engine.getIdentityService().createMembership(OPERATOR, "operators");
        Map<String, Object> form = Cases.concern();
        form.put("description", STORY);
        form.putAll(Map.of(
                "travel",
                "nameless-above-branch",
                "standAside",
                OTHER_COLLEGE_CLERK + "、保卫处",
                "forColleague",
                true,
                "colleague",
                COLLEAGUE,
                "consentOn",
                "2026-03-01",
                "consentWay",
                "in-person"));
        String number = cases.raise(MEMBER, form);
        cases.exit(SECRETARY, number, "pass-up");
        toDepartment(number);
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        Task handle = cases.task(number, "UserTask_Handle");
        Task mine = cases.task(number, "UserTask_MyConcern");
        definition = handle.getProcessDefinitionId();
        real.put("{number}", number);
        real.put("{task}", handle.getId());
        real.put("{mine}", mine.getId());
        real.put("{case}", mine.getProcessInstanceId());
        real.put("{level}", handle.getProcessInstanceId());
        real.put("{execution}", handle.getExecutionId());
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterAll
    void noOperator() {
        engine.getIdentityService().deleteMembership(OPERATOR, "operators");
    }

    // --- the table ---------------------------------------------------------------------------------------------------

    /**
     * The status that each role gets. A star: the answer tells the story. A hash: it mentions the concern.
     *
     * <p>no: nobody in particular, co: the colleague, ra: who raised it, ot: another colleague, se: the branch's
     * secretary, s2: another branch's, cc: the college's clerk, ch: its head, xc: clerk of another college, dc: the
     * department's clerk who has received it, d2: the other one, xd: clerk of a department that it has not reached, or:
     * organization department, as: assigning office, op: operator, ad: administrator, rp: the person who stands aside,
     * ru: somebody of the unit that stands aside.
     */
    private static final String TABLE = """
                                                                                                         | no   co   ra   ot   se   s2   cc   ch   xc   dc   d2   xd   or   as   op   ad   rp   ru
            GET /api/concerns                                                                            | 401  200* 200* 200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/concerns/{number}                                                                   | 401  200* 200* 404  200* 404  200* 200* 404  200* 200* 404  404  404  404  404  404  404
            GET /api/concerns/{number}/clock                                                             | 401  200# 200# 404  200# 404  200# 200# 404  200# 200# 404  404  404  404  404  404  404
            POST /api/concerns nothing                                                                   | 403  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400
            GET /api/calendar?year=2026                                                                  | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            POST /api/calendar/notices nothing                                                           | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  415  403  403
            POST /api/calendar/vacations nothing                                                         | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  415  403  403
            POST /api/roster nothing                                                                     | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  415  403  403
            GET /api/bulletins                                                                           | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            POST /api/bulletins/{number}/read                                                            | 403  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
            GET /api/stalled                                                                             | 401  404  404  404  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/stalled/stalled.xlsx                                                                | 401  404  404  404  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/rules                                                                               | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /api/rules/file?name=bpmn/level-deadlines.dmn                                            | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /api/rules/changes                                                                       | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /api/rules/set                                                                           | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            POST /api/rules/files nothing                                                                | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  415  403  403
            POST /api/rules/back nothing                                                                 | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  404  403  403
            POST /api/rules/decision nothing                                                             | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  400  403  403
            GET /api/given-days                                                                          | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            POST /api/given-days nothing                                                                 | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  400  403  403
            GET /api/cases/{number}/back                                                                 | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200# 403  403
            POST /api/cases/{number}/back nothing                                                        | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  400  403  403
            GET /api/cases                                                                               | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /api/cases/moves                                                                         | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            POST /api/cases/move nothing                                                                 | 403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  400  403  403
            GET /actuator/health                                                                         | 200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /actuator/metrics                                                                        | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /actuator/sbom                                                                           | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  200  403  403
            GET /v3/api-docs                                                                             | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/task?maxResults=50&processInstanceBusinessKey={number}                      | 401  200# 200# 200  200  200  200  200  200  200# 200# 200  200  200  200  200# 200  200
            GET /engine-rest/task/{task}                                                                 | 401  404  404  404  404  404  404  404  404  200# 200# 404  404  404  404  200# 404  404
            GET /engine-rest/task/{task}/form                                                            | 401  404  404  404  404  404  404  404  404  200  200  404  404  404  404  200  404  404
            GET /engine-rest/task/{task}/deployed-form                                                   | 401  404  404  404  404  404  404  404  404  200  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{task}/rendered-form                                                   | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{task}/form-variables                                                  | 401  404  404  404  404  404  404  404  404  200* 404  404  404  404  404  404  404  404
            GET /engine-rest/task/{task}/variables                                                       | 401  404  404  404  404  404  404  404  404  200# 200# 404  404  404  404  200# 404  404
            GET /engine-rest/task/{task}/variables/number                                                | 401  404  404  404  404  404  404  404  404  200# 200# 404  404  404  404  200# 404  404
            GET /engine-rest/task/{task}/localVariables                                                  | 401  404  404  404  404  404  404  404  404  200# 200# 404  404  404  404  200# 404  404
            GET /engine-rest/task/{task}/identity-links                                                  | 401  404  404  404  404  404  404  404  404  200  200  404  404  404  404  200  404  404
            GET /engine-rest/task/{task}/comment                                                         | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  404  200  404  404
            GET /engine-rest/task/{task}/attachment                                                      | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  404  200  404  404
            GET /engine-rest/task/{mine}                                                                 | 401  200# 404  404  404  404  404  404  404  404  404  404  404  404  404  200# 404  404
            GET /engine-rest/task/{mine}/form-variables                                                  | 401  200* 404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{mine}/variables                                                       | 401  200# 404  404  404  404  404  404  404  404  404  404  404  404  404  200# 404  404
            POST /engine-rest/task/{task}/claim me                                                       | 401  404  404  404  404  404  404  404  404  204  409  404  404  404  404  404  404  404
            POST /engine-rest/task/{task}/unclaim                                                        | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/task/{task}/submit-form form                                               | 401  404  404  404  404  404  404  404  404  400  409  404  404  404  404  404  404  404
            POST /engine-rest/task/{mine}/submit-form form                                               | 401  400  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{task}/complete nothing                                               | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/task/{task}/bpmnError error                                                | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/task/{task}/assignee me                                                    | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/task/{task}/identity-links me                                              | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/task/{task}/comment/create message                                         | 401  400  400  400  400  400  400  400  400  400  400  400  400  400  400  409  400  400
            PUT /engine-rest/task/{task} name                                                            | 401  404  404  404  404  404  404  404  404  409  409  404  404  404  404  409  404  404
            PUT /engine-rest/task/{task}/variables/x value                                               | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            DELETE /engine-rest/task/{task}                                                              | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            GET /engine-rest/process-instance?maxResults=50&businessKey={number}                         | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200# 200  200
            GET /engine-rest/process-instance/{case}                                                     | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200# 200# 404  404
            GET /engine-rest/process-instance/{level}                                                    | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200# 200# 404  404
            GET /engine-rest/process-instance/{case}/variables                                           | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200  200  404  404
            GET /engine-rest/process-instance/{level}/variables                                          | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200  200  404  404
            GET /engine-rest/process-instance/{level}/activity-instances                                 | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200# 200# 404  404
            GET /engine-rest/execution/{execution}                                                       | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200# 200# 404  404
            GET /engine-rest/execution/{execution}/localVariables                                        | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  200  200  404  404
            GET /engine-rest/variable-instance?maxResults=50&processInstanceIdIn={case}                  | 401  200# 200# 200  200  200  200  200  200  200  200  200  200  200  200# 200# 200  200
            DELETE /engine-rest/process-instance/{level}                                                 | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/process-instance/{level}/modification move                                 | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/process-instance/{level}/variables values                                  | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            PUT /engine-rest/process-instance/{level}/suspended running                                  | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  204  204  403  403
            GET /engine-rest/history/process-instance/{case}                                             | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  404  200# 404  404
            GET /engine-rest/history/process-instance?maxResults=50&processInstanceBusinessKey={number}  | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/task?maxResults=50&processInstanceId={level}                        | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/activity-instance?maxResults=50&processInstanceId={level}           | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/variable-instance?maxResults=50&processInstanceId={case}            | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/detail?maxResults=50&processInstanceId={case}                       | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/identity-link-log?maxResults=50&taskId={task}                       | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/history/user-operation?maxResults=50&processInstanceId={level}              | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200  200
            GET /engine-rest/process-definition/key/concern-escalation/startForm                         | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/process-definition/key/level-handling/xml                                   | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            POST /engine-rest/process-definition/key/concern-escalation/submit-form form                 | 401  400  400  400  400  400  400  400  400  400  400  400  400  400  400  404  400  400
            POST /engine-rest/process-definition/key/level-handling/submit-form form                     | 401  404  404  404  404  404  404  404  404  404  404  404  404  404  404  409  404  404
            POST /engine-rest/process-definition/key/concern-escalation/start key                        | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/process-definition/key/level-handling/start start                          | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/message messageName                                                        | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/signal name                                                                | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            POST /engine-rest/modification/execute moveMany                                              | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            GET /engine-rest/deployment?maxResults=50                                                    | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            POST /engine-rest/deployment/create                                                          | 401  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400
            GET /engine-rest/user/chenyu/profile                                                         | 401  200  404  404  404  404  404  404  404  404  404  404  404  404  404  200  404  404
            PUT /engine-rest/user/{me}/profile profile                                                   | 401  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
            PUT /engine-rest/group/camunda-admin/members/{me}                                            | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  409  403  403
            GET /engine-rest/authorization?resourceType=0&maxResults=1                                   | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200  200
            POST /engine-rest/authorization/create nothing                                               | 401  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400  400
            GET /engine-rest/job?maxResults=50&processInstanceId={level}                                 | 401  200  200  200  200  200  200  200  200  200  200  200  200  200  200# 200# 200  200
            POST /engine-rest/job/x/execute                                                              | 401  403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  403  403
            """;

    @Test
    void everybody_gets_what_the_table_says() {
        List<String> requests = TABLE.lines()
                .skip(1)
                .map(line -> line.contains("|")
                        ? line.substring(0, line.indexOf('|')).strip()
                        : line.strip())
                .toList();
        StringBuilder table = new StringBuilder(" ".repeat(WIDTH) + "| " + String.join("   ", ROLES.keySet()) + "\n");
        for (String request : requests) {
            table.append(String.format("%-" + WIDTH + "s|", request));
            ROLES.values().forEach(person -> table.append(' ').append(cell(ask(person, request, real))));
            while (table.charAt(table.length() - 1) == ' ') {
                table.setLength(table.length() - 1);
            }
            table.append('\n');
        }
        assertThat(table.toString()).isEqualTo(TABLE);
    }

    private String cell(Answer answer) {
        boolean mentioned = answer.status() == 200
                && real.values().stream().anyMatch(id -> answer.body().contains(id));
        String mark = answer.body().contains(STORY) ? "*" : mentioned ? "#" : " ";
        return answer.status() + mark;
    }

    @Test
    void to_whom_it_does_not_concern_it_is_as_if_it_did_not_exist() {
        Map<String, String> none = real.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getKey().equals("{number}") ? NO_NUMBER : NO_ID));
        List<String> requests = TABLE.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .filter(request -> real.keySet().stream().anyMatch(request::contains))
                .toList();
        List<String> different = new ArrayList<>();
        for (String role : List.of("ot", "s2", "xc", "xd", "or", "as", "rp", "ru")) {
            String person = ROLES.get(role);
            for (String request : requests) {
                Answer theirs = neutral(ask(person, request, real), real);
                Answer nothing = neutral(ask(person, request, none), none);
                if (!theirs.equals(nothing)) {
                    different.add(person + " " + request + "\n  " + theirs + "\n  " + nothing);
                }
            }
        }
        assertThat(requests).hasSizeGreaterThan(30);
        assertThat(different).isEmpty();
    }

    private static Answer neutral(Answer answer, Map<String, String> ids) {
        String body = answer.body();
        for (String id : ids.values()) {
            body = body.replace(id, "ID");
        }
        return new Answer(answer.status(), answer.type(), body);
    }

    private Answer ask(String person, String request, Map<String, String> ids) {
        String[] parts = request.split(" +");
        String path = parts[1];
        String body = parts.length < 3 ? null : BODIES.get(parts[2]);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
            body = body == null ? null : body.replace(id.getKey(), id.getValue());
        }
        String me = person.isEmpty() ? "nobody" : person;
        return http.send(
                person,
                parts[0],
                path.replace("{me}", me),
                body == null ? null : body.replace("{me}", me).replace("{definition}", definition));
    }

    // --- beyond the table --------------------------------------------------------------------------------------------

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

    @Test
    void the_pages_apis_answer_like_the_engines() {
        Http stranger = new Http(port);
        assertThat(stranger.logInAt("tasklist", STRANGER, OverHttp.PASSWORD).statusCode())
                .isEqualTo(200);
        String tasks = "/camunda/api/engine/engine/default/task/";
        for (String address : List.of("", "/form-variables", "/variables", "/identity-links", "/form")) {
            var theirs = stranger.get(tasks + real.get("{task}") + address);
            var none = stranger.get(tasks + NO_ID + address);
            assertThat(theirs.statusCode())
                    .as(address)
                    .isEqualTo(none.statusCode())
                    .isEqualTo(404);
            assertThat(theirs.body().replace(real.get("{task}"), NO_ID)).isEqualTo(none.body());
        }
        assertThat(new Http(port)
                        .logInAt("cockpit", COLLEGE_CLERK, OverHttp.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Http(port)
                        .logInAt("admin", COLLEGE_CLERK, OverHttp.PASSWORD)
                        .statusCode())
                .isEqualTo(403);

        for (String who : List.of(OPERATOR, "admin")) {
            Http cockpit = new Http(port);
            assertThat(cockpit.logInAt("cockpit", who, OverHttp.PASSWORD).statusCode())
                    .isEqualTo(200);
            String plugin = "/camunda/api/cockpit/plugin/base/default/";
            for (String address : List.of(
                    plugin + "process-definition/statistics?maxResults=50",
                    plugin + "process-instance/" + real.get("{case}") + "/called-process-instances",
                    plugin + "incident?maxResults=50",
                    "/camunda/api/engine/engine/default/process-instance/" + real.get("{case}") + "/variables")) {
                var answer = cockpit.get(address);
                assertThat(answer.statusCode()).as(address).isIn(200, 405);
                assertThat(answer.body())
                        .as(address)
                        .doesNotContain(STORY)
                        .doesNotContain(COLLEAGUE)
                        .doesNotContain("陈宇");
            }
        }
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

    private static void add(StringBuilder all, Answer answer) {
        if (answer.status() == 200 && !answer.body().equals("[]")) {
            all.append(answer.body()).append('\n');
        }
    }

    /** The same twice would be taken for a second click. */
    private static int raised;

    private String raise(Map<String, Object> wishes) {
        Map<String, Object> form = Cases.concern();
        form.put("description", STORY + " " + ++raised);
        form.putAll(wishes);
        return cases.raise(COLLEAGUE, form);
    }

    private void toDepartment(String concern) {
        cases.exit(COLLEGE_CLERK, concern, "pass-up", Map.of("unit", "hqc"));
        cases.act(COLLEGE_HEAD, concern, "UserTask_Sign", Map.of("decision", "approve", "words", "请办理"));
    }

    private static final int WIDTH = 93;

    private static final String SKIP =
            "\"skipCustomListeners\":true,\"INSTRUCTIONS\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"}]}";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("nothing", "{}"),
            Map.entry("me", "{\"userId\":\"{me}\",\"type\":\"candidate\"}"),
            Map.entry("form", "{\"variables\":{}}"),
            Map.entry("error", "{\"errorCode\":\"x\"}"),
            Map.entry("message", "{\"message\":\"x\"}"),
            Map.entry("name", "{\"name\":\"x\"}"),
            Map.entry("value", "{\"value\":1}"),
            Map.entry("values", "{\"modifications\":{}}"),
            Map.entry("running", "{\"suspended\":false}"),
            Map.entry("key", "{\"businessKey\":\"{number}\"}"),
            Map.entry("messageName", "{\"messageName\":\"x\",\"businessKey\":\"{number}\"}"),
            Map.entry("start", "{" + SKIP.replace("INSTRUCTIONS", "startInstructions")),
            Map.entry("move", "{" + SKIP.replace("INSTRUCTIONS", "instructions")),
            Map.entry(
                    "moveMany",
                    "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{level}\"],"
                            + SKIP.replace("INSTRUCTIONS", "instructions")),
            Map.entry("profile", "{\"id\":\"{me}\",\"firstName\":\"x\",\"lastName\":\"y\"}"));
}
