package org.shangda.pairing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.Cases.assertRefused;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.pairing.HandoverView;
import org.shangda.pairing.Leave;
import org.shangda.pairing.PairingView;
import org.shangda.pairing.Pairs;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a pair: rest, another partner, an end, and what the roster does to it. */
@ShangdaTest
class ChangeProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Pairs pairs;

    @Autowired
    PairingView view;

    @Autowired
    HandoverView handovers;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void nobodyIsPairedAndEverybodyIsBack() {
        pairings.clear();
        TestTime.set(TestTime.MONDAY);
        pairings.roster(lines -> lines);
    }

    // --- by people ---------------------------------------------------------------------------------------------------

    @Test
    void a_pair_ends_with_closed_fields_and_a_word_of_thanks_for_the_two_only() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        TestTime.set("2026-03-09T10:00:00");

        pairings.change(COLLEAGUE, null, "end", Map.of("endReason", "fulfilled", "thanks", "谢谢您这一年的帮助"));

        assertThat(pairings.state(number)).isEqualTo("ENDED");
        assertThat(cases.instances(number)).isEmpty();
        assertThat(view.one(number, MEMBER, false).thanks()).isEqualTo("谢谢您这一年的帮助");
        assertThat(view.one(number, SECRETARY, false).thanks()).isNull();
        assertThat(view.one(number, COLLEGE_CLERK, false).thanks()).isNull();
        assertThatThrownBy(() -> view.one(number, STRANGER, false)).hasMessage("pairing.not-found");
        assertThat(pairs.pair(number).orElseThrow().until()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(pairs.of(COLLEAGUE)).isEmpty();
    }

    @Test
    void a_pair_rests_while_one_is_away() {
        String number = pairings.pair(MEMBER, COLLEAGUE);

        pairings.change(MEMBER, null, "rest", Map.of("from", "2026-03-10", "to", "2026-05-20"));

        assertThat(pairs.leaves(number, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)))
                .containsExactly(new Leave(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 20)));
        assertRefused(
                () -> pairings.change(MEMBER, null, "rest", Map.of("from", "2026-05-20", "to", "2026-05-30")),
                409,
                "这段时间与已登记的暂停重叠。请改写日期。");
        assertRefused(
                () -> pairings.change(MEMBER, null, "rest", Map.of("from", "2026-08-20")),
                400,
                "请填写暂停的起止日期：截止日期不早于起始日期，也不早于结对之日。");
    }

    @Test
    void Z09_another_partner_without_reasons() {
        String number = pairings.pair(MEMBER, COLLEAGUE);

        pairings.change(COLLEAGUE, null, "another", Map.of());

        assertThat(pairings.state(number)).isEqualTo("ENDED");
        String next = pairings.numbers("state = 'SOUGHT'").get(0);
        assertThat(cases.openTasks(next)).containsExactly("UserTask_ChooseAnother");
        assertThat(pairings.value(next, "passed_over")).isEqualTo(MEMBER);
    }

    @Test
    void what_was_asked_for_can_be_taken_back() {
        String number = pairings.ask(MEMBER, COLLEAGUE);
        pairings.change(MEMBER, null, "take-back", Map.of());
        assertThat(pairings.state(number)).isEqualTo("WITHDRAWN");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void the_secretary_and_the_college_change_pairs_of_theirs_and_nobody_else_does() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        assertRefused(
                () -> pairings.change(STRANGER, "陈宇", "end", Map.of("endReason", "fulfilled")), 404, "未找到该结对，或您无权查看。");
        assertRefused(
                () -> pairings.change(SECRETARY, "陈宇", "end", Map.of("endReason", "fulfilled", "thanks", "谢谢")),
                400,
                "给对方的一句话只能由结对双方填写。请留空。");
        pairings.change(SECRETARY, "陈宇", "end", Map.of("endReason", "carrier-ill"));
        assertThat(pairings.value(number, "reason")).isEqualTo("carrier-ill");
        assertRefused(
                () -> pairings.change(SECRETARY, "陈宇", "end", Map.of("endReason", "fulfilled")), 404, "未找到该结对，或您无权查看。");
    }

    // --- by the roster -----------------------------------------------------------------------------------------------

    @Test
    void no_pair_without_somebody_responsible_the_branch_secretary_names_who_takes_over() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        TestTime.set("2026-03-09T10:00:00");
        pairings.without(MEMBER);

        assertThat(cases.task(number, "UserTask_FindCarrier").getAssignee()).isEqualTo(SECRETARY);
        assertThat(pairs.pair(number).orElseThrow().carrier()).isNull();
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_FindCarrier"))
                        .get("former")
                        .toString())
                .contains("孙艳");
        cases.act(SECRETARY, number, "UserTask_FindCarrier", Map.of("decision", "find", "partner", "limei"));

        assertThat(pairs.pair(number).orElseThrow().carrier()).isEqualTo("limei");
        assertThat(pairings.carriers(number, "person")).containsExactly(MEMBER, "limei");
        assertThat(cases.openTasks(number)).isEmpty();
        pairings.roster(lines -> lines.replaceAll("(?m)^(sunyan|limei),.*\\R", ""));
        cases.act(SECRETARY, number, "UserTask_FindCarrier", Map.of("decision", "end"));
        assertThat(pairings.state(number)).isEqualTo("ENDED");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void a_new_secretary_gets_the_open_tasks_with_a_page_of_what_there_is() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        pairings.without(MEMBER);

        pairings.roster(lines -> lines.replaceAll("(?m)^(sunyan|zhangwei),.*\\R", ""));

        assertThat(cases.task(number, "UserTask_FindCarrier").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
        var page = handovers.handover(DEPUTY_SECRETARY, false, DEPUTY_SECRETARY);
        assertThat(page.ofUnits()).extracting(PairingView.Item::number).containsExactly(number);
        assertThat(page.waiting()).extracting(HandoverView.Waiting::what).containsExactly("find-carrier");
        assertThatThrownBy(() -> handovers.handover(STRANGER, false, DEPUTY_SECRETARY))
                .hasMessage("pairing.not-found");
    }

    /** 「教职工党员与非党员教职工联系结对制度」 */
    @Test
    void Z01_a_colleague_who_joins_the_Party_or_leaves_ends_the_pair() {
        String joined = pairings.pair(MEMBER, COLLEAGUE);
        String left = pairings.pair("limei", "mayan");
        String asked = pairings.ask("zhaoxin", "majie");

        pairings.roster(lines ->
                lines.replace("chenyu,陈宇,jsj1,否", "chenyu,陈宇,jsj1,是").replaceAll("(?m)^(mayan|majie),.*\\R", ""));

        assertThat(pairings.value(joined, "reason")).isEqualTo("joined-the-party");
        assertThat(pairings.value(left, "reason")).isEqualTo("colleague-left");
        assertThat(pairings.state(asked)).isEqualTo("WITHDRAWN");
        assertThat(cases.instances(joined)).isEmpty();
        assertThat(cases.instances(asked)).isEmpty();
    }

    @Test
    void Z11_a_pair_follows_the_colleague_within_the_college_and_ends_beyond_it() {
        String within = pairings.pair(MEMBER, COLLEAGUE);
        String beyond = pairings.pair("limei", "mayan");
        String memberMoves = pairings.pair("zhaoxin", "majie");

        pairings.roster(lines -> lines.replace("chenyu,陈宇,jsj1", "chenyu,陈宇,jsj2")
                .replace("mayan,马艳,jsj1", "mayan,马艳,jx1")
                .replace("zhaoxin,赵欣,jsj1", "zhaoxin,赵欣,jx1"));

        assertThat(pairs.pair(within).orElseThrow().branch()).isEqualTo("jsj2");
        assertThat(pairings.value(beyond, "reason")).isEqualTo("colleague-moved");
        assertThat(cases.openTasks(memberMoves)).containsExactly("UserTask_FindCarrier");
    }
}
