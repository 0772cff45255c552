package org.shangda.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shangda.programme.Eligibility;
import org.shangda.university.Office;

/**
 * Who might be linked with whom (Z08): 「安排合适党员联系结对合适群众」. Pure and deterministic: the same roster and tables
 * give the same proposals.
 *
 * <p>Whoever has the fewest eligible partners is served first, because others can still be served later. Of the
 * eligible, those of the colleague's own branch come first where the table says so, then who has the fewest pairs, then
 * by staff number.
 */
final class Matching {

    /**
     * A proposal.
     *
     * @param why code of the reason under {@code pairing.why}
     * @param argument of its sentence: how many pairs the carrier has so far, or the title of the post
     * @param clause of the rule that allows it
     */
    record Proposal(Partner partner, String carrier, String why, String argument, String clause) {}

    private Matching() {}

    /**
     * @param partners who are not covered, each once
     * @param rules by category; a category without a rule gets no proposals
     * @param loads what there is already; the proposals are counted in
     * @param arranger whoever the proposals are made for: nobody is proposed whom they may not arrange
     * @param most at most so many proposals
     */
    static List<Proposal> propose(
            Relation relation,
            List<Partner> partners,
            List<Carrier> carriers,
            Function<String, Optional<Eligibility>> rules,
            Loads loads,
            Arranger arranger,
            int most) {
        List<Proposal> proposals = new ArrayList<>();
        List<Partner> waiting = new ArrayList<>(partners);
        waiting.sort(
                Comparator.<Partner>comparingLong(partner -> choice(relation, partner, carriers, rules, loads, arranger)
                                .size())
                        .thenComparing(Partner::key));
        for (Partner partner : waiting) {
            if (proposals.size() == most) {
                break;
            }
            rules.apply(partner.category())
                    .flatMap(rule -> best(relation, partner, carriers, rule, loads, arranger)
                            .map(carrier -> new Proposal(
                                    partner,
                                    carrier.id(),
                                    why(partner, carrier, rule),
                                    argument(partner, carrier, rule, loads),
                                    rule.clause())))
                    .ifPresent(proposal -> {
                        proposals.add(proposal);
                        loads.add(relation, partner.category(), proposal.carrier(), partner.key());
                    });
        }
        return proposals;
    }

    private static List<Carrier> choice(
            Relation relation,
            Partner partner,
            List<Carrier> carriers,
            Function<String, Optional<Eligibility>> rules,
            Loads loads,
            Arranger arranger) {
        return rules.apply(partner.category())
                .map(rule -> carriers.stream()
                        .filter(carrier -> may(relation, carrier, partner, rule, loads, arranger))
                        .toList())
                .orElseGet(List::of);
    }

    /** The one to propose for a partner. */
    static Optional<Carrier> best(
            Relation relation,
            Partner partner,
            List<Carrier> carriers,
            Eligibility rule,
            Loads loads,
            Arranger arranger) {
        return carriers.stream()
                .filter(carrier -> may(relation, carrier, partner, rule, loads, arranger))
                .min(Comparator.<Carrier, Boolean>comparing(
                                carrier -> rule.ownBranchFirst() && !ownBranch(carrier, partner))
                        .thenComparing(carrier -> loads.carried(carrier.id()))
                        .thenComparing(Carrier::id));
    }

    private static boolean may(
            Relation relation, Carrier carrier, Partner partner, Eligibility rule, Loads loads, Arranger arranger) {
        return FormingRules.breach(relation, carrier, partner, rule, loads, arranger)
                        .isEmpty()
                && !loads.wasTurnedDown(carrier.id(), partner.key());
    }

    /** The post that the rule asks for, as the table's code; empty where any member may. */
    static Optional<String> post(Carrier carrier, Eligibility rule) {
        return rule.posts().contains("any-member")
                ? Optional.empty()
                : rule.posts().stream()
                        .filter(carrier.posts()::containsKey)
                        .sorted()
                        .findFirst();
    }

    static String argument(Partner partner, Carrier carrier, Eligibility rule, Loads loads) {
        return post(carrier, rule)
                .flatMap(post -> carrier.posts().get(post))
                .map(Office::title)
                .orElseGet(() -> String.valueOf(loads.carried(carrier.id())));
    }

    static String why(Partner partner, Carrier carrier, Eligibility rule) {
        return post(carrier, rule).orElse(ownBranch(carrier, partner) ? "own-branch" : "same-college");
    }

    private static boolean ownBranch(Carrier carrier, Partner partner) {
        return carrier.branch().equals(partner.branch());
    }
}
