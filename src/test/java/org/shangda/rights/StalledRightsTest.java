package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: whoever supervises sees their own line, in codes and units; nobody reads a story there. */
@ShangdaTest
class StalledRightsTest extends AskedOverHttp {

    private static final String OPERATOR = "yebo";
    private static final String LEADER = "zhaomingyuan";

    @Autowired
    Monitoring monitoring;

    @Test
    void a_late_branch_is_seen_by_its_college_and_above_and_by_no_other_line() {
        String number = lateAtTheBranch();

        for (String person : List.of(COLLEGE_CLERK, ORGANIZATION_CLERK, LEADER, OPERATOR, "admin")) {
            assertThat(numbers(person)).as(person).contains(number);
        }
        for (String person : List.of(STRANGER, DEPARTMENT_CLERK, ASSIGNING_CLERK)) {
            assertThat(numbers(person)).as(person).doesNotContain(number);
        }
    }

    @Test
    void a_leader_sees_the_units_in_their_charge_and_the_heads_of_the_university_see_all() {
        String number = cases.at("department", "problem");
        cases.passTo(number, "2026-03-05T10:00:00");
        monitoring.look();

        assertThat(numbers("xujianhua")).as("in charge of it").contains(number);
        assertThat(numbers("sunhuiling")).as("in charge of others").doesNotContain(number);
        assertThat(numbers("linwenbo")).as("heads the university").contains(number);
    }

    @Test
    void who_answers_for_no_unit_finds_no_list() {
        lateAtTheBranch();

        assertThat(http.get(COLLEAGUE, "/api/stalled").status()).isEqualTo(404);
        assertThat(http.get(COLLEAGUE, "/api/stalled/stalled.xlsx").status()).isEqualTo(404);
        assertThat(http.get(OverHttp.NOBODY, "/api/stalled").status()).isEqualTo(401);
    }

    @Test
    void names_of_those_who_are_late_are_for_who_supervises_them_alone() {
        String number = lateAtTheBranch();

        assertThat(row(COLLEGE_CLERK, number).path("people").toString()).contains("张伟");
        for (String person : List.of(ORGANIZATION_CLERK, LEADER, OPERATOR, "admin")) {
            assertThat(row(person, number).path("people")).as(person).isEmpty();
        }
    }

    @Test
    void nobody_reads_a_title_a_story_or_the_colleagues_name() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        cases.passTo(number, "2026-03-12T10:00:00");
        monitoring.look();

        for (String person : List.of(COLLEGE_CLERK, ORGANIZATION_CLERK, LEADER, OPERATOR, "admin")) {
            assertThat(http.get(person, "/api/stalled").body())
                    .as(person)
                    .contains(number)
                    .doesNotContain("走廊", "陈宇", COLLEAGUE, "漏水");
        }
    }

    @Test
    void where_somebody_stands_aside_the_case_does_not_stand_still_for_them() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", OTHER_COLLEGE_CLERK));
        cases.passTo(number, "2026-03-12T10:00:00");
        monitoring.look();

        assertThat(numbers(COLLEGE_CLERK)).contains(number);
        assertThat(numbers(OTHER_COLLEGE_CLERK)).doesNotContain(number);
    }

    @Test
    void what_is_for_its_first_receiver_alone_is_seen_by_who_supervises_it_and_not_by_the_whole_line() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.passTo(number, "2026-03-12T10:00:00");
        monitoring.look();

        assertThat(numbers(COLLEGE_CLERK)).contains(number);
        assertThat(numbers(ORGANIZATION_CLERK)).doesNotContain(number);
    }

    @Test
    void the_head_says_when_it_was_looked_at_and_that_all_have_an_owner_a_date_and_somebody_above() {
        lateAtTheBranch();

        JsonNode page = page(OPERATOR, "");
        assertThat(page.path("head").asText()).isEqualTo("2026-03-12 10:00 核对，全部 1 件有主、有期、有人督办。");
        assertThat(page.path("whole").asBoolean()).isTrue();
    }

    @Test
    void the_head_never_says_all_when_something_has_no_date_or_the_look_is_old() {
        String number = lateAtTheBranch();
        TestTime.set("2026-03-12T10:30:00");
        assertThat(page(OPERATOR, "").path("head").asText()).startsWith("下表是 2026-03-12 10:00 的结果");
        assertThat(page(OPERATOR, "").path("whole").asBoolean()).isFalse();

        cases.endAll();
        monitoring.look();
        assertThat(page(OPERATOR, "").path("head").asText()).contains("全部 0 件");
        assertThat(numbers(OPERATOR)).doesNotContain(number);
    }

    @Test
    void a_row_says_why_since_when_both_clocks_and_who_can_unblock_it() {
        JsonNode row = row(COLLEGE_CLERK, lateAtTheBranch());

        assertThat(row.path("why").asText()).isEqualTo("计算机系教工党支部逾期未办结。");
        assertThat(row.path("unblock").asText()).isEqualTo("计算机系教工党支部办结；计算机学院党委可以催办、延期、改派。");
        assertThat(row.path("since").asText()).isEqualTo("2026-03-11");
        assertThat(row.path("stoppedDays").asInt()).isEqualTo(1);
        assertThat(row.path("daysLeft").asInt()).isEqualTo(-1);
        assertThat(row.path("caseDays").asInt()).isEqualTo(8);
    }

    @Test
    void the_list_is_narrowed_by_cause_unit_level_and_programme_and_sorted() {
        String number = lateAtTheBranch();

        assertThat(page(OPERATOR, "?cause=handle-overdue&unit=jsj1&level=branch&programme=zhejiang&sort=due")
                        .path("rows")
                        .toString())
                .contains(number);
        for (String other :
                List.of("cause=vacant", "unit=jsj2", "level=college", "programme=jilin", "severity=severe")) {
            assertThat(page(OPERATOR, "?" + other).path("rows").toString())
                    .as(other)
                    .doesNotContain(number);
        }
        assertThat(http.get(OPERATOR, "/api/stalled?sort=title").status()).isEqualTo(400);
        assertThat(http.get(OPERATOR, "/api/stalled?page=-7&cause=%F0%9F%8F%A0").status())
                .isEqualTo(200);
    }

    @Test
    void the_workbook_has_the_same_rows_no_names_and_no_formula() throws IOException {
        String number = lateAtTheBranch();
        byte[] file = http.bytes(COLLEGE_CLERK, "/api/stalled/stalled.xlsx").body();
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    texts.add(cell.toString());
                }
            }
        }
        assertThat(texts).contains("编号", number, "逾期未办结", "计算机系教工党支部逾期未办结。");
        assertThat(texts.toString()).doesNotContain("张伟");
    }

    private String lateAtTheBranch() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        assertThat(monitoring.look()).isTrue();
        return number;
    }

    private JsonNode page(String person, String query) {
        OverHttp.Answer answer = http.get(person, "/api/stalled" + query);
        assertThat(answer.status()).as(person + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> numbers(String person) {
        return page(person, "").path("rows").findValuesAsText("number");
    }

    private JsonNode row(String person, String number) {
        for (JsonNode row : page(person, "").path("rows")) {
            if (row.path("number").asText().equals(number)) {
                return row;
            }
        }
        throw new AssertionError(person + " does not see " + number);
    }
}
