package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShippedWords;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.StalledWhen;
import org.shangda.words.Words;

/** What the shipped tables answer, each asked alone. What rows must be like, an administrator's too, is the door's. */
class DecisionTablesTest {

    private static final String PRACTICE = "实践做法，非制度规定 / practice, not policy";
    private static final List<String> LEVELS =
            List.of("branch", "college", "department", "organization-department", "assigning-office");
    private static final List<String> STAGES = List.of("first", "again", "review");
    private static final List<String> TYPES = List.of("difficulty", "problem", "suggestion", "hazard");

    private static final Pattern QUOTE = Pattern.compile("「(.+?)」");
    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DeployedTable> TABLES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # level,                 stage,  rule,        unit, handledBy, supervisionRule, supervisionUnit
            branch,                  first,  own-branch,  -,    handlers,  own-college,     -
            college,                 first,  own-college, -,    handlers,  fixed,           zzb
            department,              first,  routed,      -,    handlers,  fixed,           dxb
            organization-department, first,  fixed,       zzb,  handlers,  fixed,           dxb
            assigning-office,        first,  fixed,       dxb,  handlers,  fixed,           zzb
            branch,                  again,  same,        -,    head,      own-college,     -
            college,                 again,  same,        -,    head,      fixed,           zzb
            department,              again,  same,        -,    head,      fixed,           dxb
            organization-department, again,  same,        -,    head,      fixed,           dxb
            assigning-office,        again,  same,        -,    head,      fixed,           zzb
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

