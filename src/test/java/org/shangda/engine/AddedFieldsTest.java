package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator changes a label, adds an optional field, takes one away, in Modeler: nobody is stopped, and what is
 * filled in is kept with the step that it belongs to.
 */
@ShangdaTest
@Tag("h2")
class AddedFieldsTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    ConcernPages pages;

    @Autowired
    RepositoryService repository;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_opens_modeler() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
    }

    @AfterEach
    void the_shipped_forms_are_in_force_again() {
        modeler.takeBack(repository);
        pairings.clear();
    }

    private void change(String form, Consumer<ArrayNode> change) {
        modeler.deploy(Map.of(form + ".form", Modeler.form(form, change)));
    }

    private static void everyType(ArrayNode fields) {
        Modeler.field(fields, "textfield", "phone", "联系电话");
        Modeler.field(fields, "textarea", "remark", "备注").putObject("validate").put("maxLength", 20);
        Modeler.field(fields, "number", "cost", "预计费用")
                .putObject("validate")
                .put("min", 0)
                .put("max", 10_000);
        Modeler.field(fields, "checkbox", "onSite", "已到现场");
        for (String type : new String[] {"select", "radio"}) {
            var values = Modeler.field(fields, type, type + "Place", "地点").putArray("values");
            values.addObject().put("label", "三号楼").put("value", "building-3");
            values.addObject().put("label", "四号楼").put("value", "building-4");
        }
        Modeler.field(fields, "datetime", "visited", "").put("subtype", "date").put("dateLabel", "走访日期");
    }

    @Test
    void what_is_filled_in_an_added_field_stands_with_its_step_for_whoever_may_read_the_step() {
        change("handle-concern", AddedFieldsTest::everyType);
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Map<String, Object> more = new HashMap<>();
        more.put("phone", "8888 1234");
        more.put("remark", "");
        more.put("cost", 1200.5);
        more.put("onSite", true);
        more.put("selectPlace", "building-3");
        more.put("radioPlace", "building-4");
        more.put("visited", "2026-03-01");
        cases.exit(SECRETARY, number, "pass-up", more);

        for (String reader : new String[] {COLLEAGUE, COLLEGE_CLERK}) {
            assertThat(way(reader, number))
                    .as(reader)
                    .contains("内容：pass-up\n联系电话：8888 1234\n预计费用：1200.5\n已到现场：是\n地点：三号楼\n地点：四号楼\n走访日期：2026-03-01")
                    .doesNotContain("备注：");
        }
    }

    @Test
    void nobody_has_to_fill_in_an_optional_field() {
        change("handle-concern", AddedFieldsTest::everyType);
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "pass-up");

        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
    }

    @Test
    void what_a_handler_proposes_with_it_leaves_the_unit_when_it_is_signed() {
        change("handle-concern", fields -> Modeler.field(fields, "textfield", "phone", "联系电话"));
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc", "phone", "8888 4321"));

        assertThat(way(COLLEGE_HEAD, number)).contains("联系电话：8888 4321");
        assertThat(way(COLLEAGUE, number)).doesNotContain("8888 4321");
        assertThat(way(SECRETARY, number)).doesNotContain("8888 4321");
        cases.approve(COLLEGE_HEAD, number);

        assertThat(way(DEPARTMENT_CLERK, number)).contains("联系电话：8888 4321");
        assertThat(way(COLLEAGUE, number)).contains("联系电话：8888 4321");
    }

    @Test
    void a_start_form_may_have_one_too() {
        change("raise-concern", fields -> Modeler.field(fields, "textfield", "room", "房间号"));

        String number = cases.raise(COLLEAGUE, Cases.concernWith("room", "三号楼 402"));

        assertThat(way(COLLEAGUE, number)).contains("房间号：三号楼 402");
        assertThat(way(SECRETARY, number)).contains("房间号：三号楼 402");
    }

    @Test
    void in_a_case_without_a_way_those_who_work_on_it_afterwards_read_it() {
        change("ask-for-pair", fields -> Modeler.field(fields, "textfield", "hours", "方便的时间"));
        String number = pairings.start(COLLEAGUE, "pairing-lifecycle", Map.of("partner", MEMBER, "hours", "周三下午"));

        assertThat(cases.show(MEMBER, cases.task(number, "UserTask_Accept"))
                        .get("addedFields")
                        .toString())
                .contains("方便的时间", "周三下午");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remark      | 二十个字之内写不完的备注二十个字之内写不完的备注 | “备注”过长，最多 20 字，请缩短后再提交。",
                "cost        | many        | “预计费用”的格式不对，请改填。",
                "cost        | 10001       | “预计费用”的格式不对，请改填。",
                "cost        | 1e999999999 | “预计费用”的格式不对，请改填。",
                "onSite      | 是          | “已到现场”的格式不对，请改填。",
                "selectPlace | building-5  | 请在“地点”中选择一项。",
                "visited     | yesterday   | “走访日期”的格式不对，请改填。",
                "nowhere     | x           | 提交的内容与表单不符，请刷新页面后重新填写。"
            })
    void what_does_not_fit_the_field_is_refused_with_its_label_and_nothing_is_stored(
            String key, String value, String sentence) {
        change("handle-concern", AddedFieldsTest::everyType);
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertRefused(() -> cases.exit(SECRETARY, number, "pass-up", Map.of(key, value)), 400, sentence);

        assertThat(cases.handlings(number, "level")).containsExactly("branch");
    }

    @Test
    void a_form_has_at_most_ten_more_fields() {
        change("handle-concern", fields -> {
            for (int i = 0; i < 11; i++) {
                Modeler.field(fields, "textfield", "more" + i, "其他 " + i);
            }
        });
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Map<String, Object> eleven = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            eleven.put("more" + i, "x");
        }

        assertRefused(() -> cases.exit(SECRETARY, number, "pass-up", eleven), 400, "表单新增的字段最多 10 个，请联系管理员修改表单。");
    }

    @Test
    void a_required_added_field_is_asked_for() {
        change(
                "handle-concern",
                fields -> Modeler.field(fields, "textfield", "phone", "联系电话")
                        .putObject("validate")
                        .put("required", true));
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertRefused(() -> cases.exit(SECRETARY, number, "pass-up", Map.of("phone", " ")), 400, "请填写“联系电话”。");
    }

    @Test
    void an_optional_field_that_was_taken_away_is_missed_by_nobody() {
        change("raise-concern", fields -> Modeler.without(fields, "standAside"));

        assertThat(cases.raise(COLLEAGUE, Cases.concern())).isNotBlank();
    }

    private String way(String reader, String number) {
        return cases.as(
                reader,
                () -> pages.page(number, reader).way().stream()
                        .map(ConcernPages.Row::words)
                        .collect(Collectors.joining("\n")));
    }
}
