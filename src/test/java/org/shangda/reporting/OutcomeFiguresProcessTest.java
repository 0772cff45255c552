package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.CalledBack;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What became of suggestions (J20) and what those said who were called back (J25), in the summaries of a semester in which
 * nothing else was answered.
 */
@ShangdaTest
class OutcomeFiguresProcessTest {

    private static final Map<String, Object> NOT_REACHED = Map.of("reached", "not-reached");

    @Autowired
    Cases cases;

    @Autowired
    CalledBack called;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    SummaryView view;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private Modeler modeler;
    private SpringSemester semester;

    @BeforeEach
    void nothing_was_answered() {
        TestTime.set(TestTime.MONDAY);
        called.forget();
        cases.forgetAll();
        modeler = new Modeler(port);
        semester = new SpringSemester(summaries, database);
    }

    @AfterEach
    void nothing_is_left() {
        semester.forget();
        called.forget();
        cases.endAll();
        modeler.takeBack(engine.getRepositoryService());
    }

    // --- suggestions -------------------------------------------------------------------------------------------------

    @Test
    void J20_a_summary_says_how_many_suggestions_were_adopted_of_how_many_and_which() throws IOException {
        List<String> adopted = suggestions(7, Map.of("settled", "adopted"));
        suggestions(5, Map.of("settled", "not-adopted", "settledBecause", "经费不足。"));
        semester.end(semesterEnd);
        String branch = semester.summary("branch", "jsj1");

        assertThat(value(SECRETARY, branch, "suggestions.answered")).isEqualTo("12");
        assertThat(value(SECRETARY, branch, "suggestions.rate")).isEqualTo("58%（7/12）");
        assertThat(value(SECRETARY, branch, "settled.adopted")).isEqualTo("7");
        assertThat(value(SECRETARY, branch, "settled.not-adopted")).isEqualTo("5");
        assertThat(view.rows(branch, "settled.adopted", SECRETARY))
                .extracting(SummaryView.RowShown::number)
                .containsExactlyInAnyOrderElementsOf(adopted);
        assertThat(view.page(branch, SECRETARY).figures())
                .extracting(figure -> figure.group() + " " + figure.label())
                .contains("意见建议 采纳率（采纳和部分采纳）", "采纳情况 采纳", "采纳情况 留作研究");

        cases.act(SECRETARY, branch, "UserTask_Write", SpringSemester.WRITTEN);
        assertThat(value(COLLEGE_CLERK, branch, "suggestions.rate")).isEqualTo("58%（7/12）");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(view.word(branch, COLLEGE_CLERK)))) {
            assertThat(RecordsOnPaperTest.texts(word.getTables().get(0)))
                    .contains(List.of("", "采纳率（采纳和部分采纳）", "58%（7/12）"));
        }
        assertThat(value(ORGANIZATION_CLERK, semester.summary("organization-department", "zzb"), "settled.adopted"))
                .isEqualTo("7");
    }

    @Test
    void J20_what_became_of_a_few_suggestions_is_not_shown() {
        suggestions(6, Map.of("settled", "adopted"));
        suggestions(1, Map.of("settled", "not-adopted", "settledBecause", "经费不足。"));
        semester.end(semesterEnd);
        String branch = semester.summary("branch", "jsj1");

        assertThat(value(SECRETARY, branch, "suggestions.answered")).isEqualTo("7");
        for (String hidden : List.of("settled.adopted", "settled.not-adopted", "suggestions.rate")) {
            assertThat(value(SECRETARY, branch, hidden)).as(hidden).isEqualTo("*");
            assertThat(view.rows(branch, hidden, SECRETARY)).isEmpty();
        }
    }

    // --- call-backs --------------------------------------------------------------------------------------------------

    @Test
    void J25_a_summary_says_how_many_were_called_reached_and_satisfied_and_opens_none_of_them() {
        everybodyIsCalled();
        for (int i = 0; i < 11; i++) {
            called.satisfied(Cases.concern());
        }
        called.draw(CalledBack.DRAWN);
        List<String> calls = called.numbers();
        calls.subList(0, 5).forEach(number -> call(number, reached("satisfied")));
        semester.end(semesterEnd);
        String college = semester.summary("college", "jsj");

        assertThat(value(COLLEGE_CLERK, college, "call-backs.drawn")).isEqualTo("11");
        assertThat(value(COLLEGE_CLERK, college, "call-backs.reached")).isEqualTo("5");
        assertThat(value(COLLEGE_CLERK, college, "call-backs.waiting")).isEqualTo("6");
        assertThat(value(COLLEGE_CLERK, college, "call-backs.rate")).isEqualTo("45%（5/11）");
        assertThat(value(COLLEGE_CLERK, college, "call-back-ratings.rate")).isEqualTo("100%（5/5）");
        assertThat(view.rows(college, "call-backs.drawn", COLLEGE_CLERK)).isEmpty();
        assertThat(value(SECRETARY, semester.summary("branch", "jsj1"), "call-backs.drawn"))
                .as("whose answers they are")
                .isEqualTo("11");
        assertThat(value(ORGANIZATION_CLERK, semester.summary("organization-department", "zzb"), "call-backs.rate"))
                .isEqualTo("45%（5/11）");

        call(calls.get(5), NOT_REACHED);
        for (String hidden : List.of("unreached", "reached", "rate")) {
            assertThat(value(COLLEGE_CLERK, college, "call-backs." + hidden))
                    .as(hidden)
                    .isEqualTo("*");
        }
    }

    @Test
    void J25_who_stands_aside_reads_no_call_about_it() {
        everybodyIsCalled();
        for (int i = 0; i < 5; i++) {
            called.satisfied(Cases.concern());
            called.satisfied(Cases.concernWith("standAside", COLLEGE_HEAD));
        }
        called.draw(CalledBack.DRAWN);
        semester.end(semesterEnd);
        String college = semester.summary("college", "jsj");

        assertThat(value(COLLEGE_CLERK, college, "call-backs.drawn")).isEqualTo("10");
        assertThat(value(COLLEGE_HEAD, college, "call-backs.drawn")).isEqualTo("5");
    }

    // --- handed up before --------------------------------------------------------------------------------------------

    @Test
    void a_summary_of_before_says_nothing_of_either_and_no_noughts() {
        suggestions(6, Map.of("settled", "adopted"));
        semester.end(semesterEnd);
        String branch = semester.summary("branch", "jsj1");
        assertThat(codes(branch)).contains("suggestions.answered", "call-backs.drawn");
        cases.act(SECRETARY, branch, "UserTask_Write", SpringSemester.WRITTEN);
        assertThat(codes(branch)).contains("suggestions.answered", "call-backs.drawn");

        database.update("update summary_row set settled = null where number = ?", branch);
        assertThat(codes(branch))
                .contains("ratings.waiting")
                .noneMatch(code -> code.matches("(suggestions|settled|call-backs|call-back-ratings)[.].*"));
        database.update("delete from summary_row where number = ? and family = 'CONCERN'", branch);
        assertThat(codes(branch)).as("nothing was answered").noneMatch(code -> code.startsWith("call-back"));
    }

    private List<String> codes(String number) {
        return cases.as(SECRETARY, () -> view.page(number, SECRETARY)).figures().stream()
                .map(SummaryView.FigureShown::code)
                .toList();
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    private void everybodyIsCalled() {
        modeler.deploy(
                Map.of("call-back-sample.dmn", Modeler.withCell("call-back-sample", "Rule_Everybody", "share", "100")));
    }

    private List<String> suggestions(int many, Map<String, Object> answer) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "suggestion"));
            cases.exit(SECRETARY, number, "answer", answer);
            numbers.add(number);
        }
        return numbers;
    }

    private void call(String number, Map<String, Object> form) {
        TestTime.set(CalledBack.DRAWN);
        cases.act(COLLEGE_CLERK, number, "UserTask_CallBack", form);
        TestTime.set(SpringSemester.AFTER_IT);
    }

    private static Map<String, Object> reached(String rating) {
        return Map.of("reached", "reached", "rating", rating, "promise", "done");
    }

    private String value(String reader, String number, String figure) {
        return cases.as(
                reader,
                () -> SpringSemester.figure(view.page(number, reader), figure).value());
    }
}
