package org.shangda.notification.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.shangda.engine.AsTheProduct;
import org.shangda.notification.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine keeps the accounts, those of the roster and those that were made in Admin. */
@Component
class EngineAccounts implements Accounts {

    private final ObjectProvider<IdentityService> identities;
    private final AsTheProduct asTheProduct;

    EngineAccounts(ObjectProvider<IdentityService> identities, AsTheProduct asTheProduct) {
        this.identities = identities;
        this.asTheProduct = asTheProduct;
    }

    @Override
    public Optional<String> address(String user) {
        return asTheProduct.call(() -> Optional.ofNullable(
                        identities.getObject().createUserQuery().userId(user).singleResult())
                .map(User::getEmail)
                .filter(address -> !address.isBlank()));
    }
}
