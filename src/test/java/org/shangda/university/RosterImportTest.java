package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Refusal;
import org.shangda.university.PassedOn.Kind;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterImport.Terms;
import org.shangda.university.RosterReport.Outcome;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.transaction.support.TransactionTemplate;

/** The import against a database: all or nothing, what it makes known, and what another node sees. */
class RosterImportTest extends ImportedRoster {

    @Test
    void an_imported_roster_is_read_from_memory_and_from_the_tables_alike() {
        assertThat(imported(files(UNITS, PEOPLE)).stored()).isTrue();
        assertThat(ids(university.handlersOf("b", Set.of()))).containsExactly("zhang");
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
        assertThat(listener.heard)
                .isEqualTo(new RosterChanged(
                        Set.of("top", "zhang", "li"), Set.of(), Set.of("u", "c", "b"), tables.version()));
    }

    @Test
    void a_rehearsal_reports_every_row_and_stores_nothing() {
        RosterReport report = roster.run(files(UNITS, PEOPLE), new Terms(true, null, "admin"));
        assertThat(report.clean()).isTrue();
        assertThat(report.stored()).isFalse();
        assertThat(report.rows()).extracting(RosterReport.Row::number).containsExactly(2, 3, 4, 2, 2, 3, 3, 4);
        assertThat(tables.read().isEmpty()).isTrue();
        assertThat(university.units()).isEmpty();
    }

    @Test
    void one_problem_and_nothing_is_stored() {
        RosterReport report = imported(files(UNITS, PEOPLE.replace("李梅,b", "李梅,nowhere")));
        assertThat(report.stored()).isFalse();
        assertThat(tables.read().isEmpty()).isTrue();
        assertThat(listener.heard).isNull();
    }

