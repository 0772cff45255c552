package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Decision tables: rows and columns by their ids. Modeler keeps these ids, and gives new rows new ones. */
final class TableStructure extends Structure {

    /**
     * @param code what the column asks for or gives, for example {@code level}
     * @param label as Modeler shows it
     */
    record Column(String id, String code, String label, boolean input) {}

    private final Document document;
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    TableStructure(byte[] content) {
        document = Xml.read(content);
        for (Element decision : Xml.children(document.getDocumentElement(), "decision")) {
            Map<String, String> facts = Xml.attributes(decision);
            for (Element child : Xml.children(decision)) {
                if (child.getLocalName().equals("decisionTable")) {
                    facts.putAll(Xml.attributes(child));
                } else {
                    facts.put(child.getLocalName(), Xml.text(child));
                }
            }
            add(decision, "table", decision.getAttribute("name"), facts);
            Xml.children(decision, "decisionTable").forEach(this::readTable);
        }
    }

    private void readTable(Element table) {
        List<Column> own = new ArrayList<>();
        for (Element column : Xml.children(table)) {
            boolean input = column.getLocalName().equals("input");
            if (input || column.getLocalName().equals("output")) {
                own.add(readColumn(column, input));
            }
        }
        List<Element> found = Xml.children(table, "rule");
        for (int i = 0; i < found.size(); i++) {
            Element row = found.get(i);
            Map<String, String> facts = new TreeMap<>();
            List<Element> cells = cells(row);
            for (int column = 0; column < Math.min(cells.size(), own.size()); column++) {
                facts.put(own.get(column).id(), Xml.text(cells.get(column)));
            }
            // A column that one version does not have is as good as empty in it.
            facts.values().removeIf(String::isEmpty);
            Xml.children(row, "description").forEach(text -> facts.put("description", Xml.text(text)));
            String id = row.hasAttribute("id") ? row.getAttribute("id") : "row " + (i + 1);
            elements.put(id, row);
            rows.add(id);
            add(new Part(id, "row", String.valueOf(i + 1), facts));
        }
    }

    private Column readColumn(Element element, boolean input) {
        Map<String, String> facts = Xml.attributes(element);
        Xml.children(element).forEach(child -> facts.put(child.getLocalName(), Xml.text(child)));
        String code = input
                ? Xml.children(element, "inputExpression").stream()
                        .flatMap(expression -> Xml.children(expression, "text").stream())
                        .map(Xml::text)
                        .findFirst()
                        .orElse("")
                : element.getAttribute("name");
        String label = element.getAttribute("label");
        Column column = new Column(element.getAttribute("id"), code, label.isBlank() ? code : label, input);
        columns.put(column.id(), column);
        add(element, "column", column.label(), facts);
        return column;
    }

    private void add(Element element, String type, String name, Map<String, String> facts) {
        String id = element.getAttribute("id");
        elements.put(id, element);
        add(new Part(id, type, name, facts));
    }

    private static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>(Xml.children(row, "inputEntry"));
        cells.addAll(Xml.children(row, "outputEntry"));
        return cells;
    }

    Map<String, Column> columns() {
        return columns;
    }

    @Override
    List<String> inOrder() {
        List<String> order = new ArrayList<>(columns.keySet());
        order.addAll(rows);
        return order;
    }

    @Override
    byte[] with(Structure other, Set<String> ids) {
        TableStructure changed = (TableStructure) other;
        TableStructure copy = new TableStructure(Xml.write(document));
        for (String id : changed.inOrder()) {
            if (ids.contains(id)) {
                copy.take(id, changed);
            }
        }
        ids.stream().filter(id -> !changed.inOrder().contains(id)).forEach(id -> copy.takeOrLeaveOut(id, changed));
        return Xml.write(copy.document);
    }

    private void takeOrLeaveOut(String id, TableStructure changed) {
        Part part = parts().get(id);
        Element here = elements.get(id);
        if (part == null
                || part.type().equals("column")
                || part.type().equals("table") && !changed.elements.containsKey(id)) {
            throw new CannotPatch(id);
        }
        if (part.type().equals("table")) {
            describe(here, changed.elements.get(id));
        } else {
            here.getParentNode().removeChild(here);
        }
    }

    private void describe(Element here, Element there) {
        Xml.copyAttributes(there, here);
        List<Element> tables = Xml.children(here, "decisionTable");
        List<Element> theirs = Xml.children(there, "decisionTable");
        if (tables.size() != 1 || theirs.size() != 1) {
            throw new CannotPatch(here.getAttribute("id"));
        }
        Xml.copyAttributes(theirs.get(0), tables.get(0));
        Xml.children(here, "description").forEach(here::removeChild);
        Xml.children(there, "description")
                .forEach(text -> Xml.insert((Element) document.importNode(text, true), here, null));
    }

    private void take(String id, TableStructure changed) {
        Element here = elements.get(id);
        Element there = changed.elements.get(id);
        if (changed.columns.containsKey(id)) {
            if (here == null) {
                throw new CannotPatch(id);
            }
            here.getParentNode().replaceChild(document.importNode(there, true), here);
            return;
        }
        Element row = row(there, changed);
        if (here != null) {
            here.getParentNode().replaceChild(row, here);
        } else {
            insert(id, row, changed);
        }
        elements.put(id, row);
    }

    private void insert(String id, Element row, TableStructure changed) {
        String before = "";
        for (String one : changed.rows) {
            if (one.equals(id)) {
                break;
            }
            before = elements.containsKey(one) ? one : before;
        }
        Element table = Xml.children(document.getDocumentElement(), "decision").stream()
                .flatMap(decision -> Xml.children(decision, "decisionTable").stream())
                .reduce((one, another) -> {
                    throw new CannotPatch(id);
                })
                .orElseThrow(() -> new CannotPatch(id));
        Element after = before.isEmpty()
                ? Xml.children(table).stream()
                        .filter(child -> !child.getLocalName().equals("rule"))
                        .reduce((one, next) -> next)
                        .orElse(null)
                : elements.get(before);
        Xml.insert(row, table, after);
    }

    /** With the columns of this table: a cell for a column that the other one did not have is empty. */
    private Element row(Element there, TableStructure changed) {
        Element row = (Element) document.importNode(there, true);
        List<String> theirs = List.copyOf(changed.columns.keySet());
        if (theirs.equals(List.copyOf(columns.keySet()))) {
            return row;
        }
        List<Element> cells = cells(row);
        Element last = cells.get(cells.size() - 1);
        List<Element> aligned = new ArrayList<>();
        for (Column column : columns.values()) {
            int at = theirs.indexOf(column.id());
            aligned.add(at >= 0 ? cells.get(at) : emptyCell(row, column));
        }
        for (Element cell : aligned) {
            row.insertBefore(cell.cloneNode(true), last.getNextSibling());
            last = (Element) Objects.requireNonNull(last.getNextSibling());
        }
        cells.forEach(row::removeChild);
        return row;
    }

    private Element emptyCell(Element row, Column column) {
        String namespace = row.getNamespaceURI();
        Element cell = document.createElementNS(namespace, column.input() ? "inputEntry" : "outputEntry");
        cell.setAttribute("id", row.getAttribute("id") + "_" + column.id());
        cell.appendChild(document.createElementNS(namespace, "text"));
        return cell;
    }
}
