package org.shangda.pairing;

import java.util.List;
import java.util.Optional;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who answer for a unit name somebody for a pair that has nobody. */
@Service
@Transactional
public class Arranging {

    private final Pairings pairings;
    private final Forming forming;
    private final Census census;
    private final Arrangers arrangers;
    private final People people;
    private final Monitors monitors;
    private final ApplicationEventPublisher events;
    private final Inputs inputs;

    Arranging(
            Pairings pairings,
            Forming forming,
            Census census,
            Arrangers arrangers,
            People people,
            Monitors monitors,
            ApplicationEventPublisher events,
            Inputs inputs) {
        this.pairings = pairings;
        this.forming = forming;
        this.census = census;
        this.arrangers = arrangers;
        this.people = people;
        this.monitors = monitors;
        this.events = events;
        this.inputs = inputs;
    }

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
        Pairing pairing = pairings.get(number);
        switch (choice.decision()) {
            case "choose" -> {
                Person person = people.meant(choice.partner(), "partner");
                monitors.hold(List.of(person.id(), pairing.partner()), pairing);
                if (pairing.passedOver().contains(person.id())) {
                    throw Refusal.invalid("pairing.passed-over");
                }
                Forming.Checked checked = checked(pairing, person, caller);
                if (pairing.colleague() == null) {
                    pairing.agree(person.id(), checked.office(), forming.answerBy(pairing));
                    return Turn.of(pairing, "accept");
                }
                pairing.origin()
                        .because(
                                checked.why(),
                                checked.argument(),
                                checked.rule().clause());
                pairing.propose(person.id(), checked.office(), forming.answerBy(pairing));
                return Turn.of(pairing, "consent");
            }
            case "give-up" -> {
                pairing.withdraw(Reason.NOBODY_FOUND);
                return Turn.of(pairing, "over");
            }
            default -> throw Inputs.unknown("decision");
        }
    }

    /** Who would be proposed next; empty where the rules leave nobody. */
    @Transactional(readOnly = true)
    public Optional<String> next(String number) {
        Pairing pairing = pairings.get(number);
        Loads loads = census.loads(pairing);
        pairing.passedOver().forEach(person -> loads.turnedDown(person, pairing.partner()));
        if (pairing.carrier() != null) {
            loads.turnedDown(pairing.carrier(), pairing.partner());
        }
        return census.rule(
                        pairing.origin().programme(),
                        pairing.origin().relation(),
                        pairing.origin().category())
                .flatMap(rule -> Matching.best(
                        pairing.origin().relation(),
                        forming.partner(pairing),
                        census.carriers(),
                        rule,
                        loads,
                        Arranger.ofCollege(pairing.college())))
                .map(Carrier::id);
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
        Pairing pairing = pairings.get(number);
        Pair before = pairing.pair();
        switch (succession.decision()) {
            case "find" -> {
                Person person = people.meant(succession.partner(), "partner");
                monitors.hold(List.of(person.id(), pairing.partner()), pairing);
                Forming.Checked checked;
                try {
                    checked = checked(pairing, person, caller);
                } catch (Refusal refused) {
                    throw forming.discreet(refused, pairing.origin().programme());
                }
                pairing.passTo(person.id(), checked.office(), census.today());
            }
            case "end" -> pairing.end(census.today(), Reason.NOBODY_FOUND.code(), null);
            default -> throw Inputs.unknown("decision");
        }
        events.publishEvent(new PairChanged(before, pairing.pair()));
        return Turn.of(pairing, pairing.open() ? "active" : "over");
    }

    private Forming.Checked checked(Pairing pairing, Person person, String caller) {
        return forming.check(
                pairing.origin().programme(),
                pairing.origin().relation(),
                person,
                forming.partner(pairing),
                census.loads(pairing),
                arrangers.arranger(caller, pairing.college()));
    }
}
