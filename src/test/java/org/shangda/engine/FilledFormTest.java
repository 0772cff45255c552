package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.words.Choice;

class FilledFormTest {

    private static final String FORM = """
            {"components": [
              {"type": "text", "text": "编号 {{ number }}，{{unknown}}"},
              {"type": "group", "components": [
                {"type": "select", "key": "category", "valuesKey": "categories"},
                {"type": "textfield", "key": "title"}]}]}
            """;

    @Test
    void a_list_is_written_into_its_field_wherever_that_stands() throws IOException {
        JsonNode field = filled(Map.of("categories", List.of(new Choice("住房", "housing"))), 1, 0);

        assertThat(field.path("values").toString()).isEqualTo("[{\"label\":\"住房\",\"value\":\"housing\"}]");
        assertThat(field.has("valuesKey")).as("nobody asks for it any more").isFalse();
    }

    @Test
    void a_value_stands_in_its_field_from_the_beginning() throws IOException {
        assertThat(filled(Map.of("title", "走廊的灯"), 1, 1).path("defaultValue").asText())
                .isEqualTo("走廊的灯");
    }

    @Test
    void what_is_put_into_a_text_is_shown_as_it_is_written_and_a_name_that_nobody_gives_stays() throws IOException {
        assertThat(filled(Map.of("number", "**SD** <b>"), 0).path("text").asText())
                .isEqualTo("编号 \\*\\*SD\\*\\* \\<b\\>，{{unknown}}");
    }

    private static JsonNode filled(Map<String, Object> shown, int... place) throws IOException {
        JsonNode at = new ObjectMapper()
                .readTree(DrawnForm.of(
                        new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8)),
                        form -> FilledForm.fill(form, shown)));
        for (int index : place) {
            at = at.path("components").path(index);
        }
        return at;
    }
}
