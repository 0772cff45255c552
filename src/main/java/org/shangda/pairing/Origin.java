package org.shangda.pairing;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Where a pairing comes from: by which rule it is formed, how and when it came up, and why these two. */
@Embeddable
class Origin {

    private String relation;
    private String programme;
    private String category;
    private String mode;
    private String wave;
    private Instant proposedAt;
    private String why;
    private String whyArgument;
    private String clause;

    protected Origin() {}

    /** @param category code of the table, under which the colleague, or the branch, is counted */
    Origin(Relation relation, String programme, String category, Mode mode, Instant at) {
        this.relation = relation.code();
        this.programme = programme;
        this.category = category;
        this.mode = mode.code();
        this.proposedAt = at;
    }

    void inWave(String wave) {
        this.wave = wave;
    }

    /** Why these two, as a code whose sentence is in the message files, and the rule that allows it. */
    void because(String why, String argument, String clause) {
        this.why = why;
        this.whyArgument = argument;
        this.clause = clause;
    }

    Relation relation() {
        return Relation.of(relation);
    }

    String programme() {
        return programme;
    }

    String category() {
        return category;
    }

    boolean cameBy(Mode how) {
        return how.code().equals(mode);
    }

    /** Code of the sentence that says why these two; null where nothing is to be said. */
    String why() {
        return why;
    }

    String whyArgument() {
        return whyArgument;
    }

    /** The rule that allows it; null where none was asked. */
    String clause() {
        return clause;
    }
}
