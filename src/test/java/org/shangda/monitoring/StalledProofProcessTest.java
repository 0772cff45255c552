package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.STRANGER;
import static org.shangda.programme.StalledWhen.Cause.COLLEAGUE_LEFT;
import static org.shangda.programme.StalledWhen.Cause.EXTENDED_AGAIN;
import static org.shangda.programme.StalledWhen.Cause.LIKELY_LATE;
import static org.shangda.programme.StalledWhen.Cause.MOVED_AGAIN;
import static org.shangda.programme.StalledWhen.Cause.NOBODY_ABOVE;
import static org.shangda.programme.StalledWhen.Cause.NO_DATE;
import static org.shangda.programme.StalledWhen.Cause.NO_INSTANCE;
import static org.shangda.programme.StalledWhen.Cause.NO_MOVEMENT;
import static org.shangda.programme.StalledWhen.Cause.NO_TASK;
import static org.shangda.programme.StalledWhen.Cause.ON_LEAVE;
import static org.shangda.programme.StalledWhen.Cause.POST_ENDS;
import static org.shangda.programme.StalledWhen.Cause.SELF_SUPERVISED;
import static org.shangda.programme.StalledWhen.Cause.TASK_IDLE;
import static org.shangda.programme.StalledWhen.Cause.TOKEN_STANDS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.SentStatements.RoundTrip;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledView.Page;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: "all" is said only of what was looked at just now and is whole; a look writes what it has found, and no more. */
@ShangdaTest
class StalledProofProcessTest extends StalledCases {

    /** Of another college than {@link Cases#COLLEAGUE}. */
    private static final String ELSEWHERE = "gaoqiang";

    private static final String ALL_OF_ONE = "2026-03-02 10:00 核对，全部 1 件有主、有期、有人督办。";

    @Autowired
    StalledView view;

    @AfterEach
    void lookedAt() {
        monitoring.look();
    }

    // --- the head ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(Pace.class)
    void before_both_looks_have_run_the_page_says_that_nothing_was_looked_at(Pace pace) {
        monitoring.look();
        database.update("update stalled_look set at = null where pace = ?", pace.code());

        assertThat(page().head()).isEqualTo("系统启动后尚未核对，请一分钟后再看。");
        assertThat(page().whole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"stalled, minute", "stalled_proved, proof"})
    void after_a_look_that_failed_the_page_says_of_when_it_is_and_how_the_failure_is_found(String table, String pace) {
        cases.raise(COLLEAGUE, Cases.concern());
        monitoring.look();
        assertThat(page().head()).isEqualTo(ALL_OF_ONE);
        assertThat(page().whole()).isTrue();

        TestTime.set("2026-03-02T10:01:00");
        lookInVain(table);

        assertThat(page().whole()).isFalse();
        assertThat(page().head()).isEqualTo("下表是 2026-03-02 10:00 的结果，此后核对没有完成（编号 " + failureOf(pace) + "），请联系系统运维人员。");
        assertThat(monitoring.look()).isTrue();
        assertThat(page().head()).isEqualTo(ALL_OF_ONE.replace("10:00", "10:01"));
    }

    @Test
    void a_proof_of_more_than_an_hour_ago_proves_nothing_however_fresh_the_minutes_look_is() {
        cases.raise(COLLEAGUE, Cases.concern());
        monitoring.look();

        TestTime.set("2026-03-02T11:00:00");
        assertThat(monitoring.look(Pace.MINUTE, Duration.ZERO)).isTrue();
        assertThat(page().head()).isEqualTo(ALL_OF_ONE);

        TestTime.set("2026-03-02T11:01:00");
        assertThat(monitoring.look(Pace.MINUTE, Duration.ZERO)).isTrue();
        assertThat(page().whole()).isFalse();
        assertThat(page().head()).startsWith("下表是 2026-03-02 10:00 的结果").doesNotContain("全部");
    }

