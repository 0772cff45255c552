package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demonstration shows the product's worth in its first minute; see {@code demo/concerns.yaml}. */
@ShangdaTest
class DemoConcernsTest {

    /** A Tuesday in a term with a long past. */
    private static final String TODAY = "2026-11-24T10:20:00";

    /** They look, and have nothing to hand in. */
    private static final Set<String> LOOKING = Set.of("yebo", "admin", "zhaomingyuan", "zhaoxin");

    @Autowired
    DemoConcerns demo;

    @Autowired
    Cases cases;

    @Autowired
    WaitingWork work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void nothingIsOpen() {
        cases.endAll();
        TestTime.set(TODAY);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void there_is_a_concern_in_every_state_at_every_level_and_work_for_every_login_of_the_readme() throws IOException {
        int before = count("1 = 1");

        demo.tell(TestTime::set);

        assertThat(TestTime.now()).isEqualTo(TestTime.at(TODAY));
        assertThat(count("1 = 1") - before).isEqualTo(25);
        assertThat(database.queryForList(
                        "select distinct state from concern where raised_at >= ?", String.class, since()))
                .contains("OPEN", "ANSWERED", "CLOSED", "WITHDRAWN");
        assertThat(database.queryForList(
                        "select distinct level from handling where ended_at is null and entered_at >= ?",
                        String.class,
                        since()))
                .contains("branch", "college", "department", "organization-department", "assigning-office");
        assertThat(database.queryForObject(
                        "select count(*) from supervision where decided_at is null and opened_at >= ?",
                        Integer.class,
                        since()))
                .as("late, and supervised")
                .isGreaterThanOrEqualTo(2);
        assertThat(logins())
                .allSatisfy(login -> assertThat(cases.as(login, () -> work.of(login)))
                        .as(login)
                        .isNotEmpty());
    }

    @Test
    void a_story_that_broke_off_halfway_is_no_demonstration() {
        assertThatThrownBy(() -> demo.tell(at -> {
                    throw new IllegalStateException("the power has failed");
                }))
                .hasMessage("the power has failed");

        assertThatThrownBy(demo::isTold).hasMessageContaining("演示事项没有办完就中断了");
        engine.getManagementService().deleteProperty("shangda.demo.concerns");
    }

    private static List<String> logins() throws IOException {
        return Pattern.compile("(?m)^\\| .* \\| `(\\w+)` \\|$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .filter(login -> !LOOKING.contains(login))
                .toList();
    }

    private int count(String where) {
        return database.queryForObject("select count(*) from concern where " + where, Integer.class);
    }

    private static java.time.OffsetDateTime since() {
        return TestTime.at("2026-08-01T00:00:00").atOffset(java.time.ZoneOffset.UTC);
    }
}
