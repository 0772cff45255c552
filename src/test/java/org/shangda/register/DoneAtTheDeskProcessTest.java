package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.shangda.work.Desk;
import org.shangda.work.Desk.Wish;
import org.shangda.work.DoneWork;
import org.springframework.beans.factory.annotation.Autowired;

/** 已办 at the desk. */
@ShangdaTest
class DoneAtTheDeskProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    DoneWork desk;

    @Autowired
    WaitingWork work;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.forgetAll();
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void the_desk_lists_the_same_rows_and_counts_them() {
        cases.exit(SECRETARY, cases.raise(COLLEAGUE, Cases.concern()), "answer");
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");
        DoneWork.Found found = cases.as(SECRETARY, () -> desk.of(SECRETARY, number, "housing", 0, 25));
        assertThat(found.total()).isEqualTo(1);
        assertThat(cases.as(SECRETARY, () -> desk.of(SECRETARY, number, "finance", 0, 25))
                        .total())
                .isZero();
        assertThat(found.rows())
                .containsExactly(new DoneWork.Done(
                        number, "办理：答复办结", "教师公寓漏水", "问题 · 住房与后勤", "已答复，待评价", "内容：answer", TestTime.now()));
        assertThat(desk.of(SECRETARY, "", null, 0, 0).total()).isEqualTo(2);
    }

    @Test
    void the_desk_counts_what_is_done_once() {
        cases.exit(SECRETARY, cases.raise(COLLEAGUE, Cases.concern()), "answer");
        Wish beyond = new Wish("done", null, null, null, null, null, 9);

        assertThat(SentStatements.during(() -> page(new Wish("done", null, null, null, null, null, 0))))
                .filteredOn(one -> one.sql().startsWith("select count(*) from (select number, max(at)"))
                .hasSize(1);
        assertThat(page(beyond)).satisfies(page -> {
            assertThat(page.page()).as("the last one").isZero();
            assertThat(page.rows()).hasSize(1);
            assertThat(page.counts()).containsEntry("done", 1L);
        });
        Wish narrowed = new Wish("done", "没有这样的标题", null, null, null, null, Integer.MAX_VALUE);
        assertThat(page(narrowed)).satisfies(page -> {
            assertThat(page.total()).isZero();
            assertThat(page.counts()).containsEntry("done", 1L);
        });
    }

    private Desk.Page page(Wish wish) {
        return cases.as(SECRETARY, () -> work.desk(SECRETARY, wish));
    }
}
