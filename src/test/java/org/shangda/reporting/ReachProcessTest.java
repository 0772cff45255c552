package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.concern.Reach;
import org.shangda.concern.Reach.Knowing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who stands aside, and whom a concern for its first receiver alone has not reached, reads the summaries of a university
 * in which that concern does not exist. Every test raises, handles and hands up as people do, in the spring of 2026.
 */
@ShangdaTest
class ReachProcessTest {

    private static final String IN_THE_TERM = "2026-04-13T10:00:00";

    @Autowired
    Cases cases;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    SummaryView view;

    @Autowired
    Reach reach;

    @Autowired
    JdbcTemplate database;

    private SpringSemester semester;

    @BeforeEach
    void the_semester_is_over_and_figures_are_large_enough_to_be_shown() {
        TestTime.set(IN_THE_TERM);
        for (int i = 0; i < 6; i++) {
            cases.exit(SECRETARY, cases.raise(COLLEAGUE, Cases.concern()), "answer");
        }
        semester = new SpringSemester(summaries, database);
        semester.end(semesterEnd);
    }

    @AfterEach
    void the_semester_is_not_over() {
        cases.endAll();
        semester.forget();
    }

    private String summary(String tier, String unit) {
        return semester.summary(tier, unit);
    }

    /** Raised and on its way within the term. */
    private String raised(Map<String, Object> more) {
        Map<String, Object> form = Cases.concern();
        form.putAll(more);
        TestTime.set(IN_THE_TERM);
        return cases.raise(COLLEAGUE, form);
    }

    /** Everything that somebody reads of a summary: its page, every row of every figure, and the Word file. */
    private List<String> read(String reader, String number) {
        return cases.as(reader, () -> {
            SummaryView.Page page = view.page(number, reader);
            return Stream.concat(
                            Stream.of(page.figures().toString(), page.hidden(), word(reader, number)),
                            page.figures().stream()
                                    .map(figure -> figure.code() + view.rows(number, figure.code(), reader)))
                    .toList();
        });
    }

