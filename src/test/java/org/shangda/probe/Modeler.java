package org.shangda.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** An administrator's Camunda Modeler: changes a file, and deploys it as Modeler does. */
public class Modeler {

    private final Http http;

    public Modeler(int port) {
        http = new Http(port);
    }

    /** @return id of the deployment */
    public String deploy(String name, String file, String content) {
        HttpResponse<String> answer = send(name, file, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body()).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** @param name what is typed as the deployment's name */
    public HttpResponse<String> send(String name, String file, String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("deployment-name", name);
        fields.put("deployment-source", "Camunda Modeler");
        fields.put("enable-duplicate-filtering", "true");
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(file)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\n\r\n")
                .append(content)
                .append("\r\n--b--\r\n");
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + "/engine-rest/deployment/create"))
                .header("Authorization", Http.basic("admin", "demo"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Deletes deployments with everything that runs on them. */
    public static void takeBack(RepositoryService repository, String... deployments) {
        for (String deployment : deployments) {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** The shipped table with another text in one cell. */
    public static String withCell(String table, String row, String output, String text) {
        return withCell(shipped("bpmn/" + table + ".dmn"), table, row, output, text);
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

    public static String shipped(String file) {
        try (InputStream content = Modeler.class.getResourceAsStream("/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
