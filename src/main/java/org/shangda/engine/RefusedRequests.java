package org.shangda.engine;

import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** Says refusals in the caller's language. */
@Component
public class RefusedRequests {

    private final Sentences sentences;

    RefusedRequests(Sentences sentences) {
        this.sentences = sentences;
    }

    /** 400 for wrong input, 404 for what is not there, 409 for a conflict. */
    public RefusedRequest of(Refusal refusal) {
        return of(status(refusal), refusal);
    }

    static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
        };
    }

    /** For the few refusals that are none of the three kinds, and for failures with their reference number. */
    public RefusedRequest of(int status, Refusal refusal) {
        return new RefusedRequest(status, sentences.of(refusal), refusal);
    }
}
