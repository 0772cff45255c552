package org.shangda.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.shangda.probe.Http;

/** The running product, to people of the demonstration university. */
class Target {

    /** What begins so is asked with a session of the engine's pages, everything else with a password. */
    static final String PAGES = "/camunda";

    private static final String PASSWORD = "demo";

    private final int port;
    private final Map<String, Http> sessions = new HashMap<>();
    private final Http plain;

    Target(int port) {
        this.port = port;
        this.plain = new Http(port);
    }

    HttpResponse<String> send(Shot shot) {
        Http http = shot.path().startsWith(PAGES) ? session(shot.person()) : plain;
        var request = HttpRequest.newBuilder(URI.create(http.server() + shot.path()))
                .timeout(Duration.ofSeconds(60))
                .method(
                        shot.method(),
                        shot.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(shot.body()));
        if (shot.type() != null) {
            request.header("Content-Type", shot.type());
        }
        if (http == plain) {
            request.header("Authorization", Http.basic(shot.person(), PASSWORD));
        } else {
            request.header("X-XSRF-TOKEN", String.valueOf(http.cookie("XSRF-TOKEN")));
        }
        shot.headers().forEach(request::setHeader);
        HttpResponse<String> answer = http.send(request.build());
        if (http != plain && answer.statusCode() == 401) {
            // Logged out by what was sent before.
            sessions.remove(shot.person());
        }
        return answer;
    }

    private Http session(String person) {
        return sessions.computeIfAbsent(person, one -> {
            Http http = new Http(port);
            http.logInAt(one.equals("admin") ? "admin" : one.equals("yebo") ? "cockpit" : "tasklist", one, PASSWORD);
            return http;
        });
    }
}
