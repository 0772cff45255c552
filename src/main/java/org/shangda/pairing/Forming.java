package org.shangda.pairing;

import java.time.Instant;
import java.util.List;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.numbering.CaseNumbers;
import org.shangda.programme.Eligibility;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Refusal;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Forms pairs: what the rules say to two who are to be linked, and the step by which they become a pair. Within the
 * caller's transaction, which goes on when the caller catches a refusal and tries something else.
 */
@Component
class Forming {

    private final Pairings pairings;
    private final Willingnesses willingnesses;
    private final Census census;
    private final Programmes programmes;
    private final University university;
    private final WorkingCalendar calendar;
    private final CaseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final PracticeDays days;

    Forming(
            Pairings pairings,
            Willingnesses willingnesses,
            Census census,
            Programmes programmes,
            University university,
            WorkingCalendar calendar,
            CaseNumbers numbers,
            ApplicationEventPublisher events,
            PracticeDays days) {
        this.pairings = pairings;
        this.willingnesses = willingnesses;
        this.census = census;
        this.programmes = programmes;
        this.university = university;
        this.calendar = calendar;
        this.numbers = numbers;
        this.events = events;
        this.days = days;
    }

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
        Origin origin = new Origin(relation, programme, partner.category(), mode, census.now());
        return new Pairing(numbers.next("PR"), origin, partner);
    }

    Turn store(Pairing pairing, String next) {
        pairings.save(pairing);
        return Turn.of(pairing, next);
    }

    Instant answerBy(Pairing pairing) {
        return calendar.deadline(
                census.now(), days.of(PracticeDays.What.PAIR_ANSWER_WITHIN), counting(pairing), List.of());
    }

    /** When whoever has planned a wave is to have sent it out or dropped it. */
    Instant reviewBy(Wave wave) {
        return calendar.deadline(
                census.now(), days.of(PracticeDays.What.WAVE_REVIEW), counting(wave.unit()), List.of());
    }

    private Counting counting(Pairing pairing) {
        return counting(pairing.branch());
    }

    private Counting counting(String unit) {
        return new Counting(university.unit(unit).orElseThrow().campus(), false);
    }

    /** While it was asked about others have become pairs, so the rules are asked again. */
    void begin(Pairing pairing) {
        Person carrier =
                university.person(pairing.carrier()).orElseThrow(() -> Refusal.conflict("pairing.carrier-left"));
        try {
            // Who may arrange it was asked when it was arranged.
            check(
                    pairing.origin().programme(),
                    pairing.origin().relation(),
                    carrier,
                    partner(pairing),
                    census.loads(pairing),
                    Arranger.ofTheUniversity());
        } catch (Refusal refused) {
            throw discreet(refused, pairing.origin().programme());
        }
        live(pairing);
    }

    void live(Pairing pairing) {
        pairing.begin(census.today());
        events.publishEvent(new PairBegan(pairing.pair()));
    }

    /** The clause would tell whoever asks under which category the colleague stands; the document says enough. */
    Refusal discreet(Refusal refused, String programme) {
        return refused.code().startsWith("pairing.rule.")
                ? Refusal.invalid(
                        refused.code(),
                        programmes.programme(programme).map(Programme::document).orElse(programme))
                : refused;
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

    Partner partner(Pairing pairing) {
        return pairing.colleague() == null
                ? new Partner(
                        null,
                        pairing.branch(),
                        pairing.college(),
                        false,
                        pairing.origin().category())
                : census.partner(
                        university
                                .person(pairing.colleague())
                                .orElseThrow(() -> Refusal.conflict("pairing.colleague-left")),
                        pairing.origin().category());
    }
}
