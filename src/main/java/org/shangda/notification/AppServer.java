package org.shangda.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.shangda.notification.Channel.Refused;
import org.shangda.notification.Channel.Unreachable;

/**
 * The vendor's server, asked as an application. Its token is kept until shortly before it is over, and fetched anew when the
 * server no longer takes it.
 */
class AppServer {

    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);
    private static final long USUAL_SECONDS = 7200;

    /**
     * Address not allowed, no right, no such application, wrong secret: then no other message goes either. Both vendors number
     * them so.
     */
    private static final Set<Integer> ABOUT_THE_APPLICATION =
            Set.of(60020, 60011, 48002, 40056, 301002, 40001, 40013, 40014, 42001, 40089, 40096);

    private final App app;
    private final VendorServer server;
    private final Clock clock;

    private String token;
    private Instant tokenUntil = Instant.EPOCH;

    AppServer(App app, Clock clock) {
        this.app = app;
        this.server = new VendorServer(app.kind().code());
        this.clock = clock;
    }

    /**
     * @return whether the server knows the person, so that the message is theirs
     * @throws Unreachable when it cannot be reached, is busy, or does not let the application in
     * @throws Refused when it does not take this message
     */
    boolean send(String person, MailText.Brief brief) throws Unreachable {
        JsonNode answer = post(app.message(person, brief));
        if (app.kind().saysStaleToken(VendorServer.code(answer))) {
            token = null;
            answer = post(app.message(person, brief));
        }
        int code = VendorServer.code(answer);
        if (app.kind().saysUnknownUser(code, answer)) {
            return false;
        }
        if (app.kind().saysBusy(code) || ABOUT_THE_APPLICATION.contains(code)) {
            throw server.closed(code);
        }
        if (code != 0) {
            throw server.refused(code);
        }
        return true;
    }

    private JsonNode post(Object message) throws Unreachable {
        return server.post(app.sendAddress(token()), message);
    }

    private synchronized String token() throws Unreachable {
        if (token == null || !clock.instant().isBefore(tokenUntil)) {
            JsonNode answer = server.get(app.tokenAddress());
            String given = answer.path("access_token").asText("");
            if (VendorServer.code(answer) != 0 || given.isEmpty()) {
                throw server.closed(VendorServer.code(answer));
            }
            token = given;
            tokenUntil = clock.instant()
                    .plusSeconds(answer.path("expires_in").asLong(USUAL_SECONDS))
                    .minus(BEFORE_ITS_END);
        }
        return token;
    }
}
