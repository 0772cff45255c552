package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.university.RosterFile;
import org.shangda.university.RosterImport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Those who leave, or whose post ends, hand their open tasks to the successor. */
@ShangdaTest
class HandoverProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    RosterImport roster;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void everybodyIsBack() throws IOException {
        imports(lines -> lines);
    }

    @Test
    void a_secretary_who_leaves_hands_the_branchs_task_to_the_deputy() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        assertThat(task.getAssignee()).isEqualTo(SECRETARY);

        imports(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
        assertThat(cases.show(DEPUTY_SECRETARY, task)).containsEntry("number", number);
        assertThatThrownBy(() -> cases.show(SECRETARY, task)).hasMessageContaining("未找到该事项");
        assertThat(cases.steps(number)).endsWith("HANDED_OVER");
        assertThat(database.queryForList(
                        "select recipient from notice where number = ? order by created_at, recipient",
                        String.class,
                        number))
                .as("who is told")
                .containsExactlyInAnyOrder(SECRETARY, DEPUTY_SECRETARY);
    }

    @Test
    void what_a_clerk_had_received_who_is_clerk_no_longer_is_received_by_another() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        Task task = cases.task(number, "UserTask_Handle");
        cases.claim(COLLEGE_CLERK, task);

        imports(lines -> lines.replaceAll("(?m)^(" + COLLEGE_CLERK + ",[^,]*,[^,]*,[^,]*),jsj,[^,]*,[^,]*,", "$1,,,,"));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNull();
        assertThatThrownBy(() -> cases.show(COLLEGE_CLERK, task)).hasMessageContaining("未找到该事项");
        cases.claim(OTHER_COLLEGE_CLERK, task);
        assertThat(cases.show(OTHER_COLLEGE_CLERK, task)).containsEntry("number", number);
    }

    @Test
    void what_awaits_a_signature_goes_to_the_new_head() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);

        imports(lines -> lines.replaceAll("(?m)^" + COLLEGE_HEAD + ",.*\\R", ""));

        String successor = cases.task(number, "UserTask_Sign").getAssignee();
        assertThat(successor).isNotEqualTo(COLLEGE_HEAD);
        cases.act(successor, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意"));
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
    }

    @Test
    void an_import_that_changes_nothing_for_a_task_leaves_it_alone() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        imports(lines -> lines.replaceAll("(?m)^tangjing,.*\\R", ""));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(cases.steps(number)).doesNotContain("HANDED_OVER");
    }

    @Test
    void what_waits_while_the_secretary_leaves_comes_back_to_the_deputy() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "ask", Map.of("words", "请补充房号"));

        imports(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "402 室"));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
    }

    @Test
    void an_opinion_that_is_still_owed_after_a_transfer_does_not_stop_an_import() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.act(COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意"));
        cases.exit(Cases.DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("cwc")));
        cases.exit(Cases.DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        imports(lines -> lines.replaceAll("(?m)^tangjing,.*\\R", ""));

        assertThat(cases.openTasks(number)).contains("UserTask_Opinion", "UserTask_Handle");
    }

    private void imports(UnaryOperator<String> change) throws IOException {
        String people = new ClassPathResource("demo/people.csv").getContentAsString(StandardCharsets.UTF_8);
        byte[] file = change.apply(people).getBytes(StandardCharsets.UTF_8);
        roster.run(
                List.of(new RosterFile(RosterFile.Part.PEOPLE, "people.csv", file.length, new ByteArrayResource(file))),
                false);
    }
}
