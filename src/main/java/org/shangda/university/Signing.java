package org.shangda.university;

import java.util.Arrays;
import java.util.Locale;

/** The post whose holder signs what leaves a unit. */
public enum Signing {
    /** The secretary of a Party organization: a title that ends with 书记. */
    SECRETARY,
    /** The head of an office, faculty or school: any other title of a head. */
    CHIEF,
    /** Whoever heads the unit, under whatever title. */
    HEAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param code null, or one that is not known, means {@link #HEAD}: somebody has to sign */
    public static Signing of(String code) {
        return Arrays.stream(values())
                .filter(post -> post.code().equals(code))
                .findFirst()
                .orElse(HEAD);
    }

    /** The post that a title of a head or deputy means. */
    static Signing heldAs(String title) {
        return SECRETARY.isHeldAs(title) ? SECRETARY : CHIEF;
    }

    /** @param title as the personnel office writes it, for example 党委书记、院长 */
    boolean isHeldAs(String title) {
        boolean secretary = Arrays.stream(
                        Typed.key(title).replaceAll("\\(.*?\\)", "").split("[、,/兼]"))
                .anyMatch(part -> part.endsWith("书记"));
        return this == HEAD || secretary == (this == SECRETARY);
    }
}
