package org.shangda.pairing;

import java.util.Arrays;
import java.util.Objects;
import org.shangda.refusal.Inputs;
import org.shangda.words.WordKind;

/** Who is linked with whom. */
enum Relation {
    MEMBER_PERSON("member-person"),
    LEADER_PERSON("leader-person"),
    LEADER_BRANCH("leader-branch");

    /** There are as many as there are forms to ask for a pair, and rules whom a duty follows. What is new is a category. */
    static final WordKind KIND = WordKind.fixed(
            "relation", Arrays.stream(values()).map(Relation::code).toArray(String[]::new));

    private final String code;

    Relation(String code) {
        this.code = code;
    }

    /** As the tables name it. */
    String code() {
        return code;
    }

    /** Whether the duty follows the post: a leader's does, a member's is the member's own. */
    boolean followsThePost() {
        return this != MEMBER_PERSON;
    }

    static Relation of(String code) {
        return Arrays.stream(values())
                .filter(one -> Objects.equals(one.code, code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown("relation"));
    }
}
