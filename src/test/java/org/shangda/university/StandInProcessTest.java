package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions;
import org.shangda.monitoring.StalledActions.Done;
import org.shangda.monitoring.StalledActions.Order;
import org.shangda.monitoring.StalledFilter;
import org.shangda.monitoring.StalledView;
import org.shangda.monitoring.StandInView;
import org.shangda.monitoring.StandInView.Shown;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 补位 from the row of a department without anybody: who may, who finds the work, and how it ends. */
@ShangdaTest
class StandInProcessTest extends OnLeave {

    private static final String OPERATOR = "yebo";

    @Autowired
    Pairings pairings;

    @Autowired
    Monitoring monitoring;

    @Autowired
    StalledActions actions;

    @Autowired
    StalledView view;

    @Autowired
    StandInView standIns;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ObjectMapper json;

    private String number;

    @BeforeEach
    void aDepartmentIsLeftWithNobody() {
        cases.endAll();
        number = cases.at("department", "problem");
        nobodyInTheDepartment();
        look();
    }

    @AfterEach
    void everybodyIsBack() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        pairings.roster(lines -> lines);
    }

    @Test
    void whoever_is_named_finds_the_work_at_once_and_the_row_is_gone() {
        assertThat(causes()).containsExactly("vacant");
        assertThat(offered(PERSONNEL_CLERK)).isFalse();

        Done done = fill(ASSIGNING_CLERK, Power.NONE, PERSONNEL_CLERK, MONDAY.plusMonths(2));

        assertThat(done.done()).as(done.sentence()).isTrue();
        assertThat(done.sentence()).contains("后勤管理处").contains("2026-05-02");
        assertThat(offered(PERSONNEL_CLERK)).isTrue();
        assertThat(cases.steps(number)).endsWith("VACANT", "FILLED");
        look();
        assertThat(causes()).isEmpty();
        cases.claim(PERSONNEL_CLERK, cases.task(number, "UserTask_Handle"));
        cases.exit(PERSONNEL_CLERK, number, "answer");
        assertThat(cases.openTasks(number)).contains("UserTask_PassOnAnswer").doesNotContain("UserTask_Handle");
    }

    @Test
    void it_ends_on_its_day_and_the_unit_is_vacant_again() {
        named(MONDAY.plusDays(2));
        day(MONDAY.plusDays(2));
        assertThat(offered(PERSONNEL_CLERK)).isTrue();

        day(MONDAY.plusDays(3));

        assertThat(offered(PERSONNEL_CLERK)).isFalse();
        look();
        assertThat(causes()).contains("vacant");
        assertThat(open(ASSIGNING_CLERK, Power.NONE)).contains("\"fill\"");
    }

    @Test
    void an_import_keeps_it_until_somebody_holds_a_post_or_the_person_leaves() {
        named(MONDAY.plusMonths(2));
        pairings.roster(lines -> nobody(lines).replaceFirst("(?m)^yangfan,.*\\R", ""));
        assertThat(tables.read().standIns()).hasSize(1);
        assertThat(offered(PERSONNEL_CLERK)).isTrue();

        pairings.roster(lines -> nobody(lines).replaceFirst("(?m)^" + PERSONNEL_CLERK + ",.*\\R", ""));
        assertThat(tables.read().standIns()).isEmpty();
        look();
        assertThat(causes()).contains("vacant");

        nobodyInTheDepartment();
        named(MONDAY.plusMonths(2));
        pairings.roster(lines -> lines);
        assertThat(tables.read().standIns()).isEmpty();
        assertThat(offered(PERSONNEL_CLERK)).isFalse();
        assertThat(offered(DEPARTMENT_CLERK)).isTrue();
    }

    @Test
    void the_same_once_more_changes_nothing_and_another_person_follows() {
        named(MONDAY.plusMonths(2));
        long revision = tables.revision();
        named(MONDAY.plusMonths(2));
        assertThat(tables.revision()).isEqualTo(revision);

        assertThat(fill(ASSIGNING_CLERK, Power.NONE, ORGANIZATION_CLERK, MONDAY.plusMonths(2))
                        .done())
                .isTrue();
        assertThat(offered(PERSONNEL_CLERK)).isFalse();
        assertThat(offered(ORGANIZATION_CLERK)).isTrue();
    }

    @Test
    void it_is_for_whoever_is_above_the_unit_and_for_administrators() {
        assertThat(open(ASSIGNING_CLERK, Power.NONE)).contains("\"fill\"");
        assertThat(open("admin", Power.ADMINISTRATOR)).contains("\"fill\"");
        assertThat(open(OPERATOR, Power.OPERATOR)).doesNotContain("\"fill\"");
        assertThat(fill(OPERATOR, Power.OPERATOR, PERSONNEL_CLERK, MONDAY).done())
                .isFalse();
        for (String person : List.of(COLLEGE_CLERK, ORGANIZATION_CLERK, SECRETARY, PERSONNEL_CLERK)) {
            assertThat(fill(person, Power.NONE, ORGANIZATION_CLERK, MONDAY).done())
                    .as(person)
                    .isFalse();
        }
        assertThatThrownBy(() -> fill(COLLEAGUE, Power.NONE, PERSONNEL_CLERK, MONDAY))
                .isInstanceOf(Refusal.class);
        assertThat(tables.read().standIns()).isEmpty();

        assertThat(fill("admin", Power.ADMINISTRATOR, PERSONNEL_CLERK, MONDAY).done())
                .isTrue();
        assertThat(fill(PERSONNEL_CLERK, Power.NONE, ORGANIZATION_CLERK, MONDAY.plusDays(1))
                        .done())
                .as("who stands in does not choose who follows")
                .isFalse();
    }

    @Test
    void whoever_is_above_sees_who_stands_in_and_ends_it() {
        named(MONDAY.plusMonths(2));

        assertThat(shown(ASSIGNING_CLERK, Power.NONE)).extracting(Shown::mayEnd).containsExactly(true);
        assertThat(shown(PERSONNEL_CLERK, Power.NONE)).extracting(Shown::mayEnd).containsExactly(false);
        assertThat(shown(OPERATOR, Power.OPERATOR)).isEmpty();
        assertThat(shown(COLLEGE_CLERK, Power.NONE)).isEmpty();
        for (String person : List.of(COLLEAGUE, COLLEGE_CLERK, PERSONNEL_CLERK, OPERATOR)) {
            assertThatThrownBy(() -> standIns.end(person, Power.OPERATOR, "hqc"))
                    .hasMessage("stalled.stand-in.not-yours");
        }
        assertThat(offered(PERSONNEL_CLERK)).isTrue();

        standIns.end(ASSIGNING_CLERK, Power.NONE, "hqc");
        standIns.end(ASSIGNING_CLERK, Power.NONE, "hqc");

        assertThat(offered(PERSONNEL_CLERK)).isFalse();
        assertThat(shown(ASSIGNING_CLERK, Power.NONE)).isEmpty();
        look();
        assertThat(causes()).containsExactly("vacant");
    }

    @Test
    void days_and_people_that_cannot_be_are_refused_and_nothing_is_stored() {
        for (LocalDate day : List.of(MONDAY.minusDays(1), MONDAY.plusMonths(6).plusDays(1), LocalDate.MAX)) {
            assertThat(fill(ASSIGNING_CLERK, Power.NONE, PERSONNEL_CLERK, day).sentence())
                    .contains("2026-09-02")
                    .contains("6 个月");
        }
        assertThat(fill(ASSIGNING_CLERK, Power.NONE, ASSIGNING_CLERK, MONDAY).sentence())
                .contains("不能指定自己");
        assertThat(fill(ASSIGNING_CLERK, Power.NONE, "无此人", MONDAY).done()).isFalse();
        away(PERSONNEL_CLERK);
        assertThat(fill(ASSIGNING_CLERK, Power.NONE, PERSONNEL_CLERK, MONDAY).sentence())
                .contains("今天请假");
        assertThat(tables.read().standIns()).isEmpty();
    }

    @Test
    void a_branch_for_which_its_supervisor_answers_has_somebody_of_its_own_again() {
        number = cases.raise(COLLEAGUE, Cases.concern());
        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jsj1,.*\\R", ""));
        look();
        assertThat(causes()).containsExactly("self-supervised", "vacant");

        Done done = fill("self-supervised", COLLEGE_CLERK, Power.NONE, OTHER_COLLEGE_CLERK, MONDAY.plusMonths(2));

        assertThat(done.done()).as(done.sentence()).isTrue();
        assertThat(offered(OTHER_COLLEGE_CLERK)).isTrue();
        look();
        assertThat(causes()).isEmpty();
    }

    @Test
    void where_clerks_work_and_nobody_signs_whoever_is_named_signs() {
        pairings.roster(lines -> lines.replaceAll("(?m)^(zhengguohua|liangbo|hanxue),.*\\R", ""));
        number = cases.raise("gaoqiang", Cases.concern());
        for (int level = 0; level < 2; level++) {
            String handler = cases.task(number, "UserTask_Handle").getAssignee();
            cases.exit(handler == null ? STRANGER : handler, number, "pass-up");
        }
        look();
        assertThat(causes()).containsExactly("signature-vacant");

        Done done = fill("signature-vacant", ORGANIZATION_CLERK, Power.NONE, PERSONNEL_CLERK, MONDAY.plusMonths(2));

        assertThat(done.done()).as(done.sentence()).isTrue();
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(PERSONNEL_CLERK);
        look();
        assertThat(causes()).isEmpty();
    }

    // --- what is used ------------------------------------------------------------------------------------------------

    private void nobodyInTheDepartment() {
        pairings.roster(StandInProcessTest::nobody);
    }

    private static String nobody(String lines) {
        return lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,hqc,.*\\R", "");
    }

    private void look() {
        assertThat(monitoring.look()).isTrue();
    }

    private List<String> causes() {
        return database.queryForList("select cause from stalled where number = ? order by cause", String.class, number);
    }

    private void named(LocalDate last) {
        Done done = fill(ASSIGNING_CLERK, Power.NONE, PERSONNEL_CLERK, last);
        assertThat(done.done()).as(done.sentence()).isTrue();
    }

    private Done fill(String by, Power power, String person, LocalDate last) {
        return fill("vacant", by, power, person, last);
    }

    private Done fill(String cause, String by, Power power, String person, LocalDate last) {
        String subject = database.queryForObject(
                "select subject from stalled where number = ? and cause = ?", String.class, number, cause);
        return actions.act(by, power, "fill", new Order(List.of(subject), null, null, last, person))
                .get(0);
    }

    private String open(String person, Power power) {
        for (JsonNode row : json.valueToTree(page(person, power)).path("rows")) {
            if (row.path("number").asText().equals(number)
                    && row.path("cause").asText().equals("vacant")) {
                return row.path("actions").toString();
            }
        }
        throw new AssertionError(person + " does not see it");
    }

    private List<Shown> shown(String person, Power power) {
        return page(person, power).standIns();
    }

    private StalledView.Page page(String person, Power power) {
        return view.page(person, power, new StalledFilter(null, null, null, null, null, null, null, null, null));
    }

    private boolean offered(String person) {
        return tasks
                        .createTaskQuery()
                        .taskCandidateUser(person)
                        .includeAssignedTasks()
                        .taskDefinitionKey("UserTask_Handle")
                        .list()
                        .stream()
                        .map(Task::getId)
                        .anyMatch(cases.task(number, "UserTask_Handle").getId()::equals)
                || person.equals(cases.task(number, "UserTask_Handle").getAssignee());
    }
}
