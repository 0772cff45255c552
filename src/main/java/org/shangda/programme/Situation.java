package org.shangda.programme;

/**
 * Where a concern stands, as the decision tables ask for it.
 *
 * @param programme code of the policy in force, for example {@code zhejiang}
 * @param level code of the level, for example {@code branch}
 * @param stage {@code first} for an ordinary visit, {@code again} when the head handles it again after a first
 *     不满意, {@code review} when the level above reviews it after a second one
 * @param type of the concern: a word of the kind {@code type}, without another name
 */
public record Situation(String programme, String level, String stage, String type) {}
