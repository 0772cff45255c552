package org.shangda.pairing.process;

import java.util.Map;
import java.util.function.Function;
import org.shangda.engine.OfferedTasks;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.WaveService;
import org.shangda.university.Offer;
import org.springframework.stereotype.Component;

/** Whose the open tasks of pairs are on today's roster. */
@Component
class PairingTasks implements OfferedTasks {

    private final Map<String, Function<Work, Offer>> offers;

    PairingTasks(PairingService forming, WaveService waves) {
        this.offers = Map.of(
                PairingLifecycle.CHOOSE_ANOTHER, work -> forming.offerToCollege(work.number()),
                PairingLifecycle.FIND_CARRIER, work -> forming.offerToSecretary(work.number()),
                PairingWave.REVIEW, work -> waves.offer(work.number()));
    }

    @Override
    public Map<String, Function<Work, Offer>> offers() {
        return offers;
    }
}
