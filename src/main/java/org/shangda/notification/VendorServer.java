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
import java.time.Duration;
import org.shangda.notification.Channel.Closed;
import org.shangda.notification.Channel.Refused;
import org.shangda.notification.Channel.Unreachable;

/**
 * A server of WeCom or DingTalk. Whatever it thinks of a request, it says 200 and a code of its own, which is 0 when all is
 * well. Addresses carry secrets: nothing of them is in what is thrown.
 *
 * @param vendor as it stands before its codes
 */
record VendorServer(String vendor) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With which DingTalk wraps the code of whatever stands behind it. */
    private static final int WRAPPED = 88;

    JsonNode get(URI address) throws Unreachable {
        return ask(HttpRequest.newBuilder(address).GET());
    }

    JsonNode post(URI address, Object message) throws Unreachable {
        return ask(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(JSON.valueToTree(message).toString())));
    }

    private JsonNode ask(HttpRequest.Builder request) throws Unreachable {
        try {
            HttpResponse<String> answer = HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw closed(answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Unreachable(vendor + " " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(vendor + " interrupted", e);
        }
    }

    /** @return -1, "busy" at both, where it says none */
    static int code(JsonNode answer) {
        int code = answer.path("errcode").asInt(answer.path("code").asInt(-1));
        return code == WRAPPED ? answer.path("sub_code").asInt(WRAPPED) : code;
    }

    /** It takes no other message now either. */
    Closed closed(int code) {
        return new Closed(trouble(code));
    }

    /** It does not take this message. */
    Refused refused(int code) {
        return new Refused(trouble(code));
    }

    private String trouble(int code) {
        return vendor + " " + code;
    }
}
