package org.shangda.pairing;

import java.time.LocalDate;
import java.util.Objects;
import org.shangda.refusal.Refusal;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes pairs of a wave's rows, and starts the way of each. Within the caller's transaction. */
@Component
class WaveSending {

    private final WaveRows rows;
    private final Forming forming;
    private final PairingProcess process;
    private final Census census;
    private final University university;
    private final ApplicationEventPublisher events;

    WaveSending(
            WaveRows rows,
            Forming forming,
            PairingProcess process,
            Census census,
            University university,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.forming = forming;
        this.process = process;
        this.census = census;
        this.university = university;
        this.events = events;
    }

    /** Every row is checked again; one that a rule forbids stops all. */
    void send(Wave wave, String caller, Arranger arranger) {
        Loads loads = census.loads(null);
        int sent = 0;
        for (int i = 0; i < wave.rows().size(); i++) {
            WaveRow row = wave.rows().get(i);
            if (row.kept()) {
                WaveRows.inRow(i + 1, () -> form(wave, row, loads, arranger));
                sent++;
            }
        }
        if (sent == 0) {
            throw Refusal.invalid("pairing.wave.no-rows");
        }
        wave.sent(caller, census.now());
    }

    /** Two who may become a pair. */
    record Link(Partner partner, Person carrier, Forming.Checked checked) {}

    /**
     * Asks the rules about one row, and counts it for those that follow.
     *
     * @throws Refusal naming the rule that forbids it
     */
    Link check(Wave wave, WaveRow row, Loads loads, Arranger arranger) {
        Partner partner = rows.partner(wave, row.partner(), row.category());
        if (!Objects.equals(partner.college(), wave.unit())) {
            throw Refusal.invalid("pairing.not-of-the-college", partner.key());
        }
        Person carrier = university.person(row.carrier()).orElseThrow(() -> Refusal.invalid("pairing.carrier-left"));
        Forming.Checked checked = forming.check(wave.programme(), wave.relation(), carrier, partner, loads, arranger);
        loads.add(wave.relation(), partner.category(), carrier.id(), partner.key());
        return new Link(partner, carrier, checked);
    }

    private Turn form(Wave wave, WaveRow row, Loads loads, Arranger arranger) {
        Link link = check(wave, row, loads, arranger);
        Forming.Checked checked = link.checked();
        Mode mode = wave.kind() == Wave.Kind.EXISTING ? Mode.IMPORTED : Mode.ASSIGNED;
        Pairing pairing = forming.pairing(wave.relation(), wave.programme(), link.partner(), mode);
        pairing.origin().inWave(wave.number());
        pairing.origin()
                .because(checked.why(), checked.argument(), checked.rule().clause());
        Turn turn = mode == Mode.IMPORTED
                ? importing(pairing, link.carrier(), checked, row.since())
                : proposing(pairing, link.carrier(), checked);
        process.setOut(turn);
        return turn;
    }

    private Turn importing(Pairing pairing, Person person, Forming.Checked checked, LocalDate since) {
        boolean told = pairing.colleague() != null;
        pairing.imported(person.id(), checked.office(), since, told ? forming.answerBy(pairing) : null);
        Turn turn = forming.store(pairing, told ? "tell" : "active");
        events.publishEvent(new PairBegan(pairing.pair()));
        return turn;
    }

    private Turn proposing(Pairing pairing, Person person, Forming.Checked checked) {
        if (pairing.colleague() == null) {
            pairing.agree(person.id(), checked.office(), forming.answerBy(pairing));
            return forming.store(pairing, "accept");
        }
        forming.requireWilling(pairing.colleague());
        pairing.propose(person.id(), checked.office(), forming.answerBy(pairing));
        return forming.store(pairing, "consent");
    }
}
