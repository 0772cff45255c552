package org.shangda.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shangda.engine.FormGateway.HandedIn;
import org.shangda.engine.FormGateway.OpenForm;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The forms of Tasklist for the product's own pages: through the same gateway, so with the same rights, rules and refusals,
 * but in plain JSON. Everything here throws {@link RefusedRequest}.
 */
public class WorkForms {

    private static final Logger log = LoggerFactory.getLogger(WorkForms.class);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final FormGateway forms;
    private final RepositoryService repository;
    private final WaitingWork waiting;
    private final AsTheProduct asTheProduct;
    private final RefusedRequests refused;
    private final Sentences say;

    WorkForms(
            ProcessEngine engine,
            WaitingWork waiting,
            AsTheProduct asTheProduct,
            RefusedRequests refused,
            Sentences say) {
        this.forms = (FormGateway) engine.getFormService();
        this.repository = engine.getRepositoryService();
        this.waiting = waiting;
        this.asTheProduct = asTheProduct;
        this.refused = refused;
        this.say = say;
    }

    /**
     * A task's form.
     *
     * @param kind what the work is called
     * @param schema the form as form-js draws it; it names the caller and is sent back as that person alone (adr/0030)
     * @param data what it shows
     */
    public record Form(String task, String number, String kind, Map<String, Object> schema, Map<String, Object> data) {}

    public Form form(String task) {
        OpenForm open = forms.openForm(task);
        return new Form(open.task(), open.number(), open.kind(), schema(open.form()), open.shown());
    }

    /**
     * What has become of what was handed in.
     *
     * @param next id of a task of the same case that waits for the caller now, or null
     */
    public record Sent(String sentence, String next) {}

    /** @param data the form's values as form-js gives them */
    public Sent send(String task, String caller, Map<String, Object> data) {
        HandedIn done = forms.submit(task, data);
        return new Sent(sentence(done), next(done.number(), caller));
    }

    /** What was handed in is stored by now, and no failure to find the next changes that. */
    private String next(String number, String caller) {
        try {
            return waiting.nextOf(number, caller).orElse(null);
        } catch (RuntimeException unknown) {
            log.warn("What waits next for the sender is not known", unknown);
            return null;
        }
    }

    String sentence(HandedIn done) {
        String code = "work.sent." + done.said();
        return say.of(say.knows(code) ? code : "work.sent", done.number());
    }

    /** @param process id of the process in its diagram */
    public record StartForm(String process, Map<String, Object> schema, Map<String, Object> data) {}

    public StartForm startForm(String process) {
        String definition = definition(process);
        return new StartForm(process, schema(forms.getDeployedStartForm(definition)), forms.shownToStart(definition));
    }

    /** @param number business key of what has begun */
    public record Started(String number, String sentence) {}

    public Started start(String process, Map<String, Object> data) {
        String number = forms.submitStartForm(definition(process), data).getBusinessKey();
        return new Started(number, say.of("work.sent", number));
    }

    /** Of its latest version. Whether the caller may start it, the gateway says. */
    private String definition(String process) {
        ProcessDefinition latest = asTheProduct.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult());
        if (latest == null) {
            throw refused.of(Refusal.notFound("engine.no-such-process"));
        }
        return latest.getId();
    }

    private static Map<String, Object> schema(InputStream form) {
        try (form) {
            return JSON.readValue(form, OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
