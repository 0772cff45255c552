package org.shangda.pairing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.numbering.CaseNumbers;
import org.shangda.numbering.Monitors;
import org.shangda.programme.Eligibility;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Answering;
import org.shangda.university.Office;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How two become a pair: asked for or proposed, agreed to, accepted. */
@Service
@Transactional
public class PairingService {

    /** Working days for an answer or an objection (practice, not policy). */
    static final int ANSWER_WITHIN_DAYS = 10;

    private final Pairings pairings;
    private final Willingnesses willingnesses;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final University university;
    private final People people;
    private final Monitors monitors;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Inputs inputs;
    private final CaseNumbers numbers;

    PairingService(
            Pairings pairings,
            Willingnesses willingnesses,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            University university,
            People people,
            Monitors monitors,
            WorkingCalendar calendar,
            Clock clock,
            ApplicationEventPublisher events,
            Inputs inputs,
            CaseNumbers numbers) {
        this.pairings = pairings;
        this.willingnesses = willingnesses;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.university = university;
        this.people = people;
        this.monitors = monitors;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
        this.inputs = inputs;
        this.numbers = numbers;
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    /**
     * Somebody asks for a pair.
     *
     * @param partner name or number of the other; a leader may name a branch, a colleague may leave it open
     */
    public record Asking(@Text(max = 100, required = false) String partner) {}

    /** Stores a pairing whose way is about to be started by a start form, in the same transaction. */
    public Turn ask(String caller, Asking asking) {
        inputs.check(asking);
        Person person = university.person(caller).orElseThrow(() -> Refusal.invalid("pairing.not-on-the-roster"));
        if (asking.partner() == null || asking.partner().isBlank()) {
            if (person.partyMember()) {
                throw Refusal.invalid("pairing.name-the-partner");
            }
            return store(sought(person), "choose");
        }
        Optional<Unit> branch = branch(asking.partner());
        if (branch.isPresent()) {
            return linkBranch(person, branch.get());
        }
        Person other = one(asking.partner());
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
        Eligibility rule = rule(programme, relation, partner.category());
        if (rule.maxPerColleague() != null
                && census.loads(null).carriersOf(relation, partner.key()) >= rule.maxPerColleague()) {
            throw Refusal.invalid("pairing.rule.colleague-has-enough", rule.clause());
        }
        willing(colleague.id()).asks();
        Pairing pairing = pairing(relation, programme, partner, Mode.COLLEAGUE_ASKED);
        pairing.because("asked", null, rule.clause());
        pairing.seek();
        return pairing;
    }

    private Turn linkBranch(Person leader, Unit branch) {
        monitors.hold(List.of(leader.id(), branch.code()));
        String programme = programmes
                .inForce(university.collegeOf(branch.code()).map(Unit::code).orElse(null), today())
                .code();
        Partner partner = census.partner(branch);
        Checked checked =
                check(programme, Relation.LEADER_BRANCH, leader, partner, census.loads(null), Arranger.oneself());
        Pairing pairing = pairing(Relation.LEADER_BRANCH, programme, partner, Mode.MEMBER_ASKED);
        pairing.because("asked", null, checked.rule().clause());
        pairing.agree(leader.id(), checked.office(), null);
        live(pairing);
        return store(pairing, "active");
    }

    private Turn link(Person carrier, Person colleague, Mode mode) {
        monitors.hold(List.of(carrier.id(), colleague.id()));
        String programme = programmeOf(colleague);
        List<Relation> relations = relations(colleague, programme);
        if (mode == Mode.MEMBER_ASKED) {
            requireWilling(colleague.id());
        }
        Refusal first = null;
        for (Relation relation : relations) {
            Partner partner = census.partner(colleague, programme, relation).orElseThrow();
            try {
                Checked checked = check(programme, relation, carrier, partner, census.loads(null), Arranger.oneself());
                Pairing pairing = pairing(relation, programme, partner, mode);
                pairing.because("asked", null, checked.rule().clause());
                if (mode == Mode.MEMBER_ASKED) {
                    pairing.propose(carrier.id(), checked.office(), answerBy(pairing));
                    return store(pairing, "consent");
                }
                willing(colleague.id()).asks();
                pairing.agree(carrier.id(), checked.office(), answerBy(pairing));
                return store(pairing, "accept");
            } catch (Refusal refused) {
                first = first == null ? refused : first;
            }
        }
        throw discreet(first, programme);
    }

    /** The clause would tell whoever asks under which category the colleague stands; the document says enough. */
    private Refusal discreet(Refusal refused, String programme) {
        return refused.code().startsWith("pairing.rule.")
                ? Refusal.invalid(
                        refused.code(),
                        programmes.programme(programme).map(Programme::document).orElse(programme))
                : refused;
    }

    // --- forming, for the whole module -------------------------------------------------------------------------------

    /**
     * What the rules say to a link that is allowed.
     *
     * @param office the post that the duty follows, or null
     */
    record Checked(Eligibility rule, Office office, String why, String argument) {}

    /**
     * @param loads without the pairing that is asked about, if it is stored already
     * @param arranger on whose behalf it is arranged
     * @throws Refusal naming the rule that forbids it
     */
    Checked check(String programme, Relation relation, Person person, Partner partner, Loads loads, Arranger arranger) {
        Eligibility rule = rule(programme, relation, partner.category());
        Carrier carrier = census.carrier(person);
        FormingRules.breach(relation, carrier, partner, rule, loads, arranger).ifPresent(code -> {
            throw Refusal.invalid(code, rule.clause());
        });
        Office office = relation.followsThePost()
                ? Matching.post(carrier, rule)
                        .flatMap(post -> carrier.posts().get(post))
                        .orElse(null)
                : null;
        return new Checked(
                rule, office, Matching.why(partner, carrier, rule), Matching.argument(partner, carrier, rule, loads));
    }

    /** The same for a stored pairing that somebody arranges. */
    private Checked check(Pairing pairing, Person person, String caller) {
        return check(
                pairing.programme(),
                pairing.relation(),
                person,
                partner(pairing),
                census.loads(pairing),
                arrangers.arranger(caller, pairing.college()));
    }

    /** As {@link #check}, of this one rule: for what is planned and not sent yet. */
    void requireArranger(String programme, Relation relation, Person person, Partner partner, Arranger arranger) {
        Eligibility rule = rule(programme, relation, partner.category());
        FormingRules.rightArranger(census.carrier(person), rule, arranger).ifPresent(code -> {
            throw Refusal.invalid(code);
        });
    }

    Eligibility rule(String programme, Relation relation, String category) {
        return census.rule(programme, relation, category)
                .orElseThrow(() -> Refusal.invalid("pairing.no-rule-for-category"));
    }

    Pairing pairing(Relation relation, String programme, Partner partner, Mode mode) {
        Pairing pairing = new Pairing(numbers.next("PR"), relation, programme, partner.category(), mode, now());
        pairing.about(partner.colleague(), partner.branch(), partner.college());
        return pairing;
    }

    Turn store(Pairing pairing, String next) {
        pairings.save(pairing);
        return turn(pairing, next);
    }

    Turn turn(Pairing pairing, String next) {
        return new Turn(pairing.number(), next, pairing.answerBy());
    }

    Instant answerBy(Pairing pairing) {
        return calendar.deadline(now(), ANSWER_WITHIN_DAYS, counting(pairing), List.of());
    }

    private Counting counting(Pairing pairing) {
        return new Counting(university.unit(pairing.branch()).orElseThrow().campus(), false);
    }

    /** While it was asked about others have become pairs, so the rules are asked again. */
    private void begin(Pairing pairing) {
        Person carrier =
                university.person(pairing.carrier()).orElseThrow(() -> Refusal.conflict("pairing.carrier-left"));
        try {
            // Who may arrange it was asked when it was arranged.
            check(
                    pairing.programme(),
                    pairing.relation(),
                    carrier,
                    partner(pairing),
                    census.loads(pairing),
                    Arranger.ofTheUniversity());
        } catch (Refusal refused) {
            throw discreet(refused, pairing.programme());
        }
        live(pairing);
    }

    private void live(Pairing pairing) {
        pairing.begin(today());
        events.publishEvent(new PairBegan(pairing.pair()));
    }

    /** Whoever else asks for one of the two waits until this is decided; see {@link Monitors#hold}. */
    private void hold(Pairing pairing) {
        monitors.hold(
                Stream.of(pairing.carrier(), pairing.partner())
                        .filter(Objects::nonNull)
                        .toList(),
                pairing);
    }

    /** @throws Refusal while the colleague is not to be asked */
    void requireWilling(String colleague) {
        census.pausedUntil(colleague).ifPresent(until -> {
            throw Refusal.invalid("pairing.paused", until.toString());
        });
    }

    Willingness willing(String colleague) {
        return willingnesses.findById(colleague).orElseGet(() -> willingnesses.save(new Willingness(colleague)));
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
                        university.collegeOf(colleague.branch()).map(Unit::code).orElse(null), today())
                .code();
    }

