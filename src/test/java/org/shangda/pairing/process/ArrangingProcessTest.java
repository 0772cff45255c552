package org.shangda.pairing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;
import static org.shangda.Pairings.review;
import static org.shangda.Pairings.row;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.pairing.CoverageView;
import org.shangda.pairing.CoverageView.Coverage;
import org.shangda.pairing.PairImport;
import org.shangda.pairing.PairingView;
import org.shangda.pairing.PairsReport;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Nobody gets a category that nobody gave them, and nobody arranges whom they may not. */
@ShangdaTest
class ArrangingProcessTest {

    private static final Set<String> UNIVERSITY_LEADERS =
            Set.of("zhaomingyuan", "linwenbo", "sunhuiling", "xujianhua", "guoaimin");

    private static final String OF_THE_UNIVERSITY = "校领导的联系由党委组织部安排。请另选一位，或与党委组织部联系。";
    private static final String NOT_GIVEN = "现行联系制度只安排已认定类别的教职工结对。请在名单中填写类别，或先请院级党组织认定。";

    /** Clerk of the college under Jilin's programme, and its head. */
    private static final String JX_CLERK = "tangjing";

    private static final String JX_HEAD = "zhengguohua";

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    PairImport importing;

    @Autowired
    PairingView view;

    @Autowired
    CoverageView coverage;

