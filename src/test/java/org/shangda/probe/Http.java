package org.shangda.probe;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client with cookies, as a browser has them. */
public class Http {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String server;

    public Http(int port) {
        server = "http://localhost:" + port;
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public String server() {
        return server;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findAny()
                .orElse(null);
    }

    /** Logs in at Tasklist or Admin as their page does. */
    public HttpResponse<String> logInAt(String page, String user, String password) {
        get("/camunda/app/" + page + "/default/");
        var answer =
                send(HttpRequest.newBuilder(URI.create(server + "/camunda/api/admin/auth/user/default/login/" + page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", String.valueOf(cookie("XSRF-TOKEN")))
                        .POST(BodyPublishers.ofString("username=" + user + "&password=" + password))
                        .build());
        // The session is another one now, and its token comes with the next page.
        get("/camunda/app/" + page + "/default/");
        return answer;
    }

    public static String[] as(String user, String password) {
        return new String[] {"Authorization", basic(user, password)};
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
