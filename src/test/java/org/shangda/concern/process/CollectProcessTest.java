package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.Cases.assertRefused;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 登记收集的事项: one form, up to ten rows, each of which becomes a concern. */
@ShangdaTest
class CollectProcessTest {

    private static final String RAISED_FOR = "UserTask_RaisedForColleague";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINE = "UserTask_MyConcern";

    @Autowired
    Cases cases;

    @Autowired
    ConcernPages pages;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate database;

    /** A title of its own per test: the same matter is not recorded twice on one day. */
    private static int matters;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- what becomes of a row ---------------------------------------------------------------------------------------

    /** 「定期收集支部党员联系结对群众反映的问题和困难」 (党委发〔2016〕10号). */
    @Test
    void Z22_what_a_branch_collects_becomes_a_concern_row_by_row() {
        Map<String, Object> forMember = named(MEMBER);
        forMember.put("type", "suggestion");
        forMember.put("category", "finance");
        forMember.put("travel", "nameless-above-branch");

        List<String> numbers = collect(SECRETARY, meeting(named(COLLEAGUE), forMember, nameless()));

        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
        assertThat(numbers).allSatisfy(number -> {
            assertThat(cases.concern(number, "channel")).isEqualTo("MEETING");
            assertThat(cases.concern(number, "raised_by")).isEqualTo(SECRETARY);
            assertThat(cases.step(number, "RAISED", "channel")).isEqualTo("meeting");
            assertThat(cases.handlings(number, "level")).containsExactly("branch");
            cases.instance(number, "concern-escalation");
        });
        String first = numbers.get(0);
        assertThat(cases.concern(first, "colleague")).isEqualTo(COLLEAGUE);
        assertThat(cases.concern(first, "consent_way")).isEqualTo("in-person");
        assertThat(cases.concern(first, "consent_on")).isEqualTo("2026-03-01");
        assertThat(cases.task(first, RAISED_FOR).getAssignee()).isEqualTo(SECRETARY);
        assertThat(cases.task(first, MINE).getAssignee()).isEqualTo(COLLEAGUE);
        String second = numbers.get(1);
        assertThat(cases.concern(second, "colleague")).isEqualTo(MEMBER);
        assertThat(cases.concern(second, "type")).isEqualTo("SUGGESTION");
        assertThat(cases.concern(second, "category")).isEqualTo("finance");
        assertThat(cases.concern(second, "travel")).isEqualTo("NAMELESS_ABOVE_BRANCH");
        assertThat(cases.concern(second, "title")).isEqualTo(forMember.get("title"));
    }

