package org.shangda;

import java.util.Map;
import org.shangda.OpenForms.Case;
import org.shangda.reporting.SemesterEnd;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Summaries that wait to be written. An author has one for a term, so each can be written once. */
@TestComponent
public class Summaries {

    /** Party members of one college, each with a colleague with whom they may be linked. */
    private static final Map<String, String> AUTHORS = Map.of(
            "xuqiang", "zhoutao",
            "chenxin", "huyan",
            "shixinyi", "lubin",
            "wupeng", "zhanghui",
            "zhaoxin", "hanwenjing",
            "tianjianguo", "wubin",
            "sunyan", "mayan",
            "zhaohaoran", "majie",
            "limei", "yebo",
            "wulei", "chenyu");

    private final Cases cases;
    private final Pairings pairings;
    private final Contacts contacts;
    private final SemesterEnd semesterEnd;
    private final JdbcTemplate database;

    Summaries(Cases cases, Pairings pairings, Contacts contacts, SemesterEnd semesterEnd, JdbcTemplate database) {
        this.cases = cases;
        this.pairings = pairings;
        this.contacts = contacts;
        this.semesterEnd = semesterEnd;
        this.database = database;
    }

    public Case unwritten() {
        pairings.clear();
        AUTHORS.forEach(contacts::pair);
        semesterEnd.open();
        return AUTHORS.keySet().stream()
                .map(author -> new Case(author, numberOf(author)))
                .filter(summary -> cases.openTasks(summary.number()).contains("UserTask_Write"))
                .filter(summary ->
                        cases.findTask(summary.number(), "UserTask_Write").isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("everybody has written their summary already"));
    }

    /** As if the term were not over. */
    public void forgetTerm(String term) {
        database.queryForList("select number from summary where term = ?", String.class, term)
                .forEach(cases::forgetSummary);
    }

    /** As if they never had been: a class that is not the first has them opened anew. */
    public void forget(String... authors) {
        for (String author : authors) {
            database.queryForList(
                            "select number from summary where person = ? and term = '2025-2026-1'",
                            String.class,
                            author)
                    .forEach(cases::forgetSummary);
        }
    }

    private String numberOf(String author) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, author);
    }
}