    // --- the colleague -----------------------------------------------------------------------------------------------

    /** @param decision {@code agree}, {@code decline} or {@code somebody-else}, which needs no reasons */
    public record Consent(@Text(max = 40) String decision) {}

    public Turn consent(String number, String caller, Consent consent) {
        inputs.check(consent);
        Pairing pairing = ofColleague(number, caller);
        hold(pairing);
        switch (consent.decision()) {
            case "agree" -> {
                willing(caller).asks();
                boolean carrierAsked =
                        pairing.came(Mode.MEMBER_ASKED) && pairing.passedOver().isEmpty();
                if (carrierAsked) {
                    begin(pairing);
                    return turn(pairing, "active");
                }
                pairing.agree(answerBy(pairing));
                return turn(pairing, "accept");
            }
            case "decline" -> {
                pairing.decline();
                willing(caller).declined(today());
                return turn(pairing, "over");
            }
            case "somebody-else" -> {
                pairing.seek();
                return turn(pairing, "choose");
            }
            default -> throw unknown("decision");
        }
    }

    /** No answer is no decline: the colleague is simply not covered. */
    public Turn unanswered(String number) {
        Pairing pairing = pairing(number);
        if (pairing.state() == Pairing.State.AGREED) {
            // The member was asked and kept silent; the colleague, who agreed, is not to wait for ever.
            pairing.seek();
            return turn(pairing, "choose");
        }
        pairing.withdraw(Reason.NO_ANSWER);
        return turn(pairing, "over");
    }

