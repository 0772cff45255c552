package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;

/**
 * A decision table as it would be in force, read with a matcher of its own. The matcher knows the grammar that the product's
 * tables use and nothing else ({@link CellsAreUnderstood} refuses the rest), so it is exact; the engine's own parses every
 * cell anew at each question, too slowly to ask it for all situations.
 *
 * @param file name without folders
 */
public record RuleTable(
        String file,
        String key,
        HitPolicy policy,
        boolean aggregates,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    /** @param type as the table says it, for example {@code string} */
    public record Column(String name, String type) {}

    private static final String TEXT = "\"[^\"]*\"";
    private static final String TEXTS = TEXT + "(?:\\s*,\\s*" + TEXT + ")*";
    private static final Pattern INPUT = Pattern.compile("-?|(not\\s*\\()?\\s*(" + TEXTS + ")\\s*(\\))?");
    private static final Pattern ONE_TEXT = Pattern.compile("\"([^\"]*)\"");

    /**
     * The one table of a file.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static RuleTable read(String file, byte[] content) {
        return ReadFile.of(file, content).tables().values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file));
    }

    static Optional<RuleTable> of(String file, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return Optional.empty();
        }
        List<Column> inputs = table.getInputs().stream()
                .map(input -> new Column(
                        input.getInputExpression() == null
                                        || input.getInputExpression().getText() == null
                                ? ""
                                : text(input.getInputExpression().getText().getTextContent()),
                        input.getInputExpression() == null
                                ? null
                                : input.getInputExpression().getTypeRef()))
                .toList();
        List<Column> outputs = table.getOutputs().stream()
                .map(output -> new Column(output.getName(), output.getTypeRef()))
                .toList();
        List<String> names = Stream.concat(inputs.stream(), outputs.stream())
                .map(column -> String.valueOf(column.name()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (var rule : table.getRules()) {
            List<String> cells = new ArrayList<>();
            rule.getInputEntries()
                    .forEach(cell -> cells.add(
                            cell.getText() == null ? "" : text(cell.getText().getTextContent())));
            rule.getOutputEntries()
                    .forEach(cell -> cells.add(
                            cell.getText() == null ? "" : text(cell.getText().getTextContent())));
            rows.add(new Row(rule.getId(), description(rule), names, cells, inputs.size()));
        }
        return Optional.of(new RuleTable(
                Definition.plain(file),
                decision.getId(),
                table.getHitPolicy() == null ? HitPolicy.UNIQUE : table.getHitPolicy(),
                table.getAggregation() != null,
                inputs,
                outputs,
                rows));
    }

    private static String text(String content) {
        return content == null ? "" : content.strip();
    }

    private static String description(DmnElement rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }

    /** The rows that apply, in the order of the table, whatever its hit policy. */
    public List<Row> matching(Map<String, String> question) {
        return rows.stream().filter(row -> row.matches(question)).toList();
    }

    /** The row that is the answer where one is asked for. */
    public Optional<Row> first(Map<String, String> question) {
        return rows.stream().filter(row -> row.matches(question)).findFirst();
    }

    /** The codes that a column names in any row. */
    public Set<String> codesOf(String column) {
        Set<String> codes = new LinkedHashSet<>();
        rows.forEach(row -> codes.addAll(row.codesOf(column)));
        return codes;
    }

    /** One row: its cells as they are written. */
    public static final class Row {

        private final String id;
        private final String description;
        private final List<String> names;
        private final List<String> cells;
        private final int inputs;

        /** Of each cell; asked for thousands of times, so they are looked for once. */
        private final List<Set<String>> codes;

        Row(String id, String description, List<String> names, List<String> cells, int inputs) {
            this.id = id;
            this.description = description;
            this.names = names;
            this.cells = cells;
            this.inputs = inputs;
            this.codes = cells.stream().map(Row::codesIn).toList();
        }

        private static Set<String> codesIn(String cell) {
            Set<String> codes = new LinkedHashSet<>();
            ONE_TEXT.matcher(cell).results().forEach(one -> codes.add(one.group(1)));
            codes.remove("");
            return Collections.unmodifiableSet(codes);
        }

        /** How a finding names it: its id, and what an administrator sees of it. */
        public String name() {
            String seen = description.isBlank()
                    ? String.join(" ", cells.subList(0, Math.min(inputs, cells.size())))
                    : description.lines().findFirst().orElse("");
            return (id == null ? "" : id) + "「" + (seen.length() > 40 ? seen.substring(0, 40) + "…" : seen) + "」";
        }

        /** The cell as it is written; empty when the column is not there. */
        public String cell(String column) {
            int at = names.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        public boolean isBlank(String column) {
            String cell = cell(column);
            return cell.isEmpty() || cell.equals("\"\"") || cell.equals("null");
        }

        /** What an output cell says as text; empty when it is blank. */
        public String text(String column) {
            Matcher text = ONE_TEXT.matcher(cell(column));
            return text.matches() ? text.group(1).strip() : "";
        }

        public Optional<Integer> number(String column) {
            return cell(column).matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(cell(column))) : Optional.empty();
        }

        public boolean flag(String column) {
            return cell(column).equals("true");
        }

        /** Codes in one output cell, separated as the product reads them. */
        public List<String> codes(String column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split("[,\uFF0C\u3001\\s]+"));
        }

        /** Every code that stands between quotation marks. */
        public Set<String> codesOf(String column) {
            int at = names.indexOf(column);
            return at < 0 || at >= codes.size() ? Set.of() : codes.get(at);
        }

        boolean matches(Map<String, String> question) {
            for (int i = 0; i < inputs && i < cells.size(); i++) {
                if (!accepts(i, question.get(names.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the cell of one input lets a value through. */
        public boolean accepts(String input, String value) {
            int at = names.indexOf(input);
            return at < 0 || at >= cells.size() || accepts(at, value);
        }

        private boolean accepts(int at, String value) {
            String cell = cells.get(at);
            return cell.isEmpty() || cell.equals("-") || codes.get(at).contains(value) != cell.startsWith("not");
        }

        /** Whether an input cell is written in the grammar that the matcher knows. */
        static boolean isUnderstood(String cell) {
            Matcher input = INPUT.matcher(cell);
            return input.matches() && (input.group(1) == null) == (input.group(3) == null);
        }

        int cells() {
            return cells.size();
        }
    }
}
