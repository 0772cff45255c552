package org.shangda.pairing;

import java.util.Optional;
import java.util.Set;
import org.shangda.programme.Eligibility;

/** What forbids two to be linked. Pure: everything it looks at is handed in. */
final class FormingRules {

    private FormingRules() {}

    /** What stands in the way, as the code of a sentence under {@code pairing.rule}; empty where nothing does. */
    static Optional<String> breach(
            Relation relation, Carrier carrier, Partner partner, Eligibility rule, Loads loads, Arranger arranger) {
        return rightPeople(relation, carrier, partner)
                .or(() -> rightPost(carrier, rule))
                .or(() -> rightArranger(carrier, rule, arranger))
                .or(() -> rightPlace(carrier, partner, rule))
                .or(() -> rightNumber(relation, carrier, partner, rule, loads));
    }

    private static Optional<String> rightPeople(Relation relation, Carrier carrier, Partner partner) {
        if (carrier.id().equals(partner.colleague())) {
            return Optional.of("pairing.rule.oneself");
        }
        if (!carrier.partyMember()) {
            return Optional.of("pairing.rule.carrier-no-member");
        }
        if (relation == Relation.MEMBER_PERSON && partner.partyMember()) {
            return Optional.of("pairing.rule.colleague-is-member");
        }
        // 「除参加所在党支部的活动外」(J01): in the own branch one is a member, not a guest.
        boolean ownBranch =
                relation == Relation.LEADER_BRANCH && partner.branch().equals(carrier.branch());
        return ownBranch ? Optional.of("pairing.rule.own-branch") : Optional.empty();
    }

    static Optional<String> rightPost(Carrier carrier, Eligibility rule) {
        return rule.posts().stream().anyMatch(carrier.posts()::containsKey)
                ? Optional.empty()
                : Optional.of("pairing.rule.post");
    }

    /** J02: 「党员校级领导联系党支部，由组织部安排」. */
    static Optional<String> rightArranger(Carrier carrier, Eligibility rule, Arranger arranger) {
        return arranger.may(carrier, rule)
                ? Optional.empty()
                : Optional.of(
                        carrier.everywhere()
                                ? "pairing.rule.arranged-by-the-university"
                                : "pairing.rule.arranged-by-the-college");
    }

    /** Z11: 「一般与本支部所在单位的群众结对,也可与院级党组织范围内的其他群众结对」. */
    static Optional<String> rightPlace(Carrier carrier, Partner partner, Eligibility rule) {
        boolean within = switch (rule.scope()) {
            case "branch" -> carrier.branch().equals(partner.branch());
            case "college" ->
                partner.college() != null
                        && (carrier.everywhere() || carrier.colleges().contains(partner.college()));
            default -> true;
        };
        return within ? Optional.empty() : Optional.of("pairing.rule.scope." + rule.scope());
    }

    /** How many a carrier and a colleague may have; also for two who were a pair before. */
    static Optional<String> rightNumber(
            Relation relation, Carrier carrier, Partner partner, Eligibility rule, Loads loads) {
        if (loads.together(carrier.id(), partner.key())) {
            return Optional.of("pairing.rule.together-already");
        }
        if (rule.maxPerCarrier() != null
                && loads.carried(relation, countedTogether(partner.category(), rule), carrier.id())
                        >= rule.maxPerCarrier()) {
            return Optional.of("pairing.rule.carrier-has-enough");
        }
        if (rule.maxPerColleague() != null && loads.carriersOf(relation, partner.key()) >= rule.maxPerColleague()) {
            return Optional.of("pairing.rule.colleague-has-enough");
        }
        return Optional.empty();
    }

    /** Categories that share one limit. */
    static Set<String> countedTogether(String category, Eligibility rule) {
        return rule.countedWith().isEmpty() ? Set.of(category) : rule.countedWith();
    }
}
