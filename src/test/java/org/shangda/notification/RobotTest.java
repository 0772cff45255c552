package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Sentences;
import org.shangda.work.WorkWaits;
import org.springframework.beans.factory.annotation.Autowired;

/** What a unit's robot is given: counts, and hazards at once. */
@ShangdaTest
class RobotTest extends Told {

    @Autowired
    Sentences sentences;

    @Test
    void a_robot_is_given_counts_of_its_unit_in_the_morning_and_hazards_at_once() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot = withRobot(new Robot("hqc", Robot.Kind.WECOM, group.url(), null));
            RobotChannel robot = robotChannel(withRobot);
            Notices toRobot = new Notices(outbox, digests, withRobot, clock);
            toRobot.on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, false));
            toRobot.on(new WorkWaits("t2", "C1", "handle.department", "rsc", List.of(), true, false));
            toRobot.on(new WorkWaits("t3", "C1", "sign", "hqc", List.of(), false, false));
            assertThat(notices()).isOne();
            deliver(robot);
            assertThat(group.heard()).isEmpty();

            TestTime.set(NEXT_MORNING);
            group.answer(200, "{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}");
            deliver(robot);
            group.answer(503, "");
            TestTime.set("2026-03-03T08:01:00");
            deliver(robot);
            group.answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
            group.forget();
            TestTime.set("2026-03-03T08:03:00");
            deliver(robot);
            deliver(robot);

            String hqc = university.unit("hqc").orElseThrow().name();
            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard)
                            .contains("\"msgtype\":\"text\"", hqc + "：您单位有 3 件待签收")
                            .doesNotContain("C1", "rsc", "紧急"));

            assertThat(database.queryForList("select state from notice where trouble is not null", String.class))
                    .as("what went in the end says no trouble")
                    .isEmpty();

            group.forget();
            toRobot.on(new WorkWaits("t4", "C2", "handle.department", "hqc", List.of(), true, true));
            deliver(robot);
            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard).contains("【紧急】", hqc).doesNotContain("C2"));
        }
    }

    @Test
    void a_robot_of_dingtalk_for_the_whole_university_signs_and_has_a_line_for_every_unit() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot =
                    withRobot(new Robot(null, Robot.Kind.DINGTALK, group.url(), "this is secret"));
            RobotChannel robot = robotChannel(withRobot);
            Notices toRobot = new Notices(outbox, digests, withRobot, clock);
            toRobot.on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, false));
            TestTime.set(NEXT_MORNING);

            deliver(robot);

            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard)
                            .contains("：您单位有 3 件待签收", "：您单位有 1 件待签收")
                            .contains("?key=k&timestamp=" + TestTime.now().toEpochMilli() + "&sign="));
        }
    }

    @Test
    void a_message_that_a_robot_does_not_take_is_not_repeated_and_says_why() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot = withRobot(new Robot("hqc", Robot.Kind.WECOM, group.url(), null));
            RobotChannel robot = robotChannel(withRobot);
            new Notices(outbox, digests, withRobot, clock)
                    .on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, true));
            group.answer(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url " + group.url() + "\"}");
            deliver(robot);
            TestTime.set(NEXT_MORNING);
            deliver(robot);

            assertThat(group.heard()).hasSize(1);
            assertThat(database.queryForList("select state || ' ' || trouble from notice", String.class))
                    .containsExactly("FAILED wecom 93000");
        }
    }

    @Test
    void a_robot_that_says_later_holds_up_what_is_for_it_and_nothing_else() throws Exception {
        try (ChatGroup busy = new ChatGroup();
                ChatGroup other = new ChatGroup()) {
            NotificationProperties withRobots = withRobot(
                    new Robot("hqc", Robot.Kind.WECOM, busy.url(), null),
                    new Robot("rsc", Robot.Kind.WECOM, other.url(), null));
            RobotChannel robots = robotChannel(withRobots);
            Notices toRobots = new Notices(outbox, digests, withRobots, clock);
            toRobots.on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, true));
            toRobots.on(new WorkWaits("t2", "C2", "handle.department", "hqc", List.of(), true, true));
            toRobots.on(new WorkWaits("t3", "C3", "handle.department", "rsc", List.of(), true, true));

            busy.answer(200, "{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}");
            deliver(robots);

            assertThat(busy.heard()).as("asked once, and left alone").hasSize(1);
            assertThat(other.heard()).hasSize(1);

            busy.answer(429, "");
            TestTime.set("2026-03-02T10:05:00");
            toRobots.on(new WorkWaits("t4", "C4", "handle.department", "rsc", List.of(), true, true));
            deliver(robots);
            assertThat(busy.heard()).hasSize(2);
            assertThat(other.heard()).hasSize(2);

            busy.answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
            TestTime.set("2026-03-02T10:30:00");
            deliver(robots);
            assertThat(busy.heard()).hasSize(4);
            assertThat(other.heard()).hasSize(2);
        }
    }

    @Test
    void dingtalks_signature_is_the_one_that_it_computes() {
        // By OpenSSL: printf '1577262236757\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary |
        // base64
        assertThat(RobotChannel.signature(1577262236757L, "this is secret"))
                .isEqualTo("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=");
    }

    @Test
    void the_engine_counts_by_unit_what_waits_to_be_received() {
        int before = openWork.toReceive().getOrDefault("jsj", 0);
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        assertThat(openWork.toReceive()).containsEntry("jsj", before + 1);

        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        assertThat(openWork.toReceive().getOrDefault("jsj", 0)).isEqualTo(before);
    }

    // -----------------------------------------------------------------------------------------------------------------

    private NotificationProperties withRobot(Robot... robots) {
        return new NotificationProperties(
                properties.digestAt(), null, properties.giveUpAfter(), properties.keep(), List.of(robots), List.of());
    }

    private RobotChannel robotChannel(NotificationProperties withRobot) {
        OpenWork work = Mockito.mock(OpenWork.class);
        Mockito.when(work.toReceive()).thenReturn(Map.of("hqc", 3, "rsc", 1));
        return new RobotChannel(withRobot, work, university, sentences, addresses, clock);
    }
}
