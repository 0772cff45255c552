package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.shangda.words.Choice;
import org.shangda.words.Words;

/** What an administrator may do to the table of words. */
class WordTableTest {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final String SHIPPED = shipped();

    @Test
    void the_shipped_table_names_in_two_languages() {
        Words words = words(SHIPPED);
        assertThat(words.inChinese("category", "housing")).isEqualTo("住房与后勤");
        assertThat(words.inEnglish("category", "housing")).isEqualTo("Housing and services");
        assertThat(words.codes("rating")).startsWith("satisfied", "basically-satisfied", "dissatisfied");
    }

    @Test
    void a_broken_row_unnames_its_code_and_no_other() {
        Words words = words(SHIPPED.replace("<text>\"housing\"</text>", "<text>not(\"housing\")</text>")
                .replace("<text>\"Research conditions\"</text>", "<text>1 + </text>"));
        assertThat(words.label("category", "housing")).isEqualTo("housing");
        assertThat(words.inEnglish("category", "research")).isEqualTo("科研条件");
        assertThat(words.label("category", "pay")).isEqualTo("工资待遇");
    }

    @Test
    void a_column_more_is_a_language_more() {
        String fr = SHIPPED.replace(
                        "<output id=\"Output_Order\"",
                        "<output id=\"Output_Fr\" label=\"Français fr\" name=\"fr\" typeRef=\"string\" />"
                                + "<output id=\"Output_Order\"")
                .replaceAll(
                        "(<outputEntry id=\"OutputEntry_(\\w+)_Order\">)",
                        "<outputEntry id=\"OutputEntry_$2_Fr\"><text></text></outputEntry>$1")
                .replace(
                        "<outputEntry id=\"OutputEntry_CategoryPay_Fr\"><text></text>",
                        "<outputEntry id=\"OutputEntry_CategoryPay_Fr\"><text>\"Rémunération\"</text>");
        assertThat(words(fr).languages()).containsExactlyInAnyOrder("zh", "en", "fr");
        assertThat(words(fr).choices("category", List.of("pay"))).containsExactly(new Choice("工资待遇", "pay"));
    }

    private static Words words(String table) {
        DeployedTable read =
                DeployedTable.read(DMN, "words", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        return new Words(() -> WordTable.lexicon(read));
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("bpmn/words.dmn"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
