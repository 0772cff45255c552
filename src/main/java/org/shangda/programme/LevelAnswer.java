package org.shangda.programme;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an answer leaves a level with, beside its words.
 *
 * @param settled whether it says what became of the matter: 采纳, 部分采纳 and so on, words of the kind {@code settled}
 * @param checks what the answering unit says of its answer before it leaves: codes, words of the kind {@code closing-check}
 */
public record LevelAnswer(boolean settled, Set<String> checks) {

    /** As an exit, what answers without being one: 登记学校研究决定. */
    public static final String DECISION = "decision";

    public static final LevelAnswer NOTHING = new LevelAnswer(false, Set.of());

    /** Both of what they ask. */
    public LevelAnswer and(LevelAnswer other) {
        Set<String> all = new LinkedHashSet<>(checks);
        all.addAll(other.checks);
        return new LevelAnswer(settled || other.settled, all);
    }
}
