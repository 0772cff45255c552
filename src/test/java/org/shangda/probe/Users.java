package org.shangda.probe;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** People for the tests. */
public final class Users {

    public static final String PASSWORD = "good4passing";

    private Users() {}

    /** Creates the person unless known. */
    public static void create(ProcessEngine engine, String id, String... groups) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identity.newUser(id);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        for (String group : groups) {
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                identity.saveGroup(identity.newGroup(group));
            }
            identity.createMembership(id, group);
        }
    }

    public static void grant(ProcessEngine engine, String user, Resource resource, Permission... permissions) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        grant.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(grant);
    }
}
