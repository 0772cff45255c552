package org.shangda.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.shangda.refusal.Refusal;

/**
 * There are no external tasks here. Asking for one would keep a connection waiting for up to half an hour, and behind the
 * engine's pages, where a request cannot wait, it would fail.
 */
class NoExternalTasks implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().contains("external-task/fetchAndLock")) {
            throw Refusal.conflict("engine.no-external-tasks");
        }
    }
}
