package org.shangda.pairing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.university.Office;

/**
 * Somebody who might carry a pair.
 *
 * @param branch code of the own Party branch
 * @param colleges codes of the college-level Party organizations to which branch and posts belong
 * @param everywhere whether every college is theirs: leaders of the university
 * @param posts codes of {@code pairing-eligibility}; each with the post behind it, where there is one
 */
record Carrier(
        String id,
        boolean partyMember,
        String branch,
        Set<String> colleges,
        boolean everywhere,
        Map<String, Optional<Office>> posts) {

    Carrier {
        colleges = Set.copyOf(colleges);
        posts = Map.copyOf(posts);
    }
}
