package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;
import static org.shangda.probe.Http.basic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.refusal.Failures;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * More half-sent requests than the server has threads. In the tests it would wait for them for many minutes; whoever is
 * answered while they are still open has not had to wait for them.
 */
@ShangdaTest
@Tag("h2")
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowClientsTest {

    private static final int MANY = 500;

    @LocalServerPort
    int port;

    private final List<Socket> halfSent = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : halfSent) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/concerns",
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/actuator/metrics",
                "/swagger-ui/x",
                "/nowhere"
            })
    void a_stranger_is_answered_before_the_body_is_there(String address) throws IOException {
        Socket socket = begin("POST " + address + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=1");
        assertThat(statusOf(socket)).isIn(401, 403, 404);
    }

    @Test
    void half_sent_requests_without_a_login_keep_nobody_waiting() throws IOException {
        flood("POST /api/concerns", "application/x-www-form-urlencoded", "a=1");
        everybodyElseIsServed();
    }

    @Test
    void half_sent_logins_keep_nobody_waiting() throws IOException {
        flood("POST /camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded", "user");
        everybodyElseIsServed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/concerns", "/api/probe/wish", "/engine-rest/task"})
    void half_sent_requests_with_a_login_keep_nobody_waiting(String address) throws IOException {
        flood("POST " + address, "application/json\r\nAuthorization: " + basic("admin", "demo"), "{\"title\":");
        everybodyElseIsServed();
    }

    @Test
    void half_sent_uploads_keep_nobody_waiting() throws IOException {
        flood(
                "POST /api/roster",
                "multipart/form-data; boundary=b\r\nAuthorization: " + basic("admin", "demo"),
                "--b\r\nContent-Disposition: form-data; name=\"units\"; filename=\"a.csv\"\r\n\r\na");
        everybodyElseIsServed();
    }

    @Test
    void half_sent_headers_keep_nobody_waiting() throws IOException {
        for (int i = 0; i < MANY; i++) {
            begin("POST /api/concerns HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-Slow");
        }
        everybodyElseIsServed();
    }

    /** The engine's own API reads a body in a way of its own. */
    @Test
    void a_request_whose_client_hangs_up_in_its_middle_is_no_failure() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Failures.class);
        BlockingQueue<ILoggingEvent> said = new LinkedBlockingQueue<>();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                said.add(line);
            }
        };
        listener.setContext(log.getLoggerContext());
        listener.start();
        Level before = log.getLevel();
        log.setLevel(Level.DEBUG);
        log.addAppender(listener);
        double failures = failures();
        try {
            flood(
                    "POST /engine-rest/task",
                    "application/json\r\nAuthorization: " + basic("admin", "demo"),
                    "{\"a\":",
                    3);
            hangUp();
            for (int i = 0; i < 3; i++) {
                assertThat(said.take().getLevel()).isEqualTo(Level.DEBUG);
            }
            assertThat(failures()).isEqualTo(failures);
        } finally {
            log.detachAppender(listener);
            log.setLevel(before);
        }
    }

    private static double failures() {
        return Metrics.globalRegistry.get("shangda.failures").counter().count();
    }

    private void flood(String request, String type, String beginning) throws IOException {
        flood(request, type, beginning, MANY);
    }

    private void flood(String request, String type, String beginning, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            begin(request + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: " + type
                    + "\r\nContent-Length: 1000\r\n\r\n" + beginning);
        }
    }

    private Socket begin(String text) throws IOException {
        Socket socket = new Socket("localhost", port);
        halfSent.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private void everybodyElseIsServed() {
        Http http = new Http(port);
        assertThat(http.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(http.logInAt("tasklist", "chenyu", "demo").statusCode()).isEqualTo(200);
        assertThat(new Http(port)
                        .post("/api/probe/wish", "{\"title\":\"a\",\"count\":1}", as("admin", "demo"))
                        .statusCode())
                .isEqualTo(200);
    }

    private static int statusOf(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
        return Integer.parseInt(new String(line, StandardCharsets.ISO_8859_1).substring(9));
    }
}
