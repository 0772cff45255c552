package org.shangda.programme.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.refusal.Sentences;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every list still offers something, what a process decides by is offered, and what the product calls by a name keeps one. */
@Component
class WordsAreWhole implements Rule {

    /** Without these somebody could not say what the process asks for. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "rating", Set.of("satisfied", "dissatisfied"),
            "answer-decision", Set.of("pass-on", "question"));

    private static final RuleTable SHIPPED = shipped();

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("words").ifPresent(table -> {
            Map<String, Map<String, Boolean>> now = inUse(table);
            inUse(SHIPPED).forEach((kind, codes) -> {
                Map<String, Boolean> there = now.getOrDefault(kind, Map.of());
                Set<String> gone = new LinkedHashSet<>(codes.keySet());
                gone.removeAll(there.keySet());
                if (!gone.isEmpty()) {
                    findings.warn(table.file(), kind, "word.gone", Sentences.listed(gone));
                }
                if (!there.containsValue(true)) {
                    findings.refuse(table.file(), kind, "word.none", kind);
                }
            });
            NEEDED.forEach((kind, codes) -> codes.stream()
                    .filter(code -> !now.getOrDefault(kind, Map.of()).getOrDefault(code, true))
                    .forEach(code -> findings.refuse(table.file(), kind + "/" + code, "word.needed", code)));
        });
    }

    /** Codes by kind, each with whether it is offered. */
    private static Map<String, Map<String, Boolean>> inUse(RuleTable table) {
        Map<String, Map<String, Boolean>> inUse = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            inUse.computeIfAbsent(one(row, "kind"), any -> new LinkedHashMap<>())
                    .put(one(row, "code"), !row.cell("inUse").equals("false"));
        }
        return inUse;
    }

    private static String one(Row row, String column) {
        return row.codesOf(column).stream().findFirst().orElse("").strip();
    }

    private static RuleTable shipped() {
        try {
            return RuleTable.read("words.dmn", new ClassPathResource("bpmn/words.dmn").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
