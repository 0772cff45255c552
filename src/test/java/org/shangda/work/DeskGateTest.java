package org.shangda.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Refusal;
import org.shangda.work.Desk.Page;
import org.shangda.work.Desk.Wish;
import org.shangda.work.WorkCards.Waiting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine may still list what the roster has taken from somebody: no title is told by it (adr/0063). */
@ShangdaTest
class DeskGateTest {

    @Autowired
    Cases cases;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private List<Waiting> some;
    private String number;

    @BeforeEach
    void raised() {
        TestTime.set(TestTime.MONDAY);
        number = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
    }

    @AfterEach
    void over() {
        cases.endAll();
    }

    @Test
    void what_the_gate_does_not_admit_is_found_by_no_word_of_its_title() {
        assertThat(found(SECRETARY, "走廊")).isEqualTo(1);
        assertThat(found(STRANGER, "走廊")).isZero();
    }

    @Test
    void who_stands_aside_counts_none_of_what_the_engine_still_lists() {
        number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        assertThat(counted(DEPUTY_SECRETARY)).isEqualTo(1);
        assertThat(counted(SECRETARY)).isZero();
    }

    @Test
    void a_file_in_which_not_all_have_a_place_is_refused() {
        listedFor(SECRETARY);
        Wish all = new Wish(null, null, null, null, null, null, 0);
        assertThat(cases.as(SECRETARY, () -> looking(() -> desk.rows(some, all, 1))))
                .hasSize(1);
        assertThatThrownBy(() -> cases.as(SECRETARY, () -> looking(() -> desk.rows(some, all, 0))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("desk.file-too-large"));
    }

    private int found(String person, String typed) {
        return page(person, typed).total();
    }

    private long counted(String person) {
        return page(person, null).counts().get("doing");
    }

    private Page page(String person, String typed) {
        listedFor(person);
        Wish wish = new Wish("doing", typed, null, null, null, null, 0);
        return cases.as(person, () -> looking(() -> desk.page(person, some, wish)));
    }

    /** As the engine would list it for somebody who has received it. */
    private void listedFor(String person) {
        long visit = database.queryForObject("select id from handling where number = ?", Long.class, number);
        String task = cases.task(number, "UserTask_Handle").getId();
        Work work = new Work(task, "UserTask_Handle", number, person, person, Map.of(), name -> visit);
        some = List.of(new Waiting(work, TestTime.now(), null));
    }

    private <T> T looking(Supplier<T> look) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return look.get();
        });
    }
}
