package org.shangda.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.shangda.probe.Http;

/** The product as it answers from outside, to people of the demonstration university and to nobody in particular. */
class OverHttp {

    /** A caller without a login. */
    static final String NOBODY = "";

    static final String PASSWORD = "demo";
    static final String RAISE = "/engine-rest/process-definition/key/concern-escalation/submit-form";

    static final String COLLECT = "/engine-rest/process-definition/key/concern-collection/submit-form";

    private static final ObjectMapper JSON = new ObjectMapper();

    record Answer(int status, String type, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    OverHttp(int port) {
        server = "http://localhost:" + port;
    }

    Answer get(String person, String path) {
        return send(person, "GET", path, null);
    }

    /** @param body sent as it is when it is a text, otherwise as JSON */
    Answer post(String person, String path, Object body, String... headers) {
        return send(person, "POST", path, body, headers);
    }

    Answer send(String person, String method, String path, Object body, String... headers) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!person.equals(NOBODY)) {
            request.header("Authorization", Http.basic(person, PASSWORD));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        var answer = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    /** A file, or what is said instead of it. */
    HttpResponse<byte[]> bytes(String person, String path) {
        return send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", Http.basic(person, PASSWORD))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Submits a task's form as Tasklist does. */
    Answer submit(String person, String task, Map<String, ?> form) {
        return post(person, "/engine-rest/task/" + task + "/submit-form", variables(form));
    }

    Answer claim(String person, String task) {
        return post(person, "/engine-rest/task/" + task + "/claim", Map.of("userId", person));
    }

    /** A form's values as Tasklist sends them. */
    static String variables(Map<String, ?> form) {
        ObjectNode variables = JSON.createObjectNode();
        form.forEach((key, value) -> {
            ObjectNode variable = variables.putObject(key);
            if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
                variable.put("value", json(value)).put("type", "Json");
            } else {
                variable.set("value", JSON.valueToTree(value));
            }
        });
        return JSON.createObjectNode().set("variables", variables).toString();
    }

    static String json(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
