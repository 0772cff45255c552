package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
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
        deployed.add(idOf(answer));
    }

    /** Deploys one file, and must succeed. @param name what is typed as the deployment's name @return its id */
    public String deploy(String name, String file, String content) {
        HttpResponse<String> answer = send(name, file, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return idOf(answer);
    }

    private static String idOf(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body()).get("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> send(Map<String, String> files) {
        return send(Map.of("deployment-name", "modeler"), files);
    }

    /** One file, of which nothing is deployed where it has not changed. */
    public HttpResponse<String> send(String name, String file, String content) {
        return send(
                Map.of(
                        "deployment-name", name,
                        "deployment-source", "Camunda Modeler",
                        "enable-duplicate-filtering", "true"),
                Map.of(file, content));
    }

    private HttpResponse<String> send(Map<String, String> fields, Map<String, String> files) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value));
        files.forEach((name, content) -> part(body, "name=\"" + name + "\"; filename=\"" + name + "\"", content));
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + "/engine-rest/deployment/create"))
                .header("Authorization", Http.basic("admin", "demo"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body + "--b--\r\n"))
                .build());
    }

    private static void part(StringBuilder body, String names, String content) {
        body.append("--b\r\nContent-Disposition: form-data; ")
                .append(names)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    /** The shipped files are in force again. Whatever runs on the changed ones ends. */
    public void takeBack(RepositoryService repository) {
        Collections.reverse(deployed);
        takeBack(repository, deployed.toArray(String[]::new));
        deployed.clear();
    }

    /** Deletes deployments with everything that runs on them. */
    public static void takeBack(RepositoryService repository, String... deployments) {
        for (String deployment : deployments) {
            repository.deleteDeployment(deployment, true);
        }
    }

    // --- changed files -----------------------------------------------------------------------------------------------

    /** @param file its name, with or without its folder */
    public static String shipped(String file) {
        String folder = file.contains("/") ? "" : file.endsWith(".form") ? "forms" : "bpmn";
        try {
            return Files.readString(Path.of(folder, file));
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

    /** The shipped table with another text in one cell. */
    public static String withCell(String table, String row, String output, String text) {
        return withCell(shipped(table + ".dmn"), table, row, output, text);
    }

    public static String withCell(String xml, String table, String row, String output, String text) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        DecisionTable rows =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        int column = rows.getOutputs().stream().map(Output::getName).toList().indexOf(output);
        assertThat(column).as(table + " has no " + output).isNotNegative();
        Rule rule = model.getModelElementById(row);
        OutputEntry cell =
                rule.getOutputEntries().stream().skip(column).findFirst().orElseThrow();
        cell.getText().setTextContent(text);
        return Dmn.convertToString(model);
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
