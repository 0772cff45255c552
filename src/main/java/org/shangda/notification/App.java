package org.shangda.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An application of a university's own at WeCom or DingTalk, which sends people messages of their own.
 *
 * @param kind {@code wecom} or {@code dingtalk}
 * @param corp corp id at WeCom (企业 ID), app key at DingTalk
 * @param agent the application's number (AgentId)
 * @param secret the application's secret
 * @param server its address, default the vendor's
 * @param user how somebody's user id there is made of the staff number <code>{id}</code>, default the same
 */
record App(Kind kind, String corp, long agent, String secret, URI server, String user) {

    /** What differs between the two, by their own documents of late 2025. */
    enum Kind {
        /** <a href="https://developer.work.weixin.qq.com/document/path/90313">codes</a>. */
        WECOM(
                "https://qyapi.weixin.qq.com",
                "/cgi-bin/gettoken?corpid=%s&corpsecret=%s",
                "/cgi-bin/message/send?access_token=%s",
                Set.of(40014, 42001),
                Set.of(40003, 40031, 60111, 81013, 82001),
                Set.of(-1, 6000, 45009, 45033)),
        /** <a href="https://open.dingtalk.com/document/orgapp/error-code-2">codes</a>. */
        DINGTALK(
                "https://oapi.dingtalk.com",
                "/gettoken?appkey=%s&appsecret=%s",
                "/topapi/message/corpconversation/asyncsend_v2?access_token=%s",
                Set.of(40001, 40014, 42001),
                Set.of(33012, 40031, 60121),
                Set.of(-1, 88, 90002, 90005, 90006, 90018, 41047, 41048));

        private final String home;
        private final String token;
        private final String send;
        private final Set<Integer> staleToken;
        private final Set<Integer> unknownUser;
        private final Set<Integer> busy;

        Kind(
                String home,
                String token,
                String send,
                Set<Integer> staleToken,
                Set<Integer> unknownUser,
                Set<Integer> busy) {
            this.home = home;
            this.token = token;
            this.send = send;
            this.staleToken = staleToken;
            this.unknownUser = unknownUser;
            this.busy = busy;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The token is over, or was replaced, before its time. */
        boolean saysStaleToken(int code) {
            return staleToken.contains(code);
        }

        /** Too much at once, or out of order for a while. */
        boolean saysBusy(int code) {
            return busy.contains(code);
        }

        /** There is no such user, or they may not use the application. WeCom says so of one of several in a list of its own. */
        boolean saysUnknownUser(int code, JsonNode answer) {
            return unknownUser.contains(code)
                    || code == 0
                            && !(answer.path("invaliduser").asText("")
                                            + answer.path("unlicenseduser").asText(""))
                                    .isEmpty();
        }
    }

    App {
        if (kind == null || corp == null || secret == null || agent <= 0) {
            throw new IllegalArgumentException("shangda.notification.apps: kind, corp, agent and secret are needed");
        }
        server = server == null ? URI.create(kind.home) : server;
        user = user == null ? "{id}" : user;
        if (!user.contains("{id}")) {
            throw new IllegalArgumentException("shangda.notification.apps: user has to contain {id}");
        }
    }

    URI tokenAddress() {
        return address(kind.token, corp, secret);
    }

    URI sendAddress(String token) {
        return address(kind.send, token);
    }

    private URI address(String path, Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = URLEncoder.encode(values[i].toString(), StandardCharsets.UTF_8);
        }
        return URI.create(server.toString().replaceAll("/+$", "") + path.formatted(values));
    }

    /** A card with one button. */
    Map<String, Object> message(String person, MailText.Brief brief) {
        String to = user.replace("{id}", person);
        return switch (kind) {
            case WECOM ->
                Map.of(
                        "touser",
                        to,
                        "msgtype",
                        "textcard",
                        "agentid",
                        agent,
                        "textcard",
                        Map.of(
                                "title",
                                brief.title(),
                                "description",
                                brief.within(512),
                                "url",
                                brief.link(),
                                "btntxt",
                                brief.button()));
            case DINGTALK ->
                Map.of(
                        "agent_id",
                        agent,
                        "userid_list",
                        to,
                        "msg",
                        Map.of(
                                "msgtype",
                                "action_card",
                                "action_card",
                                Map.of(
                                        "title",
                                        brief.title(),
                                        "markdown",
                                        "### " + brief.title() + "\n\n"
                                                + brief.within(1_500).replace("\n", "\n\n"),
                                        "single_title",
                                        brief.button(),
                                        "single_url",
                                        brief.link())));
        };
    }

    /** Without its secret: settings come into logs. */
    @Override
    public String toString() {
        return "App[" + kind + ", " + agent + ", " + server + "]";
    }
}
