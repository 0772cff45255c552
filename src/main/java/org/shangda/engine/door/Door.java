package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Examines what somebody wants to deploy, over everything that is in force. Every file is looked at whole, and with all
 * others, so that all findings are told at once.
 */
public class Door {

    private final XmlRules diagrams;
    private final XmlRules tables = new XmlRules(TableRules.VOCABULARY, new TableRules());
    private final FormRules forms = new FormRules();
    private final Supplier<Rules> rules;
    private final Supplier<Collection<Definition>> inForce;
    private final Walker walker;

    /** Nothing is walked through. */
    public Door(ListableBeanFactory beans, Supplier<Rules> rules, Supplier<Collection<Definition>> inForce) {
        this(beans, rules, inForce, Walker.NOBODY);
    }

    /**
     * @param beans what the engine finds under the names in a diagram
     * @param rules asked late, because the engine's own set-up needs the domain
     * @param inForce the latest version of every key
     * @param walker through what would be in force, whenever somebody wants to deploy
     */
    public Door(
            ListableBeanFactory beans, Supplier<Rules> rules, Supplier<Collection<Definition>> inForce, Walker walker) {
        this.diagrams = new XmlRules(DiagramRules.VOCABULARY, new DiagramRules(new Steps(beans)));
        this.rules = rules;
        this.inForce = inForce;
        this.walker = walker;
    }

    /** Whether one file may be read and run by the engine at all; whatever is in force. */
    public List<Finding> examine(String name, byte[] content) {
        Findings findings = new Findings();
        Findings.OfFile file = findings.of(Definition.plain(name));
        switch (Definition.kind(name)) {
            case "bpmn" -> diagrams.examine(content, file);
            case "dmn" -> tables.examine(content, file);
            case "form" -> forms.examine(content, file);
            default -> file.add("", "file");
        }
        return findings.all();
    }

    /**
     * What would be wrong if these files were deployed together. What is wrong already, without them, does not stand in
     * the way of anything: it becomes a warning.
     *
     * @param files by name, with or without folders
     */
    public List<Finding> examine(Map<String, byte[]> files) {
        List<Finding> unsafe = files.entrySet().stream()
                .flatMap(file -> examine(file.getKey(), file.getValue()).stream())
                .toList();
        if (!unsafe.isEmpty()) {
            return unsafe;
        }
        Collection<Definition> before = inForce.get();
        Proposal proposed = proposal(files, before);
        Proposal present = proposal(Map.of(), before);
        List<Finding> read = onlyNew(examine(proposed), files.keySet(), present);
        return proposed.unreadable().isEmpty() ? withWalked(read, walker.walk(proposed, present)) : read;
    }

    private List<Finding> onlyNew(List<Finding> findings, Set<String> files, Proposal present) {
        if (findings.isEmpty()) {
            return findings;
        }
        Set<String> named = files.stream().map(Definition::plain).collect(Collectors.toSet());
        Set<Finding> known = new LinkedHashSet<>(examine(present));
        return findings.stream()
                .filter(finding -> named.contains(finding.file()) || !known.contains(finding))
                .map(finding -> known.contains(finding) ? finding.asWarning() : finding)
                .toList();
    }

    /** Where reading tells what is wrong with an element, what comes of it need not be told. */
    private static List<Finding> withWalked(List<Finding> read, List<Finding> walked) {
        List<Finding> more = walked.stream()
                .filter(stumble -> stumble.place().isEmpty()
                        || read.stream().filter(Finding::refuses).noneMatch(finding -> finding.isAbout(stumble)))
                .toList();
        return inOrder(Stream.concat(read.stream(), more.stream()).toList());
    }

    /** What is wrong with everything that is in force. */
    public List<Finding> examineInForce() {
        return examine(proposal(Map.of(), inForce.get()));
    }

    /** What is wrong with these files alone, all of them in force, nothing else. */
    public List<Finding> examineAlone(Map<String, byte[]> files) {
        List<Finding> unsafe = files.entrySet().stream()
                .flatMap(file -> examine(file.getKey(), file.getValue()).stream())
                .toList();
        return unsafe.isEmpty() ? examine(proposal(files, List.of())) : unsafe;
    }

    private synchronized List<Finding> examine(Proposal proposal) {
        if (!proposal.unreadable().isEmpty()) {
            return proposal.unreadable();
        }
        Findings findings = new Findings();
        rules.get().all().forEach(rule -> rule.examine(proposal, findings));
        return inOrder(findings.all());
    }

    private static List<Finding> inOrder(List<Finding> findings) {
        return Stream.concat(
                        findings.stream().filter(Finding::refuses),
                        findings.stream().filter(finding -> !finding.refuses()))
                .toList();
    }

    private Proposal proposal(Map<String, byte[]> files, Collection<Definition> before) {
        return new Proposal(files, before, rules.get().processes());
    }
}