    @Test
    void the_same_roster_again_changes_nothing_and_makes_nothing_known() {
        imported(files(UNITS, PEOPLE));
        long version = tables.version();
        listener.heard = null;
        RosterReport again = imported(files(UNITS, PEOPLE));
        assertThat(again.stored()).isTrue();
        assertThat(again.rows()).extracting(RosterReport.Row::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(tables.version()).isEqualTo(version);
        assertThat(listener.heard).isNull();
    }

    @Test
    void a_secretary_who_leaves_is_succeeded_and_the_branch_is_made_known() {
        imported(files(UNITS, PEOPLE));
        String successor = PEOPLE.replace("zhang,张伟,b,是,b,书记,2025-01-01,\n", "")
                .replace("li,李梅,b,否,,,,", "li,李梅,b,是,b,书记,2026-03-02,");
        imported(List.of(file(Part.PEOPLE, successor)));
        assertThat(listener.heard)
                .isEqualTo(new RosterChanged(Set.of(), Set.of("zhang"), Set.of("b"), tables.version()));
        assertThat(listener.secretaryWhenHeard).containsExactly("li");
        assertThat(ids(university.handlersOf("b", Set.of()))).containsExactly("li");
        assertThat(university.person("zhang")).isEmpty();
        assertThat(university.nameOf("zhang")).isEqualTo("张伟");
        assertThat(jdbc.queryForObject("select to_date from post where person = 'zhang'", LocalDate.class))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
    }

    @Test
    void who_comes_back_is_on_the_roster_again() {
        imported(files(UNITS, PEOPLE));
        imported(List.of(file(Part.PEOPLE, PEOPLE.replace("li,李梅,b,否,,,,\n", ""))));
        imported(List.of(file(Part.PEOPLE, PEOPLE)));
        assertThat(university.person("li")).isPresent();
        assertThat(listener.heard.joined()).containsExactly("li");
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
    }

    @Test
    void an_abolished_unit_keeps_its_name_and_the_unit_above_answers_for_it() {
        imported(files(UNITS + "d,旧处,职能部门,u,\n", PEOPLE + "wang,王处,b,否,d,处长,,\n"));
        imported(List.of(file(Part.UNITS, UNITS)));
        assertThat(university.units()).extracting(Unit::code).doesNotContain("d");
        assertThat(university.unit("d")).isPresent();
        assertThat(ids(university.handlersOf("d", Set.of()))).containsExactly("top");
        assertThat(university.unitsAnsweredBy("wang")).isEmpty();
        assertThat(listener.heard.changedUnits()).containsExactly("d");
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
    }

    @Test
    void a_listener_that_fails_takes_the_import_back_with_it_and_nobody_ever_saw_it() {
        imported(files(UNITS, PEOPLE));
        listener.thrown = new IllegalStateException("engine says no");
        try {
            imported(List.of(file(Part.PEOPLE, PEOPLE.replace("李梅", "李梅梅"))));
        } catch (IllegalStateException expected) {
            assertThat(expected).isSameAs(listener.thrown);
        }
        assertThat(university.nameOf("li")).isEqualTo("李梅");
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
    }

    @Test
    void another_node_sees_the_import_when_it_keeps_up() {
        CurrentUniversity other = new CurrentUniversity(tables, clock, event -> {}, transactions);
        assertThat(other.units()).isEmpty();
        imported(files(UNITS, PEOPLE));
        assertThat(other.units()).isEmpty();
        other.keepUp();
        assertThat(other.units()).hasSize(3);
    }

    @Test
    void the_configured_roster_is_imported_into_an_empty_one_only_unless_reload_is_on() throws IOException {
        start(UNITS, false);
        assertThat(university.units()).hasSize(3);
        String renamed = UNITS.replace("大学", "大学堂");
        start(renamed, false);
        assertThat(university.unit("u")).map(Unit::name).contains("大学");
        start(renamed, true);
        assertThat(university.unit("u")).map(Unit::name).contains("大学堂");
    }

    @Test
    void a_configured_roster_with_a_problem_stops_the_start() {
        assertThatThrownBy(() -> start(UNITS + "x,处,职能部门,nowhere,\n", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("units:5 上级单位代码“nowhere”不在表中");
    }

    private void start(String units, boolean reload) throws IOException {
        RosterProperties properties = new RosterProperties(resource(units), resource(PEOPLE), reload, null, Map.of());
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/university");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        new RosterStartup(roster, tables, properties, messages).run(null);
    }

    private static Resource resource(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void only_the_importing_transaction_sees_the_roster_before_its_commit() {
        new TransactionTemplate(transactions).executeWithoutResult(running -> {
            imported(files(UNITS, PEOPLE));
            assertThat(university.units()).hasSize(3);
            running.setRollbackOnly();
        });
        assertThat(university.units()).isEmpty();
    }

    @Test
    void a_post_that_ends_with_the_day_is_made_known_once_on_that_day() {
        imported(files(UNITS, PEOPLE.replace("2025-01-01,", "2025-01-01,2026-03-10")));
        listener.heard = null;
        clock.set(LocalDate.of(2026, 3, 9));
        university.keepUp();
        assertThat(listener.heard).isNull();
        clock.set(LocalDate.of(2026, 3, 10));
        assertThat(ids(university.handlersOf("b", Set.of()))).containsExactly("top");
        university.keepUp();
        assertThat(listener.heard).isEqualTo(new RosterChanged(Set.of(), Set.of(), Set.of("b"), tables.version()));
        listener.heard = null;
        university.keepUp();
        assertThat(listener.heard).isNull();
    }

    // --- a roster that cannot wound ---

    @Test
    void an_import_that_takes_away_more_than_everyday_is_refused_with_the_numbers_by_unit() {
        imported(files(UNITS, PEOPLE));
        long version = tables.version();

        RosterReport report = without("li,李梅,b,否,,,,\n", null);

        assertThat(report.stored()).isFalse();
        assertThat(report.toConfirm()).isTrue();
        assertThat(report.losses().confirmation()).isEqualTo("1: b=1");
        assertThat(report.rows())
                .filteredOn(row -> row.outcome() == Outcome.TO_CONFIRM)
                .extracting(RosterReport.Row::subject)
                .containsExactly("", "b");
        assertThat(tables.version()).isEqualTo(version);
        assertThat(university.person("li")).isPresent();
    }

    @Test
    void only_exactly_the_numbers_confirm_it() {
        imported(files(UNITS, PEOPLE));

        assertThat(without("li,李梅,b,否,,,,\n", "1: b=2").stored()).isFalse();
        assertThat(without("li,李梅,b,否,,,,\n", "").stored()).isFalse();
        assertThat(without("li,李梅,b,否,,,,\n", "1:b=1").stored()).isTrue();
        assertThat(university.person("li")).isEmpty();
    }

    @Test
    void a_unit_that_is_missing_from_the_file_and_has_open_work_is_to_be_confirmed_though_nobody_leaves() {
        imported(files(UNITS + "d,旧处,职能部门,u,\n", PEOPLE + "wang,王处,b,否,d,处长,,\n"));
        listener.passedOn =
                List.of(new PassedOn(Kind.WORK, "SD1", "wang", "top"), new PassedOn(Kind.WORK, "SD2", "d", "top"));

        RosterReport report = roster.run(List.of(file(Part.UNITS, UNITS)), new Terms(false, null, "admin"));

        assertThat(report.losses().confirmation()).isEqualTo("0: d=0+2");
        assertThat(university.units()).extracting(Unit::code).contains("d");
    }

    @Test
    void a_rehearsal_says_what_passes_from_whom_to_whom_and_which_unit_will_have_nobody() {
        imported(files(UNITS, PEOPLE));
        listener.passedOn = List.of(
                new PassedOn(Kind.WORK, "SD1", "zhang", "top"),
                new PassedOn(Kind.WORK, "SD2", "zhang", "top"),
                new PassedOn(Kind.PAIR_ENDS, "PR1", "zhang", null));

        RosterReport report = roster.run(
                List.of(file(Part.PEOPLE, PEOPLE.replace("zhang,张伟,b,是,b,书记,2025-01-01,\n", ""))),
                new Terms(true, null, "admin"));

        assertThat(report.rows())
                .filteredOn(row -> row.outcome() == Outcome.FOLLOWS)
                .extracting(RosterReport.Row::code, row -> row.arguments().get(1))
                .containsExactly(
                        tuple("university.roster.vacant", "大学"),
                        tuple("university.roster.vacant.cases", 2),
                        tuple("university.roster.passed.work", 2),
                        tuple("university.roster.passed.pair-ends", 1));
        assertThat(university.person("zhang")).isPresent();
    }

    @Test
    void the_last_import_can_be_undone_once() {
        imported(files(UNITS, PEOPLE));
        Roster before = tables.read();
        without("zhang,张伟,b,是,b,书记,2025-01-01,\n", "1: b=1");

        assertThat(roster.undo(new Terms(false, null, "admin")).stored()).isTrue();

        assertThat(ids(university.handlersOf("b", Set.of()))).containsExactly("zhang");
        assertThat(tables.read().people()).isEqualTo(before.people());
        assertThat(tables.read().left()).isEqualTo(before.left());
        assertThat(tables.read().posts()).isEqualTo(before.posts());
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
        assertThat(listener.undone).isNotNull();
        assertThatThrownBy(() -> roster.undo(new Terms(false, null, "admin")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("university.roster.nothing-to-undo"));
    }

    @Test
    void an_import_is_not_undone_when_somebody_who_came_with_it_has_work() {
        imported(files(UNITS, PEOPLE));
        imported(List.of(file(Part.PEOPLE, PEOPLE + "sun,孙新,b,否,,,,\n")));
        listener.passedOn = List.of(new PassedOn(Kind.WORK, "SD1", "sun", "zhang"));

        assertThatThrownBy(() -> roster.undo(new Terms(false, null, "admin")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("university.roster.undo-too-late");
                    assertThat(refusal.arguments()).containsExactly("孙新");
                });
        assertThat(university.person("sun")).isPresent();
    }
}
