package org.shangda.engine.door;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.FormFile.Component;

/** A form hands in what its record takes, as the kind of value that it takes, and shows what its page gives. */
final class FormsMatchRecords implements Rule {

    private static final String WARNING = "非涉密系统，请勿填写国家秘密、工作秘密及他人隐私";

    /** They offer a choice. */
    private static final Set<String> CHOICES = Set.of("radio", "select", "taglist", "checklist");

    /** Where the values of a choice come from; the page gives those of the shipped form. */
    private static final List<String> SOURCES = List.of("valuesKey", "dataSource");

    /** What an administrator may add; kept as text under its label. */
    private static final Set<String> ADDED =
            Set.of("textfield", "textarea", "number", "checkbox", "select", "radio", "datetime");

    private final Map<String, Taken> records;
    private final Map<String, FormFile> shipped;

    /**
     * What the product takes from a form.
     *
     * @param demanded keys that it must have; those of a list's rows as {@code list.key}
     */
    record Taken(Class<? extends Record> values, Set<String> demanded) {}

    /**
     * @param records by form
     * @param shipped the product's own, which name everything that their pages give
     */
    FormsMatchRecords(Map<String, Taken> records, Map<String, FormFile> shipped) {
        this.records = records;
        this.shipped = shipped;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (FormFile form : proposal.forms()) {
            Taken record = records.get(form.id());
            if (record == null) {
                findings.warn(form.file(), "", "form.nobody", form.id());
                continue;
            }
            FormFile own = shipped.getOrDefault(form.id(), form);
            form.parts(record.values()).forEach((part, sent) -> part(form, own, part, sent, findings));
            missing(form, record, findings);
            form.components().forEach(component -> shown(form, own, component, proposal, findings));
            form.lists().forEach(list -> list(form, list, findings));
            if (form.sent().stream().anyMatch(Component::isText)
                    && !form.json().toString().contains(WARNING)) {
                findings.warn(form.file(), "", "form.warning", WARNING);
            }
        }
    }

    private static void part(FormFile form, FormFile own, Class<?> record, List<Component> sent, Findings findings) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            types.put(component.getName(), component.getType());
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Component component : sent) {
            Class<?> wanted = types.get(component.key());
            if (wanted == null) {
                added(form, own, record, component, findings);
            } else if (!seen.add(component.key())) {
                findings.refuse(form.file(), component.place(), "field.twice", component.key());
            } else if (!wanted.equals(type(component))) {
                findings.refuse(form.file(), component.place(), "field.type", component.type());
            } else if (component.type().equals("datetime")
                    && !component.text("subtype").equals("date")) {
                findings.refuse(form.file(), component.place(), "field.time");
            }
        }
    }

    /** Beyond the record: kept as text, unless it is something that the page only shows, or stands in a row. */
    private static void added(FormFile form, FormFile own, Class<?> record, Component component, Findings findings) {
        boolean shown =
                own.components().stream().anyMatch(one -> one.key().equals(component.key()) && one.isOnlyShown());
        boolean inRow = form.lists().stream().anyMatch(list -> list.inside().contains(component));
        boolean kept = ADDED.contains(component.type())
                && component.text("valuesKey").isEmpty()
                && component.text("valuesExpression").isEmpty()
                && (!component.type().equals("datetime")
                        || component.text("subtype").equals("date"));
        if (shown || inRow || !kept) {
            findings.refuse(form.file(), component.place(), "field.unknown", component.key());
        }
    }

    private static void missing(FormFile form, Taken record, Findings findings) {
        Set<String> there = new LinkedHashSet<>();
        form.parts(record.values()).forEach((part, sent) -> {
            String path = part.equals(record.values()) ? "" : path(form, record, part);
            sent.forEach(component -> there.add(path + component.key()));
        });
        record.demanded().stream()
                .filter(key -> !there.contains(key))
                .forEach(key -> findings.refuse(form.file(), key, "field.missing", key));
        Arrays.stream(record.values().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(key -> !record.demanded().contains(key) && !there.contains(key))
                .forEach(key -> findings.warn(form.file(), key, "field.left-out", key));
    }

    private static String path(FormFile form, Taken record, Class<?> row) {
        return form.lists().stream()
                .filter(list -> form.row(record.values(), list.key())
                        .filter(row::equals)
                        .isPresent())
                .map(list -> list.key() + ".")
                .findFirst()
                .orElse("");
    }

    /** What form-js hands in for a component. */
    private static Class<?> type(Component component) {
        return switch (component.type()) {
            case "checkbox" -> Boolean.class;
            case "taglist", "checklist", "dynamiclist" -> List.class;
            case "datetime" -> LocalDate.class;
            case "textfield", "textarea", "radio", "select", "expression" -> String.class;
            default -> Void.class;
        };
    }

    private static void shown(FormFile form, FormFile own, Component component, Proposal proposal, Findings findings) {
        for (String source : SOURCES) {
            String named = component.text(source);
            if (!named.isEmpty()
                    && !named.startsWith("=")
                    && !given(own, source).contains(named)) {
                findings.refuse(form.file(), component.place(), "field.source", named);
            }
        }
        if (!CHOICES.contains(component.type()) || component.isOnlyShown()) {
            return;
        }
        boolean sourced = !component.text("valuesKey").isEmpty()
                || !component.text("valuesExpression").isEmpty();
        if (component.values().isEmpty() && !sourced) {
            findings.refuse(form.file(), component.place(), "field.no-choice");
        }
        Set<String> known = new LinkedHashSet<>();
        own.components().stream()
                .filter(one -> one.key().equals(component.key()))
                .forEach(one -> known.addAll(one.values()));
        proposal.tables().forEach(table -> known.addAll(table.codesOf(component.key())));
        boolean fixed = own.components().stream()
                .anyMatch(one ->
                        one.key().equals(component.key()) && !one.values().isEmpty());
        if (fixed) {
            component.values().stream()
                    .filter(value -> !known.contains(value))
                    .forEach(value -> findings.refuse(form.file(), component.place(), "field.value", value));
        } else if (!component.values().isEmpty()
                && own.components().stream().anyMatch(one -> one.key().equals(component.key()))) {
            findings.refuse(form.file(), component.place(), "field.own-choice", component.key());
        }
    }

    private static Set<String> given(FormFile own, String source) {
        Set<String> given = new LinkedHashSet<>();
        own.components().forEach(component -> given.add(plain(component.text(source))));
        return given;
    }

    private static String plain(String source) {
        return source.replaceFirst("^=\\s*", "").strip();
    }

    /** Rows that are not shown would not be sent; see docs/adr/0018-dynamic-lists.md. */
    private static void list(FormFile form, Component list, Findings findings) {
        boolean whole = list.json().path("disableCollapse").asBoolean()
                && !list.json().has("nonCollapsedItems")
                && list.json().path("isRepeating").asBoolean();
        if (!whole) {
            findings.refuse(form.file(), list.place(), "list.collapsed");
        }
        for (Component cell : list.inside()) {
            if (cell.type().equals("dynamiclist")) {
                findings.refuse(form.file(), cell.place(), "list.in-list");
            }
            if (cell.json().has("conditional")) {
                String hide = cell.json().at("/conditional/hide").asText();
                if (Arrays.stream(hide.split("\\W+")).noneMatch(word -> word.equals("this") || word.equals("parent"))
                        || cell.isRequired()) {
                    findings.refuse(form.file(), cell.place(), "list.condition");
                }
            }
        }
    }
}