    /** @param decision {@code keep} or {@code object} */
    public record Told(@Text(max = 40) String decision) {}

    /** The colleague says whether an imported pair is right. */
    public Turn told(String number, String caller, Told told) {
        inputs.check(told);
        Pairing pairing = ofColleague(number, caller);
        switch (told.decision()) {
            case "keep" -> {
                pairing.confirmed();
                return turn(pairing, pairing.vacant() ? "find" : "active");
            }
            case "object" -> {
                Pair before = pairing.pair();
                pairing.object(today());
                events.publishEvent(new PairChanged(before, pairing.pair()));
                return turn(pairing, "over");
            }
            default -> throw unknown("decision");
        }
    }

    /** Silence keeps an imported pair. */
    public Turn notObjected(String number) {
        Pairing pairing = pairing(number);
        pairing.confirmed();
        return turn(pairing, pairing.vacant() ? "find" : "active");
    }

    // --- the Party member --------------------------------------------------------------------------------------------

    /** @param decision {@code accept} or {@code cannot} */
    public record Acceptance(@Text(max = 40) String decision) {}

    public Turn accept(String number, String caller, Acceptance acceptance) {
        inputs.check(acceptance);
        Pairing pairing = pairing(number);
        if (!caller.equals(pairing.carrier())) {
            throw notFound();
        }
        hold(pairing);
        switch (acceptance.decision()) {
            case "accept" -> {
                begin(pairing);
                return turn(pairing, "active");
            }
            case "cannot" -> {
                pairing.seek();
                return turn(pairing, "choose");
            }
            default -> throw unknown("decision");
        }
    }

    // --- those who arrange -------------------------------------------------------------------------------------------

    /**
     * @param decision {@code choose}, or {@code give-up} where nobody can be found
     * @param partner name or number of whoever is to carry it
     */
    public record Choice(
            @Text(max = 40) String decision,
            @Text(max = 100, required = false) String partner) {}

    /** The college chooses a partner for a colleague who asked for one, or for somebody else. */
    public Turn choose(String number, String caller, Choice choice) {
        inputs.check(choice);
        Pairing pairing = pairing(number);
        switch (choice.decision()) {
            case "choose" -> {
                Person person = one(choice.partner());
                monitors.hold(List.of(person.id(), pairing.partner()), pairing);
                if (pairing.passedOver().contains(person.id())) {
                    throw Refusal.invalid("pairing.passed-over");
                }
                Checked checked = check(pairing, person, caller);
                if (pairing.colleague() == null) {
                    pairing.agree(person.id(), checked.office(), answerBy(pairing));
                    return turn(pairing, "accept");
                }
                pairing.because(
                        checked.why(), checked.argument(), checked.rule().clause());
                pairing.propose(person.id(), checked.office(), answerBy(pairing));
                return turn(pairing, "consent");
            }
            case "give-up" -> {
                pairing.withdraw(Reason.NOBODY_FOUND);
                return turn(pairing, "over");
            }
            default -> throw unknown("decision");
        }
    }

