package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped tables answer about the levels that a concern climbs: who, with which exits, until when. */
class LevelTablesTest extends ShippedTables {

    private static final List<String> LEVELS =
            List.of("branch", "college", "department", "organization-department", "assigning-office");
    private static final List<String> STAGES = List.of("first", "again", "review");
    private static final List<String> TYPES = List.of("difficulty", "problem", "suggestion", "hazard");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # level,                 stage,  rule,        unit, handledBy, supervisionRule, supervisionUnit
            branch,                  first,  own-branch,  -,    handlers,  own-college,     -
            college,                 first,  own-college, -,    handlers,  fixed,           zzb
            department,              first,  routed,      -,    handlers,  fixed,           dxb
            organization-department, first,  fixed,       zzb,  handlers,  fixed,           dxb
            assigning-office,        first,  fixed,       dxb,  handlers,  fixed,           zzb
            carrying-out,            first,  routed,      -,    handlers,  fixed,           dxb
            branch,                  again,  same,        -,    head,      own-college,     -
            college,                 again,  same,        -,    head,      fixed,           zzb
            department,              again,  same,        -,    head,      fixed,           dxb
            organization-department, again,  same,        -,    head,      fixed,           dxb
            assigning-office,        again,  same,        -,    head,      fixed,           zzb
            carrying-out,            again,  same,        -,    head,      fixed,           dxb
            branch,                  review, own-college, -,    head,      fixed,           zzb
            college,                 review, fixed,       zzb,  head,      fixed,           dxb
            department,              review, fixed,       dxb,  head,      fixed,           zzb
            organization-department, review, fixed,       dxb,  head,      fixed,           zzb
            """)
    void each_level_is_answered_by_one_unit_and_supervised_by_another(
            String level,
            String stage,
            String rule,
            String unit,
            String handledBy,
            String supervisionRule,
            String supervisionUnit) {
        for (String type : TYPES) {
            List<DeployedTable.Row> rows = ask("level-units", level, stage, type);
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.text("rule")).isEqualTo(rule);
                assertThat(row.textOrNull("unit")).isEqualTo(unit);
                assertThat(row.text("handledBy")).isEqualTo(handledBy);
                assertThat(row.text("supervisionRule")).isEqualTo(supervisionRule);
                assertThat(row.textOrNull("supervisionUnit")).isEqualTo(supervisionUnit);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            branch                  | first  | problem    | answer explain pass-up ask other-channel
            branch                  | first  | suggestion | answer explain pass-up ask other-channel
            branch                  | first  | hazard     | ''
            college                 | first  | difficulty | answer explain pass-up ask other-channel hand-back
            college                 | first  | hazard     | answer ask hand-back
            department              | first  | problem    | answer explain pass-up ask other-channel hand-back transfer assist return extend
            department              | first  | suggestion | answer explain pass-up ask other-channel hand-back transfer assist return
            department              | first  | hazard     | answer pass-up ask hand-back transfer assist
            organization-department | first  | problem    | refer convene agenda hand-back
            organization-department | first  | hazard     | refer convene agenda hand-back
            assigning-office        | first  | problem    | assign hand-back
            carrying-out            | first  | problem    | answer pass-up ask hand-back assist extend
            branch                  | again  | problem    | answer
            department              | again  | hazard     | answer
            college                 | review | difficulty | answer
            """)
    void a_level_offers_its_exits_in_the_order_of_the_table(String level, String stage, String type, String codes) {
        assertThat(ask("level-exits", level, stage, type))
                .extracting(row -> row.text("code"))
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(" ")));
    }

    @Test
    void exits_that_could_go_on_for_ever_are_limited() {
        assertThat(ask("level-exits", "department", "first", "problem"))
                .filteredOn(row -> row.numberOrNull("limit") != null)
                .extracting(row -> row.text("code"), row -> row.number("limit"), row -> row.numberOrNull("withinDays"))
                .containsExactly(
                        tuple("explain", 2, null),
                        tuple("ask", 2, null),
                        tuple("transfer", 2, null),
                        tuple("assist", 3, null),
                        tuple("return", 1, 2),
                        tuple("extend", 1, null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # level,                 stage,  type,       receive, hours, handle, remind, extended, signed,               overdue,   after, vacations
            branch,                  first,  problem,    -,       -,     7,      2,      -,        '',                   move-up,   2,     false
            branch,                  first,  suggestion, -,       -,     20,     2,      -,        '',                   move-up,   2,     false
            college,                 first,  difficulty, 2,       -,     9,      2,      -,        pass-up,              supervise, -,     false
            college,                 first,  suggestion, 2,       -,     20,     2,      -,        pass-up,              supervise, -,     false
            college,                 first,  hazard,     -,       2,     1,      -,      -,        '',                   supervise, -,     true
            department,              first,  problem,    2,       -,     12,     2,      20,       answer other-channel extend, supervise, -,     false
            department,              first,  suggestion, 2,       -,     20,     2,      -,        answer other-channel, supervise, -,     false
            department,              first,  hazard,     -,       2,     1,      -,      -,        answer,               supervise, -,     true
            organization-department, first,  problem,    3,       -,     13,     2,      -,        '',                   supervise, -,     false
            assigning-office,        first,  problem,    -,       -,     2,      1,      -,        '',                   supervise, -,     false
            branch,                  again,  problem,    -,       -,     5,      1,      -,        '',                   supervise, -,     false
            department,              again,  hazard,     -,       -,     5,      1,      -,        '',                   supervise, -,     false
            college,                 review, suggestion, -,       -,     5,      1,      -,        '',                   supervise, -,     false
            """)
    void a_level_has_the_time_that_the_table_names(
            String level,
            String stage,
            String type,
            Integer receive,
            Integer hours,
            int handle,
            Integer remind,
            Integer extended,
            String signed,
            String overdue,
            Integer after,
            boolean vacations) {
        assertThat(ask("level-deadlines", level, stage, type)).singleElement().satisfies(row -> {
            assertThat(row.numberOrNull("receiveDays")).isEqualTo(receive);
            assertThat(row.numberOrNull("receiveHours")).isEqualTo(hours);
            assertThat(row.number("handleDays")).isEqualTo(handle);
            assertThat(row.numberOrNull("remindDaysBefore")).isEqualTo(remind);
            assertThat(row.numberOrNull("extendedDays")).isEqualTo(extended);
            assertThat(String.join(" ", row.codes("signedExits"))).isEqualTo(signed);
            assertThat(row.text("onOverdue")).isEqualTo(overdue);
            assertThat(row.numberOrNull("moveAfterDays")).isEqualTo(after);
            assertThat(row.flag("vacationsCount")).isEqualTo(vacations);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pay                   | rsc
            title-and-contract    | rsc
            housing               | hqc
            canteen-and-transport | hqc
            research              | kyy
            teaching              | jwc
            finance               | cwc
            safety                | bwc
            health-and-family     | rsc hqc
            campus-environment    | hqc
            other                 | dxb
            parking               | ''
            """)
    void a_category_goes_to_the_departments_of_the_table_best_first(String category, String units) {
        assertThat(table("department-routing").rows(Map.of("programme", "zhejiang", "category", category)))
                .extracting(row -> row.text("unit"))
                .containsExactlyElementsOf(units.isEmpty() ? List.of() : List.of(units.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"level-units", "level-exits", "level-deadlines"})
    void an_unknown_level_has_no_first_visit(String table) {
        assertThat(ask(table, "faculty", "first", "problem")).isEmpty();
        assertThat(ask(table, "", "first", "problem")).isEmpty();
        assertThat(ask(table, "Branch", "first", "problem")).isEmpty();
        assertThat(ask(table, null, "first", "problem")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jilin", "shandong", "usst", "teaching-branch", "jilin-2027"})
    void another_programmes_concerns_go_zhejiangs_way_as_practice_and_not_as_policy(String programme) {
        everySituation().forEach(zhejiang -> {
            Map<String, Object> other = new HashMap<>(zhejiang);
            other.put("programme", programme);
            for (String table : List.of("level-units", "level-exits", "level-deadlines")) {
                assertThat(withoutClauses(table(table).rows(other)))
                        .as("%s %s", table, other)
                        .isEqualTo(withoutClauses(table(table).rows(zhejiang)));
                assertThat(table(table).rows(other))
                        .allSatisfy(row -> assertThat(row.text("clause")).startsWith(PRACTICE));
            }
        });
    }

    private static List<Map<String, Object>> withoutClauses(List<DeployedTable.Row> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> cells = new HashMap<>(row.cells());
                    cells.remove("clause");
                    return cells;
                })
                .toList();
    }

    private Stream<Map<String, Object>> everySituation() {
        return LEVELS.stream()
                .flatMap(level ->
                        STAGES.stream().flatMap(stage -> TYPES.stream().map(type -> question(level, stage, type))));
    }

    private List<DeployedTable.Row> ask(String table, String level, String stage, String type) {
        return table(table).rows(question(level, stage, type));
    }

    private static Map<String, Object> question(String level, String stage, String type) {
        Map<String, Object> question = new HashMap<>();
        question.put("programme", "zhejiang");
        question.put("level", level);
        question.put("stage", stage);
        question.put("type", type);
        return question;
    }
}