    /** Row of the requirements, then what the table answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Z20 | zhejiang        | member-person | contact        | 1 | month    | advice | visit talk remote condolence | -               | 10
            J11 | jilin           | leader-branch | activity       | 2 | semester | duty   | activity visit               | -               | 40
            J12 | jilin           | leader-branch | hear-report    | 2 | semester | duty   | report                       | -               | 40
            J13 | jilin           | leader-branch | secretary-talk | 1 | semester | duty   | talk                         | -               | 40
            J17 | jilin           | leader-person | talk           | 2 | semester | duty   | talk                         | -               | 40
            T06 | teaching-branch | member-person | talk           | 1 | month    | duty   | talk                         | monthly-meeting | 10
            T07 | teaching-branch | member-person | work-report    | 1 | month    | duty   | report talk                  | monthly-meeting | 10
            T22 | teaching-branch | leader-branch | contact        | 1 | semester | advice | visit talk activity report   | -               | 40
            S05 | shandong        | member-person | contact        | 1 | quarter  | advice | visit talk remote condolence | -               | 20
            S16 | shandong        | leader-person | talk           | 1 | semester | advice | talk                         | -               | 40
            S19 | shandong        | leader-branch | contact        | 1 | semester | advice | visit activity report        | -               | 40
            U06 | usst            | member-person | contact        | 1 | semester | advice | visit talk remote condolence | -               | 40
            U06 | usst            | leader-person | contact        | 1 | semester | advice | visit talk remote condolence | -               | 40
            U06 | usst            | leader-branch | contact        | 1 | semester | advice | visit talk activity report   | -               | 40
            """)
    void a_pair_owes_the_contacts_of_its_programme(
            String row,
            String programme,
            String relation,
            String kind,
            int atLeast,
            String period,
            String strength,
            String ways,
            String together,
            int minWorkingDays) {
        assertThat(table("contact-duties").rows(Map.of("programme", programme, "relation", relation)))
                .filteredOn(duty -> duty.text("kind").equals(kind))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.number("atLeast")).isEqualTo(atLeast);
                    assertThat(duty.text("period")).isEqualTo(period);
                    assertThat(duty.text("strength")).isEqualTo(strength);
                    assertThat(String.join(" ", duty.codes("ways"))).isEqualTo(ways);
                    assertThat(duty.textOrNull("together")).isEqualTo(together);
                    assertThat(duty.number("minWorkingDays")).isEqualTo(minWorkingDays);
                    assertThat(duty.text("clause")).contains("（" + row + "）");
                });
    }

    @Test
    void nothing_else_is_owed() {
        assertThat(decisionTable("contact-duties").getRules()).hasSize(14);
        assertThat(decisionTable("event-duties").getRules()).hasSize(9);
        assertThat(decisionTable("pairing-eligibility").getRules()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "T12, teaching-branch, change-of-post,      talk,  linked-member,    5, false",
        "T13, teaching-branch, praise-or-criticism, talk,  linked-member,    5, false",
        "T14, teaching-branch, setback,             talk,  linked-member,    5, false",
        "T15, teaching-branch, discipline,          talk,  branch-secretary, 5, true",
        "T16, teaching-branch, appraisal,           talk,  unit-head,        5, false",
        "J21, jilin,           festival,            visit, linked-leader,    5, false",
        "J21, jilin,           achievement,         visit, linked-leader,    5, false",
        "J21, jilin,           serious-illness,     visit, linked-leader,    3, false",
        "J21, jilin,           hardship,            visit, linked-leader,    5, false"
    })
    void an_occasion_calls_for_a_talk_or_a_visit(
            String row, String programme, String occasion, String kind, String who, int withinDays, boolean diverted) {
        assertThat(table("event-duties").rows(Map.of("programme", programme, "occasion", occasion)))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.text("kind")).isEqualTo(kind);
                    assertThat(duty.text("who")).isEqualTo(who);
                    assertThat(duty.number("withinDays")).isEqualTo(withinDays);
                    assertThat(duty.flag("diverted")).isEqualTo(diverted);
                    assertThat(duty.text("clause")).contains("（" + row + "）");
                });
        assertThat(table("event-duties").rows(Map.of("programme", "zhejiang", "occasion", occasion)))
                .isEmpty();
    }

    /** Row of the requirements, then who may be paired with whom. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Z15 | zhejiang        | member-person | high-level-talent     | university-leader college-head administrative-head | college    | false | - | - | ''           | 1
            Z16 | zhejiang        | member-person | in-difficulty         | any-member                                         | college    | true  | - | - | ''           | 1
            Z17 | zhejiang        | member-person | young-teacher         | talent branch-secretary                            | college    | true  | - | - | ''           | 1
            Z18 | zhejiang        | member-person | new-staff             | any-member                                         | college    | true  | - | - | ''           | 1
            Z11 | zhejiang        | member-person | other                 | any-member                                         | college    | true  | - | - | ''           | 1
            J09 | jilin           | leader-person | outstanding-applicant | university-leader                                  | university | false | 2 | 1 | ''           | 1
            J10 | jilin           | leader-person | applicant             | college-head                                       | college    | false | - | - | ''           | 1
            J08 | jilin           | leader-person | expert                | university-leader                                  | university | false | 3 | 2 | expert other | 1
            J07 | jilin           | leader-person | other                 | university-leader                                  | university | false | 3 | 2 | expert other | 1
            J01 | jilin           | leader-branch | branch                | university-leader college-head                     | college    | false | 2 | 1 | ''           | -
            T01 | teaching-branch | member-person | applicant             | any-member                                         | branch     | true  | - | - | ''           | 1
            T01 | teaching-branch | member-person | in-difficulty         | any-member                                         | branch     | true  | - | - | ''           | 1
            T05 | teaching-branch | member-person | teacher               | any-member                                         | branch     | true  | 1 | 1 | teacher other | 1
            T05 | teaching-branch | member-person | other                 | any-member                                         | branch     | true  | 1 | 1 | teacher other | 1
            T21 | teaching-branch | leader-branch | branch                | university-leader college-head administrative-head | college    | false | 1 | 1 | ''           | -
            S05 | shandong        | member-person | in-difficulty         | any-member                                         | college    | true  | - | - | ''           | -
            S16 | shandong        | leader-person | other                 | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            S19 | shandong        | leader-branch | branch                | university-leader                                  | university | false | - | - | ''           | -
            U06 | usst            | member-person | other                 | any-member                                         | college    | true  | - | - | ''           | -
            U06 | usst            | leader-person | other                 | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            U19 | usst            | leader-branch | branch                | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            """)
    void a_category_is_paired_with_the_posts_of_its_programme(
            String row,
            String programme,
            String relation,
            String category,
            String posts,
            String scope,
            boolean ownBranchFirst,
            Integer most,
            Integer fewest,
            String countedWith,
            Integer mostForOne) {
        assertThat(table("pairing-eligibility")
                        .rows(Map.of("programme", programme, "relation", relation, "category", category)))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(String.join(" ", rule.codes("posts"))).isEqualTo(posts);
                    assertThat(rule.text("scope")).isEqualTo(scope);
                    assertThat(rule.flag("ownBranchFirst")).isEqualTo(ownBranchFirst);
                    assertThat(rule.numberOrNull("maxPerCarrier")).isEqualTo(most);
                    assertThat(rule.numberOrNull("minPerCarrier")).isEqualTo(fewest);
                    assertThat(String.join(" ", rule.codes("countedWith"))).isEqualTo(countedWith);
                    assertThat(rule.numberOrNull("maxPerColleague")).isEqualTo(mostForOne);
                    assertThat(rule.text("clause")).contains("（" + row + "）");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zhejiang        | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            jilin           | college>organization-department 15, office>organization-department 15, organization-department>null 20
            teaching-branch | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            shandong        | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            usst            | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            """)
    void a_term_is_summed_up_tier_by_tier(String programme, String tiers) {
        assertThat(table("summary-tiers").rows(Map.of("programme", programme)))
                .extracting(
                        row -> row.text("tier") + ">" + row.textOrNull("handsUpTo") + " " + row.number("withinDays"))
                .containsExactly(tiers.split(", "));
    }

    @ParameterizedTest
    @EnumSource(StalledWhen.Cause.class)
    void every_cause_of_standing_still_has_a_threshold(StalledWhen.Cause cause) {
        assertThat(table("stalled-when").rows(Map.of("programme", "", "level", "", "type", "", "cause", cause.code())))
                .singleElement()
                .satisfies(row -> assertThat(row.number("n")).isBetween(0, 250));
    }

    @ParameterizedTest
    @EnumSource(PracticeDays.What.class)
    void everything_that_waits_for_days_of_practice_finds_them(PracticeDays.What what) {
        assertThat(table("practice-days").rows(Map.of("what", what.code())))
                .singleElement()
                .satisfies(row -> assertThat(row.number("days")).isBetween(1, 250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level-units",
                "level-exits",
                "level-deadlines",
                "department-routing",
                "contact-duties",
                "event-duties",
                "pairing-eligibility",
                "summary-tiers",
                "practice-days",
                "stalled-when"
            })
    void every_row_quotes_a_policy_word_for_word_or_says_that_it_is_practice(String table) throws IOException {
        List<String> policies = policies();

        assertThat(clauses(table)).isNotEmpty().allSatisfy(clause -> {
            List<String> quotes = quotes(clause);
            assertThat(clause.contains(PRACTICE) || !quotes.isEmpty())
                    .as("says where it comes from: " + clause)
                    .isTrue();
            assertThat(quotes).allSatisfy(quote -> assertThat(policies).anyMatch(policy -> policy.contains(quote)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level-units",
                "level-exits",
                "level-deadlines",
                "department-routing",
                "contact-duties",
                "event-duties",
                "pairing-eligibility",
                "summary-tiers",
                "practice-days",
                "stalled-when"
            })
    void a_table_is_named_after_its_file_in_chinese_and_can_be_drawn_by_modeler(String table) {
        DmnModelInstance model = model(table);
        Decision decision = model.getModelElementById(table);

        assertThat(decision.getName()).containsPattern("\\p{IsHan}");
        assertThat(model.getDefinitions().getDomElement().getNamespaceURI())
                .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
        assertThat(decisionTable(table).getRules())
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).containsPattern("\\p{IsHan}"));
        assertThat(model.getDocument()
                        .getElementById("DMNShape_" + camel(table))
                        .getAttribute("dmnElementRef"))
                .isEqualTo(table);
    }

    /** A code without one is shown as it is; none that is shipped should be. */
    @ParameterizedTest
    @CsvSource({
        "type,     level-exits.type",
        "category, department-routing.category",
        "level,    level-units.level",
        "level,    level-exits.level",
        "stage,    level-exits.stage",
        "exit,     level-exits.code",
        "relation, contact-duties.relation",
        "relation, pairing-eligibility.relation",
        "duty,     contact-duties.kind",
        "duty,     event-duties.kind",
        "period,   contact-duties.period",
        "strength, contact-duties.strength",
        "missed,   contact-duties.strength",
        "way,      contact-duties.ways",
        "who,      event-duties.who",
        "occasion, event-duties.occasion",
        "group,    pairing-eligibility.category",
        "post,     pairing-eligibility.posts",
        "scope,    pairing-eligibility.scope",
        "tier,     summary-tiers.tier"
    })
    void every_code_of_a_table_has_a_word_in_both_languages(String kind, String column) {
        Words words = ShippedWords.words();
        assertThat(column(column)).allSatisfy(code -> {
            assertThat(words.knows(kind, code)).as(code).isTrue();
            assertThat(words.inChinese(kind, code)).matches(".*\\p{IsHan}.*");
            assertThat(words.inEnglish(kind, code)).matches("\\p{ASCII}+");
        });
    }

