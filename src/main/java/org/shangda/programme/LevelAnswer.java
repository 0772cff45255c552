package org.shangda.programme;

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
}
