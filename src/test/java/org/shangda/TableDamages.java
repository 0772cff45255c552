package org.shangda;

import static org.shangda.DamageKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shangda.Damaged.Xml;
import org.w3c.dom.Element;

/** What may happen to a decision table: to each row, each cell, each column. */
final class TableDamages {

    /** Of a longer table every seventh row is enough. */
    private static final int LONG = 60;

    private static final int STEP = 7;

    private final String file;
    private final Xml shipped;
    private final List<Damage> all = new ArrayList<>();

    private TableDamages(String file) {
        this.file = file;
        this.shipped = new Xml(Damaged.shipped(file));
    }

    static List<Damage> of(String file) {
        TableDamages damages = new TableDamages(file);
        List<Element> rows = damages.shipped.named("rule");
        for (int i = 0; i < rows.size(); i += rows.size() > LONG ? STEP : 1) {
            damages.row(rows.get(i), i);
        }
        damages.columns();
        damages.whole();
        return damages.all;
    }

    private void add(DamageKind kind, String at, Consumer<Xml> edit) {
        all.add(Damage.xml(kind, file, at, edit));
    }

    private void row(Element row, int number) {
        String id = row.getAttribute("id");
        add(ROW_REMOVED, id, it -> it.delete(id));
        add(ROW_TWICE, id, it -> it.copyToTop(id, id + "_2"));
        if (number > 0) {
            add(ROW_TO_THE_TOP, id, it -> {
                Element moved = it.get(id);
                moved.getParentNode().insertBefore(moved, it.named("rule").get(0));
            });
        }
        add(ROW_CATCHES_ALL, id, it -> {
            it.copyToTop(id, id + "_2");
            cells(it.get(id + "_2")).stream()
                    .filter(cell -> cell.getLocalName().equals("inputEntry"))
                    .forEach(cell -> text(cell).setTextContent(""));
        });
        if (number == 1) {
            String first = shipped.named("rule").get(0).getAttribute("id");
            add(ROW_ID_TWICE, id, it -> it.set(id, "id", first));
        }
        List<Element> cells = cells(row);
        for (int column = 0; column < cells.size(); column++) {
            cell(id, column, cells.get(column), typeOf(column));
            if (column + 1 < cells.size() && !was(cells.get(column)).equals(was(cells.get(column + 1)))) {
                int at = column;
                String one = was(cells.get(at));
                String next = was(cells.get(at + 1));
                add(CELLS_SWAPPED, id + " " + name(at), it -> {
                    text(cells(it.get(id)).get(at)).setTextContent(next);
                    text(cells(it.get(id)).get(at + 1)).setTextContent(one);
                });
            }
        }
    }

    private static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (var child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element cell
                    && (cell.getLocalName().equals("inputEntry")
                            || cell.getLocalName().equals("outputEntry"))) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static Element text(Element cell) {
        return (Element) cell.getElementsByTagNameNS("*", "text").item(0);
    }

    private static String was(Element cell) {
        return text(cell).getTextContent().strip();
    }

    private List<Element> heads() {
        List<Element> heads = new ArrayList<>(shipped.named("input"));
        heads.addAll(shipped.named("output"));
        return heads;
    }

    private String name(int column) {
        Element head = heads().get(column);
        return head.getLocalName().equals("input")
                ? head.getElementsByTagNameNS("*", "text")
                        .item(0)
                        .getTextContent()
                        .strip()
                : head.getAttribute("name");
    }

    private String typeOf(int column) {
        Element head = heads().get(column);
        return head.getLocalName().equals("input") ? "input" : head.getAttribute("typeRef");
    }

    private void cell(String row, int column, Element cell, String type) {
        String was = was(cell);
        if (!was.isEmpty()) {
            cell(type.equals("input") ? INPUT_CLEARED : CELL_CLEARED, row, column, "");
        }
        for (String unparseable : List.of("\"", "“college”", "college", "\"college", "((", "\"a\" or", "not(", "，")) {
            cell(CELL_UNPARSEABLE, row, column, unparseable);
        }
        switch (type) {
            case "integer" -> {
                for (String number : List.of("-1", "0", "1000000", "99999999999", "1.5", "1e3", "٣")) {
                    if (!number.equals("0")
                            || !List.of("order", "minWorkingDays").contains(name(column))) {
                        cell(CELL_ABSURD_NUMBER, row, column, number);
                    }
                }
                for (String other : List.of("\"3\"", "\"ten\"", "true", "十")) {
                    cell(CELL_OTHER_TYPE, row, column, other);
                }
                cell(CELL_CALCULATED, row, column, "5 + 5");
                cell(CELL_CALCULATED, row, column, "days");
            }
            case "boolean" -> {
                for (String other : List.of("\"true\"", "yes", "是", "1", "TRUE")) {
                    cell(CELL_OTHER_TYPE, row, column, other);
                }
                cell(CELL_CALCULATED, row, column, "1 = 1");
            }
            default -> {
                boolean words = List.of("clause", "zh", "en", "together").contains(name(column));
                if (!words) {
                    cell(CELL_UNKNOWN_CODE, row, column, "\"nonesuch\"");
                }
                if (!words && was.matches("\"[^\"]+\"")) {
                    cell(CELL_UNKNOWN_CODE, row, column, was.replaceFirst("\"(\\w)", "\" $1"));
                    cell(CELL_UNKNOWN_CODE, row, column, was.toUpperCase(java.util.Locale.ROOT));
                }
                cell(CELL_OTHER_TYPE, row, column, "5");
                cell(CELL_OTHER_TYPE, row, column, "true");
                cell(CELL_TOO_LONG, row, column, "\"" + "长".repeat(5000) + "\"");
                cell(CELL_CALCULATED, row, column, "upper case(\"a\")");
                cell(CELL_CALCULATED, row, column, "programme");
                cell(CELL_CALCULATED, row, column, "date(\"2020-01-01\")");
            }
        }
    }