    private String word(String reader, String number) {
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(view.word(number, reader))))) {
            return word.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Integer count(String reader, String number, String figure) {
        return cases.as(
                reader,
                () -> SpringSemester.figure(view.page(number, reader), figure).count());
    }

    private List<String> listed(String reader, String number) {
        return cases.as(
                reader,
                () -> view.rows(number, "concerns.received", reader).stream()
                        .map(SummaryView.RowShown::number)
                        .toList());
    }

    // --- standing aside ----------------------------------------------------------------------------------------------

    @Test
    void a_secretary_who_stands_aside_writes_the_branchs_summary_without_that_concern() {
        String summary = summary("branch", "jsj1");
        List<String> before = read(SECRETARY, summary);
        int all = count(DEPUTY_SECRETARY, summary, "concerns.received");

        String number = raised(Map.of("standAside", SECRETARY));
        cases.exit(DEPUTY_SECRETARY, number, "answer");
        TestTime.set(SpringSemester.AFTER_IT);

        assertThat(read(SECRETARY, summary)).isEqualTo(before);
        assertThat(cases.show(SECRETARY, cases.task(summary, "UserTask_Write"))
                        .get("figures")
                        .toString())
                .doesNotContain("[" + (all + 1) + "]");
        assertThat(count(DEPUTY_SECRETARY, summary, "concerns.received")).isEqualTo(all + 1);
        assertThat(listed(DEPUTY_SECRETARY, summary)).contains(number);
    }

    @Test
    void what_was_handed_up_with_it_is_read_without_it() {
        String summary = summary("branch", "jsj1");
        List<String> before = read(SECRETARY, summary);
        String number = raised(Map.of("standAside", SECRETARY));
        cases.exit(DEPUTY_SECRETARY, number, "answer");
        TestTime.set(SpringSemester.AFTER_IT);
        String later = raised(Map.of());
        cases.exit(SECRETARY, later, "answer");
        TestTime.set(SpringSemester.AFTER_IT);
        cases.act(SECRETARY, summary, "UserTask_Write", SpringSemester.WRITTEN);

        assertThat(database.queryForList("select reference from summary_row where number = ?", String.class, summary))
                .contains(number, later);
        assertThat(listed(SECRETARY, summary)).contains(later).doesNotContain(number);
        assertThat(listed(DEPUTY_SECRETARY, summary)).contains(later, number);

        // Declared after it was handed up; there is no form for it yet.
        database.update("update concern set stand_aside = ? where number = ?", "p:" + SECRETARY, later);
        assertThat(read(SECRETARY, summary).subList(3, before.size())).isEqualTo(before.subList(3, before.size()));
    }

    @Test
    void a_head_and_a_unit_that_stand_aside_read_the_colleges_summary_without_it() {
        String summary = summary("college", "jsj");
        TestTime.set(IN_THE_TERM);
        for (int i = 0; i < 6; i++) {
            String other = cases.at("college", "problem");
            cases.exit(COLLEGE_CLERK, other, "answer");
        }
        TestTime.set(SpringSemester.AFTER_IT);
        List<String> before = read(COLLEGE_HEAD, summary);
        String number = raised(Map.of("standAside", COLLEGE_HEAD));
        cases.exit(SECRETARY, number, "pass-up");
        TestTime.set(SpringSemester.AFTER_IT);

        assertThat(read(COLLEGE_HEAD, summary)).isEqualTo(before);
        assertThat(listed(COLLEGE_CLERK, summary)).contains(number);

        String office = summary("organization-department", "zzb");
        List<String> offices = read(ORGANIZATION_CLERK, office);
        String aside = raised(Map.of("standAside", "党委组织部"));
        cases.exit(SECRETARY, aside, "pass-up");
        TestTime.set(SpringSemester.AFTER_IT);
        assertThat(read(ORGANIZATION_CLERK, office)).isEqualTo(offices);
    }

    // --- reach -------------------------------------------------------------------------------------------------------

    @Test
    void a_concern_for_its_first_receiver_alone_counts_for_nobody_above() {
        String university = summary("organization-department", "zzb");
        String branch = summary("branch", "jsj1");
        cases.act(SECRETARY, branch, "UserTask_Write", SpringSemester.WRITTEN);
        int college = count(COLLEGE_CLERK, branch, "concerns.received");
        cases.act(reviewer(branch), branch, "UserTask_Review", Map.of("verdict", "send-back", "remark", "请补充。"));
        List<String> before = read(ORGANIZATION_CLERK, university);

        String number = raised(Map.of("travel", "first-receiver-only"));
        cases.exit(SECRETARY, number, "answer");
        TestTime.set(SpringSemester.AFTER_IT);
        assertThat(read(ORGANIZATION_CLERK, university)).isEqualTo(before);
        cases.act(SECRETARY, branch, "UserTask_Write", SpringSemester.WRITTEN);

        assertThat(count(COLLEGE_CLERK, branch, "concerns.received")).isEqualTo(college);
        assertThat(count(SECRETARY, branch, "concerns.received")).isEqualTo(college + 1);
        assertThat(listed(SECRETARY, branch)).contains(number);
    }

    private String reviewer(String number) {
        String assignee = cases.task(number, "UserTask_Review").getAssignee();
        return assignee == null ? COLLEGE_CLERK : assignee;
    }

    @Test
    void what_has_not_come_as_far_as_the_reader_is_counted_and_not_listed() {
        String university = summary("organization-department", "zzb");
        int before = count(ORGANIZATION_CLERK, university, "concerns.received");
        TestTime.set(IN_THE_TERM);
        String near = cases.at("college", "problem");
        String far = cases.at("organization-department", "problem");
        TestTime.set(SpringSemester.AFTER_IT);

        assertThat(count(ORGANIZATION_CLERK, university, "concerns.received")).isEqualTo(before + 2);
        assertThat(listed(ORGANIZATION_CLERK, university)).contains(far).doesNotContain(near);
    }

    @Test
    void figures_are_hidden_by_what_the_reader_counts() {
        String summary = summary("branch", "jg2");
        assertThat(count("songmei", summary, "concerns.received")).isZero();
        Map<String, Object> aside = new HashMap<>(Cases.concernWith("standAside", "songmei"));
        TestTime.set(IN_THE_TERM);
        for (int i = 0; i < 4; i++) {
            cases.raise("pantianyu", Cases.concern());
        }
        cases.raise("pantianyu", aside);
        TestTime.set(SpringSemester.AFTER_IT);

        assertThat(count("songmei", summary, "concerns.received"))
                .as("four are not shown")
                .isNull();
        TestTime.set(IN_THE_TERM);
        cases.raise("pantianyu", Cases.concern());
        TestTime.set(SpringSemester.AFTER_IT);
        assertThat(count("songmei", summary, "concerns.received")).isEqualTo(5);
    }

    @Test
    void the_rule_answers_for_one_number_and_for_thousands() {
        String aside = raised(Map.of("standAside", SECRETARY));
        String alone = raised(Map.of("travel", "first-receiver-only"));
        List<String> many = Stream.concat(
                        Stream.of(aside, alone, "SD26-00000000"),
                        database.queryForList("select number from concern", String.class).stream())
                .toList();

        assertThat(reach.of(SECRETARY, many))
                .containsEntry(aside, Knowing.NOTHING)
                .containsEntry(alone, Knowing.THE_CONCERN)
                .containsEntry("SD26-00000000", Knowing.NOTHING);
        assertThat(reach.of(COLLEGE_CLERK, many))
                .containsEntry(aside, Knowing.A_FIGURE)
                .containsEntry(alone, Knowing.NOTHING);
        assertThat(reach.of(COLLEAGUE, List.of(aside, alone))).containsValues(Knowing.THE_CONCERN);
    }
}
