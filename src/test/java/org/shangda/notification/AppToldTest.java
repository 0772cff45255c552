package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.HandlingReminded;
import org.shangda.work.WorkWaits;
import org.springframework.beans.factory.annotation.Autowired;

/** A message of one's own on the phone: what a mail says, in short, with a link; and what becomes of it in the outbox. */
@ShangdaTest
class AppToldTest extends Told {

    @Autowired
    Telling telling;

    @AfterEach
    void over() {
        cases.endAll();
    }

    @ParameterizedTest
    @EnumSource
    void what_waits_comes_in_the_morning_beside_the_mail_and_hazards_at_once(App.Kind kind) throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(kind));
            String number = waiting(with, false);
            assertThat(states(number, kind)).containsExactly("WAITING");
            deliver(channel(kind, with));
            assertThat(vendor.messages()).isEmpty();

            TestTime.set(NEXT_MORNING);
            deliver(channel(kind, with));
            deliver(channel(kind, with));

            String task = cases.task(number, "UserTask_Handle").getId();
            assertThat(vendor.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message)
                            .contains("u-" + SECRETARY, "上达：您有 ", "党支部办理", number, "reports/desk.html")
                            .doesNotContain("漏水", "陈宇", "Shangda"));
            assertThat(states(number, kind)).containsExactly("SENT");
            assertThat(states(number, SECRETARY)).as("by mail").contains("WAITING");

            String hazard = waiting(with, true);
            deliver(channel(kind, with));
            assertThat(vendor.messages())
                    .hasSize(2)
                    .last()
                    .satisfies(message -> assertThat(message).contains(hazard, "有安全隐患待您办理"));
            assertThat(task).isNotEmpty();
        }
    }

    @Test
    void one_thing_opens_with_one_touch() throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(App.Kind.WECOM));
            String number = waiting(with, true);
            deliver(channel(App.Kind.WECOM, with));
            assertThat(vendor.messages())
                    .singleElement()
                    .asString()
                    .contains("desk.html#task="
                            + cases.task(number, "UserTask_Handle").getId());
        }
    }

    @Test
    void it_is_in_the_readers_language() throws Exception {
        languages.choose(SECRETARY, "en");
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(App.Kind.WECOM));
            waiting(with, true);
            deliver(channel(App.Kind.WECOM, with));
            assertThat(vendor.messages())
                    .singleElement()
                    .asString()
                    .contains("Shangda: a safety hazard waits for you", "\"btntxt\":\"Open\"")
                    .doesNotContain("编号", "打开");
        }
    }

    @Test
    void whom_the_vendor_does_not_know_is_left_out_and_counted() throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            vendor.answers("{\"errcode\":81013,\"errmsg\":\"user & party & tag all invalid\"}");
            NotificationProperties with = with(vendor.app(App.Kind.WECOM));
            String number = waiting(with, true);
            deliver(channel(App.Kind.WECOM, with));
            deliver(channel(App.Kind.WECOM, with));

            assertThat(states(number, App.Kind.WECOM)).containsExactly("UNKNOWN_USER");
            assertThat(vendor.messages()).hasSize(1);
        }
    }

    @Test
    void an_application_that_is_not_let_in_is_tried_for_days_says_why_and_then_is_given_up() throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(App.Kind.WECOM));
            waiting(with, true);
            waiting(with, true);
            vendor.answers("{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}");
            deliver(channel(App.Kind.WECOM, with));
            assertThat(vendor.messages()).as("the others would not go either").hasSize(1);
            String number = database.queryForObject(
                    "select number from notice where trouble = 'wecom 60020' and state = 'WAITING'", String.class);
            database.update("delete from notice where number <> ?", number);

            TestTime.set("2026-03-05T11:00:00");
            vendor.answers("{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}");
            deliver(channel(App.Kind.WECOM, with));

            assertThat(states(number, App.Kind.WECOM)).containsExactly("FAILED");
            assertThat(trouble(number)).isEqualTo("wecom 60020");
        }
    }

    @Test
    void a_message_that_is_refused_is_not_repeated_and_holds_nobody_up() throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(App.Kind.DINGTALK));
            String first = waiting(with, true);
            String second = waiting(with, true);
            vendor.answers("{\"errcode\":400002,\"errmsg\":\"wrong parameter\"}");
            deliver(channel(App.Kind.DINGTALK, with));
            deliver(channel(App.Kind.DINGTALK, with));

            assertThat(vendor.messages()).hasSize(2);
            assertThat(List.of(
                            states(first, App.Kind.DINGTALK).get(0),
                            states(second, App.Kind.DINGTALK).get(0)))
                    .containsExactlyInAnyOrder("FAILED", "SENT");
        }
    }

    @Test
    void a_reminder_comes_by_each_way_in_which_the_person_was_told() throws Exception {
        try (AppAtVendor vendor = new AppAtVendor()) {
            NotificationProperties with = with(vendor.app(App.Kind.WECOM));
            String number = waiting(with, false);
            TestTime.set(NEXT_MORNING);
            deliver(channel(App.Kind.WECOM, with));

            notices(with).on(new HandlingReminded(number, List.of(SECRETARY)));
            TestTime.set("2026-03-04T08:00:00");
            deliver(channel(App.Kind.WECOM, with));

            assertThat(vendor.messages()).hasSize(2);
        }
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    /** A concern at the branch, of which nobody has been told yet but by the notices of a product that has the application. */
    private String waiting(NotificationProperties with, boolean urgent) {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        database.update("delete from notice where number = ?", number);
        String task = cases.task(number, "UserTask_Handle").getId();
        notices(with).on(new WorkWaits(task, number, "handle.branch", "jsj1", List.of(SECRETARY), false, urgent));
        assertThat(states(number, COLLEGE_CLERK)).isEmpty();
        return number;
    }

    private Notices notices(NotificationProperties with) {
        return new Notices(outbox, digests, with, clock);
    }

    private AppChannel channel(App.Kind kind, NotificationProperties with) {
        return new AppChannel(kind, with, telling, clock);
    }

    private NotificationProperties with(App app) {
        return new NotificationProperties(
                properties.digestAt(), null, properties.giveUpAfter(), properties.keep(), List.of(), List.of(app));
    }

    private List<String> states(String number, App.Kind kind) {
        return database.queryForList(
                "select state from notice where number = ? and channel = ?", String.class, number, kind.code());
    }

    private String trouble(String number) {
        return database.queryForObject(
                "select trouble from notice where number = ? and channel <> 'mail'", String.class, number);
    }
}
