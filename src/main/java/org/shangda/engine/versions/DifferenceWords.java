package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shangda.engine.versions.Difference.Change;
import org.shangda.engine.versions.Difference.Said;
import org.shangda.engine.versions.Difference.What;
import org.shangda.engine.versions.TableStructure.Column;
import org.shangda.refusal.Sentences;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** Says a difference as an administrator says it: which row, which column, from what to what, by which clause. */
@Component
public class DifferenceWords {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** What every change of an element has with it and nobody reads. */
    private static final Set<String> UNTOLD = Set.of("in");

    /** What is called otherwise than the file calls it. */
    private static final Set<String> NAMED = Set.of(
            "name",
            "label",
            "text",
            "description",
            "documentation",
            "conditionExpression",
            "sourceRef",
            "targetRef",
            "default",
            "formRef",
            "key",
            "type",
            "validate",
            "hitPolicy",
            "timeDate",
            "timeDuration");

    private static final String CLAUSE = "clause";

    private final Sentences say;
    private final Words words;

    DifferenceWords(Sentences say, Words words) {
        this.say = say;
        this.words = words;
    }

    /**
     * @param what {@code new}, {@code changed}, {@code removed} or {@code order}
     * @param where the row, element or field
     * @param id its id in the file
     * @param text one line for each thing that is said otherwise
     */
    public record Line(String what, String where, String id, List<String> text) {}

    List<Line> of(Structure before, Structure now) {
        return Difference.between(before, now).changes().stream()
                .map(change -> line(change, before, now))
                .toList();
    }

    private Line line(Change change, Structure before, Structure now) {
        String what = change.what().name().toLowerCase(Locale.ROOT);
        if (change.part() == null) {
            return new Line(what, say.of("rules.order"), "", List.of());
        }
        Structure side = change.what() == What.REMOVED ? before : now;
        List<String> text = new ArrayList<>();
        Map<String, Column> columns = side instanceof TableStructure table ? table.columns() : Map.of();
        change.said().stream()
                .filter(said -> !UNTOLD.contains(said.fact()))
                .filter(said -> !isInput(columns, said) || change.what() == What.CHANGED)
                .map(said -> said(said, columns, change.what()))
                .forEach(text::add);
        clause(change.part(), columns)
                .filter(clause -> change.what() == What.CHANGED)
                .ifPresent(text::add);
        return new Line(what, where(change.part(), side), change.part().id(), text);
    }

    private static boolean isInput(Map<String, Column> columns, Said said) {
        return columns.containsKey(said.fact()) && columns.get(said.fact()).input();
    }

    private String said(Said said, Map<String, Column> columns, What what) {
        Column column = columns.get(said.fact());
        String fact = column == null ? fact(said.fact()) : column.label();
        String before = cell(column, said.before());
        String now = cell(column, said.now());
        return switch (what) {
            case NEW -> say.of("rules.says", fact, now);
            case REMOVED -> say.of("rules.says", fact, before);
            default -> say.of("rules.from-to", fact, before, now);
        };
    }

    private String fact(String name) {
        return NAMED.contains(name) ? say.of("rules.fact." + name) : name;
    }

    private Optional<String> clause(Part part, Map<String, Column> columns) {
        return columns.values().stream()
                .filter(column -> column.code().equals(CLAUSE))
                .map(column -> cell(column, part.fact(column.id())))
                .filter(clause -> !clause.isBlank())
                .map(clause -> say.of("rules.clause", clause))
                .findFirst();
    }

    /** The row, element or field as it is known to a reader. */
    String where(Part part, Structure side) {
        if (part.type().equals("row") && side instanceof TableStructure table) {
            String situation = table.columns().values().stream()
                    .filter(Column::input)
                    .map(column -> cell(column, part.fact(column.id())))
                    .filter(text -> !text.isEmpty() && !text.equals("-"))
                    .collect(Collectors.joining(" · "));
            return say.of("rules.row", part.name(), situation.isEmpty() ? say.of("rules.any") : situation);
        }
        if (side instanceof TableStructure) {
            return say.of(part.type().equals("column") ? "rules.column" : "rules.table", part.name());
        }
        String kind = side instanceof FormStructure ? "rules.component" : "rules.element";
        return say.of(kind, part.name().isBlank() ? part.id() : part.name(), part.id());
    }

    /** Codes by their names; what is no text is shown as it is written. */
    private String cell(Column column, String text) {
        if (text.isEmpty()) {
            return say.of("rules.empty");
        }
        if (column == null || !text.contains("\"")) {
            return text;
        }
        return LITERAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(name(column, found)));
    }

    private String name(Column column, MatchResult found) {
        return words.label(column.code(), found.group(1));
    }
}
