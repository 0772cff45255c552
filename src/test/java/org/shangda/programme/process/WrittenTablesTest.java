package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShippedWords;
import org.shangda.words.Words;

/** How the shipped tables are written. What rows must be like, an administrator's too, is the door's. */
class WrittenTablesTest extends ShippedTables {

    private static final Pattern QUOTE = Pattern.compile("「(.+?)」");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level-units",
                "level-exits",
                "level-answers",
                "call-back-sample",
                "level-deadlines",
                "department-routing",
                "contact-duties",
                "event-duties",
                "pairing-eligibility",
                "summary-tiers",
                "practice-days",
                "stalled-when"
            })
    void every_row_quotes_a_policy_word_for_word_or_says_that_it_is_practice(String table) throws IOException {
        List<String> policies = policies();

        assertThat(clauses(table)).isNotEmpty().allSatisfy(clause -> {
            List<String> quotes = quotes(clause);
            assertThat(clause.contains(PRACTICE) || !quotes.isEmpty())
                    .as("says where it comes from: " + clause)
                    .isTrue();
            assertThat(quotes).allSatisfy(quote -> assertThat(policies).anyMatch(policy -> policy.contains(quote)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level-units",
                "level-exits",
                "level-answers",
                "call-back-sample",
                "level-deadlines",
                "department-routing",
                "contact-duties",
                "event-duties",
                "pairing-eligibility",
                "summary-tiers",
                "practice-days",
                "stalled-when"
            })
    void a_table_is_named_after_its_file_in_chinese_and_can_be_drawn_by_modeler(String table) {
        DmnModelInstance model = model(table);
        Decision decision = model.getModelElementById(table);

        assertThat(decision.getName()).containsPattern("\\p{IsHan}");
        assertThat(model.getDefinitions().getDomElement().getNamespaceURI())
                .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
        assertThat(decisionTable(table).getRules())
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).containsPattern("\\p{IsHan}"));
        assertThat(model.getDocument()
                        .getElementById("DMNShape_" + camel(table))
                        .getAttribute("dmnElementRef"))
                .isEqualTo(table);
    }

    /** A code without one is shown as it is; none that is shipped should be. */
    @ParameterizedTest
    @CsvSource({
        "type,     level-exits.type",
        "category, department-routing.category",
        "level,    level-units.level",
        "level,    level-exits.level",
        "stage,    level-exits.stage",
        "exit,     level-exits.code",
        "level,    level-answers.level",
        "type,     level-answers.type",
        "relation, contact-duties.relation",
        "relation, pairing-eligibility.relation",
        "duty,     contact-duties.kind",
        "duty,     event-duties.kind",
        "period,   contact-duties.period",
        "strength, contact-duties.strength",
        "missed,   contact-duties.strength",
        "way,      contact-duties.ways",
        "who,      event-duties.who",
        "occasion, event-duties.occasion",
        "group,    pairing-eligibility.category",
        "post,     pairing-eligibility.posts",
        "scope,    pairing-eligibility.scope",
        "tier,     summary-tiers.tier"
    })
    void every_code_of_a_table_has_a_word_in_both_languages(String kind, String column) {
        Words words = ShippedWords.words();
        assertThat(column(column)).allSatisfy(code -> {
            assertThat(words.knows(kind, code)).as(code).isTrue();
            assertThat(words.inChinese(kind, code)).matches(".*\\p{IsHan}.*");
            assertThat(words.inEnglish(kind, code)).matches("\\p{ASCII}+");
        });
    }

    /** Every code that a column of a table names, whether asked for or answered. */
    private Stream<String> column(String name) {
        DecisionTable table = decisionTable(name.substring(0, name.indexOf('.')));
        String column = name.substring(name.indexOf('.') + 1);
        List<String> outputs =
                table.getOutputs().stream().map(output -> output.getName()).toList();
        if (!outputs.contains(column)) {
            return table(name.substring(0, name.indexOf('.'))).codesOf(column).stream();
        }
        List<String> codes = table.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries())
                        .get(outputs.indexOf(column))
                        .getText()
                        .getTextContent())
                .flatMap(cell -> Stream.of(cell.replace("\"", "").split(",")))
                .toList();
        assertThat(codes).as(name).isNotEmpty().doesNotContain("");
        return codes.stream();
    }

    private List<String> clauses(String table) {
        DecisionTable rows = decisionTable(table);
        int clause = IntStream.range(0, rows.getOutputs().size())
                .filter(column -> "clause"
                        .equals(List.copyOf(rows.getOutputs()).get(column).getName()))
                .findFirst()
                .orElseThrow();
        return rows.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries())
                        .get(clause)
                        .getText()
                        .getTextContent())
                .toList();
    }

    private static List<String> quotes(String clause) {
        return QUOTE.matcher(clause)
                .results()
                .map(quote -> wide(quote.group(1)))
                .toList();
    }

    /** The documents have half-width signs here and there, which is their typesetting and not their wording. */
    private static String wide(String text) {
        return text.replace(',', '，')
                .replace(';', '；')
                .replace(':', '：')
                .replace('(', '（')
                .replace(')', '）');
    }

    private static List<String> policies() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("docs/policies"))) {
            for (Path file : files.toList()) {
                // Pages of the document end in the middle of a sentence.
                texts.add(wide(Files.readString(file, StandardCharsets.UTF_8).replaceAll("\\s*\\R\\s*", "")));
            }
        }
        return texts;
    }

    private static String camel(String kebab) {
        return Stream.of(kebab.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
