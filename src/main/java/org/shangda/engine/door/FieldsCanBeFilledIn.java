package org.shangda.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.shangda.engine.door.FormFile.Component;

/** Whoever has the form before them can fill in what it demands, choose from every choice, and see what it shows. */
final class FieldsCanBeFilledIn implements Rule {

    private static final Set<String> CHOICES = Set.of("radio", "select", "taglist", "checklist");

    /** Words of the language of conditions. */
    private static final Set<String> FEEL =
            Set.of(("and or not null true false if then else in some every satisfies between for return this parent i"
                            + " count string length contains date number is defined lower case upper list")
                    .split(" "));

    private final Map<String, FormsMatchRecords.Taken> records;
    private final Map<String, FormFile> shipped;

    /**
     * @param records by form
     * @param shipped the product's own, which name everything that their pages give
     */
    FieldsCanBeFilledIn(Map<String, FormsMatchRecords.Taken> records, Map<String, FormFile> shipped) {
        this.records = records;
        this.shipped = shipped;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (FormFile form : proposal.forms()) {
            FormFile own = shipped.getOrDefault(form.id(), form);
            Set<String> demanded =
                    records.containsKey(form.id()) ? records.get(form.id()).demanded() : Set.of();
            Set<String> words = words(own.json().toString());
            form.components().forEach(one -> words.add(one.key()));
            for (Component component : form.components()) {
                nested(form, component, demanded, findings);
                shown(form, own, component, words, findings);
                if (!component.isOnlyShown()) {
                    filledIn(form, own, component, demanded, findings);
                    chosen(form, own, component, findings);
                }
            }
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\w]+"))
                .filter(word -> !word.isEmpty() && !Character.isDigit(word.charAt(0)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is handed in stands at the top, under its key; and a group hides what is in it. */
    private static void nested(FormFile form, Component component, Set<String> demanded, Findings findings) {
        boolean group = component.type().equals("group");
        if (group && !component.text("path").isEmpty()
                || !component.isOnlyShown() && component.key().contains(".")) {
            findings.refuse(form.file(), component.place(), "field.path");
        }
        if (group && !hide(component).isEmpty()) {
            component.inside().stream()
                    .filter(one -> isDemanded(one, demanded))
                    .forEach(one -> findings.refuse(form.file(), one.place(), "field.hidden"));
        }
    }

    private static boolean isDemanded(Component component, Set<String> demanded) {
        return demanded.stream().anyMatch(key -> key.equals(component.key()) || key.endsWith("." + component.key()));
    }

    private static boolean isHiddenAsShipped(FormFile own, Component component) {
        return own.components().stream()
                .anyMatch(was -> was.key().equals(component.key()) && hide(was).equals(hide(component)));
    }

    private static void filledIn(
            FormFile form, FormFile own, Component component, Set<String> demanded, Findings findings) {
        boolean demand = isDemanded(component, demanded);
        boolean needed = component.isRequired() || demand;
        if (component.json().path("readonly").asBoolean()) {
            findings.refuse(form.file(), component.place(), "field.readonly");
        }
        if (hide(component).replaceAll("[\\s=]", "").equals("true")) {
            if (needed) {
                findings.refuse(form.file(), component.place(), "field.hidden");
            } else {
                findings.warn(form.file(), component.place(), "field.left-out", component.key());
            }
        } else if (demand && !hide(component).isEmpty() && !isHiddenAsShipped(own, component)) {
            findings.refuse(form.file(), component.place(), "field.hidden");
        }
        if (isImpossible(component.json().path("validate"))) {
            findings.refuse(form.file(), component.place(), "field.impossible");
        }
    }

    private static String hide(Component component) {
        return component.json().at("/conditional/hide").asText();
    }

    private static boolean isImpossible(JsonNode validate) {
        int least = validate.path("minLength").asInt(0);
        int most = validate.path("maxLength").asInt(Integer.MAX_VALUE);
        boolean numbers = validate.path("min").isNumber()
                && validate.path("max").isNumber()
                && validate.path("min").asDouble() > validate.path("max").asDouble();
        return most < 1
                || least > Math.min(most, 10_000)
                || numbers
                || !isPattern(validate.path("pattern").asText());
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** What the product asks for as a choice is not typed, and a choice that it waits for is offered. */
    private static void chosen(FormFile form, FormFile own, Component component, Findings findings) {
        for (Component was : own.components()) {
            if (!was.key().equals(component.key()) || !CHOICES.contains(was.type())) {
                continue;
            }
            if (component.isText()) {
                findings.refuse(form.file(), component.place(), "field.type", component.type());
            }
            List<String> offered = component.values();
            was.values().stream()
                    .filter(value -> !offered.isEmpty() && !offered.contains(value))
                    .forEach(value -> findings.refuse(form.file(), component.place(), "field.not-offered", value));
        }
    }

    private static void shown(FormFile form, FormFile own, Component component, Set<String> words, Findings findings) {
        String hide = hide(component);
        if (!hide.isEmpty()) {
            String asked = hide.replaceAll("\"[^\"]*\"", "");
            boolean odd = !hide.startsWith("=")
                    || asked.matches("=\\s*=.*")
                    || asked.chars().filter(c -> c == '(').count()
                            != asked.chars().filter(c -> c == ')').count();
            words(asked).stream()
                    .filter(word -> !words.contains(word) && !FEEL.contains(word))
                    .forEach(word -> findings.warn(form.file(), component.place(), "field.condition", word));
            if (odd) {
                findings.warn(form.file(), component.place(), "field.condition", hide);
            }
        }
        String source = component.text("dataSource");
        boolean had = own.components().stream()
                .anyMatch(was -> was.id().equals(component.id())
                        && was.type().equals(component.type())
                        && !was.text("dataSource").isEmpty());
        if (had && source.isEmpty()) {
            findings.refuse(form.file(), component.place(), "field.source", "");
        } else if (source.matches("=\\s*\\w+")
                && !words.contains(source.substring(1).strip())) {
            findings.refuse(form.file(), component.place(), "field.source", source);
        }
    }
}
