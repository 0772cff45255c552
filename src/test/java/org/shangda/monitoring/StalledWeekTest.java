package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Reader.Power;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项一周情况: what came, what was settled and what is late on the reader's line, as Word. */
@ShangdaTest
class StalledWeekTest extends StalledCases {

    @Autowired
    StalledWeek week;

    @BeforeEach
    void nothing_was_there_before() {
        monitoring.look();
        database.update("delete from stalled_past");
    }

    @Test
    void what_came_and_what_was_settled_in_the_week_is_counted_and_the_longest_are_named() throws IOException {
        List<String> numbers = lateAtTheBranch(12);
        numbers.subList(0, 6).forEach(number -> cases.exit(SECRETARY, number, "answer"));
        monitoring.look();

        String sheet = sheet(COLLEGE_CLERK, Power.NONE);

        assertThat(sheet)
                .contains("停滞事项一周情况", "计算机学院党委", "2026-03-05 至 2026-03-12")
                .contains("2026-03-12 10:00 核对，全部 6 件有主、有期、有人督办。")
                .contains("逾期未办结\t12\t6\t6")
                .contains("党支部\t12\t6\t6")
                .contains("谁能解开：计算机系教工党支部办结；计算机学院党委可以催办、延期、改派。")
                .doesNotContain("张伟", "陈宇", "漏水", COLLEAGUE, SECRETARY);
        assertThat(numbers.stream().filter(sheet::contains)).hasSize(3);
    }

    @Test
    void what_left_the_list_more_than_a_week_ago_is_on_no_sheet_and_after_twelve_weeks_it_is_kept_no_longer()
            throws IOException {
        List<String> numbers = lateAtTheBranch(6);
        numbers.forEach(number -> cases.exit(SECRETARY, number, "answer"));
        monitoring.look();
        assertThat(sheet(COLLEGE_CLERK, Power.NONE)).contains("逾期未办结\t6\t6\t0");

        TestTime.set("2026-03-20T10:00:00");
        assertThat(sheet(COLLEGE_CLERK, Power.NONE)).doesNotContain("逾期未办结");
        assertThat(past()).isEqualTo(6);

        TestTime.set("2026-06-05T10:00:00");
        cases.endAll();
        monitoring.look();
        assertThat(database.queryForObject(
                        "select count(*) from stalled_past where cause = 'handle-overdue'", Integer.class))
                .isZero();
    }

    @Test
    void another_line_has_a_sheet_of_its_own_and_the_whole_university_is_an_operators() throws IOException {
        List<String> numbers = lateAtTheBranch(6);

        assertThat(sheet(STRANGER, Power.NONE)).doesNotContain("逾期未办结").doesNotContain(numbers);
        assertThat(sheet("yebo", Power.OPERATOR)).contains("全校", "逾期未办结\t6\t0\t6");
    }

    @Test
    void what_not_everybody_on_the_line_may_know_of_is_on_no_sheet() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.passTo(number, "2026-03-12T10:00:00");
        monitoring.look();
        assertThat(listed(number)).contains("handle-overdue");

        assertThat(sheet(COLLEGE_CLERK, Power.NONE)).doesNotContain(number).doesNotContain("逾期未办结");
        cases.endAll();
        monitoring.look();
        assertThat(past()).isZero();
    }

    @Test
    void what_not_everybody_on_the_line_may_know_of_is_not_in_the_sentence_of_the_proof_either() throws IOException {
        cases.raise(COLLEAGUE, Cases.concern());
        String reserved = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        runtime.deleteProcessInstance(
                cases.instance(reserved, "concern-escalation").getId(), "lost");
        monitoring.look();
        assertThat(listed(reserved)).containsExactly("no-instance");

        assertThat(sheet(COLLEGE_CLERK, Power.NONE)).contains("核对，全部 1 件有主、有期、有人督办。");
        assertThat(sheet("yebo", Power.OPERATOR)).containsPattern("核对(，全部)? 1 件");
    }

    @Test
    void what_is_reserved_stays_so_while_it_waits_for_its_rating_at_no_level() throws IOException {
        String reserved = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.exit(SECRETARY, reserved, "answer");
        runtime.deleteProcessInstance(
                cases.instance(reserved, "concern-escalation").getId(), "lost");
        monitoring.look();
        assertThat(listed(reserved)).containsExactly("no-instance");

        assertThat(sheet("yebo", Power.OPERATOR)).doesNotContain(reserved);
    }

    @Test
    void the_sheet_of_a_leader_who_answers_for_no_unit_names_the_units_in_his_charge() throws IOException {
        assertThat(sheet("xujianhua", Power.NONE))
                .contains("保卫处、计划财务处、后勤管理处、计算机学院党委")
                .as("those below them are theirs")
                .doesNotContain("计算机系教工党支部");
    }

    private int past() {
        return database.queryForObject("select count(*) from stalled_past", Integer.class);
    }

    private List<String> lateAtTheBranch(int many) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            numbers.add(cases.raise(COLLEAGUE, Cases.concern()));
        }
        numbers.forEach(number -> cases.passTo(number, "2026-03-12T10:00:00"));
        monitoring.look();
        return numbers;
    }

    private String sheet(String person, Power power) throws IOException {
        byte[] file = cases.as(person, () -> week.sheet(person, power));
        try (XWPFWordExtractor word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return word.getText();
        }
    }
}
