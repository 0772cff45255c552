package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** What would be in force if the files were deployed: they, over everything that is in force. */
public final class Proposal {

    private final Map<String, Diagram> diagrams = new LinkedHashMap<>();
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final Map<String, FormFile> forms = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, List<String>> uploaded = new LinkedHashMap<>();
    private final Set<String> running = new LinkedHashSet<>();
    private final Set<String> keysInForce = new LinkedHashSet<>();
    private final Findings unreadable = new Findings();

    /**
     * @param files new ones, by name
     * @param inForce each key once, its latest version
     * @param started keys of the processes that the product runs
     */
    Proposal(Map<String, byte[]> files, Collection<Definition> inForce, Collection<String> started) {
        for (Definition definition : inForce) {
            keysInForce.add(definition.kind() + ":" + definition.key());
            read(definition.file(), definition.content(), definition.key());
        }
        files.forEach((name, content) -> uploaded.put(name, read(name, content, null)));
        started.forEach(this::follow);
    }

    /** These files alone. */
    public static Proposal of(Map<String, byte[]> files) {
        return new Proposal(files, List.of(), List.of());
    }

    /** @param only the one definition to take, or null for all of the file's */
    private List<String> read(String name, byte[] content, String only) {
        ReadFile file = ReadFile.of(name, content);
        files.put(file.name(), content);
        if (file.problem() != null) {
            unreadable.refuse(file.name(), "", "parser", file.problem());
        }
        List<String> keys = file.keys().stream()
                .filter(key -> only == null || only.equals(key))
                .toList();
        for (String key : keys) {
            switch (Definition.kind(name)) {
                case "bpmn" -> diagrams.put(key, file.diagrams().get(key));
                case "dmn" -> {
                    tables.remove(key);
                    if (file.tables().containsKey(key)) {
                        tables.put(key, file.tables().get(key));
                    }
                }
                default -> forms.put(key, file.form());
            }
        }
        return keys;
    }

    /** Those that the product runs, and those that these call; what nobody starts does no harm. */
    public Collection<Diagram> diagrams() {
        return diagrams.values().stream()
                .filter(diagram -> running.contains(diagram.key()))
                .toList();
    }

    private void follow(String process) {
        if (running.add(process) && diagrams.containsKey(process)) {
            diagrams.get(process).all(CallActivity.class).stream()
                    .map(CallActivity::getCalledElement)
                    .filter(Objects::nonNull)
                    .forEach(this::follow);
        }
    }

    public Optional<Diagram> diagram(String process) {
        return Optional.ofNullable(diagrams.get(process));
    }

    public Collection<RuleTable> tables() {
        return tables.values();
    }

    public Optional<RuleTable> table(String decision) {
        return Optional.ofNullable(tables.get(decision));
    }

    public Collection<FormFile> forms() {
        return forms.values();
    }

    public Optional<FormFile> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** All files that would be in force, by name without folder. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** The new files, each with the keys that it defines. */
    Map<String, List<String>> uploaded() {
        return uploaded;
    }

    /** @param file name without folder */
    public boolean isUploaded(String file) {
        return uploaded.keySet().stream().map(Definition::plain).anyMatch(file::equals);
    }

    boolean isInForce(String kind, String key) {
        return keysInForce.contains(kind + ":" + key);
    }

    List<Finding> unreadable() {
        return unreadable.all();
    }
}
