package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormLanguageTest {

    private static final String FORM = """
            {"components": [
              {"type": "group", "components": [
                {"type": "textfield", "key": "title", "label": "标题", "description": "最多 100 字。",
                 "properties": {"en.label": "Title", "fr.label": "Titre"}}]},
              {"type": "radio", "key": "yes", "label": "意见", "values": [{"label": "同意", "value": true}, {"label": "不同意", "value": false}],
               "properties": {"en.values.true": "I agree"}},
              {"type": "table", "label": "经过", "columns": [{"label": "时间", "key": "at"}],
               "properties": {"en.columns.at": "When"}}]}
            """;

    @Test
    void what_has_words_in_the_readers_language_says_them_and_the_rest_stays_chinese() throws IOException {
        JsonNode title = in("en").path("components").path(0).path("components").path(0);

        assertThat(title.path("label").asText()).isEqualTo("Title");
        assertThat(title.path("description").asText()).isEqualTo("最多 100 字。");
        assertThat(in("zh").path("components")
                        .path(0)
                        .path("components")
                        .path(0)
                        .path("label")
                        .asText())
                .isEqualTo("标题");
    }

    @Test
    void choices_and_columns_are_named_by_their_codes() throws IOException {
        JsonNode form = in("en").path("components");

        assertThat(form.path(1).path("values").toString())
                .isEqualTo("[{\"label\":\"I agree\",\"value\":true},{\"label\":\"不同意\",\"value\":false}]");
        assertThat(form.path(2).path("columns").toString()).isEqualTo("[{\"label\":\"When\",\"key\":\"at\"}]");
    }

    @Test
    void the_page_is_not_told_what_other_languages_say() throws IOException {
        assertThat(in("en").toString()).doesNotContain("Titre", "properties");
    }

    private static JsonNode in(String language) throws IOException {
        return new ObjectMapper()
                .readTree(DrawnForm.of(
                        new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8)),
                        form -> FormLanguage.speak(form, language)));
    }
}
