package org.shangda.programme.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.refusal.Sentences;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every row of the table of words is read by somebody: its kind is one, its code can be one of that kind and be stored, and
 * no row before it names the same. A code that the product would have to act on, and does not know, is no word (adr/0049).
 */
@Component
class WordsAreRead implements Rule {

    private static final String CODE = "[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*";

    /** As many characters as every column that stores a code has. */
    private static final int LONGEST = 40;

    private final ObjectProvider<WordKinds> modules;

    /** @param modules provided late, because the engine's own set-up needs the rules */
    WordsAreRead(ObjectProvider<WordKinds> modules) {
        this.modules = modules;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("words").ifPresent(table -> {
            Map<String, WordKind> kinds = new TreeMap<>();
            modules.forEach(module -> module.wordKinds().forEach(kind -> kinds.put(kind.name(), kind)));
            Set<String> named = new HashSet<>();
            table.rows().forEach(row -> examine(table, row, kinds, named, findings));
        });
    }

    private static void examine(
            RuleTable table, Row row, Map<String, WordKind> kinds, Set<String> named, Findings findings) {
        String name = row.text("kind");
        String code = row.text("code");
        WordKind kind = kinds.get(name);
        if (kind == null) {
            findings.refuse(table.file(), row.name(), "word.kind", row.cell("kind"), Sentences.listed(kinds.keySet()));
        } else if (!code.matches(CODE) || code.length() > LONGEST) {
            findings.refuse(table.file(), row.name(), "word.code", row.cell("code"), LONGEST);
        } else if (!kind.takes(code)) {
            String known = Sentences.listed(kind.acted());
            boolean names = kind.more() == WordKind.More.NAMES;
            findings.refuse(
                    table.file(),
                    row.name(),
                    names ? "word.acted-on" : "word.as-many",
                    name,
                    code,
                    known,
                    kind.acted().get(0) + "." + WordKind.plain(code));
        } else if (!named.add(name + "." + code)) {
            findings.refuse(table.file(), row.name(), "word.twice", name, code);
        }
    }
}