    @Test
    void one_broken_case_is_counted_on_its_own_line_and_leaves_the_other_line_whole() {
        String broken = cases.raise(COLLEAGUE, Cases.concern());
        cases.raise(ELSEWHERE, Cases.concern());
        runtime.deleteProcessInstance(
                cases.instance(broken, "concern-escalation").getId(), "lost");
        assertThat(causes(broken)).containsExactly("no-instance");

        assertThat(page().whole()).isFalse();
        assertThat(page().head()).isEqualTo("2026-03-02 10:00 核对 2 件，其中 1 处无主、无期或无人督办，见下表。");
        Page itsLine = page(COLLEGE_CLERK, Power.NONE);
        assertThat(itsLine.whole()).isFalse();
        assertThat(itsLine.head()).isEqualTo("2026-03-02 10:00 核对 1 件，其中 1 处无主、无期或无人督办，见下表。");
        Page another = page(STRANGER, Power.NONE);
        assertThat(another.whole()).isTrue();
        assertThat(another.head()).isEqualTo(ALL_OF_ONE);

        TestTime.set("2026-03-02T10:01:00");
        lookInVain("stalled");
        for (Page each : List.of(page(), page(COLLEGE_CLERK, Power.NONE), page(STRANGER, Power.NONE))) {
            assertThat(each.whole()).isFalse();
            assertThat(each.head()).doesNotContain("全部");
        }
    }

    // --- a look ------------------------------------------------------------------------------------------------------

    @Test
    void a_look_writes_the_list_and_who_is_to_be_told_and_nothing_else() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        String stopped = cases.raise(COLLEAGUE, Cases.concern());
        String failed = cases.raise(ELSEWHERE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");
        runtime.suspendProcessInstanceById(
                cases.instance(stopped, "level-handling").getId());
        management.setJobRetries(cases.nextJob(failed).orElseThrow().getId(), 0);

        List<String> first = writtenByALook();
        assertThat(listed(late)).isNotEmpty();
        assertThat(first)
                .anyMatch(sql -> sql.startsWith("insert into stalled ("))
                .anyMatch(sql -> sql.startsWith("insert into notice"));
        management.setJobRetries(cases.nextJob(failed).orElseThrow().getId(), 3);
        List<String> second = writtenByALook();
        assertThat(second).anyMatch(sql -> sql.startsWith("delete from stalled where"));

        assertThat(first).allMatch(sql -> sql.matches("(insert into|update|delete from) (stalled\\w*|notice)\\b.*"));
        assertThat(second).allMatch(sql -> sql.matches("(insert into|update|delete from) (stalled\\w*|notice)\\b.*"));
    }

    private List<String> writtenByALook() {
        return SentStatements.during(() -> assertThat(monitoring.look()).isTrue()).stream()
                .map(RoundTrip::sql)
                .map(sql -> sql.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(sql -> !sql.matches("(?s)(select|with .* select)\\b.*"))
                .toList();
    }

    // --- how often ---------------------------------------------------------------------------------------------------

    /** All others are on the list within 60 seconds; these look at every open case, and are with the proof. */
    @Test
    void what_is_looked_for_with_the_proof_alone_is_known() {
        assertThat(monitoring.rules().stream()
                        .filter(rule -> rule.pace() != Pace.MINUTE)
                        .map(CauseRule::cause))
                .containsExactlyInAnyOrder(
                        MOVED_AGAIN,
                        EXTENDED_AGAIN,
                        NO_MOVEMENT,
                        LIKELY_LATE,
                        POST_ENDS,
                        COLLEAGUE_LEFT,
                        ON_LEAVE,
                        SELF_SUPERVISED,
                        NOBODY_ABOVE,
                        TASK_IDLE,
                        NO_INSTANCE,
                        NO_TASK,
                        NO_DATE,
                        TOKEN_STANDS);
    }

    @Test
    void the_minutes_look_finds_what_is_late_and_the_proof_what_is_broken() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        String broken = cases.raise(COLLEAGUE, Cases.concern());
        monitoring.look();
        cases.passTo(late, "2026-03-12T10:00:00");
        runtime.deleteProcessInstance(
                cases.instance(broken, "concern-escalation").getId(), "lost");

        monitoring.look(Pace.MINUTE, Duration.ZERO);
        assertThat(listed(late)).containsExactly("handle-overdue");
        assertThat(listed(broken)).doesNotContain("no-instance");

        monitoring.look(Pace.PROOF, Duration.ZERO);
        assertThat(listed(late)).containsExactly("handle-overdue");
        assertThat(listed(broken)).contains("no-instance");
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private Page page() {
        return page("yebo", Power.OPERATOR);
    }

    private Page page(String person, Power power) {
        return view.page(person, power, new StalledFilter(null, null, null, null, null, null, null, null, null));
    }

    private void lookInVain(String withoutTable) {
        database.execute("alter table " + withoutTable + " rename to away");
        try {
            assertThat(monitoring.look()).isFalse();
        } finally {
            database.execute("alter table away rename to " + withoutTable);
        }
    }

    private String failureOf(String pace) {
        return database.queryForObject("select failure from stalled_look where pace = ?", String.class, pace);
    }
}
