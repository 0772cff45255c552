package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.OpenTasks;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.RefusedRequest;
import org.shangda.engine.WaitingWork;
import org.shangda.probe.Users;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.WorkCards.WorkCard;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who is not offered a piece of work neither sees, receives nor hands it in, whatever the engine would let them do. For
 * every kind of work that there is: a new one is missing here until one of its tasks is opened in {@link OpenTasks}.
 */
@ShangdaTest
@Tag("h2")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";

    /** Belongs to no case below, and holds no post. */
    private static final String STRANGER = "zhoutao";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    ProcessEngine engine;

    @Autowired
    WorkItems items;

    @Autowired
    WaitingWork waiting;

    @Autowired
    Courses courses;

    @Autowired
    JdbcTemplate database;

    private TaskService tasks;
    private IdentityService identities;

    /** An open task of each kind. */
    private Map<String, Task> open;

    @BeforeAll
    void somethingOfEachKindIsOpen() {
        tasks = engine.getTaskService();
        identities = engine.getIdentityService();
        open = openTasks.ofEachKind();
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
        assertThat(open.keySet()).containsExactlyInAnyOrderElementsOf(OpenTasks.kinds(items));
    }

    @Test
    void whoever_is_offered_work_is_shown_it() {
        open.forEach((key, task) ->
                assertThat(cases.show(holder(task), task)).as(key).isNotEmpty());
    }

    @Test
    void whoever_is_offered_work_has_a_card_of_it_that_says_no_more_than_its_form() {
        open.forEach((key, task) -> {
            String holder = holder(task);
            Object heading = cases.show(holder, task).get("heading");
            WorkCard card = cases.as(holder, () -> waiting.of(holder)).stream()
                    .filter(one -> one.task().equals(task.getId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " has no card"));
            assertThat(card.kind()).as(key).isNotBlank();
            if (card.number().startsWith("SD")) {
                assertThat(card.title()).as(key).isEqualTo(heading);
                assertThat(card.where()).as(key).isNotBlank();
            }
            if (task.getDueDate() != null) {
                assertThat(card.times()).as(key).isNotEmpty();
            }
        });
    }

    @Test
    void a_card_is_nobodys_who_is_not_offered_the_work_whatever_the_engine_would_let_them_do() {
        Users.grant(engine, STRANGER, Resources.TASK, Permissions.ALL);
        open.values().forEach(task -> tasks.addCandidateUser(task.getId(), STRANGER));

        for (String person : List.of(STRANGER, "admin")) {
            assertThat(cases.as(person, () -> waiting.of(person)).stream().map(WorkCard::task))
                    .as(person)
                    .doesNotContainAnyElementsOf(
                            open.values().stream().map(Task::getId).toList());
        }
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
}
