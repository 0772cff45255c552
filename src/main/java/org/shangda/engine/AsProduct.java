package org.shangda.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Runs work that the product itself is responsible for, whoever is logged in: the engine checks rights, limits results
 * and guards commands only for a logged-in caller.
 */
final class AsProduct {

    private AsProduct() {}

    static <T> T run(IdentityService identities, Supplier<T> work) {
        Authentication caller = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (caller != null) {
                identities.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
            }
        }
    }
}
