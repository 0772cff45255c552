package org.shangda.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is an administrator from the first moment: without one the engine's pages offer everybody to
 * become one. The demonstration has a known password, everything else needs {@code shangda.admin.password}.
 */
@Component
class Administrator extends AbstractCamundaConfiguration {

    private static final String ID = "admin";
    private static final String DEMONSTRATION = "shangda.demonstration";

    private final EngineProperties properties;
    private final boolean demonstration;

    Administrator(EngineProperties properties, Environment environment) {
        this.properties = properties;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** @throws RefusedStart when there is none and no password for one, or over a database of the demonstration */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        keepApartFromDemonstration(engine.getManagementService());
        IdentityService identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(Callers.ADMINISTRATORS).count() == 0) {
            Group administrators = identity.newGroup(Callers.ADMINISTRATORS);
            administrators.setName("系统管理员 Administrators");
            administrators.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(administrators);
        }
        grantEverything(engine.getAuthorizationService());
        if (identity.createUserQuery().memberOfGroup(Callers.ADMINISTRATORS).count() == 0) {
            createIn(identity);
        }
    }

    /** Everybody knows the demonstration's passwords, so its database is good for nothing else. */
    private void keepApartFromDemonstration(ManagementService management) {
        if (demonstration) {
            management.setProperty(DEMONSTRATION, "true");
        } else if (management.getProperties().containsKey(DEMONSTRATION)) {
            throw RefusedStart.overDemonstration();
        }
    }

    private void createIn(IdentityService identity) {
        User known = identity.createUserQuery().userId(ID).singleResult();
        User administrator = known == null ? identity.newUser(ID) : known;
        administrator.setFirstName("管理员");
        administrator.setLastName("");
        administrator.setPassword(password(identity, administrator));
        // Checked above; the demonstration's is allowed to be simple.
        ((IdentityServiceImpl) identity).saveUser(administrator, true);
        identity.createMembership(ID, Callers.ADMINISTRATORS);
    }

    private String password(IdentityService identity, User administrator) {
        String password = properties.adminPassword();
        if (password == null || password.isBlank()) {
            if (demonstration) {
                return "demo";
            }
            throw RefusedStart.withoutAdministrator("There is no administrator yet, and no password for one.");
        }
        if (!identity.checkPasswordAgainstPolicy(password, administrator).isValid()) {
            throw RefusedStart.withoutAdministrator("The password for the administrator is too simple.");
        }
        return password;
    }

    private static void grantEverything(AuthorizationService authorizations) {
        Arrays.stream(Resources.values())
                .filter(resource -> authorizations
                                .createAuthorizationQuery()
                                .groupIdIn(Callers.ADMINISTRATORS)
                                .resourceType(resource)
                                .resourceId(Authorization.ANY)
                                .count()
                        == 0)
                .forEach(resource -> {
                    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    grant.setGroupId(Callers.ADMINISTRATORS);
                    grant.setResource(resource);
                    grant.setResourceId(Authorization.ANY);
                    grant.addPermission(Permissions.ALL);
                    authorizations.saveAuthorization(grant);
                });
    }
}
