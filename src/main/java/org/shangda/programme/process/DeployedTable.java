package org.shangda.programme.process;

import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.shangda.refusal.Misconfigured;

/** One version of a deployed decision table, with the answers it has given. */
class DeployedTable {

    /** Users type some of the inputs, so answers are not kept without end. The shipped tables need about a hundred. */
    private static final int KEPT_ANSWERS = 1000;

    private static final Pattern PLAIN_TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

    private final DmnEngine dmn;
    private final DmnDecision decision;
    private final DecisionTable model;
    private final Map<Map<String, Object>, List<Row>> answers = new ConcurrentHashMap<>();

    private DeployedTable(DmnEngine dmn, DmnDecision decision, DecisionTable model) {
        this.dmn = dmn;
        this.decision = decision;
        this.model = model;
    }

    static DeployedTable read(DmnEngine dmn, String key, InputStream xml) {
        DmnModelInstance model = Dmn.readModelFromStream(xml);
        Decision decision = model.getModelElementById(key);
        return new DeployedTable(dmn, dmn.parseDecision(key, model), (DecisionTable) decision.getExpression());
    }

    /** The rows that apply, in the order of the table. */
    List<Row> rows(Map<String, Object> question) {
        List<Row> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Row> answer = evaluated(question);
        if (answers.size() < KEPT_ANSWERS) {
            answers.put(question, answer);
        }
        return answer;
    }

    /** What the engine says of a wrong table can quote what was asked, so it stays in the log's list of classes. */
    private List<Row> evaluated(Map<String, Object> question) {
        try {
            return dmn.evaluateDecision(decision, question).getResultList().stream()
                    .map(cells -> new Row(decision.getKey(), cells))
                    .toList();
        } catch (DmnEngineException wrong) {
            throw new Misconfigured(decision.getKey() + ": a cell or the hit policy does not allow an answer", wrong);
        }
    }

    /** The codes that an input column names, in the order of the rows. */
    List<String> codesOf(String input) {
        List<String> columns = model.getInputs().stream()
                .map(column -> column.getInputExpression().getText().getTextContent())
                .toList();
        int column = columns.indexOf(input);
        if (column < 0) {
            throw new Misconfigured(decision.getKey() + ": no input " + input);
        }
        return model.getRules().stream()
                .map(row -> List.copyOf(row.getInputEntries()).get(column).getText())
                .flatMap(DeployedTable::literals)
                .distinct()
                .toList();
    }

    /** Whether any row names the code in that input column. */
    boolean names(String input, String code) {
        return model.getInputs().stream()
                        .anyMatch(column -> input.equals(
                                column.getInputExpression().getText().getTextContent()))
                && codesOf(input).contains(code);
    }

    /** The codes that an output column gives in any row. */
    Set<String> codesGivenAs(String output) {
        List<String> columns = model.getOutputs().stream().map(Output::getName).toList();
        int column = columns.indexOf(output);
        if (column < 0) {
            throw new Misconfigured(decision.getKey() + ": no output " + output);
        }
        return model.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries()).get(column).getText())
                .flatMap(DeployedTable::literals)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The rows as they are written, for a table that only lists: what each column holds by its name, as text, number or
     * boolean. A cell that holds anything else, or nothing, is left out.
     */
    List<Map<String, Object>> written() {
        return model.getRules().stream().map(this::written).toList();
    }

    private Map<String, Object> written(Rule row) {
        Map<String, Object> cells = new HashMap<>();
        int at = 0;
        for (InputEntry cell : row.getInputEntries()) {
            String column = List.copyOf(model.getInputs())
                    .get(at++)
                    .getInputExpression()
                    .getText()
                    .getTextContent();
            plain(cell.getText()).ifPresent(value -> cells.put(column, value));
        }
        at = 0;
        for (OutputEntry cell : row.getOutputEntries()) {
            String column = List.copyOf(model.getOutputs()).get(at++).getName();
            plain(cell.getText()).ifPresent(value -> cells.put(column, value));
        }
        return cells;
    }

    private static Optional<Object> plain(Text cell) {
        String text = cell == null ? "" : cell.getTextContent().strip();
        if (PLAIN_TEXT.matcher(text).matches()) {
            return Optional.of(text.substring(1, text.length() - 1).replace("\\\"", "\""));
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(Boolean.valueOf(text));
        }
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Stream<String> literals(Text cell) {
        return LITERAL.matcher(cell.getTextContent()).results().map(literal -> literal.group(1));
    }

    /** The outputs of one row. An empty cell is null. */
    record Row(String table, Map<String, Object> cells) {

        String text(String column) {
            return required(column, textOrNull(column));
        }

        String textOrNull(String column) {
            return cells.get(column) instanceof String text && !text.isBlank() ? text.strip() : null;
        }

        int number(String column) {
            return required(column, numberOrNull(column));
        }

        Integer numberOrNull(String column) {
            return cells.get(column) instanceof Number number ? number.intValue() : null;
        }

        boolean flag(String column) {
            return Boolean.TRUE.equals(cells.get(column));
        }

        /** Codes in one cell, separated by commas of either script. */
        Set<String> codes(String column) {
            String text = textOrNull(column);
            return text == null
                    ? Set.of()
                    : Stream.of(text.split("[,\uFF0C\u3001\\s]+"))
                            .collect(Collectors.collectingAndThen(
                                    Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        }

        /** As {@link #codes}, each written as {@code key:code}; a key may come several times. */
        Map<String, Set<String>> codesByCode(String column) {
            Map<String, Set<String>> byKey = new HashMap<>();
            for (String pair : codes(column)) {
                String[] parts = pair.split("[:\uFF1A]", 2);
                if (parts.length < 2) {
                    throw new Misconfigured(table + ": " + column + " has " + pair + ", not post:who");
                }
                byKey.computeIfAbsent(parts[0], key -> new LinkedHashSet<>()).add(parts[1]);
            }
            return byKey;
        }

        private <T> T required(String column, T value) {
            if (value == null) {
                throw new Misconfigured(table + ": " + column + " is empty in the row of " + cells.get("clause"));
            }
            return value;
        }
    }
}
