package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.engine.door.TableShape.Column;
import org.shangda.engine.door.TableShape.Kind;
import org.shangda.refusal.Sentences;

/** A table has the columns that it is asked for, and in every cell something that the product understands: known codes, sane numbers. */
final class CellsAreUnderstood implements Rule {

    /** As long may a code be where it is kept. */
    private static final int LONGEST_CODE = 40;

    private static final int LONGEST_TEXT = 500;

    private final Collection<TableShape> shapes;

    CellsAreUnderstood(Collection<TableShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (TableShape shape : shapes) {
            proposal.table(shape.key()).ifPresent(table -> {
                columns(shape, table, findings);
                for (Row row : table.rows()) {
                    if (row.cells() != table.inputs().size() + table.outputs().size()) {
                        findings.refuse(table.file(), row.name(), "cell.count");
                        continue;
                    }
                    shape.inputs().forEach((input, codes) -> input(table, row, input, codes.apply(proposal), findings));
                    shape.outputs().forEach(output -> output(proposal, table, row, output, findings));
                    unasked(shape, table, row, findings);
                }
            });
        }
    }

    private static void columns(TableShape shape, RuleTable table, Findings findings) {
        for (String input : shape.inputs().keySet()) {
            column(table, table.inputs(), input, Kind.CODE, findings);
        }
        for (Column output : shape.outputs()) {
            column(table, table.outputs(), output.name, output.kind, findings);
        }
        // Nobody answers it: as long as it is empty it does no harm.
        table.inputs().stream()
                .filter(input -> !shape.inputs().containsKey(input.name()))
                .forEach(input -> findings.refuse(table.file(), table.key(), "column.unasked", input.name()));
        table.outputs().stream()
                .filter(output -> !shape.isListed())
                .filter(output -> shape.outputs().stream().noneMatch(known -> known.name.equals(output.name())))
                .forEach(output ->
                        findings.warn(table.file(), table.key(), "column.unread", String.valueOf(output.name())));
    }

    private static void column(
            RuleTable table, List<RuleTable.Column> columns, String name, Kind kind, Findings findings) {
        List<RuleTable.Column> found =
                columns.stream().filter(column -> name.equals(column.name())).toList();
        if (found.size() != 1) {
            findings.refuse(table.file(), table.key(), found.isEmpty() ? "column.missing" : "column.twice", name);
        } else if (!kind.type().equals(found.get(0).type())) {
            findings.refuse(
                    table.file(),
                    table.key(),
                    "column.type",
                    name,
                    String.valueOf(found.get(0).type()),
                    kind.type());
        }
    }

    private static void input(RuleTable table, Row row, String column, Set<String> known, Findings findings) {
        String cell = row.cell(column);
        if (!Row.isUnderstood(cell)) {
            findings.refuse(table.file(), row.name(), "cell.input", column, cell);
            return;
        }
        for (String code : row.codesOf(column)) {
            if (!known.contains(code)) {
                findings.refuse(table.file(), row.name(), "cell.code", column, code, some(known));
            } else if (code.length() > LONGEST_CODE) {
                findings.refuse(table.file(), row.name(), "cell.long", column, code, String.valueOf(LONGEST_CODE));
            }
        }
    }

    private static void unasked(TableShape shape, RuleTable table, Row row, Findings findings) {
        table.inputs().stream()
                .map(RuleTable.Column::name)
                .filter(name -> !shape.inputs().containsKey(name))
                .filter(name -> !row.cell(name).isEmpty() && !row.cell(name).equals("-"))
                .forEach(name -> findings.refuse(table.file(), row.name(), "cell.never", name));
    }

    private static void output(Proposal proposal, RuleTable table, Row row, Column column, Findings findings) {
        String cell = row.cell(column.name);
        if (row.isBlank(column.name)) {
            if (column.required) {
                findings.refuse(table.file(), row.name(), "cell.blank", column.name);
            }
            return;
        }
        switch (column.kind) {
            case NUMBER -> {
                Optional<Integer> number = row.number(column.name);
                if (number.isEmpty()) {
                    findings.refuse(table.file(), row.name(), "cell.number", column.name, cell);
                } else if (number.get() < column.least || number.get() > column.most) {
                    findings.refuse(
                            table.file(),
                            row.name(),
                            "cell.range",
                            column.name,
                            cell,
                            String.valueOf(column.least),
                            String.valueOf(column.most));
                }
            }
            case YES_NO -> {
                if (!cell.equals("true") && !cell.equals("false")) {
                    findings.refuse(table.file(), row.name(), "cell.yes-no", column.name, cell);
                }
            }
            default -> texts(proposal, table, row, column, findings);
        }
    }

    private static void texts(Proposal proposal, RuleTable table, Row row, Column column, Findings findings) {
        if (!row.cell(column.name).matches("\"[^\"]*\"")) {
            findings.refuse(table.file(), row.name(), "cell.text", column.name, row.cell(column.name));
            return;
        }
        int longest = column.kind == Kind.TEXT ? LONGEST_TEXT : LONGEST_CODE;
        if (column.codes == null && row.text(column.name).length() > longest) {
            findings.refuse(
                    table.file(), row.name(), "cell.long", column.name, row.text(column.name), String.valueOf(longest));
        }
        if (column.codes == null) {
            return;
        }
        Set<String> known = column.codes.apply(proposal);
        List<String> codes = column.kind == Kind.CODES ? row.codes(column.name) : List.of(row.text(column.name));
        Set<String> seen = new LinkedHashSet<>();
        for (String code : codes) {
            if (!known.contains(code)) {
                findings.refuse(table.file(), row.name(), "cell.code", column.name, code, some(known));
            } else if (!seen.add(code)) {
                findings.warn(table.file(), row.name(), "cell.twice", column.name, code);
            }
        }
    }

    private static String some(Set<String> known) {
        return known.stream().sorted().limit(15).collect(Sentences.listing()) + (known.size() > 15 ? "……" : "");
    }
}
