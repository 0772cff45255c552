package org.shangda.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** It is 2 March 2026. */
class CurrentProgrammesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate MID_SEMESTER = LocalDate.of(2026, 4, 15);

    private final Rules rules = mock(Rules.class);
    private final DutyRules duties = mock(DutyRules.class);
    private final University university = mock(University.class);
    private ProgrammeTables tables;
    private CurrentProgrammes programmes;
    private long seconds;

    @BeforeEach
    void threeCollegesOfWhichTwoHaveChosen() {
        DataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(database).target("41").load().migrate();
        tables = new ProgrammeTables(JdbcClient.create(database), new DataSourceTransactionManager(database));
        tables.use(new ProgrammeUse("jx", "jilin", LocalDate.of(2025, 9, 1)), null);
        tables.use(new ProgrammeUse("jg", "teaching-branch", LocalDate.of(2025, 9, 1)), null);
        when(university.units())
                .thenReturn(List.of(unit("jsj", "college"), unit("jx", "college"), unit("jx1", "branch")));
        when(duties.covers(anyString())).thenReturn(true);
        programmes = onANode();
    }

    private CurrentProgrammes onANode() {
        return new CurrentProgrammes(
                tables,
                rules,
                duties,
                university,
                mock(Inputs.class),
                Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("Asia/Shanghai")),
                () -> seconds * 1_000_000_000L);
    }

    private static Unit unit(String code, String kind) {
        return new Unit(code, code, kind, null, "zijingang", null, null);
    }

    @Test
    void the_five_policies_are_shipped() {
        assertThat(programmes.all())
                .extracting(Programme::code)
                .containsExactlyInAnyOrder("zhejiang", "jilin", "shandong", "usst", "teaching-branch");
        assertThat(programmes.all())
                .filteredOn(Programme::trial)
                .extracting(Programme::code)
                .containsExactly("jilin");
        assertThat(programmes.programme("zhejiang"))
                .hasValueSatisfying(zhejiang -> assertThat(zhejiang.document()).contains("党委发〔2016〕10号"));
        assertThat(programmes.programme("fudan")).isEmpty();
    }

    @Test
    void a_college_that_has_chosen_none_follows_the_universitys_default() {
        assertThat(inForce("jsj", TODAY)).isEqualTo("zhejiang");
        assertThat(inForce("unknown", TODAY)).isEqualTo("zhejiang");
        assertThat(inForce(null, TODAY)).isEqualTo("zhejiang");
        assertThat(inForce("jx", TODAY)).isEqualTo("jilin");
        assertThat(inForce("jg", TODAY)).isEqualTo("teaching-branch");

        programmes.use(Programmes.EVERY_OTHER, "usst", MID_SEMESTER, "xiexin");

        assertThat(inForce("jsj", MID_SEMESTER)).isEqualTo("usst");
        assertThat(inForce("jx", MID_SEMESTER)).isEqualTo("jilin");
    }

    @Test
    void there_is_a_programme_on_every_day() {
        assertThat(inForce("jx", LocalDate.of(2025, 8, 31))).isEqualTo("zhejiang");
        assertThat(inForce("jsj", LocalDate.of(1999, 1, 1))).isEqualTo("zhejiang");
        assertThat(inForce("jsj", LocalDate.of(2099, 12, 31))).isEqualTo("zhejiang");
    }

    @Test
    void a_version_that_comes_in_mid_semester_counts_for_duties_not_yet_begun() {
        programmes.add(version("jilin-2027", LocalDate.of(2026, 4, 1), null), "xiexin");
        programmes.use("jx", "jilin-2027", MID_SEMESTER, "xiexin");

        assertThat(inForce("jx", TODAY)).isEqualTo("jilin");
        assertThat(inForce("jx", MID_SEMESTER.minusDays(1))).isEqualTo("jilin");
        assertThat(inForce("jx", MID_SEMESTER)).isEqualTo("jilin-2027");
        assertThat(programmes.all())
                .filteredOn(version -> version.family().equals("jilin"))
                .extracting(Programme::code)
                .containsExactly("jilin", "jilin-2027");
    }

    @Test
    void a_trial_that_has_ended_is_followed_until_another_is_chosen() {
        programmes.add(version("trial", TODAY, TODAY.plusDays(30)), "xiexin");
        programmes.use("jx", "trial", TODAY, "xiexin");

        assertThat(inForce("jx", TODAY.plusYears(1))).isEqualTo("trial");
        refused(() -> programmes.use("jsj", "trial", TODAY.plusDays(31), "xiexin"), "programme.not-valid");
    }

    @Test
    void the_same_day_is_decided_anew() {
        programmes.use("jsj", "usst", MID_SEMESTER, "xiexin");
        programmes.use("jsj", "shandong", MID_SEMESTER, "xiexin");

        assertThat(inForce("jsj", MID_SEMESTER)).isEqualTo("shandong");
        assertThat(programmes.uses()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, jilin,  2026-03-02, programme.college-unknown",
        "jx1,     jilin,  2026-03-02, programme.college-unknown",
        "jsj,     fudan,  2026-03-02, programme.unknown",
        "jsj,     ,       2026-03-02, programme.unknown",
        "jsj,     jilin,  ,           programme.from",
        "jsj,     jilin,  2026-03-01, programme.from-passed",
        "jsj,     jilin,  2100-01-01, programme.from",
        "jsj,     future, 2026-03-02, programme.not-yet-valid",
        "jsj,     short,  2028-01-01, programme.not-valid"
    })
    void a_wrong_choice_is_refused_and_nothing_stored(String college, String programme, LocalDate from, String code) {
        programmes.add(version("future", LocalDate.of(2027, 1, 1), null), "xiexin");
        programmes.add(version("short", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)), "xiexin");
        List<ProgrammeUse> before = tables.uses();

        refused(() -> programmes.use(college, programme, from, "xiexin"), code);

        assertThat(tables.uses()).isEqualTo(before).isEqualTo(programmes.uses());
    }

    @Test
    void a_programme_without_contact_duties_cannot_be_followed() {
        when(duties.covers("usst")).thenReturn(false);

        refused(() -> programmes.use("jsj", "usst", TODAY, "xiexin"), "programme.without-duties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jilin", "吉林", "jilin 2027", "-jilin", "2027-jilin", "jilin\"", "-"})
    void a_code_that_a_table_could_not_name_is_refused(String code) {
        refused(() -> programmes.add(version(code, TODAY, null), "xiexin"), "programme.code");
    }

    @Test
    void a_version_needs_its_days_and_a_code_of_its_own() {
        refused(() -> programmes.add(version("jilin", TODAY, null), "xiexin"), "programme.code-taken");
        refused(() -> programmes.add(version("next", null, null), "xiexin"), "programme.from");
        refused(() -> programmes.add(version("next", TODAY, TODAY.minusDays(1)), "xiexin"), "programme.to");
        refused(() -> programmes.add(version("next", LocalDate.MAX, null), "xiexin"), "programme.from");
        assertThat(programmes.programme("next")).isEmpty();
        assertThat(programmes.programme("jilin").orElseThrow().trial()).isTrue();
    }

    @Test
    void who_answers_for_the_organization_department_decides() {
        when(rules.levelUnit(any()))
                .thenReturn(Optional.of(new LevelUnit("fixed", "zzb", "handlers", "fixed", "dxb", "clause")));
        when(university.unitsAnsweredBy("xiexin")).thenReturn(Set.of("zzb"));
        when(university.unitsAnsweredBy("liumin")).thenReturn(Set.of("jsj"));

        assertThat(programmes.decidedBy("xiexin")).isTrue();
        assertThat(programmes.decidedBy("liumin")).isFalse();
    }

    @Test
    void another_nodes_decision_is_noticed_within_ten_seconds() {
        CurrentProgrammes other = onANode();
        assertThat(inForce("jsj", MID_SEMESTER)).isEqualTo("zhejiang");
        other.use("jsj", "usst", MID_SEMESTER, "xiexin");

        seconds = 9;
        assertThat(inForce("jsj", MID_SEMESTER)).isEqualTo("zhejiang");
        seconds = 10;
        assertThat(inForce("jsj", MID_SEMESTER)).isEqualTo("usst");
    }

    @Test
    void the_demonstration_puts_each_college_under_another_programme_once() {
        tables.use(new ProgrammeUse("jx", "usst", TODAY), null);
        new DemoProgrammes(tables).run(null);
        assertThat(tables.uses()).as("what was chosen stays").hasSize(4);
    }

    private String inForce(String college, LocalDate day) {
        return programmes.inForce(college, day).code();
    }

    private static Programme version(String code, LocalDate from, LocalDate to) {
        return new Programme(code, "jilin", "联系制度", "吉交院组字", from, to, false);
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).asInstanceOf(type(Refusal.class)).returns(code, Refusal::code);
    }
}
