package org.shangda.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shangda.notification.Channel.Unreachable;

/**
 * The vendor's server, asked as an application. Its token is kept until shortly before it is over, and fetched anew when the
 * server no longer takes it. Addresses carry secrets: nothing of them is in what is thrown.
 */
class AppServer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);
    private static final long USUAL_SECONDS = 7200;

    private final App app;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private String token;
    private Instant tokenUntil = Instant.EPOCH;

    AppServer(App app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * @return whether the server knows the person, so that the message is theirs
     * @throws Unreachable when it cannot be reached, is busy, or does not let the application in
     * @throws Refused when it does not take this message
     */
    boolean send(String person, MailText.Brief brief) throws Unreachable {
        JsonNode answer = post(app.message(person, brief));
        if (app.kind().saysStaleToken(code(answer))) {
            token = null;
            answer = post(app.message(person, brief));
        }
        int code = code(answer);
        if (app.kind().saysUnknownUser(code, answer)) {
            return false;
        }
        if (code != 0 && (app.kind().saysBusy(code) || isAboutTheApplication(code))) {
            throw closed(code);
        }
        if (code != 0) {
            throw new Refused(trouble(code));
        }
        return true;
    }

    /** A message that the server did not take; the next one may be another matter. */
    static class Refused extends RuntimeException {

        Refused(String trouble) {
            super(trouble);
        }
    }

    /** Address not allowed, no right, no such application: then no other message goes either. Both vendors number them so. */
    private static boolean isAboutTheApplication(int code) {
        return code == 60020
                || code == 60011
                || code == 48002
                || code == 40056
                || code == 301002
                || isAboutTheSecret(code);
    }

    private static boolean isAboutTheSecret(int code) {
        return code == 40001 || code == 40013 || code == 40014 || code == 42001 || code == 40089 || code == 40096;
    }

    private JsonNode post(Object message) throws Unreachable {
        URI address = app.sendAddress(token());
        try {
            return ask(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(message))));
        } catch (IOException e) {
            throw new Unreachable(app.kind().code() + " " + e.getClass().getSimpleName(), e);
        }
    }

    private synchronized String token() throws Unreachable {
        if (token == null || !clock.instant().isBefore(tokenUntil)) {
            JsonNode answer;
            try {
                answer = ask(HttpRequest.newBuilder(app.tokenAddress()).GET());
            } catch (IOException e) {
                throw new Unreachable(app.kind().code() + " " + e.getClass().getSimpleName(), e);
            }
            if (code(answer) != 0 || answer.path("access_token").asText("").isEmpty()) {
                throw closed(code(answer));
            }
            token = answer.path("access_token").asText();
            tokenUntil = clock.instant()
                    .plusSeconds(answer.path("expires_in").asLong(USUAL_SECONDS))
                    .minus(BEFORE_ITS_END);
        }
        return token;
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, Unreachable {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw closed(answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(app.kind().code() + " interrupted", e);
        }
    }

    private Unreachable closed(int code) {
        return new Unreachable(trouble(code), new IOException(trouble(code)));
    }

    private String trouble(int code) {
        return app.kind().code() + " " + code;
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(answer.path("code").asInt(-1));
    }
}
