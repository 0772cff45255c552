package org.shangda.pairing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.numbering.Monitors;
import org.shangda.programme.Eligibility;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.Office;
import org.shangda.university.PassedOn;
import org.shangda.university.Person;
import org.shangda.university.RosterUndone;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 恢复结对: what nobody but a roster has ended is a pair again, once its two are as they were. */
@Service
@Transactional
public class ResumeService {

    private final Pairings pairings;
    private final Forming forming;
    private final PairingProcess process;
    private final Monitors monitors;
    private final Census census;
    private final Programmes programmes;
    private final University university;
    private final Sentences sentences;
    private final ApplicationEventPublisher events;

    ResumeService(
            Pairings pairings,
            Forming forming,
            PairingProcess process,
            Monitors monitors,
            Census census,
            Programmes programmes,
            University university,
            Sentences sentences,
            ApplicationEventPublisher events) {
        this.pairings = pairings;
        this.forming = forming;
        this.process = process;
        this.monitors = monitors;
        this.census = census;
        this.programmes = programmes;
        this.university = university;
        this.sentences = sentences;
        this.events = events;
    }

    /**
     * What became of one pair.
     *
     * @param why it could not be resumed, in the caller's language; null where it was
     */
    public record Resumed(String number, String carrierName, String partnerName, boolean resumed, String why) {}

    /**
     * All pairs of a college that can be.
     *
     * @param college its code
     * @param dryRun only says which
     * @throws Refusal when the caller does not arrange its pairs
     */
    public List<Resumed> resume(String caller, boolean administrator, String college, boolean dryRun) {
        Unit unit = university.unit(college).orElseThrow(Pairings::notFound);
        if (!administrator
                && !university.unitsAnsweredBy(caller).contains(unit.code())
                && !programmes.decidedBy(caller)) {
            throw Pairings.notFound();
        }
        List<Pairing> ended = pairings.findByCollegeAndEndedWithRosterNotNullOrderByNumber(unit.code());
        if (!dryRun) {
            monitors.holdAll(ended.toArray());
        }
        return ended.stream()
                .filter(Pairing::endedOnlyByRoster)
                .map(pairing -> resumed(pairing, dryRun))
                .toList();
    }

    private Resumed resumed(Pairing pairing, boolean dryRun) {
        Optional<String> why = obstacle(pairing);
        if (why.isEmpty() && !dryRun) {
            resume(pairing);
        }
        return new Resumed(
                pairing.number(),
                university.nameOf(pairing.lastCarrier()),
                pairing.colleague() == null
                        ? university.nameOfUnit(pairing.branch())
                        : university.nameOf(pairing.colleague()),
                why.isEmpty(),
                why.map(sentences::of).orElse(null));
    }

    /** The import that ended them was undone. */
    @EventListener
    public void on(RosterUndone undone) {
        List<Pairing> ended = pairings.findByEndedWithRosterOrderByNumber(undone.version());
        monitors.holdAll(ended.toArray());
        ended.stream()
                .filter(Pairing::endedOnlyByRoster)
                .filter(pairing -> obstacle(pairing).isEmpty())
                .forEach(this::resume);
    }

    /** Code of the sentence; empty where nothing stands in the way. */
    private Optional<String> obstacle(Pairing pairing) {
        Optional<Person> carrier = university.person(pairing.lastCarrier()).filter(Person::partyMember);
        Office office = pairing.office();
        if (carrier.isEmpty()
                || office != null && !university.officesOf(carrier.get().id()).contains(office)) {
            return Optional.of("pairing.resume.carrier-away");
        }
        Set<String> branches =
                Set.copyOf(university.units().stream().map(Unit::code).toList());
        Optional<Person> colleague = university.person(pairing.colleague());
        if (pairing.colleague() == null ? !branches.contains(pairing.branch()) : colleague.isEmpty()) {
            return Optional.of("pairing.resume.partner-away");
        }
        if (pairing.origin().relation() == Relation.MEMBER_PERSON
                && colleague.filter(Person::partyMember).isPresent()) {
            return Optional.of("pairing.rule.colleague-is-member");
        }
        return census.rule(
                        pairing.origin().programme(),
                        pairing.origin().relation(),
                        pairing.origin().category())
                .flatMap(rule -> obstacle(pairing, census.carrier(carrier.get()), rule));
    }

    private Optional<String> obstacle(Pairing pairing, Carrier carrier, Eligibility rule) {
        Partner partner = forming.partner(pairing);
        return FormingRules.rightPlace(carrier, partner, rule)
                .or(() -> FormingRules.rightNumber(
                                pairing.origin().relation(), carrier, partner, rule, census.loads(pairing))
                        .map(broken -> "pairing.resume.enough-meanwhile"));
    }

    private void resume(Pairing pairing) {
        Pair before = pairing.pair();
        boolean ended = !pairing.open();
        pairing.resume(census.today());
        if (!ended) {
            // Somebody is being looked for who takes over.
            process.over(pairing.number());
        }
        process.setOut(Turn.of(pairing, "active"));
        events.publishEvent(new PairChanged(before, pairing.pair()));
        events.publishEvent(
                new PassedOn(PassedOn.Kind.PAIR_RESUMES, pairing.number(), pairing.carrier(), pairing.carrier()));
    }
}
