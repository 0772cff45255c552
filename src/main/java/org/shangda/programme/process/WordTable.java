package org.shangda.programme.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.refusal.Failures;
import org.shangda.words.DeployedLexicon;
import org.shangda.words.Lexicon;
import org.shangda.words.Word;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the table {@code words}. It only lists: nothing is evaluated, and a row that is not plain text is passed over, so
 * that one slip of the pen unnames one code and no more.
 */
@Component
class WordTable implements DeployedLexicon {

    private static final String KEY = "words";
    private static final String KIND = "kind";
    private static final String CODE = "code";
    private static final String ORDER = "order";
    private static final String IN_USE = "inUse";
    /** Every other column is a language. */
    static final Set<String> NO_LANGUAGE = Set.of(KIND, CODE, ORDER, IN_USE);

    private static final Logger log = LoggerFactory.getLogger(WordTable.class);

    private final DeployedTables tables;
    private volatile Read read = new Read(null, Lexicon.EMPTY);

    WordTable(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Lexicon inForce() {
        Read known = read;
        try {
            DeployedTable latest = tables.find(KEY).orElse(null);
            if (latest == null || latest == known.table()) {
                return known.lexicon();
            }
            Lexicon lexicon = lexicon(latest);
            read = new Read(latest, lexicon);
            return lexicon;
        } catch (RuntimeException unreadable) {
            log.warn(
                    "The table {} cannot be read; its words stay as they were: {}", KEY, Failures.describe(unreadable));
            return known.lexicon();
        }
    }

    static Lexicon lexicon(DeployedTable table) {
        return new Lexicon(table.written().stream()
                .sorted(Comparator.comparing(
                        row -> row.get(ORDER) instanceof Integer order ? order : Integer.MAX_VALUE))
                .flatMap(row -> word(row).stream())
                .toList());
    }

    private static Optional<Word> word(Map<String, Object> row) {
        Map<String, String> names = new HashMap<>();
        row.forEach((column, cell) -> {
            if (!NO_LANGUAGE.contains(column) && cell instanceof String name && !name.isBlank()) {
                names.put(column, name.strip());
            }
        });
        return row.get(KIND) instanceof String kind && row.get(CODE) instanceof String code
                ? Optional.of(new Word(kind.strip(), code.strip(), names, !Boolean.FALSE.equals(row.get(IN_USE))))
                : Optional.empty();
    }

    private record Read(DeployedTable table, Lexicon lexicon) {}
}
