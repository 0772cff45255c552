package org.shangda.pairing;

import java.util.Objects;
import java.util.stream.Stream;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the two answer who are asked, and what becomes of it when they keep silent. */
@Service
@Transactional
public class Answers {

    private final Pairings pairings;
    private final Forming forming;
    private final Census census;
    private final Monitors monitors;
    private final ApplicationEventPublisher events;
    private final Inputs inputs;

    Answers(
            Pairings pairings,
            Forming forming,
            Census census,
            Monitors monitors,
            ApplicationEventPublisher events,
            Inputs inputs) {
        this.pairings = pairings;
        this.forming = forming;
        this.census = census;
        this.monitors = monitors;
        this.events = events;
        this.inputs = inputs;
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
                forming.willing(caller).asks();
                boolean carrierAsked = pairing.origin().cameBy(Mode.MEMBER_ASKED)
                        && pairing.passedOver().isEmpty();
                if (carrierAsked) {
                    forming.begin(pairing);
                    return Turn.of(pairing, "active");
                }
                pairing.agree(forming.answerBy(pairing));
                return Turn.of(pairing, "accept");
            }
            case "decline" -> {
                pairing.decline();
                forming.willing(caller).declined(census.today());
                return Turn.of(pairing, "over");
            }
            case "somebody-else" -> {
                pairing.seek();
                return Turn.of(pairing, "choose");
            }
            default -> throw Inputs.unknown("decision");
        }
    }

    /** No answer is no decline: the colleague is simply not covered. */
    public Turn unanswered(String number) {
        Pairing pairing = pairings.get(number);
        if (pairing.state() == PairingState.AGREED) {
            // The member was asked and kept silent; the colleague, who agreed, is not to wait for ever.
            pairing.seek();
            return Turn.of(pairing, "choose");
        }
        pairing.withdraw(Reason.NO_ANSWER);
        return Turn.of(pairing, "over");
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
                return Turn.of(pairing, pairing.vacant() ? "find" : "active");
            }
            case "object" -> {
                Pair before = pairing.pair();
                pairing.object(census.today());
                events.publishEvent(new PairChanged(before, pairing.pair()));
                return Turn.of(pairing, "over");
            }
            default -> throw Inputs.unknown("decision");
        }
    }

    /** Silence keeps an imported pair. */
    public Turn notObjected(String number) {
        Pairing pairing = pairings.get(number);
        pairing.confirmed();
        return Turn.of(pairing, pairing.vacant() ? "find" : "active");
    }

    // --- the Party member --------------------------------------------------------------------------------------------

    /** @param decision {@code accept} or {@code cannot} */
    public record Acceptance(@Text(max = 40) String decision) {}

    public Turn accept(String number, String caller, Acceptance acceptance) {
        inputs.check(acceptance);
        Pairing pairing = pairings.get(number);
        if (!caller.equals(pairing.carrier())) {
            throw Pairings.notFound();
        }
        hold(pairing);
        switch (acceptance.decision()) {
            case "accept" -> {
                forming.begin(pairing);
                return Turn.of(pairing, "active");
            }
            case "cannot" -> {
                pairing.seek();
                return Turn.of(pairing, "choose");
            }
            default -> throw Inputs.unknown("decision");
        }
    }

    /** Whoever else asks for one of the two waits until this is decided; see {@link Monitors#hold}. */
    private void hold(Pairing pairing) {
        monitors.hold(
                Stream.of(pairing.carrier(), pairing.partner())
                        .filter(Objects::nonNull)
                        .toList(),
                pairing);
    }

    private Pairing ofColleague(String number, String caller) {
        Pairing pairing = pairings.get(number);
        if (!caller.equals(pairing.colleague())) {
            throw Pairings.notFound();
        }
        return pairing;
    }
}