    @Test
    void a_paper_without_a_name_is_the_collectors_own_who_rates_it_and_so_does_not_answer_it() {
        Map<String, Object> form = meeting(nameless());
        form.put("channel", "box");

        String number = collect(SECRETARY, form).get(0);

        assertThat(cases.concern(number, "colleague")).isEqualTo(SECRETARY);
        assertThat(cases.concern(number, "travel")).isEqualTo("NAMELESS_ABOVE_BRANCH");
        assertThat(cases.concern(number, "consent_way")).isNull();
        assertThat(cases.task(number, MINE).getAssignee()).isEqualTo(SECRETARY);
        assertThat(cases.findTask(number, RAISED_FOR)).isEmpty();
        cases.exit(DEPUTY_SECRETARY, number, "answer");
        cases.act(SECRETARY, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void a_hazard_that_was_collected_is_at_college_and_department_at_once() {
        Map<String, Object> hazard = named(COLLEAGUE);
        hazard.put("type", "hazard");
        hazard.put("category", "safety");

        String number = collect(COLLEGE_CLERK, meeting(hazard)).get(0);

        assertThat(cases.handlings(number, "level")).containsExactlyInAnyOrder("college", "department");
    }

    @ParameterizedTest
    @CsvSource({"meeting,会议", "box,意见箱", "telephone,电话", "visit,来访", "online,网络", "reception,接待"})
    void the_way_begins_with_where_it_was_collected(String channel, String name) {
        Map<String, Object> form = meeting(named(COLLEAGUE));
        form.put("channel", channel);

        String number = collect(SECRETARY, form).get(0);

        assertThat(cases.as(COLLEAGUE, () -> pages.page(number, COLLEAGUE))
                        .way()
                        .get(0)
                        .what())
                .isEqualTo("反映：" + name + "收集");
    }

    @Test
    void a_collection_ends_at_once_and_nothing_of_it_is_kept_in_the_engine() {
        String collection = cases.start(SECRETARY, "concern-collection", meeting(named(COLLEAGUE)));

        assertThat(cases.instances(collection)).isEmpty();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(collection)
                .finished()
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsExactlyInAnyOrder("StartEvent_Collected", "EndEvent_Raised");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .isEmpty();
    }

    // --- one wrong row, and none is raised ---------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title       |          | 第 2 行：请填写“标题”。
                    title       | '   '    | 第 2 行：请填写“标题”。
                    description |          | 第 2 行：请填写“情况说明”。
                    type        |          | 第 2 行：请填写“类型”。
                    type        | rumour   | 第 2 行：请在“类型”中选择一项。
                    category    | weather  | 第 2 行：请在“类别”中选择一项。
                    travel      |          | 第 2 行：请填写“可以送到哪里、是否显示姓名”。
                    travel      | by-train | 第 2 行：请在“可以送到哪里、是否显示姓名”中选择一项。
                    consentWay  |          | 第 2 行：请选择同事同意的方式。
                    consentWay  | silence  | 第 2 行：请选择同事同意的方式。
                    colleague   | 查无此人 | 第 2 行：名册中没有“查无此人”。请填写工号、姓名全称或单位全称。
                    colleague   | tangjing | 第 2 行：“tangjing”不属于您所在的院级党组织，请由对方的党支部或院级党组织登记。
                    """)
    void a_wrong_row_is_named_and_none_is_raised(String cell, String value, String sentence) {
        Map<String, Object> wrong = named(COLLEAGUE);
        wrong.put(cell, value);

        assertRefusedAndNothingStored(SECRETARY, meeting(named(COLLEAGUE), wrong, nameless()), 400, sentence);
    }

    @Test
    void text_that_is_too_long_is_refused_with_its_row() {
        Map<String, Object> wrong = named(COLLEAGUE);
        wrong.put("title", "长".repeat(101));

        assertRefusedAndNothingStored(SECRETARY, meeting(wrong), 400, "第 1 行：“标题”过长，最多 100 字，请缩短后再提交。");
    }

    @Test
    void a_cell_of_another_kind_or_that_no_form_has_is_refused() {
        Map<String, Object> wrong = named(COLLEAGUE);
        wrong.put("title", List.of("a"));
        assertRefusedAndNothingStored(SECRETARY, meeting(wrong), 400, "“标题”的格式不对，请改填。");
        Map<String, Object> more = named(COLLEAGUE);
        more.put("number", "SD26-00000000");
        assertRefusedAndNothingStored(SECRETARY, meeting(more), 400, "提交的内容与表单不符，请刷新页面后重新填写。");
    }

    @Test
    void ten_rows_are_taken_and_neither_none_nor_eleven() {
        assertThat(collect(SECRETARY, meeting(rows(10)))).hasSize(10);
        assertRefusedAndNothingStored(SECRETARY, meeting(rows(11)), 400, "一次最多登记 10 项，请把其余的另外登记一次。");
        assertRefusedAndNothingStored(SECRETARY, meeting(), 400, "请至少登记一项。");
        Map<String, Object> without = meeting();
        without.remove("rows");
        assertRefusedAndNothingStored(SECRETARY, without, 400, "请至少登记一项。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03", "2025-03-01", ""})
    void it_was_collected_today_or_within_the_last_year(String day) {
        Map<String, Object> form = meeting(named(COLLEAGUE));
        form.put("on", day);

        assertRefusedAndNothingStored(SECRETARY, form, 400, "请填写收集的日期，不能晚于今天，也不能早于一年前。");
    }

    @Test
    void a_channel_is_one_of_the_list() {
        Map<String, Object> form = meeting(named(COLLEAGUE));
        form.put("channel", "hearsay");

        assertRefusedAndNothingStored(SECRETARY, form, 400, "请在“渠道”中选择一项。");
    }

    // --- not twice ---------------------------------------------------------------------------------------------------

    @Test
    void the_same_matter_is_recorded_once_a_day() {
        Map<String, Object> row = named(COLLEAGUE);
        collect(SECRETARY, meeting(row));
        TestTime.set("2026-03-02T10:05:00");

        String twice = "同样的事项今天已经登记过，请勿重复提交。确实是另外一件事的，请在标题中写明区别。";
        assertRefusedAndNothingStored(SECRETARY, meeting(row), 409, "第 1 行：" + twice);
        Map<String, Object> other = named(COLLEAGUE);
        assertRefusedAndNothingStored(SECRETARY, meeting(other, other), 409, "第 2 行：" + twice);

        assertThat(collect(DEPUTY_SECRETARY, meeting(row))).hasSize(1);
        TestTime.set("2026-03-03T10:00:00");
        assertThat(collect(SECRETARY, meeting(row))).hasSize(1);
    }

    // --- who may -----------------------------------------------------------------------------------------------------

    @Test
    void who_leads_a_branch_or_works_for_a_college_collects_and_nobody_else() {
        for (String collector : List.of(SECRETARY, DEPUTY_SECRETARY, COLLEGE_CLERK, Cases.COLLEGE_HEAD)) {
            assertThat(collect(collector, meeting(named(COLLEAGUE))))
                    .as(collector)
                    .hasSize(1);
        }
        for (String person : List.of(COLLEAGUE, MEMBER)) {
            assertRefusedAndNothingStored(person, meeting(nameless()), 404, "未找到该流程，或您无权发起。");
        }
        assertRefusedAndNothingStored(
                DEPARTMENT_CLERK, meeting(nameless()), 400, "只有党支部书记、副书记和院级党组织的负责人、组织员可以登记收集的事项。您可以改用“反映问题、困难或建议”。");
    }

    @Test
    void a_college_names_its_own_people_only() {
        assertRefusedAndNothingStored(
                STRANGER, meeting(named(COLLEAGUE)), 400, "第 1 行：“chenyu”不属于您所在的院级党组织，请由对方的党支部或院级党组织登记。");

        String number = collect(STRANGER, meeting(nameless())).get(0);

        assertThat(cases.concern(number, "branch")).isEqualTo("jx1");
    }

    // --- hands -------------------------------------------------------------------------------------------------------

    private void assertRefusedAndNothingStored(String person, Map<String, Object> form, int status, String sentence) {
        int before = cases.concerns();
        assertRefused(() -> cases.start(person, "concern-collection", form), status, sentence);
        assertThat(cases.concerns()).isEqualTo(before);
    }

    /** @return the concerns' numbers, in the rows' order */
    private List<String> collect(String person, Map<String, Object> form) {
        Long last = database.queryForObject("select coalesce(max(id), 0) from step", Long.class);
        cases.start(person, "concern-collection", form);
        return database.queryForList(
                "select number from step where kind = 'RAISED' and id > ? order by id", String.class, last);
    }

    @SafeVarargs
    private static Map<String, Object> meeting(Map<String, Object>... rows) {
        return meeting(List.of(rows));
    }

    /** As Tasklist sends it: the list as one JSON value. */
    private static Map<String, Object> meeting(List<Map<String, Object>> rows) {
        return Variables.putValue("channel", "meeting")
                .putValue("on", "2026-03-01")
                .putValueTyped(
                        "rows",
                        SpinValues.jsonValue(JSON.valueToTree(rows).toString()).create());
    }

    private static List<Map<String, Object>> rows(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> rows.add(named(COLLEAGUE)));
        return rows;
    }

    private static Map<String, Object> named(String colleague) {
        Map<String, Object> row = nameless();
        row.put("colleague", colleague);
        row.put("travel", "named");
        row.put("consentWay", "in-person");
        return row;
    }

    /** What the form sends for a row without a colleague: the cells that depend on one are hidden. */
    private static Map<String, Object> nameless() {
        Map<String, Object> row = new HashMap<>();
        row.put("colleague", "");
        row.put("type", "problem");
        row.put("category", "housing");
        row.put("title", "会上反映的第 " + ++matters + " 件事");
        row.put("description", "楼道照明不亮。");
        return row;
    }
}
