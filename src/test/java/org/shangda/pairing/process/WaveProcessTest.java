package org.shangda.pairing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.Pairings.review;
import static org.shangda.Pairings.row;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.pairing.CoverageView;
import org.shangda.pairing.PairImport;
import org.shangda.pairing.PairsReport;
import org.shangda.pairing.ShortageView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Many pairs at a time, by the college. */
@ShangdaTest
class WaveProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    PairImport importing;

    @Autowired
    CoverageView coverage;

    @Autowired
    ShortageView shortages;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
        pairings.roster(lines -> lines);
    }

    /** 「由各院级党组织负责具体实施」「可分期分批进行」「安排合适党员联系结对合适群众」 */
    @Test
    void Z13_the_college_asks_for_proposals_changes_them_and_sends_them_out() {
        String wave = pairings.plan(COLLEGE_CLERK, Map.of("most", "3"));
        assertThat(pairings.waveRows(wave)).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("why")).isEqualTo("own-branch");
            assertThat(row.get("carrier")).isNotNull();
        });
        List<Map<String, Object>> changed =
                List.of(row("陈宇(chenyu)", MEMBER, "其他", null), row("马艳", "limei", null, null));

        cases.act(COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("save", changed));
        assertThat(pairings.wave(wave, "state")).isEqualTo("PLANNED");
        cases.act(COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("send", changed));

        assertThat(pairings.wave(wave, "state")).isEqualTo("SENT");
        assertThat(cases.instances(wave)).isEmpty();
        assertThat(pairings.numbers("wave = '" + wave + "'"))
                .hasSize(2)
                .allSatisfy(number -> assertThat(cases.openTasks(number)).containsExactly("UserTask_Consent"));
    }

    @Test
    void one_row_that_a_rule_forbids_stops_all_and_is_named() {
        String wave = pairings.plan(COLLEGE_CLERK, Map.of());
        assertThatThrownBy(() -> cases.act(
                        COLLEGE_CLERK,
                        wave,
                        "UserTask_ReviewWave",
                        review("send", List.of(row(COLLEAGUE, MEMBER, "", null), row("mayan", "songtao", "", null)))))
                .hasMessageContaining("第 2 行")
                .hasMessageContaining("只能与本院级党组织范围内的同事结对");
        assertThat(pairings.numbers("1 = 1")).isEmpty();
        assertThat(cases.openTasks(wave)).containsExactly("UserTask_ReviewWave");

        cases.act(COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("drop", List.of()));
        assertThat(pairings.wave(wave, "state")).isEqualTo("DROPPED");
    }

    /** 「要安排党员高层次人才、党支部书记联系结对」 */
    @Test
    void Z17_young_teachers_are_linked_with_branch_secretaries_and_talents_only() {
        String wave = pairings.plan(
                COLLEGE_CLERK, Map.of("list", "陈宇\t青年教师\n赵欣\t党员高层次人才", "categories", List.of("young-teacher")));
        assertThat(pairings.waveRows(wave)).singleElement().satisfies(row -> {
            assertThat(row.get("colleague")).isEqualTo(COLLEAGUE);
            assertThat(row.get("carrier")).isIn(SECRETARY, "zhaoxin");
        });
        assertThatThrownBy(() -> cases.act(
                        COLLEGE_CLERK,
                        wave,
                        "UserTask_ReviewWave",
                        review("send", List.of(row(COLLEAGUE, MEMBER, "青年教师", null)))))
                .hasMessageContaining("须由规定职务的党员联系");
    }

    @Test
    void whoever_asks_for_a_pair_does_not_learn_under_which_category_the_colleague_stands() {
        pairings.plan(COLLEGE_CLERK, Map.of("list", "陈宇\t困难教职工", "categories", List.of("in-difficulty")));

        assertThatThrownBy(() -> pairings.ask("songtao", COLLEAGUE))
                .hasMessageContaining("党委发〔2016〕10号")
                .message()
                .doesNotContain("困难");
    }

    /** 「党员校领导、院级党组织领导和党员行政负责人联系结对」 */
    @Test
    void Z15_high_level_talent_is_linked_with_leaders_only() {
        String wave =
                pairings.plan(COLLEGE_CLERK, Map.of("list", "陈宇\t高层次人才", "categories", List.of("high-level-talent")));
        assertThat(pairings.waveRows(wave))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("why"))
                        .isIn("university-leader", "college-head", "administrative-head"));
    }

    @Test
    void existing_pairs_are_told_to_the_colleague_who_may_object_within_ten_working_days() {
        String kept = pairings.existing(COLLEGE_CLERK, MEMBER, COLLEAGUE, "2025-09-01");
        String objected = pairings.existing(COLLEGE_CLERK, "limei", "mayan", "2025-09-01");
        String silent = pairings.existing(COLLEGE_CLERK, "zhaoxin", "majie", "2025-09-01");
        String vacant = pairings.existing(COLLEGE_CLERK, "wupeng", "lubin", "2025-09-01");
        assertThat(pairings.state(silent)).isEqualTo("ACTIVE");
        assertThat(pairings.value(silent, "since")).isEqualTo("2025-09-01");

        cases.act(COLLEAGUE, kept, "UserTask_TellColleague", Map.of("decision", "keep"));
        cases.act("mayan", objected, "UserTask_TellColleague", Map.of("decision", "object"));
        pairings.without("wupeng");
        cases.act("lubin", vacant, "UserTask_TellColleague", Map.of("decision", "keep"));
        cases.passTo(silent, "2026-03-16T17:00:00");

        assertThat(pairings.state(kept)).isEqualTo("ACTIVE");
        assertThat(pairings.state(objected)).isEqualTo("OBJECTED");
        assertThat(pairings.state(silent)).isEqualTo("ACTIVE");
        assertThat(cases.openTasks(silent)).isEmpty();
        assertThat(cases.openTasks(vacant)).containsExactly("UserTask_FindCarrier");
        assertThat(cases.instances(objected)).isEmpty();
    }

    /** Both of another college, whose own rules would allow the pair. */
    @Test
    void a_wave_forms_no_pairs_of_another_college() {
        String wave = pairings.plan(
                COLLEGE_CLERK, Map.of("kind", "existing", "list", MEMBER + "\t" + COLLEAGUE + "\t2025-09-01\t"));

        Cases.assertRefused(
                () -> cases.act(
                        COLLEGE_CLERK,
                        wave,
                        "UserTask_ReviewWave",
                        Pairings.review("send", List.of(Pairings.row("zhengyang", "suboyuan", "", "2025-09-01")))),
                400,
                "第 1 行：“zhengyang”不属于这个院级党组织。请核对。");

        assertThat(pairings.numbers("1 = 1")).isEmpty();
    }

    /** 「认真分析本单位非党员教职工的情况」 */
    @Test
    void Z12_coverage_by_category_leaves_out_who_declined() {
        pairings.pair(MEMBER, COLLEAGUE);
        String declined = pairings.ask("limei", "mayan");
        cases.act("mayan", declined, "UserTask_Consent", Map.of("decision", "decline"));
        pairings.ask("zhaoxin", "majie");

        var other = coverage.coverage(COLLEGE_CLERK, false, "jsj").stream()
                .filter(line -> line.category().equals("other"))
                .findFirst()
                .orElseThrow();

        assertThat(other.covered()).isEqualTo(1);
        assertThat(other.declined()).isEqualTo(1);
        assertThat(other.asked()).isEqualTo(1);
        assertThat(other.open())
                .isEqualTo(other.people() - 3)
                .isEqualTo(other.left().size());
        assertThat(other.percent()).isEqualTo(100 / (other.people() - 1));
        assertThat(SentStatements.during(() -> coverage.coverage(COLLEGE_CLERK, false, "jsj")))
                .as("pairs are read once, however many relations there are")
                .filteredOn(sent -> sent.sql().contains("from pairing "))
                .hasSize(1);
        assertThatThrownBy(() -> coverage.coverage(STRANGER, false, "jsj")).hasMessage("pairing.not-found");
        assertThatThrownBy(() -> coverage.coverage(SECRETARY, false, "jsj")).hasMessage("pairing.not-found");
    }

    // --- how many ----------------------------------------------------------------------------------------------------

    private PairsReport existing(String college, String relation, String rows) {
        byte[] bytes = ("党员,联系对象,结对日期,类别\n" + rows).getBytes(StandardCharsets.UTF_8);
        return importing.run("admin", true, college, relation, new ByteArrayResource(bytes), bytes.length, false);
    }

    private void assertOneTooMany(PairsReport report) {
        assertThat(report.stored()).isFalse();
        assertThat(report.rows())
                .filteredOn(PairsReport.Row::problem)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.code()).isEqualTo("pairing.rule.carrier-has-enough");
                    assertThat(row.number()).isEqualTo(report.rows().size() + 1);
                });
        assertThat(pairings.numbers("1 = 1")).isEmpty();
    }

    /** 「主动联系 1 至 2 个分管或联系单位教师党支部或者学生党支部」 */
    @Test
    void J01_a_third_branch_is_too_many_for_a_leader() {
        assertOneTooMany(existing(
                "jx",
                "leader-branch",
                "linwenbo,jx1,2025-09-01,\nlinwenbo,jx2,2025-09-01,\nlinwenbo,jx3,2025-09-01,\n"));
        assertThat(existing("jx", "leader-branch", "linwenbo,jx1,2025-09-01,\nlinwenbo,jx2,2025-09-01,\n")
                        .stored())
                .isTrue();
    }

    /** 「确定 2 至 3 名联系对象」 */
    @Test
    void J07_a_fourth_person_is_too_many_for_a_leader_experts_and_others_together() {
        String three =
                "linwenbo,xuhui,2025-09-01,专家\nlinwenbo,gaoqiang,2025-09-01,其他\n" + "linwenbo,maning,2025-09-01,其他\n";
        assertOneTooMany(existing("jx", "leader-person", three + "linwenbo,shentao,2025-09-01,专家\n"));
        assertThat(existing("jx", "leader-person", three + "linwenbo,dufei,2025-09-01,优秀青年教师入党积极分子\n")
                        .stored())
                .as("those who are counted apart")
                .isTrue();
    }

    /** 「每一位党员联系1名一般教师」 */
    @Test
    void T05_a_second_teacher_is_too_many_for_a_member() {
        String one = "jianghang,pantianyu,2025-09-01,教师\n";
        String two = one + "jianghang,songwenjing,2025-09-01,教师\n";
        assertOneTooMany(existing("jg", "member-person", two));
        assertThat(existing("jg", "member-person", one).stored()).isTrue();
    }

    private List<String> behind(String caller, String college, String relation, String category) {
        return shortages.shortages(caller, false, college).stream()
                .filter(one ->
                        one.relation().equals(relation) && one.categories().contains(category))
                .flatMap(one -> one.people().stream())
                .map(one -> one.person() + " " + one.pairs())
                .toList();
    }

    /** 「确定 2 至 3 名联系对象」 */
    @Test
    void J07_a_leader_with_fewer_than_two_persons_is_named_to_the_organization_department() {
        existing("jx", "leader-person", "linwenbo,xuhui,2025-09-01,专家\n");
        assertThat(behind(Cases.ORGANIZATION_CLERK, "jx", "leader-person", "expert"))
                .contains("linwenbo 1", "zhaomingyuan 0")
                .isEqualTo(behind(Cases.ORGANIZATION_CLERK, "jx", "leader-person", "other"))
                .doesNotContain("zhengguohua 0");
        assertThat(behind("tangjing", "jx", "leader-person", "expert")).isEmpty();

        existing("jx", "leader-person", "linwenbo,gaoqiang,2025-09-01,其他\n");
        assertThat(behind(Cases.ORGANIZATION_CLERK, "jx", "leader-person", "expert"))
                .isNotEmpty()
                .noneMatch(one -> one.startsWith("linwenbo"));
    }

    /** 「主动联系 1 至 2 个分管或联系单位教师党支部或者学生党支部」 */
    @Test
    void J01_a_leader_of_the_college_without_a_branch_is_named_to_the_college() {
        existing("jx", "leader-branch", "zhengguohua,jx2,2025-09-01,\n");
        assertThat(behind("tangjing", "jx", "leader-branch", "branch")).containsExactly("hanxue 0");
        assertThatThrownBy(() -> shortages.shortages(COLLEGE_CLERK, false, "jx"))
                .hasMessage("pairing.not-found");
        assertThatThrownBy(() -> shortages.shortages("admin", true, "jx")).hasMessage("pairing.not-found");
    }

    /** 「每一位党员联系1名一般教师」 */
    @Test
    void T05_a_member_without_a_teacher_is_named_also_while_somebody_is_being_asked() {
        existing("jg", "member-person", "jianghang,pantianyu,2025-09-01,教师\n");
        pairings.ask("yaoyuan", "zhengyang");
        assertThat(behind(Cases.ORGANIZATION_CLERK, "jg", "member-person", "teacher"))
                .contains("yaoyuan 0")
                .doesNotContain("jianghang 0", "jianghang 1");
    }

    @Test
    void Z07_only_who_answers_for_the_college_plans_a_wave() {
        assertThatThrownBy(() -> pairings.plan(SECRETARY, Map.of())).hasMessageContaining("您不负责任何院级党组织");
        assertThatThrownBy(() -> pairings.plan(STRANGER, Map.of("unit", "jsj"))).hasMessageContaining("未找到该结对");
        assertThat(pairings.plan(Cases.ORGANIZATION_CLERK, Map.of("unit", "jsj")))
                .startsWith("PR");
    }

    // --- files -------------------------------------------------------------------------------------------------------

    private PairsReport file(String text, Charset charset, boolean dryRun) {
        byte[] bytes = text.getBytes(charset);
        return importing.run(COLLEGE_CLERK, false, "jsj", null, new ByteArrayResource(bytes), bytes.length, dryRun);
    }

    @Test
    void a_file_of_existing_pairs_is_imported_whole_or_not_at_all() {
        String good = "党员工号,联系对象姓名,结对日期,类别\nsunyan,陈宇,2025-09-01,\nlimei,马艳,2025年9月,青年教师\n";
        PairsReport refused = file(good, Charset.forName("GB18030"), false);
        assertThat(refused.stored()).isFalse();
        assertThat(refused.rows()).extracting(PairsReport.Row::problem).containsExactly(false, true);
        assertThat(refused.rows()).extracting(PairsReport.Row::code).contains("pairing.rule.post");
        assertThat(pairings.numbers("1 = 1")).isEmpty();

        String right = good.replace("limei", "zhangwei");
        assertThat(file(right, StandardCharsets.UTF_8, true).clean()).isTrue();
        assertThat(pairings.numbers("1 = 1")).isEmpty();
        assertThat(file(right, StandardCharsets.UTF_8, false).stored()).isTrue();

        assertThat(pairings.numbers("state = 'ACTIVE' and mode = 'imported'"))
                .hasSize(2)
                .allSatisfy(number -> assertThat(cases.openTasks(number)).containsExactly("UserTask_TellColleague"));
        TestTime.set("2026-03-02T10:05:00");
        assertThat(file(right, StandardCharsets.UTF_8, false).rows())
                .allSatisfy(row -> assertThat(row.code()).isEqualTo("pairing.rule.together-already"));
        assertThat(file("随便", StandardCharsets.UTF_8, false).rows()).hasSize(1).allMatch(PairsReport.Row::problem);
    }
}
