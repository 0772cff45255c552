package org.shangda.once;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.shangda.Cases;
import org.shangda.probe.Http;

/** What is sent to the page of leave: a colleague's own, of the same days each time. */
final class SentAbsences {

    private static final String LEAVE = "/api/absences/" + Cases.COLLEAGUE + "/2026-03-02";

    private SentAbsences() {}

    static Map<String, Function<Integer, HttpRequest>> of(IntSupplier port) {
        return Map.of(
                "POST /api/absences",
                n -> {
                    takeBack(port);
                    return enter(port);
                },
                "POST /api/absences/{person}/{firstDay}/end",
                n -> {
                    entered(port);
                    return json(port, LEAVE + "/end", "{\"lastDay\": \"2026-03-03\"}");
                },
                "DELETE /api/absences/{person}/{firstDay}",
                n -> {
                    entered(port);
                    return delete(port);
                });
    }

    static void takeBack(IntSupplier port) {
        new Http(port.getAsInt()).send(delete(port));
    }

    private static void entered(IntSupplier port) {
        takeBack(port);
        new Http(port.getAsInt()).send(enter(port));
    }

    private static HttpRequest enter(IntSupplier port) {
        String days = "\"firstDay\": \"2026-03-02\", \"lastDay\": \"2026-03-05\"}";
        return json(port, "/api/absences", "{\"person\": \"" + Cases.COLLEAGUE + "\", " + days);
    }

    private static HttpRequest delete(IntSupplier port) {
        return request(port, LEAVE).DELETE().build();
    }

    private static HttpRequest json(IntSupplier port, String path, String body) {
        return request(port, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest.Builder request(IntSupplier port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
                .header("Authorization", Http.basic(Cases.COLLEAGUE, "demo"));
    }
}
