package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.process.MergedCases;
import org.shangda.refusal.Refusal;
import org.shangda.register.RegisterRows.Row;
import org.shangda.register.UnitRegister.Counted;
import org.shangda.register.UnitRegister.Register;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 台账. */
@ShangdaTest
class UnitRegisterProcessTest {

    private static final String BRANCH = "jsj1";
    private static final String COLLEGE = "jsj";

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    UnitRegister register;

    @Autowired
    CasePaper paper;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

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

    private static Wanted looking(String typed) {
        return new Wanted("all", null, null, null, typed, 0);
    }

    private List<Row> rows(String reader, String unit, Wanted wanted) {
        return cases.as(reader, () -> register.page(unit, reader, wanted).rows());
    }

    private List<String> numbers(String reader, String unit, Wanted wanted) {
        return rows(reader, unit, wanted).stream().map(Row::number).toList();
    }

    private Row row(String reader, String unit, String number) {
        return rows(reader, unit, looking(number)).get(0);
    }

    @Test
    void what_was_handled_together_says_so_in_the_row_of_each() {
        List<String> two = merged.twoInTheBranch();
        String alone = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(row(SECRETARY, BRANCH, two.get(1)).result()).isEqualTo("在办（并案）");

        cases.exit(SECRETARY, two.get(0), "answer");
        cases.exit(SECRETARY, alone, "answer");

        for (String number : two) {
            assertThat(row(SECRETARY, BRANCH, number).result()).isEqualTo("已答复（并案）");
        }
        assertThat(row(SECRETARY, BRANCH, alone).result()).isEqualTo("已答复");
    }

