package org.shangda.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/**
 * Who calls. The engine keeps the users, their passwords and their groups. It is asked as the product, whoever was
 * served on this thread before: another caller would be told that the user does not exist.
 */
@Component
public class Callers {

    /** The group whose members administer the system. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** The group whose members run the system and see where cases stand, without their stories. */
    public static final String OPERATORS = GroupRights.OPERATORS;

    /** The group whose members read figures for those who watch from outside, and nothing else. */
    public static final String WATCHERS = GroupRights.WATCHERS;

    /** Where the engine's pages keep in their session who is logged in. */
    public static final String SESSION_ATTRIBUTE = "authenticatedUser";

    /** Where they keep in their session the token without which they change nothing. */
    public static final String TOKEN_ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

    private final ProcessEngine engine;
    private final IdentityService identity;

    Callers(ProcessEngine engine) {
        this.engine = engine;
        this.identity = engine.getIdentityService();
    }

    /**
     * Whether this is the user's password.
     *
     * @throws RefusedRequest while whoever asks has to wait after wrong ones
     */
    public boolean knows(String user, String password) {
        leave();
        return identity.checkPassword(user, password);
    }

    /** Whom the engine's pages take the session for; empty when nobody is logged in or the user is gone. */
    public Optional<String> loggedIn(Object sessionAttribute) {
        return named(sessionAttribute).filter(user -> account(user).isPresent());
    }

    /** What changes with the user's password; empty when the user is gone. */
    public Optional<String> passwordStamp(String user) {
        return account(user).map(PasswordStamp::of);
    }

    /**
     * Whether a session is no longer good for whom it names: the user is gone, or has another password.
     *
     * @param stamps the stamps of the user's password that the session may have
     */
    public boolean isOver(Object sessionAttribute, Set<?> stamps) {
        Optional<String> user = named(sessionAttribute);
        return user.isPresent()
                && user.flatMap(this::passwordStamp).filter(stamps::contains).isEmpty();
    }

    private Optional<String> named(Object sessionAttribute) {
        if (!(sessionAttribute instanceof Authentications logins)) {
            return Optional.empty();
        }
        return logins.getAuthentications().stream()
                .filter(login -> engine.getName().equals(login.getProcessEngineName()))
                .map(UserAuthentication::getName)
                .findAny();
    }

    private Optional<UserEntity> account(String user) {
        leave();
        return Optional.ofNullable(
                (UserEntity) identity.createUserQuery().userId(user).singleResult());
    }

    public List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Tells the engine who calls on this thread; without it the engine checks no permission. */
    public void enter(String user, List<String> groups) {
        identity.setAuthentication(user, groups);
    }

    public void leave() {
        identity.clearAuthentication();
    }

    /** Tells that the request comes from a page in a session, where forms are sent as whom they were shown to. */
    public void enterSession(Object sessionAttribute) {
        if (sessionAttribute instanceof Authentications logins) {
            Authentications.setCurrent(logins);
        }
    }

    public void leaveSession() {
        Authentications.clearCurrent();
    }
}
