package org.shangda.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor's server that knows one application: it hands out tokens, and answers in its own way to what comes with them. */
class AppAtVendor implements AutoCloseable {

    static final String SECRET = "s3cret&of=app";

    private final HttpServer server;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private volatile int tokens;
    private volatile int status = 200;
    private volatile String tokenAnswer;

    AppAtVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String path : List.of("/cgi-bin/gettoken", "/gettoken")) {
            server.createContext(path, exchange -> {
                tokens++;
                answer(
                        exchange,
                        tokenAnswer != null
                                ? tokenAnswer
                                : "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t" + tokens
                                        + "\",\"expires_in\":7200}");
            });
        }
        for (String path : List.of("/cgi-bin/message/send", "/topapi/message/corpconversation/asyncsend_v2")) {
            server.createContext(path, exchange -> {
                messages.add(exchange.getRequestURI() + "\n"
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                String next;
                synchronized (answers) {
                    next = answers.isEmpty() ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : answers.poll();
                }
                answer(exchange, next);
            });
        }
        server.start();
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    App app(App.Kind kind) {
        return new App(kind, "corp", 1000002, SECRET, address(), "u-{id}");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next messages are answered so, one after the other. */
    AppAtVendor answers(String... bodies) {
        synchronized (answers) {
            answers.clear();
            answers.addAll(List.of(bodies));
        }
        return this;
    }

    void tokenAnswer(String body) {
        tokenAnswer = body;
    }

    void status(int code) {
        status = code;
    }

    /** How often a token was asked for. */
    int tokens() {
        return tokens;
    }

    /** Address and body of each. */
    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
