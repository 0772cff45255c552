package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.Joining;
import org.shangda.concern.Joining.Join;
import org.shangda.concern.process.MergedCases;
import org.shangda.refusal.Refusal;
import org.shangda.register.DoneList.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 已办. */
@ShangdaTest
class DoneProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    DoneList done;

    @Autowired
    MergedCases merged;

    @Autowired
    Joining joining;

    @Autowired
    JdbcTemplate database;

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

    private static Wanted wanted(String period, String kind, String typed) {
        return new Wanted(period, null, kind, null, typed, 0);
    }

    private List<Row> rows(String person, Wanted wanted) {
        return cases.as(person, () -> done.page(person, wanted).rows());
    }

    private Row row(String person, String number) {
        return rows(person, wanted("all", null, number)).stream()
                .findAny()
                .orElseThrow(() -> new AssertionError(person + " has not done anything with it"));
    }

    private List<String> numbers(String person, Wanted wanted) {
        return rows(person, wanted).stream().map(Row::number).toList();
    }

    @Test
    void what_was_answered_last_month_is_found_with_its_answer_also_when_it_is_closed() {
        TestTime.set("2026-03-10T10:00:00");
        String march = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, march, "answer");
        cases.act(COLLEAGUE, march, "UserTask_Rate", Map.of("rating", "satisfied"));
        TestTime.set("2026-04-10T10:00:00");
        String april = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, april, "answer");

        assertThat(numbers(SECRETARY, wanted("last-month", "handled", null)))
                .contains(march)
                .doesNotContain(april);
        assertThat(numbers(SECRETARY, wanted("month", null, null)))
                .contains(april)
                .doesNotContain(march);
        assertThat(row(SECRETARY, march)).satisfies(row -> {
            assertThat(row.did()).isEqualTo("办理：答复办结");
            assertThat(row.concern().title()).isEqualTo("教师公寓漏水");
            assertThat(row.concern().answer()).isEqualTo("内容：answer");
            assertThat(row.concern().rating()).isEqualTo("满意");
            assertThat(row.concern().where()).isEqualTo("已结案");
        });
    }

    @Test
    void whoever_raised_rated_and_withdrew_finds_that_and_the_answer_once_it_was_delivered() {
        String rated = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, rated, "answer");
        cases.act(COLLEAGUE, rated, "UserTask_Rate", Map.of("rating", "satisfied"));
        String withdrawn = cases.raise(COLLEAGUE, Cases.concern());
        cases.act(COLLEAGUE, withdrawn, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(row(COLLEAGUE, rated).did()).isEqualTo("反映；评价：满意");
        assertThat(row(COLLEAGUE, rated).concern().answer()).isEqualTo("内容：answer");
        assertThat(row(COLLEAGUE, withdrawn).did()).isEqualTo("反映；撤回");
        assertThat(numbers(COLLEAGUE, wanted("all", "withdrawn", null)))
                .contains(withdrawn)
                .doesNotContain(rated);

        String underWay = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, underWay, "answer");
        cases.approve(Cases.DEPARTMENT_HEAD, underWay);
        assertThat(row(COLLEAGUE, underWay).concern().answer())
                .as("the college reads it first")
                .isEmpty();
        assertThat(row(DEPARTMENT_CLERK, underWay).concern().answer()).isEqualTo("同意。");
    }

    @Test
    void each_signature_of_a_visit_is_found_by_whoever_gave_it() {
        String number = cases.at("department", "problem");
        assertThat(row(COLLEGE_HEAD, number).did()).isEqualTo("审签：提请职能部门办理");
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        assertThat(numbers(COLLEGE_HEAD, wanted("all", "signed", number))).containsExactly(number);
        assertThat(numbers(COLLEGE_HEAD, wanted("all", "handled", number))).isEmpty();
        assertThat(row(COLLEGE_CLERK, number).did()).startsWith("拟办，送负责人审签：").contains("；办理：");
    }

    @Test
    void to_have_received_it_is_not_to_have_done_it() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(numbers(DEPARTMENT_CLERK, wanted("all", null, number))).isEmpty();
    }

    // --- handled together
    // ----------------------------------------------------------------------------------------------

    @Test
    void whoever_puts_concerns_together_and_takes_them_apart_has_handled_each() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String other = merged.ofMember();
        String apart = merged.ofMember();
        merged.merge(SECRETARY, leading, other, apart);
        merged.apart(SECRETARY, leading, apart);

        Wanted handled = wanted("all", "handled", null);
        assertThat(numbers(SECRETARY, handled)).containsExactlyInAnyOrder(leading, other, apart);
        assertThat(cases.as(SECRETARY, () -> done.page(SECRETARY, handled)).total())
                .isEqualTo(3);
        assertThat(row(SECRETARY, leading).did()).isEqualTo("其他同类事项与本事项一并办理（并案）");
        assertThat(row(SECRETARY, other).did()).isEqualTo("与其他同类事项合并办理（并案）");
        assertThat(row(SECRETARY, apart).did()).isEqualTo("与其他同类事项合并办理（并案）；解除并案，单独办理");
    }

    @Test
    void who_joins_has_raised_their_own_and_done_nothing_with_the_other_one() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String own = cases.as(
                MEMBER,
                () -> joining.join(
                        MEMBER,
                        joining.open(MEMBER, "housing", null).get(0).visit(),
                        new Join("", "named", true, null, null)));

        assertThat(numbers(MEMBER, wanted("all", null, null))).containsExactly(own);
        assertThat(numbers(MEMBER, wanted("all", "raised", null))).containsExactly(own);
        assertThat(row(COLLEAGUE, leading).did()).isEqualTo("反映");
        assertThat(numbers(SECRETARY, wanted("all", null, null)))
                .as("nobody has put them together")
                .isEmpty();
    }

    // --- who may read
    // --------------------------------------------------------------------------------------------------

    /** The organization department supervises a college and has not had the concern. */
    @Test
    void what_one_has_supervised_is_there_without_what_only_readers_of_the_concern_may_know() {
        String number = cases.at("college", "problem");
        database.update(
                "insert into step (id, number, at, kind, actor, code)"
                        + " select max(id) + 1, ?, max(at), 'SUPERVISION', ?, 'urge' from step",
                number,
                Cases.ORGANIZATION_CLERK);
        try {
            Row row = row(Cases.ORGANIZATION_CLERK, number);
            assertThat(row.did()).isEqualTo("督办：催办");
            assertThat(row.concern()).isNull();
            assertThat(numbers(Cases.ORGANIZATION_CLERK, wanted("all", null, "公寓漏水")))
                    .as("no title is looked through that may not be read")
                    .doesNotContain(number);
        } finally {
            database.update("delete from step where number = ? and kind = 'SUPERVISION'", number);
        }
    }

    @Test
    void who_stands_aside_has_done_nothing_with_a_concern_that_does_not_exist_for_them() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.exit(SECRETARY, number, "answer");
        assertThat(numbers(SECRETARY, wanted("all", null, number))).containsExactly(number);
        database.update("update concern set stand_aside = ? where number = ?", "p:" + SECRETARY, number);
        assertThat(numbers(SECRETARY, wanted("all", null, number))).isEmpty();
        assertThat(numbers(DEPUTY_SECRETARY, wanted("all", null, number)))
                .as("nobody has what others did")
                .isEmpty();
    }

    @Test
    void the_name_is_withheld_from_whom_it_does_not_travel_to() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch"));
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "answer");
        assertThat(row(SECRETARY, number).concern().colleague()).isEqualTo("陈宇");
        assertThat(row(COLLEGE_CLERK, number).concern().colleague()).doesNotContain("陈宇");
    }

    // --- asking
    // --------------------------------------------------------------------------------------------------------

    @Test
    void the_number_of_questions_to_the_database_does_not_grow_with_the_rows() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, first, "answer");
        Wanted all = wanted("all", null, null);
        int few = SentStatements.during(() -> rows(SECRETARY, all)).size();
        for (int i = 0; i < 12; i++) {
            cases.exit(SECRETARY, cases.raise(COLLEAGUE, Cases.concern()), "answer");
        }
        assertThat(rows(SECRETARY, all)).hasSize(13);
        assertThat(SentStatements.during(() -> rows(SECRETARY, all)))
                .hasSize(few)
                .hasSizeLessThan(8);
    }

    @Test
    void a_page_holds_25_rows_and_the_next_one_goes_on() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            raised.add(cases.raise("zhoutao", Cases.concern()));
        }
        DoneList.Page first = cases.as("zhoutao", () -> done.page("zhoutao", wanted("all", null, null)));
        assertThat(first.total()).isEqualTo(27);
        assertThat(first.pages()).isEqualTo(2);
        List<String> seen =
                new ArrayList<>(first.rows().stream().map(Row::number).toList());
        assertThat(seen).hasSize(25);
        seen.addAll(numbers("zhoutao", new Wanted("all", null, null, null, null, 1)));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(raised);
        Wanted beyond = new Wanted("all", null, null, null, null, 99);
        DoneList.Page last = cases.as("zhoutao", () -> done.page("zhoutao", beyond));
        assertThat(last.page()).isEqualTo(1);
        assertThat(last.rows()).hasSize(2);
    }

    @Test
    void what_cannot_be_asked_is_refused_in_words() {
        assertThat(refused(new Wanted("yesterday", null, null, null, null, 0))).isEqualTo("code.unknown");
        assertThat(refused(wanted("all", "danced", null))).isEqualTo("code.unknown");
        assertThat(refused(new Wanted(null, "no-such-category", null, null, null, 0)))
                .isEqualTo("code.unknown");
        assertThat(refused(wanted("all", null, "长".repeat(101)))).isEqualTo("register.question-too-long");
    }

    private String refused(Wanted wanted) {
        Refusal[] refusal = new Refusal[1];
        cases.as(SECRETARY, () -> {
            try {
                return done.page(SECRETARY, wanted);
            } catch (Refusal expected) {
                refusal[0] = expected;
                return null;
            }
        });
        return refusal[0].code();
    }

    @Test
    void no_cell_of_the_file_is_ever_worked_out() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "=HYPERLINK(\"http://x\",\"点我\")"));
        cases.exit(SECRETARY, number, "answer", Map.of("words", "+1;@SUM(A1)"));
        byte[] file = cases.as(SECRETARY, () -> done.workbook(SECRETARY, wanted("all", null, number)));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            List<String> cells = new ArrayList<>();
            sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                cells.add(text(cell));
            }));
            assertThat(cells).contains("=HYPERLINK(\"http://x\",\"点我\")", "+1;@SUM(A1)", number);
        }
    }

    private static String text(Cell cell) {
        return cell.getStringCellValue();
    }
}
