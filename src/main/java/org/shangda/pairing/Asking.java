package org.shangda.pairing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shangda.numbering.Monitors;
import org.shangda.programme.Eligibility;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody asks for a pair: a Party member or a leader, a colleague, or a leader for a branch. */
@Service
@Transactional
public class Asking {

    private final Forming forming;
    private final Census census;
    private final Programmes programmes;
    private final University university;
    private final People people;
    private final Monitors monitors;
    private final Inputs inputs;

    Asking(
            Forming forming,
            Census census,
            Programmes programmes,
            University university,
            People people,
            Monitors monitors,
            Inputs inputs) {
        this.forming = forming;
        this.census = census;
        this.programmes = programmes;
        this.university = university;
        this.people = people;
        this.monitors = monitors;
        this.inputs = inputs;
    }

    /**
     * Somebody asks for a pair.
     *
     * @param partner name or number of the other; a leader may name a branch, a colleague may leave it open
     */
    public record Wish(@Text(max = 100, required = false) String partner) {}

    /** Stores a pairing whose way is about to be started by a start form, in the same transaction. */
    public Turn ask(String caller, Wish wish) {
        inputs.check(wish);
        Person person = university.person(caller).orElseThrow(() -> Refusal.invalid("pairing.not-on-the-roster"));
        if (wish.partner() == null || wish.partner().isBlank()) {
            if (person.partyMember()) {
                throw Refusal.invalid("pairing.name-the-partner");
            }
            return forming.store(sought(person), "choose");
        }
        Optional<Unit> branch = branch(wish.partner());
        if (branch.isPresent()) {
            return linkBranch(person, branch.get());
        }
        Person other = people.meant(wish.partner(), "partner");
        return person.partyMember()
                ? link(person, other, Mode.MEMBER_ASKED)
                : link(other, person, Mode.COLLEAGUE_ASKED);
    }

    private Optional<Unit> branch(String typed) {
        return university.named(typed).units().stream()
                .filter(unit -> unit.kind().equals("branch"))
                .findFirst();
    }

    private Pairing sought(Person colleague) {
        monitors.hold(List.of(colleague.id()));
        String programme = programmeOf(colleague);
        Relation relation = relations(colleague, programme).get(0);
        Partner partner = census.partner(colleague, programme, relation).orElseThrow();
        Eligibility rule = forming.rule(programme, relation, partner.category());
        if (rule.maxPerColleague() != null
                && census.loads(null).carriersOf(relation, partner.key()) >= rule.maxPerColleague()) {
            throw Refusal.invalid("pairing.rule.colleague-has-enough", rule.clause());
        }
        forming.willing(colleague.id()).asks();
        Pairing pairing = forming.pairing(relation, programme, partner, Mode.COLLEAGUE_ASKED);
        pairing.origin().because("asked", null, rule.clause());
        pairing.seek();
        return pairing;
    }

    private Turn linkBranch(Person leader, Unit branch) {
        monitors.hold(List.of(leader.id(), branch.code()));
        String programme = programmes
                .inForce(university.collegeOf(branch.code()).map(Unit::code).orElse(null), census.today())
                .code();
        Partner partner = census.partner(branch);
        Forming.Checked checked = forming.check(
                programme, Relation.LEADER_BRANCH, leader, partner, census.loads(null), Arranger.oneself());
        Pairing pairing = forming.pairing(Relation.LEADER_BRANCH, programme, partner, Mode.MEMBER_ASKED);
        pairing.origin().because("asked", null, checked.rule().clause());
        pairing.agree(leader.id(), checked.office(), null);
        forming.live(pairing);
        return forming.store(pairing, "active");
    }

    private Turn link(Person carrier, Person colleague, Mode mode) {
        monitors.hold(List.of(carrier.id(), colleague.id()));
        String programme = programmeOf(colleague);
        List<Relation> relations = relations(colleague, programme);
        if (mode == Mode.MEMBER_ASKED) {
            forming.requireWilling(colleague.id());
        }
        Refusal first = null;
        for (Relation relation : relations) {
            Partner partner = census.partner(colleague, programme, relation).orElseThrow();
            try {
                Forming.Checked checked =
                        forming.check(programme, relation, carrier, partner, census.loads(null), Arranger.oneself());
                Pairing pairing = forming.pairing(relation, programme, partner, mode);
                pairing.origin().because("asked", null, checked.rule().clause());
                if (mode == Mode.MEMBER_ASKED) {
                    pairing.propose(carrier.id(), checked.office(), forming.answerBy(pairing));
                    return forming.store(pairing, "consent");
                }
                forming.willing(colleague.id()).asks();
                pairing.agree(carrier.id(), checked.office(), forming.answerBy(pairing));
                return forming.store(pairing, "accept");
            } catch (Refusal refused) {
                first = first == null ? refused : first;
            }
        }
        throw forming.discreet(first, programme);
    }

    /**
     * Relations between people that the programme knows, and in which this colleague has a category.
     *
     * @throws Refusal when there is none
     */
    private List<Relation> relations(Person colleague, String programme) {
        List<Relation> known = Stream.of(Relation.MEMBER_PERSON, Relation.LEADER_PERSON)
                .filter(relation -> !census.categories(programme, relation).isEmpty())
                .toList();
        List<Relation> possible = known.stream()
                .filter(relation ->
                        census.partner(colleague, programme, relation).isPresent())
                .toList();
        if (possible.isEmpty()) {
            throw Refusal.invalid(known.isEmpty() ? "pairing.none-in-programme" : "pairing.category-not-given");
        }
        return possible;
    }

    private String programmeOf(Person colleague) {
        return programmes
                .inForce(
                        university.collegeOf(colleague.branch()).map(Unit::code).orElse(null), census.today())
                .code();
    }
}
