package org.shangda.rights;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED_BRANCH;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_SECRETARY;
import static org.shangda.Contacts.row;
import static org.shangda.Contacts.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.OpenForms;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.RefusedRequest;
import org.shangda.probe.Users;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * Who is not offered a piece of work neither sees, receives nor hands it in, whatever the engine would let them do. For
 * every kind of work that there is: a new one is missing here until one of its tasks is opened below.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";

    /** Belongs to no case below, and holds no post. */
    private static final String STRANGER = "zhoutao";

    /** The security tests' own kind of work, of a diagram that is not the product's. */
    private static final Set<String> NOT_THE_PRODUCTS = Set.of("UserTask_First");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    ProcessEngine engine;

    @Autowired
    WorkItems items;

    @Autowired
    Courses courses;

    @Autowired
    JdbcTemplate database;

    @Autowired
    List<ScheduledTaskHolder> schedules;

    private TaskService tasks;
    private IdentityService identities;

    /** An open task of each kind. */
    private final Map<String, Task> open = new TreeMap<>();

    @BeforeAll
    void somethingOfEachKindIsOpen() {
        tasks = engine.getTaskService();
        identities = engine.getIdentityService();
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
        concerns();
        pairs();
        duties();
        summaries();
        opened(cases.start(SECRETARY, "bulletin", OpenForms.bulletin("jsj1")), "UserTask_KeepBulletin");
        TestTime.set(TestTime.MONDAY);
    }

    private void concerns() {
        opened(cases.at("branch", "problem"), "UserTask_Handle", "UserTask_MyConcern");
        Map<String, Object> forColleague = Cases.concern();
        forColleague.putAll(Map.of(
                "forColleague", true, "colleague", COLLEAGUE, "consentOn", "2026-03-01", "consentWay", "in-person"));
        opened(cases.raise(MEMBER, forColleague), "UserTask_RaisedForColleague");
        String signed = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, signed, "pass-up");
        opened(signed, "UserTask_Sign");
        String asked = cases.at("branch", "problem");
        cases.exit(SECRETARY, asked, "ask", Map.of("words", "请补充房号"));
        opened(asked, "UserTask_Supplement");
        String assisted = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, assisted, "assist", Map.of("units", List.of("cwc")));
        opened(assisted, "UserTask_Opinion");
        String answered = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, answered, "answer");
        cases.approve(DEPARTMENT_HEAD, answered);
        opened(answered, "UserTask_PassOnAnswer");
        String referred = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, referred, "pass-up");
        opened(referred, "UserTask_ConfirmReferral");
        String agenda = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, agenda, "agenda", Map.of("on", "2026-03-20"));
        opened(agenda, "UserTask_RecordDecision");
        opened(cases.answeredBy("branch", "problem"), "UserTask_Rate");
        String late = cases.at("branch", "problem");
        cases.passTo(late, "2026-03-20T18:00:00");
        opened(late, "UserTask_Supervise");
        TestTime.set(TestTime.MONDAY);
    }

    private void pairs() {
        String gone = pairings.pair("sunyan", "yebo");
        pairings.without("sunyan");
        pairings.roster(lines -> lines);
        opened(gone, "UserTask_FindCarrier");
        opened(pairings.ask("sunyan", "majie"), "UserTask_Consent");
        opened(pairings.ask("zhanghui", "wupeng"), "UserTask_Accept");
        String another = pairings.ask("shixinyi", "mayan");
        cases.act("mayan", another, "UserTask_Consent", Map.of("decision", "somebody-else"));
        opened(another, "UserTask_ChooseAnother");
        opened(pairings.existing(COLLEGE_CLERK, "zhaoxin", "lubin", "2025-09-01"), "UserTask_TellColleague");
        opened(pairings.plan(COLLEGE_CLERK, Map.of()), "UserTask_ReviewWave");
    }

    private void duties() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(MEMBER, "huyan");
        contacts.pair(TEACHER, TAUGHT);
        contacts.pair(TEACHERS_SECRETARY, "pengfei");
        contacts.pair("wupeng", "hanwenjing");
        String linked = contacts.pair("leader-branch", LEADER, null, LED_BRANCH, LocalDate.of(2025, 9, 1));
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        contacts.register(MEMBER, sheet, with(row(pair, "2026-03-02", "visit"), "note", "住房困难"));
        opened(sheet, "UserTask_Register");
        opened(contacts.notes(pair).get(0), "UserTask_ConfirmNote");
        contacts.register(
                LEADER,
                contacts.sheet(LEADER, "2025-2026-2"),
                with(with(row(linked, "2026-03-02", "report"), "note", "支部反映"), "topics", List.of()));
        opened(contacts.notes(linked).get(0), "UserTask_ConfirmBranchNote");

        opened(contacts.arrange(PERSONNEL_CLERK, TAUGHT, "discipline"), "UserTask_EventTalk");
        String talk = contacts.arrange(PERSONNEL_CLERK, TAUGHT, "setback");
        cases.passTo(talk, "2026-03-09T18:00:00");
        opened(talk, "UserTask_FollowUpTalk");
        String missed = contacts.sheet(TEACHER, "2026-03");
        cases.passTo(missed, "2026-04-03T17:30:00");
        opened(missed, "UserTask_FollowUp");
        String unnoticed = contacts.sheet(TEACHERS_SECRETARY, "2026-03");
        cases.passTo(unnoticed, "2026-04-14T18:00:00");
        opened(unnoticed, "UserTask_CollegeLook");
        TestTime.set(TestTime.MONDAY);
    }

    private void summaries() {
        semesterEnd.open();
        opened(summary(MEMBER), "UserTask_Write");
        String handedUp = summary("wupeng");
        cases.act("wupeng", handedUp, "UserTask_Write", Map.of("practice", "按月联系。"));
        opened(handedUp, "UserTask_Review");
    }

    private String summary(String person) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, person);
    }

    private void opened(String number, String... keys) {
        for (String key : keys) {
            open.put(key, cases.task(number, key));
        }
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void theEngineKnowsTheStrangerNoMore() {
        identities.createGroupQuery().groupMember(STRANGER).list().stream()
                .filter(group -> !group.getId().equals("staff"))
                .forEach(group -> identities.deleteMembership(STRANGER, group.getId()));
        var rights = engine.getAuthorizationService();
        rights.createAuthorizationQuery().userIdIn(STRANGER).list().stream()
                .filter(right -> right.getResourceType() == Resources.TASK.resourceType())
                .forEach(right -> rights.deleteAuthorization(right.getId()));
        open.values().forEach(task -> tasks.deleteCandidateUser(task.getId(), STRANGER));
        pairings.roster(lines -> lines);
    }

    @AfterAll
    void nobodyIsPaired() {
        contacts.forgetEverything();
    }

    // --- for every kind of work --------------------------------------------------------------------------------------

    @Test
    void there_is_an_open_task_of_every_kind_of_work() {
        Set<String> kinds = items.all().stream().map(WorkItem::key).collect(toSet());
        kinds.removeAll(NOT_THE_PRODUCTS);
        assertThat(open.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void whoever_is_offered_work_is_shown_it() {
        open.forEach((key, task) ->
                assertThat(cases.show(holder(task), task)).as(key).isNotEmpty());
    }

    @Test
    void a_stranger_is_answered_as_if_the_task_did_not_exist() {
        assertNotThere(STRANGER);
    }

    @Test
    void an_administrator_is_answered_as_if_the_task_did_not_exist() {
        assertNotThere("admin");
    }

    @Test
    void joining_units_groups_and_being_granted_rights_on_tasks_opens_nothing_even_to_an_administrator() {
        identities.createMembership(STRANGER, "camunda-admin");
        identities.createGroupQuery().list().stream()
                .map(group -> group.getId())
                .filter(group -> group.matches("u.+|handlers"))
                .forEach(group -> identities.createMembership(STRANGER, group));
        Users.grant(engine, STRANGER, Resources.TASK, Permissions.ALL);
        open.values().forEach(task -> tasks.addCandidateUser(task.getId(), STRANGER));

        assertThat(cases.as(
                        STRANGER,
                        () -> tasks.createTaskQuery()
                                .taskCandidateUser(STRANGER)
                                .count()))
                .as("the engine would let them")
                .isPositive();
        assertNotThere(STRANGER);
    }

    @Test
    void an_administrator_gets_byte_for_byte_the_answers_of_a_task_that_does_not_exist() {
        OverHttp http = new OverHttp(port);
        open.forEach((key, task) -> {
            List<Answer> theirs = answers(http, task.getId());
            List<Answer> none = answers(http, NO_ID);
            assertThat(theirs)
                    .as(key)
                    .isEqualTo(none)
                    .extracting(Answer::status)
                    .containsOnly(404);
        });
    }

    private static List<Answer> answers(OverHttp http, String task) {
        return Stream.of(
                        http.get("admin", "/engine-rest/task/" + task + "/form-variables"),
                        http.get("admin", "/engine-rest/task/" + task + "/deployed-form"),
                        http.claim("admin", task),
                        http.submit("admin", task, Map.of()))
                .map(answer ->
                        new Answer(answer.status(), answer.type(), answer.body().replace(task, NO_ID)))
                .toList();
    }

    @Test
    void nobody_is_assigned_what_they_are_not_offered_by_whatever_way() {
        open.forEach((key, task) -> {
            assertThatThrownBy(() -> tasks.setAssignee(task.getId(), STRANGER))
                    .as(key)
                    .isInstanceOf(Exception.class);
            assertThat(current(task).getAssignee()).as(key).isEqualTo(task.getAssignee());
        });
    }

    /** Showing, the empty form, receiving and handing in: each like that of a task that does not exist. */
    private void assertNotThere(String person) {
        List<String> wrong = new ArrayList<>();
        int steps = steps();
        open.forEach((key, task) -> {
            Map<String, String> theirs = answers(person, task.getId());
            Map<String, String> none = answers(person, NO_ID);
            none.forEach((act, answer) -> {
                if (!answer.equals("404 " + NO_SUCH_TASK) || !theirs.get(act).equals(answer)) {
                    wrong.add(key + " " + act + ": " + theirs.get(act) + ", none: " + answer);
                }
            });
        });
        assertThat(wrong).isEmpty();
        assertThat(steps())
                .as("nothing is on any concern's way, no receipt either")
                .isEqualTo(steps);
        open.forEach(
                (key, task) -> assertThat(current(task).getAssignee()).as(key).isEqualTo(task.getAssignee()));
    }

    private int steps() {
        return database.queryForObject("select count(*) from step", Integer.class);
    }

    private Map<String, String> answers(String person, String task) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("shows", answer(person, () -> engine.getFormService().getTaskFormVariables(task)));
        answers.put("form", answer(person, () -> engine.getFormService().getDeployedTaskForm(task)));
        answers.put("receives", answer(person, () -> {
            tasks.claim(task, person);
            return null;
        }));
        answers.put("hands in", answer(person, () -> {
            engine.getFormService().submitTaskForm(task, Map.of());
            return null;
        }));
        return answers;
    }

    private String answer(String person, Supplier<?> act) {
        try {
            return "200 " + cases.as(person, act::get);
        } catch (RefusedRequest refused) {
            return refused.status() + " " + refused.getMessage();
        } catch (RuntimeException failure) {
            return failure.toString();
        }
    }

    private Task current(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    private String holder(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
        return links.stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> identities
                        .createUserQuery()
                        .memberOfGroup(links.get(0).getGroupId())
                        .list()
                        .get(0)
                        .getId());
    }

    // --- for every process -------------------------------------------------------------------------------------------

    @Test
    void nobody_starts_what_the_roster_does_not_let_them_whatever_the_engine_would() {
        Users.grant(engine, STRANGER, Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.CREATE_INSTANCE);
        try {
            courses.all().forEach(course -> {
                assertNotStarted("admin", course, course.startForm().isPresent() ? 404 : 409);
                if (course.starters() != Course.Who.EVERYBODY) {
                    assertNotStarted(STRANGER, course, course.startForm().isPresent() ? 404 : 409);
                }
            });
        } finally {
            var rights = engine.getAuthorizationService();
            rights
                    .createAuthorizationQuery()
                    .userIdIn(STRANGER)
                    .resourceType(Resources.PROCESS_DEFINITION)
                    .list()
                    .stream()
                    .filter(right -> right.getResourceId().equals("*"))
                    .forEach(right -> rights.deleteAuthorization(right.getId()));
        }
    }

    private void assertNotStarted(String person, Course course, int status) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(course.process())
                .latestVersion()
                .singleResult()
                .getId();
        var forms = engine.getFormService();
        assertThat(answer(person, () -> forms.submitStartForm(definition, Map.of())))
                .as(person + " " + course.process())
                .startsWith(status + " ");
        assertThat(answer(person, () -> forms.getStartFormVariables(definition)))
                .as(person + " " + course.process())
                .startsWith(status + " ");
    }

    // --- a post that ends --------------------------------------------------------------------------------------------

    @Test
    void whose_post_ends_between_receiving_and_handing_in_hands_in_nothing_and_the_task_goes_on_to_the_colleagues() {
        pairings.roster(lines -> lines.replaceAll(
                "(?m)^(" + COLLEGE_CLERK + ",[^,]*,[^,]*,[^,]*,jsj,[^,]*,[^,]*),[^,]*,", "$1,2026-03-03,"));
        String number = cases.at("college", "problem");
        Task task = cases.task(number, "UserTask_Handle");
        cases.claim(COLLEGE_CLERK, task);
        assertThat(cases.show(COLLEGE_CLERK, task)).containsEntry("number", number);
        List<String> steps = cases.steps(number);

        TestTime.set("2026-03-03T09:00:00");
        Map<String, Object> answer = new HashMap<>(Map.of("exit", "answer", "words", "已修好。", "tried", "已联系维修。"));
        Cases.assertRefused(() -> cases.show(COLLEGE_CLERK, task), 404, NO_SUCH_TASK);
        Cases.assertRefused(() -> cases.submit(COLLEGE_CLERK, task, answer), 404, NO_SUCH_TASK);
        assertThat(cases.steps(number)).as("nothing is stored").isEqualTo(steps);

        theRosterIsFollowed();
        assertThat(current(task).getAssignee()).isNull();
        Cases.assertRefused(() -> cases.claim(COLLEGE_CLERK, task), 404, NO_SUCH_TASK);
        cases.claim(OTHER_COLLEGE_CLERK, task);
        cases.submit(OTHER_COLLEGE_CLERK, task, answer);
        assertThat(cases.steps(number)).contains("HANDED_OVER", "EXIT");
    }

    @Test
    void the_other_node_that_follows_the_roster_on_the_same_day_changes_nothing_more() {
        pairings.roster(lines -> lines.replaceAll(
                "(?m)^(" + SECRETARY + ",[^,]*,[^,]*,[^,]*,jsj1,[^,]*,[^,]*),[^,]*,", "$1,2026-03-03,"));
        String number = cases.at("branch", "problem");
        TestTime.set("2026-03-03T09:00:00");
        theRosterIsFollowed();
        theRosterIsFollowed();
        assertThat(cases.steps(number)).filteredOn("HANDED_OVER"::equals).hasSize(1);
    }

    /** What every node does by the minute. */
    private void theRosterIsFollowed() {
        schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("CurrentUniversity"))
                .forEach(task -> task.getTask().getRunnable().run());
    }
}
