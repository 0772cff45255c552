package org.shangda.pairing;

import java.util.Map;
import java.util.Set;
import org.shangda.programme.Eligibility;

/**
 * On whose behalf a pair is arranged, as {@code pairing-eligibility} names them: the two themselves, a college, or the
 * organization department, which may arrange all that the rules allow.
 *
 * @param everything the organization department, or an administrator who takes over what it arranged
 * @param college code; null for the two themselves
 */
record Arranger(boolean everything, String college) {

    static Arranger oneself() {
        return new Arranger(false, null);
    }

    static Arranger ofCollege(String code) {
        return new Arranger(false, code);
    }

    static Arranger ofTheUniversity() {
        return new Arranger(true, null);
    }

    /** Each of the carrier's posts that the row names must be this arranger's to dispose of. */
    boolean may(Carrier carrier, Eligibility rule) {
        return everything
                || rule.arrangedBy().entrySet().stream()
                        .filter(entry -> carrier.posts().containsKey(entry.getKey()))
                        .allMatch(entry -> may(carrier, entry));
    }

    private boolean may(Carrier carrier, Map.Entry<String, Set<String>> entry) {
        return college == null
                ? entry.getValue().contains("self")
                : entry.getValue().contains("own-college") && isOfTheCollege(carrier, entry.getKey());
    }

    /** 「院(部)党组织班子成员在院(部)范围内确定联系对象」 (J03): leaders of this college, not whoever also belongs to it. */
    private boolean isOfTheCollege(Carrier carrier, String post) {
        return carrier.posts()
                .get(post)
                .map(office -> office.unit().equals(college))
                .orElseGet(() -> carrier.colleges().contains(college));
    }
}
