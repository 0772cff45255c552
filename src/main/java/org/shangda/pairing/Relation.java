package org.shangda.pairing;

import java.util.Arrays;
import java.util.Objects;
import org.shangda.refusal.Inputs;

/** Who is linked with whom. */
enum Relation {
    MEMBER_PERSON("member-person"),
    LEADER_PERSON("leader-person"),
    LEADER_BRANCH("leader-branch");

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
