package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledRows.Item;
import org.shangda.monitoring.StalledView.Choice;
import org.shangda.monitoring.StalledView.Page;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: from when on something is listed, in which order, how many at once; and nobody is ranked. */
@ShangdaTest
@Tag("h2")
class StalledTableProcessTest extends StalledCases {

    private static final List<String> COLUMNS = List.of(
            "subject, cause, pace, number, handling, level, unit, answering_unit, supervisor, programme, type, campus, vacations_count, reserved, people, amount, detail, severity, severity_rank, told, since, due_at, entered_at, raised_at, found_at"
                    .split(", "));

    @Autowired
    StalledView view;

    @Autowired
    RepositoryService repository;

    /** The copies are gone as well. */
    @AfterEach
    void lookedAt() {
        cases.endAll();
        monitoring.look();
    }

    // --- from when on ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "'\"zhejiang\"', -,             elsewhere",
        "'\"jilin\"',    -,             branch college",
        "-,              '\"branch\"',  college",
        "-,              '\"college\"', branch elsewhere",
        "'\"zhejiang\"', '\"branch\"',  elsewhere college",
        "'\"jilin\"',    '\"college\"', branch elsewhere college"
    })
    void a_row_of_the_table_counts_for_its_programme_and_its_level_alone(
            String programme, String level, String stillListed) {
        Map<String, String> late = new TreeMap<>();
        late.put("branch", cases.raise(COLLEAGUE, Cases.concern()));
        late.put("elsewhere", cases.raise("gaoqiang", Cases.concern()));
        late.put("college", cases.at("college", "problem"));
        cases.claim(COLLEGE_CLERK, cases.task(late.get("college"), "UserTask_Handle"));
        TestTime.set("2026-03-16T10:00:00");
        assertThat(overdue(late)).isEqualTo("branch college elsewhere");
        Modeler modeler = new Modeler(port);
        try {
            modeler.deploy(Map.of(
                    "stalled-when.dmn",
                    Modeler.row(
                            "stalled-when",
                            Modeler.shipped("stalled-when.dmn"),
                            List.of(programme, level, "-", "\"handle-overdue\""),
                            List.of("200", "\"late\"", "\"supervisor\"", "\"实践做法\""))));

            assertThat(overdue(late).split(" ")).containsExactlyInAnyOrder(stillListed.split(" "));
        } finally {
            modeler.takeBack(repository);
        }
    }

    /** Of the cases, those that are listed as overdue. */
    private String overdue(Map<String, String> cases) {
        assertThat(monitoring.look()).isTrue();
        return cases.entrySet().stream()
                .filter(one -> listed(one.getValue()).contains("handle-overdue"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    // --- in which order ----------------------------------------------------------------------------------------------

    @Test
    void the_list_is_sorted_as_the_reader_says_and_the_gravest_come_first_where_nothing_is_said() {
        String one = rests();
        copy(one, "1", "N4", "jsj2", 1, "2026-03-05", "2026-03-06");
        copy(one, "2", "N3", "jsj3", 0, "2026-03-06", "2026-03-09");
        copy(one, "3", "N2", "jsj2", 2, "2026-03-03", null);
        copy(one, "4", "N1", "jsj1", 1, "2026-03-04", "2026-03-10");
        database.update("delete from stalled where number = ?", one);

        Map.of(
                        "severity", List.of("2", "4", "1", "3"),
                        "", List.of("2", "4", "1", "3"),
                        "since", List.of("3", "4", "1", "2"),
                        "due", List.of("3", "1", "2", "4"),
                        "unit", List.of("4", "1", "3", "2"),
                        "number", List.of("4", "3", "2", "1"))
                .forEach((sort, order) -> {
                    assertThat(page(sort, 0).rows())
                            .as(sort)
                            .extracting(Item::subject)
                            .containsExactlyElementsOf(order);
                    assertThat(workbook(sort).stream().skip(1).map(row -> row.get(0)))
                            .as(sort)
                            .containsExactlyElementsOf(order.stream()
                                    .map(subject -> "N" + (5 - Integer.parseInt(subject)))
                                    .toList());
                });
    }

    @Test
    void units_to_choose_from_are_in_the_order_of_their_codes_however_many_each_has() {
        String one = rests();
        Map<String, Integer> counts = Map.of("jsj3", 3, "jsj2", 1, "jx1", 5, "dxb", 2, "rsc", 4);
        Page before = page("", 0);
        counts.forEach((unit, count) -> IntStream.range(0, count)
                .forEach(i -> copy(one, unit + i, unit + i, unit, 1, "2026-03-05", "2026-03-06")));

        Page page = page("", 0);

        assertThat(page.units())
                .extracting(Choice::code)
                .isSorted()
                .contains("dxb", "jsj1", "jsj2", "jsj3", "jx1", "rsc");
        assertThat(page.units())
                .filteredOn(choice -> counts.containsKey(choice.code()))
                .allSatisfy(choice -> assertThat(choice.count() - count(before, choice.code()))
                        .isEqualTo(counts.get(choice.code())));
        assertThat(page.levels()).extracting(Choice::code).isSorted();
        assertThat(page.programmes()).extracting(Choice::code).isSorted();
    }

    private static int count(Page page, String unit) {
        return page.units().stream()
                .filter(choice -> choice.code().equals(unit))
                .mapToInt(choice -> (int) choice.count())
                .sum();
    }

    // --- how many ----------------------------------------------------------------------------------------------------

    @Test
    void a_page_has_fifty_rows_and_all_pages_together_have_each_row_once() {
        String one = rests();
        copies(one, 120);

        List<String> all = new ArrayList<>();
        int[] sizes = {50, 50, 21, 0};
        for (int at = 0; at < sizes.length; at++) {
            Page page = page("number", at);
            assertThat(page.rows()).as("page " + at).hasSize(sizes[at]);
            assertThat(page.total()).isEqualTo(121);
            page.rows().forEach(row -> all.add(row.number()));
        }
        assertThat(all).isSorted().doesNotHaveDuplicates().hasSize(121);
    }

    /** More numbers than are asked for at once: the last one's clock rests as well. */
    @Test
    void in_a_file_of_more_than_a_thousand_cases_the_time_of_the_last_rests_as_on_the_page() {
        String one = rests();
        copies(one, 1_100);

        List<String> last = workbook("number").get(1_101);

        assertThat(last).startsWith(one);
        assertThat(last.get(9)).as("working days left of what rests").isEmpty();
    }

    @Test
    void more_than_five_thousand_rows_are_refused_with_what_to_do_and_five_thousand_are_not() {
        String one = rests();
        copies(one, 5_000);

        HttpResponse<String> refused =
                new Http(port).get("/api/stalled/stalled.xlsx?cause=rests", Http.as("yebo", "demo"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("行，请先按原因、单位或层级筛选，再导出。").containsPattern("超过 5,?000 行");

        database.update("delete from stalled where number = ?", one);
        assertThat(workbook("number")).hasSize(5_001);
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    /** A case that has rested since the day on which it was raised; its number is after all those of copies. */
    private String rests() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-04-20"));
        cases.passTo(number, "2026-03-20T10:00:00");
        assertThat(causes(number)).containsExactly("rests");
        return number;
    }

    private void copies(String number, int many) {
        database.batchUpdate(
                insert(Map.of("subject", "?", "number", "?"), "number = ?"),
                IntStream.range(0, many)
                        .mapToObj(i -> new Object[] {"copy:" + i, "A%05d".formatted(i), number})
                        .toList());
    }

    private void copy(String number, String subject, String called, String unit, int rank, String since, String due) {
        Map<String, String> changed = new HashMap<>();
        changed.put("subject", "'" + subject + "'");
        changed.put("number", "'" + called + "'");
        changed.put("unit", "'" + unit + "'");
        changed.put("severity_rank", Integer.toString(rank));
        changed.put("since", "cast('" + since + " 10:00:00+08' as timestamp with time zone)");
        changed.put("due_at", due == null ? "null" : "cast('" + due + " 10:00:00+08' as timestamp with time zone)");
        database.update(insert(changed, "number = ?"), number);
    }

    private static String insert(Map<String, String> changed, String which) {
        return "insert into stalled (" + String.join(", ", COLUMNS) + ") select "
                + COLUMNS.stream()
                        .map(column -> changed.getOrDefault(column, column))
                        .collect(Collectors.joining(", "))
                + " from stalled where " + which;
    }

    private Page page(String sort, int page) {
        return view.page("yebo", Power.OPERATOR, filter(sort, page));
    }

    private static StalledFilter filter(String sort, int page) {
        return new StalledFilter("rests", null, null, null, null, null, sort, page, null);
    }

    /** Cells of each row. */
    private List<List<String>> workbook(String sort) {
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(view.workbook("yebo", Power.OPERATOR, filter(sort, 0))))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.toString()));
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
