package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A concern follows the programme of the colleague's college on the day it is raised. */
@ShangdaTest
class ProgrammeProcessTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    // Of a college that follows Jilin's programme.
    private static final String COLLEAGUE_THERE = "gaoqiang";
    private static final String SECRETARY_THERE = "songtao";
    private static final String CLERK_THERE = "tangjing";

    @Autowired
    Cases cases;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void the_college_follows_jilins_programme() {
        TestTime.set(TestTime.MONDAY);
        programmes.use("jx", "jilin", MONDAY, null);
    }

    @Test
    void colleges_under_different_programmes_raise_under_their_own() {
        assertThat(programmeOf(cases.raise(COLLEAGUE, Cases.concern()))).isEqualTo("zhejiang");
        assertThat(programmeOf(cases.raise(COLLEAGUE_THERE, Cases.concern()))).isEqualTo("jilin");
    }

    @Test
    void under_a_policy_without_a_way_of_its_own_a_concern_still_reaches_whoever_can_settle_it() {
        String number = cases.raise(COLLEAGUE_THERE, Cases.concern());
        cases.exit(SECRETARY_THERE, number, "pass-up");
        cases.exit(CLERK_THERE, number, "pass-up", Map.of("unit", DEPARTMENT));
        cases.approve(cases.task(number, "UserTask_Sign").getAssignee(), number);
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);
        cases.act(CLERK_THERE, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));

        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "department");
        assertThat(cases.findTask(number, "UserTask_Rate")).isPresent();
    }

    @Test
    void a_concern_that_was_raised_before_the_change_keeps_its_programme() {
        String before = cases.raise(COLLEAGUE_THERE, Cases.concern());
        programmes.use("jx", "usst", MONDAY, null);
        String after = cases.raise(COLLEAGUE_THERE, Cases.concern());

        assertThat(programmeOf(before)).isEqualTo("jilin");
        assertThat(programmeOf(after)).isEqualTo("usst");
    }

    private String programmeOf(String number) {
        return database.queryForObject("select programme from concern where number = ?", String.class, number);
    }
}
