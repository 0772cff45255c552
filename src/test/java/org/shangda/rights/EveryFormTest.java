package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.OpenForms;
import org.shangda.OpenForms.Open;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.refusal.Text;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every form of every kind of work and every process, filled in wrongly in every way that follows from its record and its
 * file: each is answered with a sentence and stores nothing, and the form waits as before. A new form is tested by being there.
 */
@ShangdaTest
@Tag("h2")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormTest {

    /** Half of a character, which JSON can name and no text can hold. */
    private static final String HALF = "HALF-OF-A-CHARACTER";

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Courses courses;

    @Autowired
    WorkItems items;

    @Autowired
    OpenForms forms;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    private OverHttp http;
    private Traces traces;

    @BeforeAll
    void open() {
        http = new OverHttp(port);
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
        pairings.roster(lines -> lines);
        traces.end();
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_is_filled_in_wrongly_is_answered_with_a_sentence_and_stores_nothing() {
        return OpenForms.records(items, courses).entrySet().stream()
                .map(form ->
                        DynamicTest.dynamicTest(form.getKey(), () -> filledInWrongly(form.getKey(), form.getValue())));
    }

    private void filledInWrongly(String form, Class<? extends Record> record) {
        Open open = forms.fresh(form);
        List<Map<String, Object>> wrongs = wrongs(form, record, open.filledIn());
        assertThat(wrongs).hasSizeGreaterThan(3);
        var before = BadlyAsked.rows(database);
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> sent : wrongs) {
            Answer answer = http.post(
                    open.person(), open.address(), OverHttp.variables(sent).replace(HALF, "\\ud83c"));
            if (!isRefusal(answer)) {
                String shown = sent.toString();
                wrong.add(shown.substring(0, Math.min(200, shown.length())) + " -> " + answer);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
        assertThat(http.post(open.person(), open.address(), OverHttp.variables(open.filledIn()))
                        .status())
                .as("what is filled in rightly is taken, after all that")
                .isIn(200, 204);
    }

    private static boolean isRefusal(Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500) {
            return false;
        }
        String sentence = answer.json().path("message").asText();
        return sentence.matches("(?s).*\\p{IsHan}.*") && sentence.length() <= 300 && !sentence.contains("<");
    }

    // --- what can be wrong -------------------------------------------------------------------------------------------

    private static List<Map<String, Object>> wrongs(String form, Class<?> record, Map<String, Object> good) {
        Map<String, Field> fields = Field.of(form);
        List<Map<String, Object>> wrongs = new ArrayList<>(wrongs(record, fields, good));
        wrongs.add(with(good, "besides", "x"));
        for (RecordComponent component : record.getRecordComponents()) {
            if (rowOf(component) != null && good.get(component.getName()) instanceof List<?> rows) {
                wrongLists(rowOf(component), fields, rows.get(0))
                        .forEach(list -> wrongs.add(with(good, component.getName(), list)));
            }
        }
        return wrongs;
    }

    /** Of one record, which is a form's or a row's. */
    private static List<Map<String, Object>> wrongs(
            Class<?> record, Map<String, Field> fields, Map<String, Object> good) {
        List<Map<String, Object>> wrongs = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = component.getName();
            JsonNode field = fields.get(key).json();
            wrongValues(component).forEach(value -> wrongs.add(with(good, key, value)));
            if (good.containsKey(key) && field.path("type").asText().matches("radio|select")) {
                wrongs.add(with(good, key, "none-of-them"));
            }
            if (field.at("/validate/required").asBoolean() && !field.has("conditional")) {
                Map<String, Object> without = new HashMap<>(good);
                without.remove(key);
                wrongs.add(without);
                wrongs.add(with(good, key, component.getType() == List.class ? List.of() : " "));
            }
        }
        return wrongs;
    }

    /** What a field of this type cannot hold. */
    private static List<Object> wrongValues(RecordComponent component) {
        List<Object> wrong = new ArrayList<>(List.of(Map.of("a", 1), List.of(List.of("a")), List.of(Map.of())));
        if (component.getType() == String.class) {
            wrong.addAll(List.of("a\u0000b", "a\u001bb", HALF, "🏠".repeat(20_001), List.of("a")));
            Text text = component.getAnnotation(Text.class);
            if (text != null) {
                wrong.add("字".repeat(text.max() + 1));
            }
        } else if (component.getType() == LocalDate.class) {
            wrong.addAll(List.of("soon", "2026-02-30", "+1000000000-01-01", true, List.of(2026, 13, 45)));
        } else if (component.getType() == Boolean.class) {
            wrong.addAll(List.of("perhaps", 17));
        } else if (component.getType() == List.class) {
            wrong.addAll(List.of("text", 17));
        }
        return wrong;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> wrongLists(Class<?> row, Map<String, Field> fields, Object first) {
        List<Object> lists = new ArrayList<>(List.of(
                List.of(),
                List.of("text"),
                List.of(17),
                List.of(List.of()),
                Collections.singletonList(null),
                Collections.nCopies(10_000, first),
                List.of(Map.of("besides", "x"))));
        wrongs(row, fields, (Map<String, Object>) first).forEach(one -> lists.add(List.of(one)));
        lists.add(List.of(first, with((Map<String, Object>) first, "besides", "x")));
        return lists;
    }

    // --- reading records and files -----------------------------------------------------------------------------------

    /** The record of a list's rows; null for a list of codes, and for what is no list. */
    private static Class<?> rowOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> row
                        && row.isRecord()
                ? row
                : null;
    }

    private static Map<String, Object> with(Map<String, Object> good, String key, Object value) {
        Map<String, Object> wrong = new HashMap<>(good);
        wrong.put(key, value);
        return wrong;
    }
}