    private void cell(DamageKind kind, String row, int column, String content) {
        String seen = content.length() > 30 ? content.substring(0, 5) + "…" : content;
        add(
                kind,
                row + " " + name(column) + " " + seen,
                it -> text(cells(it.get(row)).get(column)).setTextContent(content));
    }

    private void columns() {
        int columns = heads().size();
        for (int i = 0; i < columns; i++) {
            int at = i;
            String column = name(i);
            boolean input = heads().get(i).getLocalName().equals("input");
            add(COLUMN_REMOVED, column, it -> {
                it.named("rule").forEach(row -> row.removeChild(cells(row).get(at)));
                Element gone = head(it, at);
                gone.getParentNode().removeChild(gone);
            });
            add(COLUMN_RENAMED, column, it -> rename(head(it, at), column + "s"));
            add(COLUMN_RENAMED, column + " space", it -> rename(head(it, at), column + " "));
            add(COLUMN_RENAMED, column + " 名", it -> rename(head(it, at), "名称"));
            add(COLUMN_LABEL_CHANGED, column, it -> head(it, at).setAttribute("label", "另一个名称"));
            for (String type : List.of("string", "integer", "boolean", "date", "double", "nonesuch")) {
                Element typed = typed(heads().get(i));
                if (!typed.getAttribute("typeRef").equals(type)) {
                    add(
                            COLUMN_TYPE_CHANGED,
                            column + " " + type,
                            it -> typed(head(it, at)).setAttribute("typeRef", type));
                }
            }
            add(COLUMN_TYPE_CHANGED, column + " none", it -> typed(head(it, at)).removeAttribute("typeRef"));
            if (!input) {
                add(COLUMN_ADDED, column, it -> add(it, at, "more"));
                add(COLUMN_RENAMED, column + " twice", it -> add(it, at, column));
            }
        }
    }

    private static Element head(Xml it, int column) {
        List<Element> heads = new ArrayList<>(it.named("input"));
        heads.addAll(it.named("output"));
        return heads.get(column);
    }

    private static Element typed(Element head) {
        return head.getLocalName().equals("input")
                ? (Element) head.getElementsByTagNameNS("*", "inputExpression").item(0)
                : head;
    }

    private static void rename(Element head, String name) {
        if (head.getLocalName().equals("input")) {
            head.getElementsByTagNameNS("*", "text").item(0).setTextContent(name);
        } else {
            head.setAttribute("name", name);
        }
    }

    /** A second output column beside the one. */
    private static void add(Xml it, int at, String name) {
        Element head = head(it, at);
        Element more = (Element) head.cloneNode(true);
        more.setAttribute("id", more.getAttribute("id") + "_2");
        more.setAttribute("name", name);
        while (more.getFirstChild() != null) {
            more.removeChild(more.getFirstChild());
        }
        head.getParentNode().insertBefore(more, head.getNextSibling());
        for (Element row : it.named("rule")) {
            Element cell = cells(row).get(at);
            Element copy = (Element) cell.cloneNode(true);
            copy.setAttribute("id", copy.getAttribute("id") + "_2");
            row.insertBefore(copy, cell.getNextSibling());
        }
    }

    private void whole() {
        Element table = shipped.named("decisionTable").get(0);
        String id = table.getAttribute("id");
        for (String policy : List.of("FIRST", "UNIQUE", "ANY", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER")) {
            if (!table.getAttribute("hitPolicy").equals(policy)) {
                add(POLICY_CHANGED, policy, it -> it.set(id, "hitPolicy", policy));
            }
        }
        add(POLICY_CHANGED, "none", it -> it.unset(id, "hitPolicy"));
        add(
                POLICY_CHANGED,
                "COLLECT SUM",
                it -> it.set(id, "hitPolicy", "COLLECT").set(id, "aggregation", "SUM"));
        String key = shipped.named("decision").get(0).getAttribute("id");
        add(DECISION_RENAMED, key + "-2", it -> it.set(key, "id", key + "-2"));
        add(
                DECISION_RENAMED,
                "level-units or words",
                it -> it.set(key, "id", key.equals("words") ? "level-units" : "words"));
        add(TABLE_REMOVED, key, it -> it.delete(id));
        add(
                TABLE_REMOVED,
                key + " all rows",
                it -> it.named("rule").forEach(row -> row.getParentNode().removeChild(row)));
        add(VERSION_TAG, key + " history", it -> it.get(key).removeAttribute("camunda:historyTimeToLive"));
        add(VERSION_TAG, key, it -> it.set(key, "name", "另一个名称"));
        add(PRIORITY_NONSENSE, key, it -> it.get(key).setAttribute("camunda:historyTimeToLive", "for ever"));
    }
}
