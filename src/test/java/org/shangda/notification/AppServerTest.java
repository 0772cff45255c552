package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangda.notification.Channel.Unreachable;
import org.shangda.notification.MailText.Brief;

/** An application at WeCom or DingTalk: its token, and what the server's answers mean. */
class AppServerTest {

    private static final Brief BRIEF = new Brief(
            "上达：您有 1 件事项待办", List.of("您好！您有 1 件事项待办：", "· 党支部办理 编号：SD26-1"), "http://localhost/desk#task=1", "打开");

    private final Time clock = new Time();
    private AppAtVendor vendor;

    @BeforeEach
    void start() throws Exception {
        vendor = new AppAtVendor();
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void wecom_gets_a_card_for_one_user_of_the_application() throws Exception {
        assertThat(server(App.Kind.WECOM).send("zhangwei", BRIEF)).isTrue();

        assertThat(vendor.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("/cgi-bin/message/send?access_token=t1")
                        .contains("\"touser\":\"u-zhangwei\"", "\"msgtype\":\"textcard\"", "\"agentid\":1000002")
                        .contains("上达：您有 1 件事项待办", "SD26-1", "http://localhost/desk#task=1", "\"btntxt\":\"打开\""));
    }

    @Test
    void dingtalk_gets_a_card_for_one_user_of_the_application() throws Exception {
        assertThat(server(App.Kind.DINGTALK).send("zhangwei", BRIEF)).isTrue();

        assertThat(vendor.messages())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("/topapi/message/corpconversation/asyncsend_v2?access_token=t1")
                        .contains(
                                "\"userid_list\":\"u-zhangwei\"", "\"msgtype\":\"action_card\"", "\"agent_id\":1000002")
                        .contains(
                                "SD26-1",
                                "\"single_url\":\"http://localhost/desk#task=1\"",
                                "\"single_title\":\"打开\""));
    }

    // --- the token ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void a_token_is_kept_until_shortly_before_it_is_over(App.Kind kind) throws Exception {
        AppServer server = server(kind);
        server.send("zhangwei", BRIEF);
        clock.now = clock.now.plus(Duration.ofMinutes(114));
        server.send("zhangwei", BRIEF);
        assertThat(vendor.tokens()).isOne();

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        server.send("zhangwei", BRIEF);

