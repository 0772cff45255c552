package org.shangda.concern.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** The visits that the tables know, read from files. */
final class TableVisits {

    private static final Pattern CODE = Pattern.compile("\"([^\"]*)\"");

    private TableVisits() {}

    static List<Visit> of(Map<String, byte[]> files) {
        List<Map<String, String>> exits = rows(files, "level-exits");
        List<Map<String, String>> deadlines = rows(files, "level-deadlines");
        Set<String> types = codes(exits, "type");
        types.addAll(codes(deadlines, "type"));
        types.add("other");
        Set<String> programmes = codes(exits, "programme");
        programmes.add("other");
        Set<Visit> visits = new LinkedHashSet<>();
        for (String programme : programmes) {
            for (String level : codes(exits, "level")) {
                for (String stage : List.of("first", "again", "review")) {
                    for (String type : types) {
                        Map<String, String> question =
                                Map.of("programme", programme, "level", level, "stage", stage, "type", type);
                        List<String> signed = matching(deadlines, question).stream()
                                .findFirst()
                                .map(row -> List.of(text(row, "signedExits").split(",")))
                                .orElse(List.of());
                        visits.add(new Visit(
                                level,
                                stage,
                                type,
                                matching(exits, question).stream()
                                        .map(row -> new Visit.Exit(
                                                text(row, "code"),
                                                text(row, "outcome"),
                                                signed.contains(text(row, "code"))))
                                        .toList()));
                    }
                }
            }
        }
        return List.copyOf(visits);
    }

    private static List<Map<String, String>> rows(Map<String, byte[]> files, String table) {
        DecisionTable model = Dmn.readModelFromStream(new ByteArrayInputStream(files.get(table + ".dmn")))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> names = new ArrayList<>();
        model.getInputs()
                .forEach(input -> names.add(input.getInputExpression().getText().getTextContent()));
        model.getOutputs().forEach(output -> names.add(output.getName()));
        return model.getRules().stream()
                .map(rule -> {
                    List<String> cells = new ArrayList<>();
                    rule.getInputEntries()
                            .forEach(cell -> cells.add(cell.getText().getTextContent()));
                    rule.getOutputEntries()
                            .forEach(cell -> cells.add(cell.getText().getTextContent()));
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        row.put(names.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    private static List<Map<String, String>> matching(List<Map<String, String>> rows, Map<String, String> question) {
        return rows.stream()
                .filter(row -> question.entrySet().stream().allMatch(asked -> {
                    String cell = row.get(asked.getKey());
                    boolean named = cell.contains("\"" + asked.getValue() + "\"");
                    return cell.isEmpty() || cell.equals("-") || named != cell.startsWith("not");
                }))
                .toList();
    }

    private static Set<String> codes(List<Map<String, String>> rows, String column) {
        Set<String> codes = new LinkedHashSet<>();
        rows.forEach(row -> CODE.matcher(row.get(column)).results().forEach(code -> codes.add(code.group(1))));
        return codes;
    }

    private static String text(Map<String, String> row, String column) {
        return row.get(column).replace("\"", "");
    }
}
