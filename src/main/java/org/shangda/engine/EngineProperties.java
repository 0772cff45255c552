package org.shangda.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the engine's security can be told.
 *
 * @param admin the account {@code admin}; its password is read when there is no administrator yet
 * @param passwordStrength cost of a password's bcrypt hash, 4 to 31; each step doubles the time of a login
 */
@ConfigurationProperties("shangda")
record EngineProperties(Admin admin, @DefaultValue("10") int passwordStrength) {

    record Admin(String password) {}

    String adminPassword() {
        return admin == null ? null : admin.password();
    }
}
