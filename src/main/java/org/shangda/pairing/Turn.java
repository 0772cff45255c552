package org.shangda.pairing;

import java.time.Instant;

/**
 * What is to happen next with a pairing. Whoever is asked is reminded by the daily digest of what waits.
 *
 * @param number of the pairing
 * @param next {@code consent} (the colleague is asked), {@code accept} (the Party member is asked), {@code choose} (a
 *     partner is to be chosen), {@code tell} (the colleague is told of an imported pair), {@code find} (somebody is to take
 *     over), {@code active} or {@code over}
 * @param answerBy until when an answer is waited for, or null
 */
public record Turn(String number, String next, Instant answerBy) {

    static Turn of(Pairing pairing, String next) {
        return new Turn(pairing.number(), next, pairing.answerBy());
    }
}