    /** Every code that a column of a table names, whether asked for or answered. */
    private Stream<String> column(String name) {
        DecisionTable table = decisionTable(name.substring(0, name.indexOf('.')));
        String column = name.substring(name.indexOf('.') + 1);
        List<String> outputs =
                table.getOutputs().stream().map(output -> output.getName()).toList();
        if (!outputs.contains(column)) {
            return table(name.substring(0, name.indexOf('.'))).codesOf(column).stream();
        }
        List<String> codes = table.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries())
                        .get(outputs.indexOf(column))
                        .getText()
                        .getTextContent())
                .flatMap(cell -> Stream.of(cell.replace("\"", "").split(",")))
                .toList();
        assertThat(codes).as(name).isNotEmpty().doesNotContain("");
        return codes.stream();
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

    private DeployedTable table(String key) {
        return TABLES.computeIfAbsent(
                key, file -> DeployedTable.read(DMN, file, getClass().getResourceAsStream("/bpmn/" + file + ".dmn")));
    }

    private DmnModelInstance model(String table) {
        return Dmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/" + table + ".dmn"));
    }

    private DecisionTable decisionTable(String table) {
        Decision decision = model(table).getModelElementById(table);
        return (DecisionTable) decision.getExpression();
    }

    private List<String> clauses(String table) {
        DecisionTable rows = decisionTable(table);
        int clause = IntStream.range(0, rows.getOutputs().size())
                .filter(column -> "clause"
                        .equals(List.copyOf(rows.getOutputs()).get(column).getName()))
                .findFirst()
                .orElseThrow();
        return rows.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries())
                        .get(clause)
                        .getText()
                        .getTextContent())
                .toList();
    }

    private static List<String> quotes(String clause) {
        return QUOTE.matcher(clause)
                .results()
                .map(quote -> wide(quote.group(1)))
                .toList();
    }

    /** The documents have half-width signs here and there, which is their typesetting and not their wording. */
    private static String wide(String text) {
        return text.replace(',', '，')
                .replace(';', '；')
                .replace(':', '：')
                .replace('(', '（')
                .replace(')', '）');
    }

    private static List<String> policies() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("docs/policies"))) {
            for (Path file : files.toList()) {
                // Pages of the document end in the middle of a sentence.
                texts.add(wide(Files.readString(file, StandardCharsets.UTF_8).replaceAll("\\s*\\R\\s*", "")));
            }
        }
        return texts;
    }

    private static String camel(String kebab) {
        return Stream.of(kebab.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
