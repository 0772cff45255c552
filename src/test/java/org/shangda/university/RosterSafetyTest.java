package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.pairing.ResumeService;
import org.shangda.pairing.ResumeService.Resumed;
import org.shangda.probe.Http;
import org.shangda.refusal.Refusal;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A roster that lacks somebody by mistake: what is refused, what is said before, and what comes back. */
@ShangdaTest
class RosterSafetyTest {

    /** The college of {@link Cases#COLLEAGUE}, with its branches. */
    private static final String COLLEGE = "jsj";

    private static final UnaryOperator<String> WITHOUT_THE_COLLEGE =
            lines -> lines.replaceAll("(?m)^[^,]*,[^,]*," + COLLEGE + "\\d?,.*\\R", "");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Pairings pairings;

    @Autowired
    private ResumeService resuming;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
    }

    @AfterEach
    void everybodyIsBack() {
        pairings.roster(lines -> lines);
        pairings.clear();
    }

    @Test
    void a_file_that_lacks_a_college_is_refused_with_the_numbers_by_unit() {
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        int left = left();

        RosterReport report = pairings.roster(WITHOUT_THE_COLLEGE, false, null);

        assertThat(report.stored()).isFalse();
        assertThat(report.losses().leavers()).isPositive();
        assertThat(report.losses().byUnit())
                .filteredOn(
                        loss -> loss.unit().startsWith(COLLEGE) && !loss.unit().equals(COLLEGE))
                .isNotEmpty()
                .allSatisfy(loss -> assertThat(loss.leavers()).isEqualTo(loss.of()));
        assertThat(pairings.state(pair)).isEqualTo("ACTIVE");
        assertThat(left()).isEqualTo(left);
    }

    @Test
    void a_rehearsal_says_whose_work_pairs_and_concerns_go_to_whom_and_leaves_nothing_behind() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String pair = pairings.pair(MEMBER, COLLEAGUE);

        RosterReport report = pairings.roster(
                lines -> lines.replaceAll("(?m)^(" + SECRETARY + "|" + MEMBER + "),.*\\R", ""), true, null);

        assertThat(report.rows())
                .filteredOn(row -> row.outcome() == Outcome.FOLLOWS)
                .extracting(
                        Row::code,
                        row -> row.arguments().get(0),
                        row -> row.arguments().get(2))
                .contains(
                        tuple("university.roster.passed.work", name(SECRETARY), name(DEPUTY_SECRETARY)),
                        tuple("university.roster.passed.pair-vacant", name(MEMBER), ""));
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        assertThat(pairings.value(pair, "carrier")).isEqualTo(MEMBER);
        assertThat(cases.steps(number)).doesNotContain("HANDED_OVER");
        assertThat(identities.createUserQuery().userId(SECRETARY).count()).isOne();
    }

    @Test
    void a_rehearsal_says_which_unit_will_have_nobody() {
        RosterReport report = pairings.roster(
                lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*," + Cases.DEPARTMENT + ",.*\\R", ""),
                true,
                null);

        assertThat(report.rows())
                .filteredOn(row -> row.code().equals("university.roster.vacant"))
                .extracting(Row::subject)
                .containsExactly(Cases.DEPARTMENT);
    }

    @Test
    void who_returns_reads_and_rates_what_is_theirs_again() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        pairings.without(COLLEAGUE);

        pairings.roster(lines -> lines);

        Task own = cases.task(number, "UserTask_MyConcern");
        assertThat(cases.as(
                        COLLEAGUE,
                        () -> tasks.createTaskQuery().taskId(own.getId()).count()))
                .isOne();
        assertThat(cases.show(COLLEAGUE, own)).containsEntry("number", number);
    }

    @Test
    void who_returns_logs_in_with_the_password_they_had() {
        var before = database.queryForMap("select PWD_, SALT_ from ACT_ID_USER where ID_ = ?", COLLEAGUE);
        var user = identities.createUserQuery().userId(COLLEAGUE).singleResult();
        user.setPassword("Zhongqiu-2026");
        identities.saveUser(user);
        try {
            pairings.without(COLLEAGUE);
            assertThat(identities.createUserQuery().userId(COLLEAGUE).count()).isZero();

            pairings.roster(lines -> lines);

            assertThat(identities.checkPassword(COLLEAGUE, "Zhongqiu-2026")).isTrue();
        } finally {
            database.update(
                    "update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?",
                    before.get("PWD_"),
                    before.get("SALT_"),
                    COLLEAGUE);
        }
    }

    @Test
    void pairs_that_ended_only_with_the_roster_are_resumed_in_one_step() {
        String ended = pairings.pair(MEMBER, COLLEAGUE);
        pairings.without(COLLEAGUE);
        assertThat(pairings.state(ended)).isEqualTo("ENDED");
        assertThat(resume(Cases.COLLEGE_CLERK)).extracting(Resumed::resumed).containsExactly(false);

        pairings.roster(lines -> lines);
        assertThat(resume(Cases.COLLEGE_CLERK))
                .extracting(Resumed::number, Resumed::resumed)
                .containsExactly(tuple(ended, true));

        assertThat(pairings.state(ended)).isEqualTo("ACTIVE");
        assertThat(pairings.carriers(ended, "person")).containsExactly(MEMBER, MEMBER);
        assertThat(pairings.change(COLLEAGUE, MEMBER, "end", Map.of("endReason", "fulfilled")))
                .as("it lives: it can be ended")
                .isNotNull();
        assertThat(resume(Cases.COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void a_pair_whose_member_comes_back_is_with_the_member_again_and_nobody_is_asked_to_find_another() {
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        pairings.without(MEMBER);
        assertThat(cases.openTasks(pair)).contains("UserTask_FindCarrier");

        pairings.roster(lines -> lines);
        resume(Cases.COLLEGE_CLERK);

        assertThat(pairings.value(pair, "carrier")).isEqualTo(MEMBER);
        assertThat(cases.openTasks(pair)).isEmpty();
    }

    @Test
    void a_pair_that_nobody_carries_any_more_ends_when_the_colleague_leaves_as_well_and_is_resumed_with_both() {
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        pairings.without(MEMBER);

        pairings.roster(lines -> lines.replaceAll("(?m)^(" + MEMBER + "|" + COLLEAGUE + "),.*\\R", ""));
        assertThat(pairings.state(pair)).isEqualTo("ENDED");

        pairings.roster(lines -> lines);
        assertThat(resume(Cases.COLLEGE_CLERK)).extracting(Resumed::resumed).containsExactly(true);
        assertThat(pairings.value(pair, "carrier")).isEqualTo(MEMBER);
    }

    @Test
    void a_pair_that_ended_because_the_file_called_the_colleague_a_party_member_is_resumed_by_undoing_it() {
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        pairings.roster(lines -> lines.replace(COLLEAGUE + ",陈宇,jsj1,否", COLLEAGUE + ",陈宇,jsj1,是"));
        assertThat(pairings.state(pair)).isEqualTo("ENDED");
        assertThat(resume(Cases.COLLEGE_CLERK)).extracting(Resumed::resumed).containsExactly(false);

        pairings.undoRoster();

        assertThat(pairings.state(pair)).isEqualTo("ACTIVE");
    }

    @Test
    void a_pair_that_its_two_have_ended_is_not_resumed() {
        pairings.pair(MEMBER, COLLEAGUE);
        pairings.change(COLLEAGUE, MEMBER, "end", Map.of("endReason", "fulfilled"));

        assertThat(resume(Cases.COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void undoing_the_last_import_brings_people_work_and_pairs_back() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String pair = pairings.pair(MEMBER, COLLEAGUE);
        pairings.roster(WITHOUT_THE_COLLEGE);
        assertThat(pairings.state(pair)).isEqualTo("ENDED");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNotEqualTo(SECRETARY);

        RosterReport report = pairings.undoRoster();

        assertThat(report.stored()).isTrue();
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        assertThat(pairings.state(pair)).isEqualTo("ACTIVE");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern")))
                .containsEntry("number", number);
        assertThat(identities.createUserQuery().memberOfGroup("uhqc").count()).isPositive();
    }

    @Test
    void only_who_arranges_a_colleges_pairs_resumes_them() {
        assertThatThrownBy(() -> resume(Cases.STRANGER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("pairing.not-found"));
    }

    @Test
    void the_roster_is_the_administrators_alone() {
        Http http = new Http(port);
        for (String person : List.of(COLLEAGUE, Cases.COLLEGE_CLERK, Cases.ORGANIZATION_CLERK)) {
            assertThat(http.get("/api/roster/last", "Authorization", Http.basic(person, "demo"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(http.post("/api/roster/undo", "", "Authorization", Http.basic(person, "demo"))
                            .statusCode())
                    .isEqualTo(403);
        }
        pairings.without(COLLEAGUE);
        assertThat(http.get("/api/roster/last", "Authorization", Http.basic("admin", "demo"))
                        .body())
                .contains("\"by\":\"admin\"", "\"undoable\":true");
    }

    private List<Resumed> resume(String person) {
        return cases.as(person, () -> resuming.resume(person, false, COLLEGE, false));
    }

    private int left() {
        return database.queryForObject("select count(*) from person where left_on is not null", Integer.class);
    }

    private String name(String person) {
        return database.queryForObject("select name from person where id = ?", String.class, person);
    }
}
