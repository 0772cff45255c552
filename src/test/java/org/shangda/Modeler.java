package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shangda.probe.Http;

/** An administrator with Camunda Modeler: changes shipped files and deploys them, as Modeler sends them. */
public class Modeler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final List<String> deployed = new ArrayList<>();

    public Modeler(int port) {
        http = new Http(port);
    }

    /** Deploys, and must succeed. @param files names and contents */
    public void deploy(Map<String, String> files) {
        HttpResponse<String> answer = send(files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            deployed.add(JSON.readTree(answer.body()).get("id").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> send(Map<String, String> files) {
        StringBuilder body =
                new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nmodeler\r\n");
        files.forEach((name, content) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(content)
                .append("\r\n"));
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + "/engine-rest/deployment/create"))
                .header("Authorization", Http.basic("admin", "demo"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body + "--b--\r\n"))
                .build());
    }

    /** Ids of the deployments so far, the latest first: who takes them away has the shipped files in force again. */
    public List<String> takeBack() {
        List<String> all = new ArrayList<>(deployed);
        Collections.reverse(all);
        deployed.clear();
        return all;
    }

    // --- changed files -----------------------------------------------------------------------------------------------

    public static String shipped(String file) {
        try {
            return Files.readString(Path.of(file.endsWith(".form") ? "forms" : "bpmn", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped form, changed. @param name without its ending */
    public static String form(String name, Consumer<ArrayNode> change) {
        try {
            ObjectNode form = (ObjectNode) JSON.readTree(shipped(name + ".form"));
            change.accept((ArrayNode) form.get("components"));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a field at the end of a form, which the caller may describe further. */
    public static ObjectNode field(ArrayNode components, String type, String key, String label) {
        return components
                .addObject()
                .put("type", type)
                .put("key", key)
                .put("label", label)
                .put("id", "Field_" + key);
    }

    /** The component with this key. */
    public static ObjectNode component(ArrayNode components, String key) {
        for (var component : components) {
            if (component.path("key").asText().equals(key)) {
                return (ObjectNode) component;
            }
        }
        throw new AssertionError("no component " + key);
    }

    public static void without(ArrayNode components, String key) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).path("key").asText().equals(key)) {
                components.remove(i);
                return;
            }
        }
        throw new AssertionError("no component " + key);
    }
}
