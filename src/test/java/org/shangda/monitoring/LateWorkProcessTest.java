package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED_BRANCH;
import static org.shangda.Contacts.RECORDER;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_COLLEGE;
import static org.shangda.Contacts.TEACHERS_SECRETARY;
import static org.shangda.Contacts.row;
import static org.shangda.Contacts.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every kind of work that people may leave undone is due on a day, reminded of once, heard of by the unit above, and listed;
 * a like one that was done in time is not. It is Monday, 2 March 2026.
 */
@ShangdaTest
class LateWorkProcessTest extends StalledCases {

    private static final String WRITER = "limei";

    @Autowired
    RepositoryService repository;

    @Autowired
    Contacts contacts;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @BeforeEach
    @AfterEach
    void forget() {
        pairings.clear();
        pairings.roster(lines -> lines);
        summaries.forget(WRITER);
    }

    // --- each kind ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "UserTask_FindCarrier,       2026-03-16, task-overdue, jsj1, jsj, liumin",
        "UserTask_ChooseAnother,     2026-03-16, task-overdue, jsj,  zzb, xiexin",
        "UserTask_ReviewWave,        2026-03-16, task-overdue, jsj,  zzb, xiexin",
        "UserTask_CollegeLook,       2026-04-20, task-overdue, jg,   zzb, xiexin",
        "UserTask_FollowUpTalk,      2026-03-16, task-overdue, jg1,  jg,  sunhuiling",
        "UserTask_ConfirmBranchNote, 2026-03-16, task-overdue, jx2,  jx,  tangjing",
        "UserTask_Write,             2026-03-05, task-overdue, jsj1, jsj, liumin",
        "UserTask_Review,            2026-03-09, task-overdue, jsj1, jsj, liumin"
    })
    void what_is_left_undone_is_reminded_of_heard_of_above_and_listed(
            String key, String day, String cause, String unit, String above, String hears) {
        String done = make(key);
        waitFor(done, key);
        act(done, key);
        TestTime.set(day + "T18:00:00");
        assertThat(causes(done)).isEmpty();
        assertThat(told(done)).isEmpty();
        forget();

        TestTime.set(TestTime.MONDAY);
        String left = make(key);
        Task task = waitFor(left, key);
        assertThat(task.getDueDate()).isEqualTo(Date.from(TestTime.at(day + "T17:00:00")));
        cases.passTo(left, day + "T16:59:00");
        assertThat(causes(left)).isEmpty();
        assertThat(told(left)).isEmpty();

        cases.passTo(left, day + "T18:00:00");

        assertThat(causes(left)).containsExactly(cause);
        assertThat(found(left, cause, "unit")).isEqualTo(unit);
        assertThat(found(left, cause, "supervisor")).isEqualTo(above);
        assertThat(told(left)).contains(hears);
        assertThat(cases.task(left, key).getPriority()).isEqualTo(75);
        act(left, key);
        assertThat(causes(left)).isEmpty();
    }

    @Test
    void an_opinion_that_is_not_given_is_heard_of_above_and_the_lead_goes_on_without_it() {
        String number = asked();
        cases.passTo(number, "2026-03-09T16:59:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-09T17:30:00");

        assertThat(causes(number)).containsExactly("opinion-unanswered");
        assertThat(told(number)).contains("luojing").doesNotContain(PERSONNEL_CLERK);
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(Cases.DEPARTMENT_HEAD, number);
        assertThat(cases.findTask(number, "UserTask_Opinion")).isEmpty();
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void an_opinion_that_was_given_in_time_is_heard_of_by_nobody() {
        String number = asked();
        cases.act(PERSONNEL_CLERK, number, "UserTask_Opinion", Map.of("words", "同意。"));
        cases.passTo(number, "2026-03-09T17:30:00");

        assertThat(causes(number)).isEmpty();
        assertThat(told(number)).isEmpty();
    }

    private String asked() {
        String number = received("department");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        return number;
    }

    // --- further up --------------------------------------------------------------------------------------------------

    @Test
    void while_it_stays_undone_one_further_up_hears_every_five_working_days_and_at_the_university_it_ends() {
        String number = make("UserTask_FindCarrier");
        cases.passTo(number, "2026-03-16T18:00:00");
        int once = told(number).size();
        for (String[] seen : new String[][] {
            {"2026-03-20", "jsj"},
            {"2026-03-23", "zzb"},
            {"2026-03-30", "dxb"},
            {"2026-04-10", "dhdx"},
            {"2026-05-29", "dhdx"}
        }) {
            cases.passTo(number, seen[0] + "T18:00:00");
            causes(number);
            assertThat(found(number, "task-overdue", "supervisor")).as(seen[0]).isEqualTo(seen[1]);
        }
        assertThat(told(number)).as("each of them once").hasSize(once);
        assertThat(cases.nextJob(number)).as("nothing goes round").isEmpty();
        assertThat(cases.openTasks(number)).as("nobody takes it away").containsExactly("UserTask_FindCarrier");
    }

    // --- earlier versions --------------------------------------------------------------------------------------------

    @Test
    void what_runs_along_a_diagram_without_a_timer_is_listed_and_gets_its_timer_when_it_is_moved() throws IOException {
        String shipped = Files.readString(Path.of("bpmn", "pairing-wave.bpmn"));
        List<String> deployed = new ArrayList<>();
        try {
            deployed.add(deploy(withoutTimer(shipped)));
            String wave = make("UserTask_ReviewWave");
            assertThat(cases.nextJob(wave)).isEmpty();
            TestTime.set("2026-03-17T10:00:00");
            assertThat(causes(wave)).containsExactly("task-overdue");
            assertThat(found(wave, "task-overdue", "supervisor")).isEqualTo("zzb");

            TestTime.set(TestTime.MONDAY);
            deployed.add(deploy(shipped));
            ProcessInstance instance = cases.instance(wave, "pairing-wave");
            runtime.newMigration(runtime.createMigrationPlan(instance.getProcessDefinitionId(), latest())
                            .mapEqualActivities()
                            .build())
                    .processInstanceIds(instance.getId())
                    .execute();

            cases.passTo(wave, "2026-03-17T10:00:00");
            assertThat(told(wave)).contains("xiexin");
        } finally {
            pairings.clear();
            Collections.reverse(deployed);
            deployed.forEach(id -> repository.deleteDeployment(id, true));
        }
    }

    private String deploy(String diagram) {
        return repository
                .createDeployment()
                .name("another version")
                .addString("pairing-wave.bpmn", diagram)
                .deploy()
                .getId();
    }

    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("pairing-wave")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static String withoutTimer(String diagram) {
        for (String id : List.of(
                "BoundaryEvent_ReviewLate",
                "ServiceTask_TellAbove",
                "EndEvent_AboveTold",
                "Flow_ReviewLate_TellAbove",
                "Flow_TellAbove_AboveTold")) {
            diagram = diagram.replaceAll("(?s)\\s*<bpmn:(\\w+) id=\"" + id + "\".*?(/>|</bpmn:\\1>)", "")
                    .replaceAll("(?s)\\s*<bpmndi:(\\w+) id=\"" + id + "_di\".*?</bpmndi:\\1>", "");
        }
        return diagram;
    }

    // --- how each comes about ----------------------------------------------------------------------------------------

    private String make(String key) {
        return switch (key) {
            case "UserTask_FindCarrier" -> {
                String pair = pairings.pair("limei", "mayan");
                pairings.without("limei");
                yield pair;
            }
            case "UserTask_ChooseAnother" -> pairings.ask(COLLEAGUE, "");
            case "UserTask_ReviewWave" -> pairings.plan(COLLEGE_CLERK, Map.of("most", "3"));
            case "UserTask_CollegeLook" -> {
                contacts.pair(TEACHER, TAUGHT);
                contacts.open();
                yield contacts.sheet(TEACHER, "2026-03");
            }
            case "UserTask_FollowUpTalk" -> {
                contacts.pair(TEACHER, TAUGHT);
                yield contacts.arrange(PERSONNEL_CLERK, TAUGHT, "setback");
            }
            case "UserTask_ConfirmBranchNote" -> note();
            case "UserTask_Write" -> summary();
            default -> {
                String number = summary();
                write(number);
                yield number;
            }
        };
    }

    private String note() {
        String pair = contacts.pair("leader-branch", LEADER, null, LED_BRANCH, LocalDate.of(2025, 9, 1));
        contacts.open();
        contacts.register(
                LEADER,
                contacts.sheet(LEADER, "2025-2026-2"),
                with(with(row(pair, "2026-03-02", "report"), "note", "希望增加实验室。"), "topics", List.of()));
        return contacts.notes(pair).get(0);
    }

    private String summary() {
        contacts.pair(WRITER, "yebo");
        semesterEnd.open();
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, WRITER);
    }

    private void act(String number, String key) {
        switch (key) {
            case "UserTask_FindCarrier" -> cases.act(SECRETARY, number, key, Map.of("decision", "end"));
            case "UserTask_ChooseAnother" -> cases.act(COLLEGE_CLERK, number, key, Map.of("decision", "give-up"));
            case "UserTask_ReviewWave" -> cases.act(COLLEGE_CLERK, number, key, Pairings.review("drop", List.of()));
            case "UserTask_CollegeLook" ->
                cases.act(TEACHERS_COLLEGE, number, key, Map.of("missedMeasure", "reminded"));
            case "UserTask_FollowUpTalk" ->
                cases.act(
                        TEACHERS_SECRETARY, number, key, Map.of("missedReason", "other", "talkMeasure", "not-needed"));
            case "UserTask_ConfirmBranchNote" -> cases.act(RECORDER, number, key, Map.of("decision", "confirm"));
            case "UserTask_Write" -> {
                write(number);
                act(number, "UserTask_Review");
            }
            default -> cases.act(SECRETARY, number, key, Map.of("verdict", "accept"));
        }
    }

    private void write(String number) {
        cases.act(WRITER, number, "UserTask_Write", Map.of("practice", "每月走访。"));
    }

    /** Lets time pass until the work waits. */
    private Task waitFor(String number, String key) {
        while (cases.findTask(number, key).isEmpty()) {
            Job next = cases.nextJob(number).orElseThrow();
            TestTime.set(next.getDuedate().toInstant());
            management.executeJob(next.getId());
        }
        return cases.task(number, key);
    }

    private List<String> told(String number) {
        return database.queryForList(
                "select recipient from notice where number = ? and task like 'late-%'", String.class, number);
    }
}
