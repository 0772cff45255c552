package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form says and what a refusal says about it have to fit. */
class HandleFormWordsTest {

    private static final Path FORMS = Path.of("forms");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(file -> file.toString().endsWith(".form")).toList();
        }
    }

    /** Tasklist keeps the error of a field that has been hidden since, and its button stays locked for good. */
    @ParameterizedTest
    @MethodSource("forms")
    void a_field_that_can_hide_is_required_by_the_server_and_not_by_the_form(Path form) throws IOException {
        for (JsonNode field : new ObjectMapper().readTree(form.toFile()).path("components")) {
            if (field.has("conditional")) {
                assertThat(field.at("/validate/required").asBoolean())
                        .as(field.path("key").asText())
                        .isFalse();
            }
        }
    }

    @Test
    void a_refusal_names_the_words_of_an_exit_as_the_form_labels_them() throws IOException {
        String form = Files.readString(FORMS.resolve("handle-concern.form"));
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/concern.properties"))) {
            messages.load(reader);
        }
        List<String> exits = messages.stringPropertyNames().stream()
                .filter(code -> code.startsWith("field.words."))
                .toList();
        assertThat(exits).hasSize(13);
        exits.forEach(code -> assertThat(form)
                .contains("if exits[value = exit][1].like = \\\"" + code.substring("field.words.".length())
                        + "\\\" then \\\"" + messages.getProperty(code) + "（必填）"));
    }
}
