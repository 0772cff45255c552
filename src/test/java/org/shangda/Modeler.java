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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.shangda.probe.Http;

/** An administrator with Camunda Modeler: changes shipped files and deploys them, as Modeler sends them. */
public class Modeler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final List<String> deployed = new ArrayList<>();
    private final Set<String> tables = new TreeSet<>();

    public Modeler(int port) {
        http = new Http(port);
    }

    /** Deploys, and must succeed. @param files names and contents */
    public void deploy(Map<String, String> files) {
        HttpResponse<String> answer = send(files);
        files.keySet().stream().filter(name -> name.endsWith(".dmn")).forEach(tables::add);
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

    /** The shipped files are in force again. Whatever runs on the changed ones ends. */
    public void takeBack(RepositoryService repository) {
        Collections.reverse(deployed);
        deployed.forEach(id -> repository.deleteDeployment(id, true));
        if (!tables.isEmpty()) {
            // That one was deleted is noticed late; that one was deployed, at once.
            Map<String, String> shipped = new HashMap<>();
            tables.forEach(name -> shipped.put(name, shipped(name)));
            assertThat(send(shipped).statusCode()).isEqualTo(200);
        }
        deployed.clear();
        tables.clear();
    }

    // --- changed files -----------------------------------------------------------------------------------------------

    public static String shipped(String file) {
        try {
            return Files.readString(Path.of(file.endsWith(".form") ? "forms" : "bpmn", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped table with one more row, above the others: the first that fits counts. */
    public static String row(String table, String content, List<String> inputs, List<String> outputs) {
        String id = table + "_" + Integer.toHexString((inputs + "" + outputs).hashCode());
        StringBuilder row = new StringBuilder("<rule id=\"Rule_" + id + "\">");
        for (int i = 0; i < inputs.size(); i++) {
            row.append(cell("inputEntry", id + "_in" + i, inputs.get(i)));
        }
        for (int i = 0; i < outputs.size(); i++) {
            row.append(cell("outputEntry", id + "_out" + i, outputs.get(i)));
        }
        int first = content.indexOf("<rule ");
        return content.substring(0, first) + row + "</rule>\n      " + content.substring(first);
    }

    private static String cell(String kind, String id, String text) {
        return "<" + kind + " id=\"" + id + "\"><text>" + text + "</text></" + kind + ">";
    }

    /** Texts in a file changed, each of which must be there. @param changes old and new in turn */
    public static String changed(String content, String... changes) {
        String changed = content;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(changed).contains(changes[i]);
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return changed;
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
