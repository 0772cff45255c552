package org.shangda.pairing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;
import static org.shangda.Pairings.review;
import static org.shangda.Pairings.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** How two become a pair, and how it ends, as people do it. */
@ShangdaTest
class PairingProcessTest {

    /** Party members of the colleague's branch and college. */
    private static final String OTHER_MEMBER = "limei";

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
    }

    private void answer(String person, String number, String key, String decision) {
        cases.act(person, number, key, Map.of("decision", decision));
    }

    // --- three ways --------------------------------------------------------------------------------------------------

    /** 「组织选派或党员、群众自行联系等多种方式完成结对」 */
    @Test
    void Z10_a_member_asks_and_the_colleague_agrees() {
        String number = pairings.ask(MEMBER, "陈宇");

        assertThat(number).matches("PR26-[0-9A-Z]{8}");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Consent")))
                .containsEntry("carrierName", "孙艳 · 计算机系教工党支部");
        answer(COLLEAGUE, number, "UserTask_Consent", "agree");

        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
        assertThat(pairings.value(number, "since")).isEqualTo("2026-03-02");
        assertThat(cases.openTasks(number)).isEmpty();
    }

    @Test
    void Z10_a_colleague_asks_and_the_member_accepts() {
        String number = pairings.ask(COLLEAGUE, MEMBER);
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Accept");

        answer(MEMBER, number, "UserTask_Accept", "accept");

        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
        assertThat(pairings.carriers(number, "person")).containsExactly(MEMBER);
    }

    @Test
    void Z10_a_colleague_leaves_it_open_and_the_college_chooses_whom_the_colleague_may_refuse() {
        String number = pairings.ask(COLLEAGUE, null);
        var task = cases.task(number, "UserTask_ChooseAnother");
        cases.claim(COLLEGE_CLERK, task);
        assertThat(cases.show(COLLEGE_CLERK, task).get("partner").toString()).contains("（");

        cases.submit(COLLEGE_CLERK, task, Map.of("decision", "choose", "partner", MEMBER));
        answer(COLLEAGUE, number, "UserTask_Consent", "agree");
        answer(MEMBER, number, "UserTask_Accept", "accept");

        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
    }

    // --- the colleague's wish ----------------------------------------------------------------------------------------

    /** 「在充分尊重群众意愿的基础上」 */
    @Test
    void Z09_somebody_else_needs_no_reasons_is_no_decline_and_the_same_member_does_not_come_back() {
        String number = pairings.ask(MEMBER, COLLEAGUE);
        answer(COLLEAGUE, number, "UserTask_Consent", "somebody-else");

        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_ChooseAnother"));
        var task = cases.task(number, "UserTask_ChooseAnother");
        assertThat(cases.show(COLLEGE_CLERK, task).get("partner").toString()).doesNotContain(MEMBER);
        assertRefused(
                () -> cases.submit(COLLEGE_CLERK, task, Map.of("decision", "choose", "partner", MEMBER)),
                400,
                "本人已希望换一位，请不要再安排同一位党员。");
        cases.submit(COLLEGE_CLERK, task, Map.of("decision", "choose", "partner", OTHER_MEMBER));
        answer(COLLEAGUE, number, "UserTask_Consent", "agree");

        assertThat(cases.openTasks(number)).containsExactly("UserTask_Accept");
        assertThat(pairings.value(number, "carrier")).isEqualTo(OTHER_MEMBER);
    }

    @Test
    void Z09_after_two_declined_proposals_nobody_asks_for_a_year_unless_the_colleague_does() {
        declines(MEMBER);
        declines(OTHER_MEMBER);

        assertRefused(() -> pairings.ask(SECRETARY, COLLEAGUE), 400, "这位同事暂不结对，2027-03-02 以前不再征求意愿；本人提出申请不受限制。");
        assertThat(pairings.state(pairings.ask(COLLEAGUE, SECRETARY))).isEqualTo("AGREED");
        pairings.clear();
        declines(MEMBER);
        declines(OTHER_MEMBER);
        TestTime.set("2027-03-02T10:00:00");
        assertThat(pairings.state(pairings.ask(SECRETARY, COLLEAGUE))).isEqualTo("PROPOSED");
    }

    @Test
    void Z09_who_agrees_once_is_asked_again_although_they_declined_before() {
        declines(MEMBER);
        String pair = pairings.pair(OTHER_MEMBER, COLLEAGUE);
        pairings.change(OTHER_MEMBER, pair, "end", Map.of("endReason", "fulfilled"));
        declines(SECRETARY);

        TestTime.set("2026-03-02T10:05:00");
        assertThat(pairings.state(pairings.ask(MEMBER, COLLEAGUE))).isEqualTo("PROPOSED");
    }

    private void declines(String member) {
        String number = pairings.ask(member, COLLEAGUE);
        answer(COLLEAGUE, number, "UserTask_Consent", "decline");
        assertThat(pairings.state(number)).isEqualTo("DECLINED");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void Z09_silence_is_no_decline() {
        String number = pairings.ask(MEMBER, COLLEAGUE);
        assertThat(cases.dueOf(number, "UserTask_Consent")).isEqualTo("2026-03-16T17:00:00");

        cases.passTo(number, "2026-03-16T17:00:00");

        assertThat(pairings.state(number)).isEqualTo("WITHDRAWN");
        assertThat(pairings.value(number, "reason")).isEqualTo("no-answer");
        assertThat(pairings.state(pairings.ask(MEMBER, COLLEAGUE))).isEqualTo("PROPOSED");
    }

    // --- the member --------------------------------------------------------------------------------------------------

    @Test
    void a_member_who_cannot_or_keeps_silent_is_replaced_by_the_college() {
        String number = pairings.ask(COLLEAGUE, MEMBER);
        answer(MEMBER, number, "UserTask_Accept", "cannot");
        cases.act(
                COLLEGE_CLERK, number, "UserTask_ChooseAnother", Map.of("decision", "choose", "partner", OTHER_MEMBER));
        answer(COLLEAGUE, number, "UserTask_Consent", "agree");

        cases.passTo(number, "2026-04-30T17:00:00");

        assertThat(cases.openTasks(number)).containsExactly("UserTask_ChooseAnother");
        answer(COLLEGE_CLERK, number, "UserTask_ChooseAnother", "give-up");
        assertThat(pairings.state(number)).isEqualTo("WITHDRAWN");
        assertThat(pairings.value(number, "reason")).isEqualTo("nobody-found");
    }

    // --- rules -------------------------------------------------------------------------------------------------------

    /** 「也可与院级党组织范围内的其他群众结对」 */
    @Test
    void Z11_nobody_outside_the_college() {
        assertThat(pairings.state(pairings.ask(MEMBER, "zhoutao"))).isEqualTo("PROPOSED");
        assertRefusedContaining(() -> pairings.ask(MEMBER, "gaoqiang"), "须由规定职务的党员联系");
        assertRefusedContaining(() -> pairings.ask("songtao", COLLEAGUE), "只能与本院级党组织范围内的同事结对");
    }

    @Test
    void nobody_is_linked_with_themselves_with_a_member_or_twice() {
        assertRefusedContaining(() -> pairings.ask(MEMBER, MEMBER), "不能与本人结对");
        assertRefusedContaining(() -> pairings.ask(MEMBER, OTHER_MEMBER), "已是中共党员");
        pairings.pair(MEMBER, COLLEAGUE);
        TestTime.set("2026-03-02T10:05:00");
        assertRefusedContaining(() -> pairings.ask(MEMBER, COLLEAGUE), "已经结对");
        assertRefusedContaining(() -> pairings.ask(SECRETARY, COLLEAGUE), "已有结对");
        assertRefusedContaining(() -> pairings.ask(MEMBER, "没有这个人"), "名册中没有“没有这个人”");
        assertRefusedContaining(() -> pairings.ask(MEMBER, " "), "请填写您希望联系的同事");
    }

    private static void assertRefusedContaining(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String part) {
        org.assertj.core.api.Assertions.assertThatThrownBy(act).hasMessageContaining(part);
    }

    // --- leaders -----------------------------------------------------------------------------------------------------

    /** 「主动联系 1 至 2 个分管或联系单位教师党支部或者学生党支部」 */
    @Test
    void J01_a_leader_links_to_one_or_two_branches_other_than_the_own() {
        assertThat(pairings.state(pairings.ask("zhengguohua", "jx2"))).isEqualTo("ACTIVE");
        assertThat(pairings.state(pairings.ask("zhengguohua", "jx3"))).isEqualTo("ACTIVE");
        assertRefusedContaining(() -> pairings.ask("hanxue", "jx1"), "本人所在党支部以外");
        assertRefusedContaining(() -> pairings.ask("zhengguohua", "jx2"), "已经结对");
        assertThat(pairings.state(pairings.ask("hanxue", "jx3"))).isEqualTo("ACTIVE");
    }

    /** 「在院(部)范围内确定联系对象」 */
    @Test
    void J03_the_college_assigns_branches_to_its_leaders_who_accept() {
        String wave = pairings.plan("tangjing", Map.of("relation", "leader-branch"));
        cases.act(
                "tangjing",
                wave,
                "UserTask_ReviewWave",
                review("send", List.of(row("机械制造系教工党支部", "hanxue", "党支部", null))));
        String number = pairings.numbers("wave = '" + wave + "'").get(0);
        answer("hanxue", number, "UserTask_Accept", "cannot");
        cases.act("tangjing", number, "UserTask_ChooseAnother", Map.of("decision", "choose", "partner", "zhengguohua"));
        answer("zhengguohua", number, "UserTask_Accept", "accept");

        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
        pairings.change("maxin", "郑国华", "recorder", Map.of("recorder", "guolei"));
        assertThat(pairings.value(number, "recorder")).isEqualTo("guolei");
    }

    /** 院部党组织书记 of Jilin: the duty follows the post, history stays. */
    @Test
    void J03_a_leaders_pair_passes_to_the_successor_in_the_post() {
        String number = pairings.ask("zhengguohua", "jx2");
        TestTime.set("2026-03-09T10:00:00");
        pairings.roster(lines -> lines.replaceAll("(?m)^zhengguohua,.*\\R", "")
                .replace("renfei,任飞,jx1,是,,,,,", "renfei,任飞,jx1,是,jx,党委书记,2026-03-09,,"));
        try {
            assertThat(pairings.value(number, "carrier")).isEqualTo("renfei");
            assertThat(pairings.carriers(number, "person")).containsExactly("zhengguohua", "renfei");
            assertThat(pairings.carriers(number, "to_day")).containsExactly("2026-03-09", null);
            assertThat(cases.openTasks(number)).isEmpty();
        } finally {
            pairings.roster(lines -> lines);
        }
    }
}
