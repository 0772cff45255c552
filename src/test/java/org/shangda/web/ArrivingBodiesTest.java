package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;

/** The rules for a body on its way, in a server of their own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArrivingBodiesTest {

    private static final RequestLimits GENEROUS = limits(Duration.ofMinutes(9), "1B", 8, 4);

    private WebServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_body_that_comes_in_pieces_is_read_whole() throws Exception {
        start(GENEROUS, DataSize.ofKilobytes(1));
        Socket socket = begin("Content-Length: 6", "abc");
        socket.getOutputStream().write("def".getBytes());
        assertThat(answer(socket)).endsWith("abcdef");
    }

    @Test
    void a_body_in_chunks_is_read_whole() throws Exception {
        start(GENEROUS, DataSize.ofKilobytes(1));
        Socket socket = begin("Transfer-Encoding: chunked", "3\r\nabc\r\n");
        socket.getOutputStream().write("3\r\ndef\r\n0\r\n\r\n".getBytes());
        assertThat(answer(socket)).endsWith("abcdef");
    }

    @Test
    void a_silent_client_is_told_so_and_cut_off() throws Exception {
        start(limits(Duration.ofSeconds(1), "1B", 8, 4), DataSize.ofKilobytes(1));
        assertThat(answer(begin("Content-Length: 6", "abc")))
                .startsWith("HTTP/1.1 408")
                .contains("refused")
                .doesNotContain("failed");
    }

    @Test
    void a_client_that_is_never_silent_but_too_slow_is_cut_off() throws Exception {
        start(limits(Duration.ofSeconds(1), "1GB", 8, 4), DataSize.ofTerabytes(1));
        Socket socket = begin("Content-Length: 99999999999", "a");
        OutputStream out = socket.getOutputStream();
        Thread dripping = new Thread(() -> {
            try {
                while (true) {
                    out.write('a');
                }
            } catch (IOException cutOff) {
                // As it should be.
            }
        });
        dripping.start();
        dripping.join();
    }

    @Test
    void when_there_is_no_place_left_the_longest_silent_of_the_address_gives_way() throws Exception {
        start(GENEROUS, DataSize.ofKilobytes(1));
        Socket first = begin("Content-Length: 6", "abc");
        Socket second = begin("Content-Length: 6", "abc");
        Socket[] others = new Socket[20];
        for (int i = 0; i < others.length; i++) {
            others[i] = begin("Content-Length: 6", "abc");
        }
        assertThat(answer(first)).startsWith("HTTP/1.1 408");
        assertThat(answer(second)).startsWith("HTTP/1.1 408");
        Socket sender = begin("Content-Length: 6", "abc");
        sender.getOutputStream().write("def".getBytes());
        assertThat(answer(sender)).endsWith("abcdef");
    }

    @Test
    void nobody_waits_for_a_stranger_whoever_asks_for_the_body() throws Exception {
        start(GENEROUS, DataSize.ofBytes(0));
        try (Socket socket = begin("Content-Length: 6", "abc")) {
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void nobody_sends_more_than_allowed_even_without_saying_how_much_it_is() throws Exception {
        start(GENEROUS, DataSize.ofBytes(4));
        assertThat(answer(begin("Transfer-Encoding: chunked", "6\r\nabcdef\r\n0\r\n\r\n")))
                .startsWith("HTTP/1.1 413");
    }

    private static RequestLimits limits(Duration patience, String slowest, int waiting, int perAddress) {
        return new RequestLimits(
                patience,
                DataSize.parse(slowest),
                waiting,
                perAddress,
                DataSize.ofKilobytes(4),
                DataSize.ofMegabytes(6),
                DataSize.ofMegabytes(1));
    }

    /** Answers with the body that it was sent, and, as any reader may, with its own words when that fails. */
    private void start(RequestLimits limits, DataSize allowed) throws Exception {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Problems problems = mock(Problems.class);
        doAnswer(call -> {
                    HttpServletResponse response = call.getArgument(0);
                    response.setStatus(call.<HttpStatusCode>getArgument(1).value());
                    response.getOutputStream().print("refused");
                    response.flushBuffer();
                    return null;
                })
                .when(problems)
                .write(any(), any(), any(), any(Object[].class));
        beans.addBean("problems", problems);
        beans.addBean("size", new RequestSize(limits, DataSize.ofMegabytes(11), null));
        ArrivingBodies bodies = new ArrivingBodies(
                limits, beans.getBeanProvider(Problems.class), beans.getBeanProvider(RequestSize.class));
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        bodies.customize(factory);
        server = factory.getWebServer(context -> {
            var every = EnumSet.of(DispatcherType.REQUEST);
            context.addFilter("bodies", bodies).addMappingForUrlPatterns(every, true, "/*");
            context.addFilter("opener", ArrivingBodies.opener(request -> allowed))
                    .addMappingForUrlPatterns(every, true, "/*");
            context.addServlet("echo", new HttpServlet() {
                        @Override
                        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            byte[] body;
                            try {
                                body = request.getInputStream().readAllBytes();
                            } catch (IOException e) {
                                response.setStatus(500);
                                response.getWriter().write("failed");
                                response.flushBuffer();
                                return;
                            }
                            response.getOutputStream().write(body);
                        }
                    })
                    .addMapping("/");
        });
        server.start();
    }

    private Socket begin(String header, String beginning) throws IOException {
        Socket socket = new Socket("localhost", server.getPort());
        String text = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n" + beginning;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
