package org.shangda.reporting;

import java.util.Map;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.reporting.SummaryView.FigureShown;
import org.springframework.jdbc.core.JdbcTemplate;

/** The semester in which the tests raise, handle and call back, as it is summed up once it is over. */
class SpringSemester {

    static final String TERM = "2025-2026-2";
    static final String AFTER_IT = "2026-09-01T10:00:00";
    static final Map<String, Object> WRITTEN = Map.of("practice", "每月走访。", "problems", "时间紧。", "plans", "继续。");

    private final Summaries summaries;
    private final JdbcTemplate database;

    SpringSemester(Summaries summaries, JdbcTemplate database) {
        this.summaries = summaries;
        this.database = database;
    }

    void end(SemesterEnd semesterEnd) {
        TestTime.set(AFTER_IT);
        semesterEnd.open();
    }

    /** As if it were not over. */
    void forget() {
        summaries.forgetTerm(TERM);
        TestTime.set(TestTime.MONDAY);
    }

    String summary(String tier, String unit) {
        return database.queryForObject(
                "select number from summary where term = ? and tier = ? and unit = ? and person = ''",
                String.class,
                TERM,
                tier,
                unit);
    }

    static FigureShown figure(SummaryView.Page page, String code) {
        return page.figures().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
