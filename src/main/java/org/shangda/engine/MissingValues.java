package org.shangda.engine;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.exception.NullValueException;

/** What the engine's API answers when it hands nothing to the engine where something is needed. */
public abstract class MissingValues implements ExceptionMapper<NullValueException> {

    @Override
    public Response toResponse(NullValueException missing) {
        return answer();
    }

    protected abstract Response answer();
}
