package org.shangda.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.shangda.pairing.Matching.Proposal;
import org.shangda.programme.Eligibility;
import org.shangda.university.Office;

/** Random rosters and eligibility tables. */
class MatchingPropertiesTest {

    private static final Arranger EVERYBODY_MAY = Arranger.ofTheUniversity();

    private static final List<String> CATEGORIES = List.of("a", "b", "c");
    private static final List<String> POSTS = List.of("any-member", "branch-secretary", "talent", "university-leader");

    private record World(
            Relation relation,
            List<Partner> partners,
            List<Carrier> carriers,
            Map<String, Eligibility> table,
            Loads loads,
            Loads again,
            Set<String> turnedDown,
            List<Judge.Link> linked) {}

    /** The same seed gives the same university, so that two of it can be compared. */
    private static World world(long seed, Relation relation) {
        Random random = new Random(seed);
        int branches = 1 + random.nextInt(6);
        Map<String, Eligibility> table = new HashMap<>();
        for (String category : CATEGORIES) {
            if (random.nextInt(5) > 0) {
                table.put(category, rule(random, category));
            }
        }
        List<Carrier> carriers = IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> carrier(random, "c" + i, branches))
                .toList();
        List<Partner> partners = IntStream.range(0, random.nextInt(15))
                .mapToObj(i -> partner(random, relation, "p" + i, i, branches))
                .collect(Collectors.toMap(Partner::key, one -> one, (a, b) -> a))
                .values()
                .stream()
                .toList();
        Loads loads = new Loads();
        Loads again = new Loads();
        Set<String> turnedDown = new java.util.HashSet<>();
        List<Judge.Link> linked = new ArrayList<>();
        for (Partner partner : partners) {
            for (Carrier carrier : carriers) {
                if (random.nextInt(15) == 0) {
                    loads.turnedDown(carrier.id(), partner.key());
                    again.turnedDown(carrier.id(), partner.key());
                    turnedDown.add(carrier.id() + " " + partner.key());
                } else if (random.nextInt(40) == 0) {
                    loads.add(relation, partner.category(), carrier.id(), partner.key());
                    again.add(relation, partner.category(), carrier.id(), partner.key());
                    linked.add(new Judge.Link(carrier.id(), partner.key(), partner.category()));
                }
            }
        }
        return new World(relation, partners, carriers, table, loads, again, turnedDown, linked);
    }

    private static Eligibility rule(Random random, String category) {
        return new Eligibility(
                Set.of(POSTS.get(random.nextInt(POSTS.size()))),
                List.of("branch", "college", "university").get(random.nextInt(3)),
                random.nextBoolean(),
                random.nextBoolean() ? 1 + random.nextInt(3) : null,
                null,
                random.nextBoolean() ? Set.copyOf(List.of(category, "a")) : Set.of(),
                random.nextBoolean() ? 1 + random.nextInt(2) : null,
                Map.of(),
                "§" + category);
    }

    private static Carrier carrier(Random random, String id, int branches) {
        int branch = random.nextInt(branches);
        boolean member = random.nextInt(4) > 0;
        Map<String, Optional<Office>> posts = new HashMap<>();
        if (member) {
            posts.put("any-member", Optional.empty());
        }
        POSTS.stream()
                .skip(1)
                .filter(post -> random.nextInt(3) == 0)
                .forEach(post -> posts.put(post, Optional.of(new Office("u", "head", post))));
        return new Carrier(
                id, member, "b" + branch, Set.of(college(branch)), posts.containsKey("university-leader"), posts);
    }

    private static Partner partner(Random random, Relation relation, String id, int i, int branches) {
        int branch = relation == Relation.LEADER_BRANCH ? i % branches : random.nextInt(branches);
        return new Partner(
                relation == Relation.LEADER_BRANCH ? null : id,
                "b" + branch,
                college(branch),
                relation == Relation.LEADER_PERSON && random.nextBoolean(),
                CATEGORIES.get(random.nextInt(CATEGORIES.size())));
    }

    private static String college(int branch) {
        return "k" + branch / 2;
    }

    private static List<Proposal> propose(World world, Loads loads, int most) {
        return Matching.propose(
                world.relation(),
                world.partners(),
                world.carriers(),
                category -> Optional.ofNullable(world.table().get(category)),
                loads,
                EVERYBODY_MAY,
                most);
    }

    @Property(tries = 2000)
    void no_proposal_breaks_a_rule_and_nobody_is_proposed_twice(@ForAll long seed, @ForAll Relation relation) {
        World world = world(seed, relation);
        List<Proposal> proposals = propose(world, world.loads(), Integer.MAX_VALUE);

        assertThat(proposals).extracting(proposal -> proposal.partner().key()).doesNotHaveDuplicates();
        Map<String, Carrier> carriers =
                world.carriers().stream().collect(Collectors.toMap(Carrier::id, carrier -> carrier));
        Judge judge = new Judge(world);
        // Sent out one after another, each is allowed; none was turned down before.
        for (Proposal proposal : proposals) {
            Partner partner = proposal.partner();
            Eligibility rule = world.table().get(partner.category());
            assertThat(judge.forbids(carriers.get(proposal.carrier()), partner, rule))
                    .as("%s", proposal)
                    .isEmpty();
            assertThat(world.turnedDown()).doesNotContain(proposal.carrier() + " " + partner.key());
            assertThat(proposal.clause()).isEqualTo(rule.clause());
            assertThat(proposal.why()).isNotBlank();
            judge.linked(proposal.carrier(), partner);
        }
    }

    /**
     * The rules as the policies say them, written down a second time and without a word of the code that is judged: who may
     * be linked with whom (Z01, J01, Z11), and how many pairs the table allows.
     */
    private static final class Judge {

        private record Link(String carrier, String partner, String category) {}

        private final Relation relation;
        private final List<Link> links = new ArrayList<>();

        Judge(World world) {
            relation = world.relation();
            links.addAll(world.linked());
        }

        void linked(String carrier, Partner partner) {
            links.add(new Link(carrier, partner.key(), partner.category()));
        }

        List<String> forbids(Carrier carrier, Partner partner, Eligibility rule) {
            List<String> against = new ArrayList<>();
            boolean toBranch = relation == Relation.LEADER_BRANCH;
            if (!carrier.partyMember()) {
                against.add("no Party member");
            }
            if (!toBranch && carrier.id().equals(partner.colleague())) {
                against.add("with oneself");
            }
            if (relation == Relation.MEMBER_PERSON && partner.partyMember()) {
                against.add("both are members");
            }
            if (toBranch && carrier.branch().equals(partner.branch())) {
                against.add("one's own branch");
            }
            if (carrier.posts().keySet().stream().noneMatch(rule.posts()::contains)) {
                against.add("no post of the table");
            }
            if (rule.scope().equals("branch") && !carrier.branch().equals(partner.branch())) {
                against.add("another branch");
            }
            boolean leadsTheUniversity = carrier.posts().containsKey("university-leader");
            if (rule.scope().equals("college")
                    && !leadsTheUniversity
                    && !carrier.colleges().contains(partner.college())) {
                against.add("another college");
            }
            if (links.stream()
                    .anyMatch(link -> link.carrier.equals(carrier.id()) && link.partner.equals(partner.key()))) {
                against.add("a second time");
            }
            Set<String> together = rule.countedWith().isEmpty() ? Set.of(partner.category()) : rule.countedWith();
            long carries = links.stream()
                    .filter(link -> link.carrier.equals(carrier.id()) && together.contains(link.category))
                    .count();
            if (rule.maxPerCarrier() != null && carries + 1 > rule.maxPerCarrier()) {
                against.add("one more than the carrier may have");
            }
            long has = links.stream()
                    .filter(link -> link.partner.equals(partner.key()))
                    .count();
            if (rule.maxPerColleague() != null && has + 1 > rule.maxPerColleague()) {
                against.add("one more than the colleague may have");
            }
            return against;
        }
    }

    @Property(tries = 1000)
    void whoever_gets_no_proposal_is_left_nobody_by_the_rules(@ForAll long seed, @ForAll Relation relation) {
        World world = world(seed, relation);
        List<Proposal> proposals = propose(world, world.loads(), Integer.MAX_VALUE);
        Judge judge = new Judge(world);
        proposals.forEach(proposal -> judge.linked(proposal.carrier(), proposal.partner()));
        Set<String> served =
                proposals.stream().map(proposal -> proposal.partner().key()).collect(Collectors.toSet());
        for (Partner partner : world.partners()) {
            Eligibility rule = world.table().get(partner.category());
            if (!served.contains(partner.key()) && rule != null) {
                assertThat(world.carriers())
                        .as("%s", partner)
                        .noneMatch(
                                carrier -> judge.forbids(carrier, partner, rule).isEmpty()
                                        && !world.turnedDown().contains(carrier.id() + " " + partner.key()));
            }
        }
    }

    @Property(tries = 500)
    void the_same_roster_and_tables_give_the_same_proposals_in_whatever_order_they_come(
            @ForAll long seed, @ForAll Relation relation, @ForAll @IntRange(min = 0, max = 8) int most) {
        World world = world(seed, relation);
        List<Proposal> first = propose(world, world.loads(), most);
        List<Partner> partners = new ArrayList<>(world.partners());
        List<Carrier> carriers = new ArrayList<>(world.carriers());
        java.util.Collections.reverse(partners);
        java.util.Collections.reverse(carriers);
        World reversed = new World(
                relation, partners, carriers, world.table(), world.again(), null, world.turnedDown(), world.linked());
        assertThat(propose(reversed, world.again(), most)).isEqualTo(first);
        assertThat(first).hasSizeLessThanOrEqualTo(most);
    }

    /** Where any member of one branch may take anybody, loads differ by one at most. */
    @Property(tries = 500)
    void loads_differ_only_where_rules_force_it(
            @ForAll @IntRange(min = 1, max = 9) int members, @ForAll @IntRange(min = 0, max = 30) int colleagues) {
        List<Carrier> carriers = IntStream.range(0, members)
                .mapToObj(i -> new Carrier(
                        "c" + i, true, "b", Set.of("k"), false, Map.of("any-member", Optional.<Office>empty())))
                .toList();
        List<Partner> partners = IntStream.range(0, colleagues)
                .mapToObj(i -> new Partner("p" + i, "b", "k", false, "other"))
                .toList();
        Eligibility rule =
                new Eligibility(Set.of("any-member"), "college", true, null, null, Set.of(), 1, Map.of(), "Z11");
        Map<String, Long> loads = Matching.propose(
                        Relation.MEMBER_PERSON,
                        partners,
                        carriers,
                        any -> Optional.of(rule),
                        new Loads(),
                        EVERYBODY_MAY,
                        99)
                .stream()
                .collect(Collectors.groupingBy(Proposal::carrier, Collectors.counting()));
        assertThat(loads.values().stream().mapToLong(count -> count).sum()).isEqualTo(colleagues);
        assertThat(loads.values())
                .allMatch(count -> count >= colleagues / members && count <= colleagues / members + 1);
    }
}
