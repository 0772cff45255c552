package org.shangda.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls that the product makes of its own accord while somebody is logged in: correlating a message,
 * starting a process. The engine would otherwise take them for the caller's, check the caller's permissions and refuse
 * what only forms may do. The product has checked before that the caller may.
 */
@Component
public class AsTheProduct {

    private final ObjectProvider<IdentityService> identities;

    AsTheProduct(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    public <T> T call(Supplier<T> work) {
        return call(identities.getObject(), work);
    }

    static <T> T call(IdentityService identity, Supplier<T> work) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
            }
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
