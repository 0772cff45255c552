package org.shangda.engine;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * What the demonstration university adds. Exists in the profile {@code demo} only, so that no setting can give
 * everybody one password elsewhere.
 *
 * @param password everybody's password
 * @param operator staff number of the person who may look into Cockpit, or empty
 * @param accounts logins shown when the product has started
 */
@Profile("demo")
@ConfigurationProperties("shangda.demo")
record Demonstration(
        @DefaultValue("demo") String password,
        @DefaultValue("") String operator,
        @DefaultValue List<Account> accounts) {

    /** @param role what the person does, in both languages */
    record Account(String role, @DefaultValue("") String login) {}
}