    /** Who would be proposed next; empty where the rules leave nobody. */
    @Transactional(readOnly = true)
    public Optional<String> next(String number) {
        Pairing pairing = pairing(number);
        Loads loads = census.loads(pairing);
        pairing.passedOver().forEach(person -> loads.turnedDown(person, pairing.partner()));
        if (pairing.carrier() != null) {
            loads.turnedDown(pairing.carrier(), pairing.partner());
        }
        return census.rule(pairing.programme(), pairing.relation(), pairing.category())
                .flatMap(rule -> Matching.best(
                        pairing.relation(),
                        partner(pairing),
                        census.carriers(),
                        rule,
                        loads,
                        Arranger.ofCollege(pairing.college())))
                .map(Carrier::id);
    }

    Partner partner(Pairing pairing) {
        return pairing.colleague() == null
                ? new Partner(null, pairing.branch(), pairing.college(), false, pairing.category())
                : census.partner(
                        university
                                .person(pairing.colleague())
                                .orElseThrow(() -> Refusal.conflict("pairing.colleague-left")),
                        pairing.category());
    }

    /**
     * @param decision {@code find} or {@code end}
     * @param partner name or number of whoever takes over
     */
    public record Succession(
            @Text(max = 40) String decision,
            @Text(max = 100, required = false) String partner) {}

    /** No pair without somebody responsible: the branch secretary names who takes over, or ends it. */
    public Turn findCarrier(String number, String caller, Succession succession) {
        inputs.check(succession);
        Pairing pairing = pairing(number);
        Pair before = pairing.pair();
        switch (succession.decision()) {
            case "find" -> {
                Person person = one(succession.partner());
                monitors.hold(List.of(person.id(), pairing.partner()), pairing);
                Checked checked;
                try {
                    checked = check(pairing, person, caller);
                } catch (Refusal refused) {
                    throw discreet(refused, pairing.programme());
                }
                pairing.passTo(person.id(), checked.office(), today());
            }
            case "end" -> pairing.end(today(), Reason.NOBODY_FOUND, null);
            default -> throw unknown("decision");
        }
        events.publishEvent(new PairChanged(before, pairing.pair()));
        return turn(pairing, pairing.open() ? "active" : "over");
    }

    // --- to whom a task is offered -----------------------------------------------------------------------------------

    public Offer offerToColleague(String number, String what) {
        Pairing pairing = pairing(number);
        return Offer.to(pairing.colleague(), pairing.answerBy(), what, card(pairing));
    }

    public Offer offerToCarrier(String number) {
        Pairing pairing = pairing(number);
        return Offer.to(pairing.carrier(), pairing.answerBy(), "pairing-accept", card(pairing));
    }

    public Offer offerToCollege(String number) {
        Pairing pairing = pairing(number);
        String unit = pairing.college() == null ? pairing.branch() : pairing.college();
        return offer(unit, without(pairing), answerBy(pairing), "pairing-choose", card(pairing));
    }

    public Offer offerToSecretary(String number) {
        Pairing pairing = pairing(number);
        return offer(pairing.branch(), without(pairing), answerBy(pairing), "pairing-find-carrier", card(pairing));
    }

    private static Set<String> without(Pairing pairing) {
        return pairing.colleague() == null ? Set.of() : Set.of(pairing.colleague());
    }

    /** Where one person answers for a unit it is theirs; where several do, one of them receives it. */
    Offer offer(String unit, Set<String> without, Instant due, String what, List<String> card) {
        Answering answering = university.handlersOf(unit, without);
        return answering.whole() || answering.people().size() > 1
                ? Offer.to(answering, due, what, card)
                : Offer.to(answering.people().get(0).id(), due, what, card);
    }

    private static List<String> card(Pairing pairing) {
        return List.of("relation." + pairing.relation().code());
    }

    // --- finding -----------------------------------------------------------------------------------------------------

    /** Reads many pairs at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        pairings.findAllById(numbers);
    }

    Pairing pairing(String number) {
        return pairings.findById(number).orElseThrow(PairingService::notFound);
    }

    private Pairing ofColleague(String number, String caller) {
        Pairing pairing = pairing(number);
        if (!caller.equals(pairing.colleague())) {
            throw notFound();
        }
        return pairing;
    }

    static Refusal notFound() {
        return Refusal.notFound("pairing.not-found");
    }

    static Refusal unknown(String field) {
        return Refusal.invalid("code.unknown", Inputs.label(field));
    }

    Person one(String typed) {
        return people.meant(typed, "partner");
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
