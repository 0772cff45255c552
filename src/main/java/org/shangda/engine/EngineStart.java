package org.shangda.engine;

import org.shangda.engine.versions.ProductDeployment;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the engine ready before anybody can use it: every bean that diagrams name exists by now, but the web server
 * does not accept requests yet and the job executor does not run.
 */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final EngineIndexes indexes;
    private final ProductDeployment deployment;
    private final IdentitySync identities;
    private final GroupRights rights;
    private final ShippedFilters filters;

    EngineStart(
            EngineIndexes indexes,
            ProductDeployment deployment,
            IdentitySync identities,
            GroupRights rights,
            ShippedFilters filters) {
        this.indexes = indexes;
        this.deployment = deployment;
        this.identities = identities;
        this.rights = rights;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        indexes.migrate();
        deployment.deploy();
        identities.followRoster();
        rights.grant();
        filters.ship();
    }
}
