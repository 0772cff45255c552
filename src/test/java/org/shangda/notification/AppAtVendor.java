package org.shangda.notification;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A vendor's server that knows one application: it hands out tokens, and answers in its own way to what comes with them. */
class AppAtVendor implements AutoCloseable {

    static final String CORP = "corp";
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
                Map<String, String> said = parameters(exchange);
                if (!said.containsValue(CORP) || !said.containsValue(SECRET)) {
                    answer(exchange, "{\"errcode\":40001,\"errmsg\":\"invalid credential " + said + "\"}");
                    return;
                }
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
                if (!("t" + tokens).equals(parameters(exchange).get("access_token"))) {
                    answer(exchange, "{\"errcode\":40014,\"errmsg\":\"invalid access_token\"}");
                    return;
                }
                synchronized (answers) {
                    next = answers.isEmpty() ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : answers.poll();
                }
                answer(exchange, next);
            });
        }
        server.start();
    }

    private static Map<String, String> parameters(HttpExchange asked) {
        return Stream.of(asked.getRequestURI().getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    App app(App.Kind kind) {
        return app(kind, CORP, SECRET);
    }

    App app(App.Kind kind, String corp, String secret) {
        return new App(kind, corp, 1000002, secret, address(), "u-{id}");
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

    /** Another product has fetched one: that which was handed out last is taken no longer. */
    void handOutAnother() {
        tokens++;
    }

    /** How often a token was handed out. */
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
