package org.shangda.engine;

import jakarta.ws.rs.WebApplicationException;
import org.shangda.refusal.Refusal;

/**
 * A refusal on its way through the engine's own pages. Only as a {@link WebApplicationException} does the engine's API
 * answer with this status and this sentence alone, so that Tasklist shows nothing else.
 */
public class RefusedRequest extends WebApplicationException {

    private final transient Refusal refusal;

    /** @param status 400, 401, 403, 404, 409 or 500; never 422, which the engine's API cannot answer with */
    RefusedRequest(int status, String sentence, Refusal refusal) {
        super(sentence, status);
        this.refusal = refusal;
    }

    public int status() {
        return getResponse().getStatus();
    }

    /** What was refused, for those who say it in another language. */
    public Refusal refusal() {
        return refusal;
    }
}
