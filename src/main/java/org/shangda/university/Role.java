package org.shangda.university;

import java.util.Locale;

/** What the holder of a post does for the unit, whatever the post's title. */
enum Role {
    HEAD,
    DEPUTY,
    CLERK,
    /** Sits on the committee; does not work on what reaches the unit. */
    MEMBER;

    /** As stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
