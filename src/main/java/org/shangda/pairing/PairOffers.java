package org.shangda.pairing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shangda.university.Answering;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom the work on pairs and waves is offered today. */
@Service
@Transactional
public class PairOffers {

    private final Pairings pairings;
    private final Waves waves;
    private final Forming forming;
    private final Arrangers arrangers;
    private final University university;

    PairOffers(Pairings pairings, Waves waves, Forming forming, Arrangers arrangers, University university) {
        this.pairings = pairings;
        this.waves = waves;
        this.forming = forming;
        this.arrangers = arrangers;
        this.university = university;
    }

    public Offer toColleague(String number, String what) {
        Pairing pairing = pairings.get(number);
        return Offer.to(pairing.colleague(), pairing.answerBy(), what, card(pairing));
    }

    public Offer toCarrier(String number) {
        Pairing pairing = pairings.get(number);
        return Offer.to(pairing.carrier(), pairing.answerBy(), "pairing-accept", card(pairing));
    }

    public Offer toCollege(String number) {
        Pairing pairing = pairings.get(number);
        String unit = pairing.college() == null ? pairing.branch() : pairing.college();
        return toUnit(unit, without(pairing), forming.answerBy(pairing), "pairing-choose", card(pairing));
    }

    public Offer toSecretary(String number) {
        Pairing pairing = pairings.get(number);
        return toUnit(
                pairing.branch(), without(pairing), forming.answerBy(pairing), "pairing-find-carrier", card(pairing));
    }

    /** Whoever planned it goes on with it, as long as they may and are there; it is due so many days after they last did. */
    public Offer toPlanner(String number) {
        Wave wave = waves.get(number);
        List<String> card = List.of("relation." + wave.relation().code());
        Instant due = forming.reviewBy(wave);
        boolean still = arrangers.arranges(wave.plannedBy(), wave.unit()) && !university.isAway(wave.plannedBy());
        return still
                ? Offer.to(wave.plannedBy(), wave.unit(), due, "review-wave", card)
                : toUnit(wave.unit(), Set.of(), due, "review-wave", card);
    }

    private static Set<String> without(Pairing pairing) {
        return pairing.colleague() == null ? Set.of() : Set.of(pairing.colleague());
    }

    /** Where one person answers for a unit it is theirs; where several do, one of them receives it. */
    private Offer toUnit(String unit, Set<String> without, Instant due, String what, List<String> card) {
        Answering answering = university.handlersOf(unit, without);
        return answering.whole() || answering.people().size() > 1
                ? Offer.to(answering, due, what, card)
                : Offer.toOnly(answering, due, what, card);
    }

    private static List<String> card(Pairing pairing) {
        return List.of("relation." + pairing.origin().relation().code());
    }

    /** Reads many pairs at once, so that the transaction asks for none of them again. */
    public void readPairsAhead(Set<String> numbers) {
        pairings.findAllById(numbers);
    }

    /** Reads many waves at once, so that the transaction asks for none of them again. */
    public void readWavesAhead(Set<String> numbers) {
        waves.findAllById(numbers);
    }
}
