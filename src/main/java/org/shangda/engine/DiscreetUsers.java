package org.shangda.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's users; a wrong login takes as long for an unknown or waiting user as for any other, because the time
 * taken would tell who is on the roster. Public with a public constructor: the engine creates it by reflection.
 */
public class DiscreetUsers extends DbIdentityServiceProvider {

    @Override
    public boolean checkPassword(String userId, String password) {
        // PostgreSQL would fail on a NUL.
        UserEntity user = userId == null || userId.indexOf('\0') >= 0 ? null : findUserById(userId);
        if (user == null || password == null || isUserLocked(user)) {
            Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password == null ? "" : password);
            return false;
        }
        return super.checkPassword(userId, password);
    }
}
