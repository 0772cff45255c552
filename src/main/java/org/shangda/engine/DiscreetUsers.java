package org.shangda.engine;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.shangda.account.LoginOrigin;
import org.shangda.account.PasswordsSet;
import org.shangda.account.WrongPasswords;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's users. Every password is checked here, whichever way somebody logs in, and every password is set here. A
 * wrong login takes as long for an unknown user as for any other, because the time taken would tell who is on the roster.
 */
class DiscreetUsers extends DbIdentityServiceProvider {

    /** What the engine makes them of, for each of its commands. */
    @Component
    static class Factory implements SessionFactory {

        private final ObjectProvider<WrongPasswords> wrongPasswords;
        private final ObjectProvider<PasswordsSet> passwordsSet;
        private final ObjectProvider<LoginOrigin> origin;
        private final RefusedRequests refused;

        Factory(
                ObjectProvider<WrongPasswords> wrongPasswords,
                ObjectProvider<PasswordsSet> passwordsSet,
                ObjectProvider<LoginOrigin> origin,
                RefusedRequests refused) {
            this.wrongPasswords = wrongPasswords;
            this.passwordsSet = passwordsSet;
            this.origin = origin;
            this.refused = refused;
        }

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new DiscreetUsers(this);
        }
    }

    private final Factory of;

    private DiscreetUsers(Factory of) {
        this.of = of;
    }

    /** @throws RefusedRequest with a sentence while one has to wait after wrong passwords */
    @Override
    public boolean checkPassword(String userId, String password) {
        // PostgreSQL would fail on a NUL.
        UserEntity user = userId == null || userId.indexOf('\0') >= 0 ? null : findUserById(userId);
        WrongPasswords.Try attempt = attempt(String.valueOf(userId));
        if (!isRight(user, password)) {
            attempt.wrong();
            return false;
        }
        attempt.right();
        of.origin.getObject().proved(user.getId(), PasswordStamp.of(user));
        return true;
    }

    private WrongPasswords.Try attempt(String account) {
        try {
            return of.wrongPasswords.getObject().of(account);
        } catch (Refusal mustWait) {
            boolean loggedIn = Context.getCommandContext().getAuthenticatedUserId() != null;
            throw of.refused.of(loggedIn ? 409 : 401, mustWait);
        }
    }

    private boolean isRight(UserEntity user, String password) {
        if (user == null || password == null) {
            Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password == null ? "" : password);
            return false;
        }
        return matchPassword(password, user);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity account = (UserEntity) user;
        boolean setsPassword = account.hasNewPassword();
        IdentityOperationResult result = super.saveUser(account);
        String by = Context.getCommandContext().getAuthenticatedUserId();
        if (setsPassword && by != null) {
            if (by.equals(account.getId())) {
                of.origin.getObject().renewing(by, PasswordStamp.of(account));
            } else {
                of.passwordsSet.getObject().record(account.getId(), by);
            }
        }
        return result;
    }
}
