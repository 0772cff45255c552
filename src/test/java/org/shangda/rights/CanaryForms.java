package org.shangda.rights;

import static org.shangda.rights.Canary.CANARY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.OpenForms;
import org.shangda.OpenForms.Open;
import org.shangda.once.ChangingRequests;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The canary in each field of each form that is described, and in each text of each request that changes something. Where
 * it is refused nothing is kept; where it is taken in place of something, the domain keeps it.
 */
class CanaryForms extends CanaryWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    WorkItems items;

    @Autowired
    Courses courses;

    @Autowired
    OpenForms forms;

    @Autowired
    ChangingRequests requests;

    private final List<String> unknown = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    void write() {
        for (String form : OpenForms.records(items, courses).keySet()) {
            if (forms.know(form)) {
                intoForm(form);
            } else {
                unknown.add(form);
            }
        }
        for (String address : requests.addresses()) {
            if (requests.know(address)) {
                intoRequest(address);
            } else {
                unknown.add(address);
            }
        }
    }

    /** Forms and addresses of which nobody has said how they come about. */
    List<String> unknown() {
        return unknown;
    }

    /** What was taken and is in no table of the domain. */
    List<String> lost() {
        return lost;
    }

    /** What was answered with a failure of the product. */
    List<String> failed() {
        return failed;
    }

    void takeBack() {
        requests.takeBack();
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    /** One text at a time: where a name or a number is expected it is refused. */
    private void intoForm(String form) {
        for (Field field : Field.of(form).values()) {
            if (!field.json().path("type").asText().startsWith("text")) {
                continue;
            }
            Open open = forms.fresh(form);
            Map<String, Object> filledIn = field.list() == null ? open.filledIn() : row(open, field);
            String word = word();
            Map<String, Object> changed = with(filledIn, field.key(), word);
            Map<String, Object> sent =
                    field.list() == null ? changed : with(open.filledIn(), field.list(), List.of(changed));
            Answer answer = http.post(open.person(), open.address(), OverHttp.variables(sent));
            note(form + " " + field.key(), answer, filledIn.containsKey(field.key()) ? word : null);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Open open, Field field) {
        return ((List<Map<String, Object>>) open.filledIn().get(field.list())).get(0);
    }

    private static Map<String, Object> with(Map<String, Object> filledIn, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(filledIn);
        changed.put(key, value);
        return changed;
    }

    // --- requests ----------------------------------------------------------------------------------------------------

    private void intoRequest(String address) {
        HttpRequest request = requests.fresh(address);
        for (String name : texts(request)) {
            String word = word();
            HttpRequest fresh = requests.fresh(address);
            ObjectNode body = json(fresh);
            body.put(name, word);
            note(
                    address + " " + name,
                    http.send(HttpRequest.newBuilder(fresh, (header, value) -> true)
                            .method(fresh.method(), HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build()),
                    word);
        }
        for (String parameter : parameters(request)) {
            String word = word();
            HttpRequest fresh = requests.fresh(address);
            String changed = fresh.uri().toString().replaceAll("([?&]" + parameter + "=)[^&]*", "$1" + word);
            note(address + " " + parameter, http.send(to(fresh, changed)), word);
        }
        if (address.contains("{")) {
            String changed = request.uri()
                    .resolve(address.split(" ")[1].replaceAll("\\{[^}]+}", CANARY))
                    .toString();
            note(address + " in its path", http.send(to(request, changed)), null);
        }
    }

    private static HttpRequest to(HttpRequest request, String address) {
        return HttpRequest.newBuilder(request, (header, value) -> true)
                .uri(URI.create(address))
                .build();
    }

    private static Set<String> texts(HttpRequest request) {
        Set<String> texts = new java.util.TreeSet<>();
        json(request).fields().forEachRemaining(field -> {
            if (field.getValue().isTextual()) {
                texts.add(field.getKey());
            }
        });
        return texts;
    }

    private static List<String> parameters(HttpRequest request) {
        String query = request.uri().getQuery();
        return query == null
                ? List.of()
                : List.of(query.split("&")).stream()
                        .map(one -> one.substring(0, one.indexOf('=')))
                        .toList();
    }

    /** What is sent as JSON; an empty object for everything else. */
    private static ObjectNode json(HttpRequest request) {
        String sent = request.headers().firstValue("Content-Type").orElse("").equals("application/json")
                ? SentBody.of(request)
                : "{}";
        try {
            JsonNode body = JSON.readTree(sent);
            return body.isObject() ? (ObjectNode) body : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new AssertionError(sent, e);
        }
    }

    // --- what became of it -------------------------------------------------------------------------------------------

    private int words;
    private String search;

    private String word() {
        return CANARY + "z" + ++words + "z";
    }

    /** @param kept what the domain keeps if it is taken, or null */
    private void note(String where, Answer answer, String kept) {
        if (answer.status() >= 500) {
            failed.add(where + " " + answer);
        }
        if (answer.status() < 300 && kept != null && !keeps(kept)) {
            lost.add(where);
        }
    }

    private boolean keeps(String word) {
        if (search == null) {
            search = Canary.search(database);
        }
        return database.queryForObject(search, Integer.class, "%" + word + "%") > 0;
    }
}
