package org.shangda;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.programme.Outcome;

/** Modeler offers the codes that a column lists; a column to which a school may add codes lists none. */
class ListedCodesTest {

    private static final Pattern CODE = Pattern.compile("\"([^\"]*)\"");

    private record Column(String table, String name, Set<String> listed, Set<String> used) {}

    static Stream<Column> listed() {
        return Arrays.stream(new File("bpmn").listFiles())
                .filter(file -> file.getName().endsWith(".dmn"))
                .flatMap(file -> columns(file.getName(), Dmn.readModelFromFile(file)))
                .filter(column -> !column.listed().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void every_code_of_a_column_is_one_that_it_lists(Column column) {
        assertThat(column.listed()).containsAll(column.used());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void types_and_outcomes_are_listed_as_the_product_knows_them(Column column) {
        if (column.name().equals("type")) {
            assertThat(column.listed()).isEqualTo(codes(ShippedWords.words().codes("type").stream()));
        }
        if (column.name().equals("outcome")) {
            assertThat(column.listed())
                    .isEqualTo(codes(Arrays.stream(Outcome.values())
                            .filter(Outcome::isOfAnExit)
                            .map(Outcome::code)));
        }
    }

    private static Stream<Column> columns(String name, DmnModelInstance model) {
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Output> outputs = List.copyOf(table.getOutputs());
        List<Rule> rules = List.copyOf(table.getRules());
        return Stream.concat(
                inputs.stream()
                        .map(input -> new Column(
                                name,
                                input.getInputExpression().getText().getTextContent(),
                                quoted(Stream.ofNullable(input.getInputValues())),
                                quoted(rules.stream()
                                        .map(rule -> List.copyOf(rule.getInputEntries())
                                                .get(inputs.indexOf(input)))))),
                outputs.stream()
                        .map(output -> new Column(
                                name,
                                output.getName(),
                                quoted(Stream.ofNullable(output.getOutputValues())),
                                quoted(rules.stream()
                                        .map(rule -> List.copyOf(rule.getOutputEntries())
                                                .get(outputs.indexOf(output)))))));
    }

    private static Set<String> quoted(Stream<? extends DmnElement> texts) {
        return codes(texts.flatMap(text -> CODE.matcher(text.getTextContent()).results())
                .map((MatchResult found) -> found.group(1)));
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(toCollection(TreeSet::new));
    }
}
