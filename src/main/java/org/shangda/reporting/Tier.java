package org.shangda.reporting;

import java.util.Arrays;
import java.util.Optional;

/** Who writes a summary (J27 「每学期末……开展总结」, T11, Z32). Which of them do is in the table {@code summary-tiers}. */
enum Tier {
    /** A Party member, of their own contacts. */
    MEMBER("member"),
    /** A branch, of its members. */
    BRANCH("branch"),
    /** A college-level Party organization, of everybody in it but the university's leaders. */
    COLLEGE("college"),
    /** The university's office, of the university's leaders. */
    OFFICE("office"),
    /** The Organization Department, of the whole university. */
    ORGANIZATION_DEPARTMENT("organization-department");

    private final String code;

    Tier(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Tier> of(String code) {
        return Arrays.stream(values()).filter(tier -> tier.code.equals(code)).findFirst();
    }

    /** Whether calls are about what it has answered, or made by it. */
    boolean isOfUnit() {
        return this != MEMBER;
    }

    /**
     * Whoever reads a member's or a branch's summary is told of every contact that was missed anyway; above, figures of
     * contacts are hidden like all others when they are small.
     */
    boolean showsEveryContact() {
        return this == MEMBER || this == BRANCH;
    }
}