        assertThat(vendor.tokens()).isEqualTo(2);
        assertThat(vendor.messages()).last().asString().contains("access_token=t2");
    }

    @ParameterizedTest
    @CsvSource({"WECOM,40014", "WECOM,42001", "DINGTALK,40014", "DINGTALK,42001"})
    void a_token_that_the_server_no_longer_takes_is_fetched_anew_and_the_message_goes(App.Kind kind, int code)
            throws Exception {
        AppServer server = server(kind);
        server.send("zhangwei", BRIEF);
        vendor.answers(error(code));

        assertThat(server.send("zhangwei", BRIEF)).isTrue();

        assertThat(vendor.tokens()).isEqualTo(2);
        assertThat(vendor.messages()).hasSize(3).last().asString().contains("access_token=t2");
    }

    @ParameterizedTest
    @EnumSource
    void a_token_that_another_product_has_replaced_is_fetched_anew(App.Kind kind) throws Exception {
        AppServer server = server(kind);
        server.send("zhangwei", BRIEF);
        vendor.handOutAnother();

        assertThat(server.send("zhangwei", BRIEF)).isTrue();

        assertThat(vendor.messages()).last().asString().contains("access_token=t3");
    }

    /** The vendor itself tells them from the right ones, and quotes what it was sent. */
    @ParameterizedTest
    @CsvSource({"WECOM,corp,wr0ng", "WECOM,wr0ng,s3cret&of=app", "DINGTALK,corp,wr0ng", "DINGTALK,wr0ng,s3cret&of=app"})
    void only_the_right_id_and_secret_let_the_application_in(App.Kind kind, String corp, String secret) {
        AppServer server = new AppServer(vendor.app(kind, corp, secret), clock);

        assertThatThrownBy(() -> server.send("zhangwei", BRIEF))
                .isInstanceOf(Unreachable.class)
                .hasMessage(kind.code() + " 40001");
        assertThat(vendor.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_the_fresh_one_is_not_taken_either_it_is_not_tried_for_ever(App.Kind kind) {
        vendor.answers(IntStream.range(0, 9).mapToObj(n -> error(40014)).toArray(String[]::new));

        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF))
                .isInstanceOf(Unreachable.class)
                .hasMessage(kind.code() + " 40014");

        assertThat(vendor.messages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"WECOM,40001", "WECOM,40013", "DINGTALK,40089"})
    void a_wrong_secret_or_number_of_the_university_lets_nobody_in(App.Kind kind, int code) {
        vendor.tokenAnswer(error(code));

        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF))
                .isInstanceOf(Unreachable.class)
                .hasMessage(kind.code() + " " + code);
        assertThat(vendor.messages()).isEmpty();
    }

    // --- what its answers mean ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"WECOM,81013", "WECOM,60111", "DINGTALK,33012", "DINGTALK,60121"})
    void whom_the_server_does_not_know_gets_no_message_and_that_is_final(App.Kind kind, int code) throws Exception {
        vendor.answers(error(code));

        assertThat(server(kind).send("nobody", BRIEF)).isFalse();
    }

    @Test
    void wecom_says_of_an_unknown_user_in_an_answer_that_is_good() throws Exception {
        vendor.answers("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"u-nobody\"}");
        assertThat(server(App.Kind.WECOM).send("nobody", BRIEF)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WECOM,45009",
        "WECOM,-1",
        "WECOM,60020",
        "WECOM,48002",
        "DINGTALK,90018",
        "DINGTALK,88",
        "DINGTALK,60020"
    })
    void a_server_that_is_busy_or_lets_the_application_not_in_gets_no_other_message_now(App.Kind kind, int code) {
        vendor.answers(error(code));

        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF))
                .isInstanceOf(Unreachable.class)
                .hasMessage(kind.code() + " " + code);
    }

    /** Its 88 says only that there is a code beside it. */
    @Test
    void dingtalk_says_in_a_second_code_what_is_wrong() throws Exception {
        AppServer server = server(App.Kind.DINGTALK);
        server.send("zhangwei", BRIEF);
        vendor.answers(wrapped("40014"));
        assertThat(server.send("zhangwei", BRIEF)).as("a stale token").isTrue();

        vendor.answers(wrapped("60121"));
        assertThat(server.send("nobody", BRIEF)).as("an unknown user").isFalse();

        vendor.answers(wrapped("60011"));
        assertThatThrownBy(() -> server.send("zhangwei", BRIEF))
                .isInstanceOf(Unreachable.class)
                .hasMessage("dingtalk 60011");
        vendor.answers(wrapped("400002"));
        assertThatThrownBy(() -> server.send("zhangwei", BRIEF))
                .isInstanceOf(Channel.Refused.class)
                .hasMessage("dingtalk 400002");
    }

    private static String wrapped(String code) {
        return "{\"errcode\":88,\"sub_code\":\"" + code + "\",\"sub_msg\":\"whatever\",\"errmsg\":\"ding talk error\"}";
    }

    @ParameterizedTest
    @EnumSource
    void any_other_answer_is_about_this_message_alone(App.Kind kind) {
        vendor.answers(error(44004));

        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF))
                .isInstanceOf(Channel.Refused.class)
                .hasMessage(kind.code() + " 44004");
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_is_down_or_says_something_else_is_tried_later(App.Kind kind) {
        vendor.status(502);
        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF)).isInstanceOf(Unreachable.class);
        vendor.status(200);
        vendor.answers("<html>");
        assertThatThrownBy(() -> server(kind).send("zhangwei", BRIEF)).isInstanceOf(Unreachable.class);
        AppServer gone = server(kind);
        vendor.close();
        assertThatThrownBy(() -> gone.send("zhangwei", BRIEF)).isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_could_come_into_a_log_has_the_secret_or_the_token_in_it(App.Kind kind) {
        App app = vendor.app(kind);
        AppServer gone = server(kind);
        vendor.close();

        assertThat(app.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> gone.send("zhangwei", BRIEF))
                .satisfies(failure ->
                        assertThat(failure + " " + failure.getCause()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_vendor_quotes_is_not_in_it_either(App.Kind kind) {
        String quoting = "{\"errcode\":%d,\"errmsg\":\"s3cret access_token=t1\"}";
        AppServer server = server(kind);
        vendor.answers(quoting.formatted(44004), quoting.formatted(60020));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> server.send("zhangwei", BRIEF))
                    .satisfies(failure ->
                            assertThat(failure + " " + failure.getCause()).doesNotContain("s3cret", "access_token"));
        }
    }

    @Test
    void a_card_has_as_many_whole_lines_as_there_is_room_for() {
        Brief many = new Brief("t", List.of("字".repeat(100), "字".repeat(60), "字".repeat(100)), "l", "b");
        assertThat(many.within(512)).isEqualTo("字".repeat(100) + "\n" + "字".repeat(60));
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    private AppServer server(App.Kind kind) {
        return new AppServer(vendor.app(kind), clock);
    }

    private static String error(int code) {
        return "{\"errcode\":" + code + ",\"errmsg\":\"whatever\"}";
    }

    private static class Time extends Clock {

        private Instant now = Instant.parse("2026-03-02T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