    @Autowired
    Programmes programmes;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
        pairings.roster(lines -> lines);
        follow("zhejiang");
    }

    private void follow(String programme) {
        programmes.use("jsj", programme, LocalDate.of(2026, 3, 2), ORGANIZATION_CLERK);
    }

    private static String inRow(int number, String sentence) {
        return "第 " + number + " 行：" + sentence;
    }

    // --- categories --------------------------------------------------------------------------------------------------

    /** 「以党支部、党小组为单位与家庭经济困难职工、学生结成帮扶对子」 */
    @Test
    void S05_nobody_is_counted_or_paired_as_in_hardship_unless_somebody_found_them_to_be() {
        follow("shandong");

        assertThat(coverage.coverage(COLLEGE_CLERK, false, "jsj"))
                .extracting(Coverage::category)
                .contains("other", "branch")
                .doesNotContain("in-difficulty");
        assertThatThrownBy(() -> pairings.plan(COLLEGE_CLERK, Map.of())).hasMessageContaining("没有尚未结对");
        assertThatThrownBy(() -> pairings.ask(MEMBER, COLLEAGUE)).hasMessageContaining("须由规定职务的党员联系");
        assertThatThrownBy(() -> pairings.ask(COLLEAGUE, MEMBER)).hasMessageContaining("须由规定职务的党员联系");
        assertThatThrownBy(() -> pairings.plan(
                        COLLEGE_CLERK,
                        Map.of("kind", "existing", "list", MEMBER + "\t" + COLLEAGUE + "\t2025-09-01\t")))
                .hasMessageContaining(NOT_GIVEN);
        byte[] file = "党员,联系对象,结对日期,类别\nsunyan,chenyu,2025-09-01,\n".getBytes(StandardCharsets.UTF_8);
        PairsReport report =
                importing.run("admin", true, "jsj", "member-person", new ByteArrayResource(file), file.length, false);
        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo("pairing.category-not-given"));
        assertThat(pairings.numbers("1 = 1")).isEmpty();
    }

    /** 「定期与党员群众谈心」: the leader's talk, not the assistance pair. */
    @Test
    void S16_a_leader_who_asks_gets_the_pair_of_leaders_with_its_clause() {
        follow("shandong");
        String number = pairings.ask(COLLEGE_HEAD, COLLEAGUE);

        assertThat(pairings.value(number, "relation")).isEqualTo("leader-person");
        assertThat(pairings.value(number, "category")).isEqualTo("other");
        assertThat(consent(COLLEAGUE, number)).contains("（S16）").doesNotContain("困难");
        assertThat(view.one(number, COLLEGE_CLERK, false).category()).isEqualTo("other");
    }

    @Test
    void S05_whom_the_college_found_to_be_in_hardship_is_paired_with_its_clause() {
        follow("shandong");
        String wave = pairings.plan(COLLEGE_CLERK, Map.of("list", "陈宇\t困难教职工"));
        assertThat(pairings.waveRows(wave))
                .singleElement()
                .satisfies(row -> assertThat(row.get("colleague")).isEqualTo(COLLEAGUE));
        Map<String, Object> unknown = row("mayan", "limei", "", null);
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("send", List.of(unknown))),
                400,
                inRow(1, NOT_GIVEN));
        cases.act(
                COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("send", List.of(row(COLLEAGUE, MEMBER, "", null))));

        String number = pairings.numbers("1 = 1").get(0);
        assertThat(consent(COLLEAGUE, number)).contains("（S05）");
        assertThat(coverage.coverage(COLLEGE_CLERK, false, "jsj"))
                .filteredOn(line -> line.category().equals("in-difficulty"))
                .singleElement()
                .satisfies(line -> assertThat(line.people()).isEqualTo(1));
    }

    private String consent(String person, String number) {
        return new HashMap<>(cases.show(person, cases.task(number, "UserTask_Consent")))
                .values()
                .toString();
    }

    // --- who arranges ------------------------------------------------------------------------------------------------

    /** 「党员校级领导联系党支部，由组织部安排」 */
    @Test
    void J02_a_college_is_proposed_no_leader_of_the_university_and_cannot_name_one() {
        String wave = pairings.plan(JX_CLERK, Map.of("relation", "leader-branch"));
        assertThat(pairings.waveRows(wave))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("carrier")).isIn(JX_HEAD, "hanxue", null));

        for (String decision : List.of("save", "send")) {
            assertRefused(
                    () -> cases.act(
                            JX_CLERK,
                            wave,
                            "UserTask_ReviewWave",
                            review(decision, List.of(row("jx1", "sunhuiling", "", null)))),
                    400,
                    inRow(1, OF_THE_UNIVERSITY));
        }
        String pasted = "sunhuiling\tjx1\t2025-09-01\t";
        assertRefused(
                () -> pairings.plan(JX_CLERK, Map.of("relation", "leader-branch", "kind", "existing", "list", pasted)),
                400,
                inRow(1, OF_THE_UNIVERSITY));
        byte[] file = "党员,联系对象,结对日期,类别\nsunhuiling,jx1,2025-09-01,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(importing
                        .run(JX_CLERK, false, "jx", "leader-branch", new ByteArrayResource(file), file.length, true)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.code()).isEqualTo("pairing.rule.arranged-by-the-university"));
        assertThat(pairings.numbers("1 = 1")).isEmpty();
    }

    @Test
    void J02_the_organization_department_arranges_what_leaders_of_the_university_do() {
        String wave = pairings.plan(ORGANIZATION_CLERK, Map.of("relation", "leader-branch", "unit", "jx"));
        cases.act(
                ORGANIZATION_CLERK,
                wave,
                "UserTask_ReviewWave",
                review("send", List.of(row("jx1", "sunhuiling", "", null))));

        String number = pairings.numbers("carrier = 'sunhuiling'").get(0);
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Accept");
        assertThat(pairings.value(number, "clause")).contains("（J02）");
    }

    @Test
    void J02_a_leader_of_the_university_does_not_choose_a_branch_and_one_of_the_college_does() {
        assertRefused(() -> pairings.ask("sunhuiling", "jx1"), 400, OF_THE_UNIVERSITY);
        assertThat(pairings.state(pairings.ask(JX_HEAD, "jx2"))).isEqualTo("ACTIVE");
    }

    /** 「院(部)党组织班子成员在院(部)范围内确定联系对象」 */
    @Test
    void J03_a_college_arranges_its_own_leaders_only() {
        // Who leads one college and belongs to a branch of another is the first one's to arrange.
        pairings.roster(lines -> lines.replace("wanghaitao,王海涛,jsj3,", "wanghaitao,王海涛,jx1,"));

        String wave = pairings.plan(JX_CLERK, Map.of("relation", "leader-branch"));

        assertThat(pairings.waveRows(wave)).noneMatch(row -> COLLEGE_HEAD.equals(row.get("carrier")));
        assertRefused(
                () -> cases.act(
                        JX_CLERK,
                        wave,
                        "UserTask_ReviewWave",
                        review("send", List.of(row("jx2", COLLEGE_HEAD, "", null)))),
                400,
                inRow(1, "院级党组织负责人的联系由其所在的院级党组织安排。请另选一位，或与党委组织部联系。"));
    }

    @Test
    void a_college_is_proposed_no_leader_of_the_university_under_any_programme() {
        for (String programme : List.of("zhejiang", "shandong", "usst", "jilin", "teaching-branch")) {
            follow(programme);
            for (String relation : List.of("member-person", "leader-person", "leader-branch")) {
                try {
                    String wave = pairings.plan(
                            COLLEGE_CLERK,
                            Map.of("name", programme + " " + relation, "relation", relation, "most", "60"));
                    assertThat(pairings.waveRows(wave))
                            .as(programme + " " + relation)
                            .noneMatch(row -> UNIVERSITY_LEADERS.contains(String.valueOf(row.get("carrier"))));
                    cases.act(COLLEGE_CLERK, wave, "UserTask_ReviewWave", review("drop", List.of()));
                } catch (RuntimeException refused) {
                    assertThat(refused).hasMessageMatching("(?s).*(没有尚未结对|没有这种联系关系|没有规定).*");
                }
            }
        }
    }

    @Test
    void a_college_that_chooses_and_a_secretary_who_finds_a_successor_name_no_leader_of_the_university() {
        String sought = pairings.ask(COLLEAGUE, null);
        assertRefused(
                () -> cases.act(
                        COLLEGE_CLERK,
                        sought,
                        "UserTask_ChooseAnother",
                        Map.of("decision", "choose", "partner", "zhaomingyuan")),
                400,
                OF_THE_UNIVERSITY);
        String vacant = pairings.pair("limei", "mayan");
        pairings.without("limei");
        assertRefused(
                () -> cases.act(
                        SECRETARY,
                        vacant,
                        "UserTask_FindCarrier",
                        Map.of("decision", "find", "partner", "zhaomingyuan")),
                400,
                OF_THE_UNIVERSITY);
    }

    @Test
    void a_colleague_may_ask_a_leader_of_the_university_who_accepts_for_themself() {
        String number = pairings.ask(COLLEAGUE, "zhaomingyuan");
        cases.act("zhaomingyuan", number, "UserTask_Accept", Map.of("decision", "accept"));
        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
    }
}
