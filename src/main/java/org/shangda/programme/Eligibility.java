package org.shangda.programme;

import java.util.Map;
import java.util.Set;

/**
 * Who may carry a pair with a colleague or a branch of one category. The carrier is the Party member or leader of the
 * pair.
 *
 * @param posts one of these is enough: {@code any-member}, {@code university-leader}, {@code college-head},
 *     {@code administrative-head}, {@code branch-secretary}, {@code talent}; never empty
 * @param scope where the carrier must belong: to the colleague's {@code branch}, {@code college} or the
 *     {@code university}; the university's leaders belong to every college
 * @param ownBranchFirst whether a carrier of the colleague's own branch is to be preferred
 * @param maxPerCarrier most pairs of the relation that one carrier may have in the categories {@code countedWith}, or
 *     null for no limit
 * @param minPerCarrier fewest such pairs that a carrier of such a post is to have, or null for none
 * @param countedWith the categories that the two limits count together; empty for the asked one alone
 * @param maxPerColleague most carriers that one colleague or branch may have in the relation, or null for no limit
 * @param arrangedBy who may arrange it for the holder of a post: {@code self}, {@code own-college} (whose post it is) or
 *     {@code organization-department}, which arranges for all; a post that is not named, anybody who may arrange pairs
 * @param clause the clause this row comes from
 */
public record Eligibility(
        Set<String> posts,
        String scope,
        boolean ownBranchFirst,
        Integer maxPerCarrier,
        Integer minPerCarrier,
        Set<String> countedWith,
        Integer maxPerColleague,
        Map<String, Set<String>> arrangedBy,
        String clause) {}
