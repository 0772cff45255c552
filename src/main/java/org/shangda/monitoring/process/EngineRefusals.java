package org.shangda.monitoring.process;

import org.shangda.engine.Conflicts;
import org.shangda.engine.RefusedRequest;
import org.shangda.monitoring.Refusals;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The engine wraps what the domain refuses, and has conflicts of its own. */
@Component
class EngineRefusals implements Refusals {

    @Override
    public Refusal of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof RefusedRequest refused) {
                return refused.refusal();
            }
        }
        return Conflicts.among(failure)
                ? Refusal.conflict("web.conflict")
                : Refusal.conflict("web.failure", Failures.report(failure));
    }
}