    @Test
    void a_unit_reads_what_it_received_with_dates_days_result_rating_and_where_it_is() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-05T10:00:00");
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        Row row = row(SECRETARY, BRANCH, number);
        assertThat(row.title()).isEqualTo("教师公寓漏水");
        assertThat(row.arrived()).isEqualTo("2026-03-02 10:00");
        assertThat(row.settled()).isEqualTo("2026-03-05 10:00");
        assertThat(row.days())
                .as("Tuesday and Wednesday: the day on which it came does not count")
                .isEqualTo(2);
        assertThat(List.of(row.result(), row.rating(), row.where(), row.raisedAs()))
                .containsExactly("已答复", "满意", "已结案", "本人反映");
        assertThat(row.late()).isZero();
    }

    @Test
    void what_is_under_way_elsewhere_says_where() {
        String number = cases.at("department", "problem");
        assertThat(row(COLLEGE_CLERK, COLLEGE, number).result()).isEqualTo("已上报");
        assertThat(row(COLLEGE_CLERK, COLLEGE, number).where()).isEqualTo("后勤管理处 · 职能部门");
        assertThat(row(DEPARTMENT_CLERK, DEPARTMENT, number).result()).isEqualTo("在办");
    }

    @Test
    void what_was_not_done_by_its_day_is_found_with_how_many_working_days_it_is_late() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        String resting = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, resting, "explain", Map.of("on", "2026-04-20"));
        cases.passTo(late, "2026-03-12T10:00:00");
        Wanted overdue = new Wanted("all", null, null, true, null, 0);

        assertThat(numbers(SECRETARY, BRANCH, overdue)).containsExactly(late);
        assertThat(row(SECRETARY, BRANCH, late).due()).isEqualTo("2026-03-11 17:00");
        assertThat(row(SECRETARY, BRANCH, late).late()).as("Thursday").isEqualTo(1);
        TestTime.set("2026-03-16T10:00:00");
        assertThat(row(SECRETARY, BRANCH, late).late())
                .as("Thursday, Friday and Monday")
                .isEqualTo(3);
    }

    @Test
    void a_decision_that_is_not_recorded_in_time_is_late_although_the_level_waits_for_it() {
        String number = cases.at("organization-department", "problem");
        cases.exit(Cases.ORGANIZATION_CLERK, number, "agenda", Map.of("on", "2026-03-20"));
        Wanted overdue = new Wanted("all", null, null, true, number, 0);
        String unit = database.queryForObject(
                "select answering_unit from handling where number = ? and ended_at is null", String.class, number);

        assertThat(numbers(Cases.ORGANIZATION_CLERK, unit, overdue)).isEmpty();
        cases.passTo(number, "2026-03-30T10:00:00");
        assertThat(numbers(Cases.ORGANIZATION_CLERK, unit, overdue)).containsExactly(number);
    }

    @Test
    void what_the_university_has_decided_has_left_the_office_with_that() {
        String number = cases.at("carrying-out", "problem");
        String unit = cases.handling(number, "organization-department", "answering_unit");

        assertThat(numbers(Cases.ORGANIZATION_CLERK, unit, new Wanted("all", null, "decided", false, number, 0)))
                .containsExactly(number);
    }

    @Test
    void it_is_narrowed_by_category_and_result_whose_numbers_stand_beside_them() {
        String answered = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, answered, "answer");
        cases.raise(COLLEAGUE, Cases.concern());
        cases.raise(COLLEAGUE, Cases.concernWith("category", "finance"));
        Wanted wanted = new Wanted("month", "housing", "answered", false, null, 0);
        assertThat(numbers(SECRETARY, BRANCH, wanted)).containsExactly(answered);
        UnitRegister.Page page = cases.as(SECRETARY, () -> register.page(BRANCH, SECRETARY, wanted));
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.results())
                .as("before the list is narrowed")
                .extracting(Counted::value, Counted::count)
                .containsExactlyInAnyOrder(tuple("open", 2), tuple("answered", 1));
        assertThat(page.categories())
                .extracting(Counted::value, Counted::count)
                .containsExactlyInAnyOrder(tuple("housing", 2), tuple("finance", 1));
    }

    /** What came under a category that is out of use today came all the same. */
    @Test
    void it_is_narrowed_by_a_category_that_is_out_of_use_and_by_none_that_there_is_not() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Modeler modeler = new Modeler(port);
        try {
            modeler.deploy(Map.of("words.dmn", Modeler.withCell("words", "Rule_CategoryHousing", "inUse", "false")));

            assertThat(numbers(SECRETARY, BRANCH, new Wanted("all", "housing", null, null, null, 0)))
                    .contains(number);
        } finally {
            modeler.takeBack(repository);
        }
        for (Wanted unknown : List.of(
                new Wanted("all", "no-such-category", null, null, null, 0),
                new Wanted("all", null, "danced", null, null, 0),
                new Wanted("yesterday", null, null, null, null, 0))) {
            assertThatThrownBy(() -> rows(SECRETARY, BRANCH, unknown))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("code.unknown"));
        }
    }

    /** Or a row would say of a visit that it ended otherwise than the concern's own page does. */
    @Test
    void the_view_and_the_paper_say_the_same_of_how_a_visit_ended() throws IOException {
        String withdrawn = cases.raise(COLLEAGUE, Cases.concern());
        cases.act(COLLEAGUE, withdrawn, "UserTask_MyConcern", Map.of("action", "withdraw"));
        assertThat(row(SECRETARY, BRANCH, withdrawn).result()).isEqualTo("未办结即终止");
        assertThat(word(SECRETARY, withdrawn)).contains("未办结即终止");
        String returned = cases.at("assigning-office", "problem");
        assertThat(row(DEPARTMENT_CLERK, DEPARTMENT, returned).result()).isEqualTo("已退回");
        assertThat(word(DEPARTMENT_CLERK, returned)).contains("已退回");
    }

    private String word(String reader, String number) throws IOException {
        byte[] file = cases.as(reader, () -> paper.word(number, reader));
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return word.getText();
        }
    }

    // --- whose -------------------------------------------------------------------------------------------------------

    @Test
    void it_is_for_who_answers_for_the_unit_and_for_those_above_it_on_its_line() {
        for (String reader : List.of(SECRETARY, DEPUTY_SECRETARY, COLLEGE_CLERK, COLLEGE_HEAD, ORGANIZATION_CLERK)) {
            assertThat(rows(reader, BRANCH, looking(null))).as(reader).isNotNull();
        }
        for (String reader : List.of(COLLEAGUE, STRANGER, DEPARTMENT_CLERK, "admin")) {
            assertThatThrownBy(() -> rows(reader, BRANCH, looking(null)))
                    .as(reader)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
        assertThat(register.registers(COLLEAGUE)).isEmpty();
        assertThat(register.registers(SECRETARY)).extracting(Register::unit).containsExactly(BRANCH);
        assertThat(register.registers(COLLEGE_CLERK).stream().filter(Register::mine))
                .extracting(Register::unit)
                .containsExactlyInAnyOrder(COLLEGE, "jsj3");
        assertThat(register.registers(COLLEGE_CLERK)).extracting(Register::unit).contains(BRANCH);
    }

    @Test
    void whoever_supervises_reads_dates_and_results_and_no_title_and_finds_none_by_it() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");
        assertThat(row(COLLEGE_CLERK, BRANCH, number).title()).isNull();
        assertThat(row(COLLEGE_CLERK, BRANCH, number).result()).isEqualTo("已答复");
        assertThat(numbers(COLLEGE_CLERK, BRANCH, looking("公寓漏水"))).doesNotContain(number);
        assertThat(numbers(SECRETARY, BRANCH, looking("公寓漏水"))).contains(number);
    }

    @Test
    void what_is_for_its_first_receiver_alone_or_kept_from_somebody_is_in_no_count_of_theirs() {
        int college = total(COLLEGE_CLERK);
        int secretary = total(SECRETARY);
        cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        assertThat(total(COLLEGE_CLERK)).isEqualTo(college);
        assertThat(total(SECRETARY)).isEqualTo(secretary + 1);
        cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        assertThat(total(SECRETARY)).isEqualTo(secretary + 1);
        assertThat(total(DEPUTY_SECRETARY)).isEqualTo(secretary + 2);
    }

    private int total(String reader) {
        return cases.as(
                reader, () -> register.page(BRANCH, reader, looking(null)).total());
    }

    @Test
    void the_workbook_has_the_same_rows_and_no_title_more() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "=1+1"));
        assertThat(sheet(SECRETARY, number))
                .contains(number, "=1+1", "用时（工作日）", "在办")
                .contains("计算机系教工党支部台账");
        assertThat(sheet(COLLEGE_CLERK, number)).contains(number).doesNotContain("=1+1");
    }

    private String sheet(String reader, String number) throws IOException {
        byte[] file = cases.as(reader, () -> register.workbook(BRANCH, reader, looking(number)));
        try (var sheets = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(file)))) {
            return sheets.getText();
        }
    }

    @Test
    void the_number_of_questions_to_the_database_does_not_grow_with_the_rows() {
        cases.raise(COLLEAGUE, Cases.concern());
        int few = SentStatements.during(() -> rows(SECRETARY, BRANCH, looking(null)))
                .size();
        for (int i = 0; i < 12; i++) {
            cases.raise(COLLEAGUE, Cases.concern());
        }
        assertThat(SentStatements.during(() -> rows(SECRETARY, BRANCH, looking(null))))
                .hasSize(few)
                .hasSizeLessThan(10);
    }
}
