package org.shangda.outage;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.shangda.Cases;

/** The product in a process of its own, as an administrator runs it: with its job executor, over HTTP. */
public final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(150);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port = freePort();
    private final Process process;

    private Server(String databaseUrl, String zone, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                "org.shangda.ShangdaApplication",
                "--spring.profiles.active=demo",
                // The cases are the concerns that the test raises.
                "--shangda.demo.concerns=false",
                "--shangda.demo.pairs=false",
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl));
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // When the tests themselves are broken off, nothing stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Returns when people can log in.
     *
     * @param zone of the machine
     * @param log where its console goes
     * @param settings further ones, as arguments
     */
    public static Server start(String databaseUrl, String zone, Path log, String... settings) throws IOException {
        Files.createDirectories(log.getParent());
        Server server = new Server(databaseUrl, zone, log, settings);
        try {
            await("the server is up, see " + log)
                    .atMost(START)
                    .ignoreExceptions()
                    .until(server::answers);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server has ended by itself");
        }
        return send(Cases.COLLEAGUE, "GET", "/engine-rest/process-definition/key/concern-escalation", "")
                        .statusCode()
                == 200;
    }

    /** @throws IOException when there is no answer */
    public HttpResponse<String> get(String person, String path) throws IOException {
        return send(person, "GET", path, "");
    }

    /** @throws IOException when there is no answer */
    public HttpResponse<String> post(String person, String path, String json) throws IOException {
        return send(person, "POST", path, json);
    }

    private HttpResponse<String> send(String person, String method, String path, String json) throws IOException {
        String login = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Basic " + login)
                            .header("Content-Type", "application/json")
                            .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** kill -9. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** What a packaged product has: the tests' class path without the tests, whose parts would be found as the product's. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
