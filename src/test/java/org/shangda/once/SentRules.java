package org.shangda.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.shangda.Modeler;
import org.shangda.probe.Http;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is sent to the page of rules: a table of which nothing but its description changes. */
final class SentRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntSupplier port;
    private final Supplier<JdbcTemplate> database;

    SentRules(IntSupplier port, Supplier<JdbcTemplate> database) {
        this.port = port;
        this.database = database;
    }

    Map<String, Function<Integer, HttpRequest>> requests() {
        return Map.of(
                "POST /api/rules/files",
                this::upload,
                "POST /api/rules/what-if",
                n -> upload("/api/rules/what-if", "level-deadlines.dmn", Modeler.shipped("level-deadlines.dmn")),
                "POST /api/rules/back",
                n -> {
                    long now = database.get().queryForObject("select max(id) from rule_change", Long.class);
                    new Http(port.getAsInt()).send(upload(n));
                    return json("/api/rules/back", Map.of("change", now, "reason", "once"));
                },
                "POST /api/rules/decision",
                n -> {
                    new Http(port.getAsInt()).send(upload(n));
                    return json(
                            "/api/rules/decision",
                            Map.of("choices", Map.of("bpmn/summary-tiers.dmn", "shipped"), "reason", "once"));
                });
    }

    static void takeBack(RepositoryService repository) {
        Modeler.takeBack(
                repository,
                repository.createDeploymentQuery().deploymentName("shangda-page").list().stream()
                        .map(Deployment::getId)
                        .toArray(String[]::new));
    }

    private HttpRequest upload(int n) {
        String table =
                Modeler.shipped("bpmn/summary-tiers.dmn").replaceFirst("<description>", "<description>" + n + "：");
        return upload("/api/rules/files?reason=once", "summary-tiers.dmn", table);
    }

    private HttpRequest upload(String path, String file, String table) {
        String body = "--once\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n"
                + table + "\r\n--once--\r\n";
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=once")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest json(String path, Object body) {
        try {
            return request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                .header("Authorization", Http.basic("admin", "demo"));
    }
}
