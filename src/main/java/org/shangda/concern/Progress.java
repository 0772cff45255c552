package org.shangda.concern;

import java.time.Instant;
import org.shangda.programme.Outcome;

/**
 * What the way reads after a step was taken.
 *
 * @param outcome what the diagram does next; null while a signature is awaited
 * @param needsSignature whether the unit's head must approve first
 * @param nextAt when the level's clock is to be looked at next, or null when the level was left
 * @param waitUntil until when it waits for the colleague or the review, or null
 * @param assisting how many units were asked to assist
 */
public record Progress(Outcome outcome, boolean needsSignature, Instant nextAt, Instant waitUntil, int assisting) {

    /** The same, with another moment at which the level's clock is looked at. */
    Progress lookedAt(Instant at) {
        return new Progress(outcome, needsSignature, at, waitUntil, assisting);
    }

    static Progress awaitingSignature() {
        return new Progress(null, true, null, null, 0);
    }
}
