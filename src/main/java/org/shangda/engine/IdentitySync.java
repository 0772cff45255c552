package org.shangda.engine;

import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.shangda.engine.GroupRights.HANDLERS;
import static org.shangda.engine.GroupRights.OPERATORS;
import static org.shangda.engine.GroupRights.STAFF;
import static org.shangda.engine.GroupRights.WATCHERS;
import static org.shangda.engine.GroupRights.groupOf;
import static org.shangda.engine.RosterRights.UNIT;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.RosterChanged;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;

/**
 * Users, groups and memberships of the engine follow the roster: a user for everybody on it, the group {@code staff} of
 * all of them, the group {@code handlers} of those who answer for some unit, and for every unit the group {@code u<code>} of its handlers. Only differences are written.
 *
 * <p>Accounts and groups that an administrator made are left alone. Whoever leaves the roster loses the account, an
 * administrator's included; history keeps the staff number. What is assigned to them keeps its rights, which nobody can
 * use, so that whoever returns finds their own again, and their password.
 */
class IdentitySync {

    private static final String ROLE = "role";
    private static final Set<Integer> OF_TASKS = Set.of(TASK.resourceType(), HISTORIC_TASK.resourceType());
    private static final Logger log = LoggerFactory.getLogger(IdentitySync.class);

    private final ProcessEngineConfigurationImpl configuration;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final University university;
    private final MessageSource messages;
    private final FormerAccounts former;
    private final Demonstration demonstration;

    /** @param demonstration null outside the profile {@code demo} */
    IdentitySync(
            ProcessEngine engine,
            University university,
            MessageSource messages,
            FormerAccounts former,
            Demonstration demonstration) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.university = university;
        this.messages = messages;
        this.former = former;
        this.demonstration = demonstration;
    }

    /** In the transaction of the import: roster and accounts change together or not at all. */
    @EventListener
    void on(RosterChanged change) {
        followRoster();
    }

    void followRoster() {
        AsTheProduct.call(
                identities,
                () -> configuration.getCommandExecutorTxRequired().execute(context -> {
                    write();
                    return null;
                }));
    }

    private void write() {
        Map<String, Person> people =
                university.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Set<String> staffBefore = membersOf(STAFF);

        int joined = writeUsers(people);
        Set<String> left = new TreeSet<>(staffBefore);
        left.removeAll(people.keySet());
        left.forEach(this::deleteAccount);

        writeGroups(people.keySet(), left);
        log.info("Accounts follow the roster: {} people, {} new, {} left.", people.size(), joined, left.size());
    }

    private int writeUsers(Map<String, Person> people) {
        Map<String, User> users = identities.createUserQuery().unlimitedList().stream()
                .collect(Collectors.toMap(User::getId, user -> user));
        UserEntity newcomer = null;
        int joined = 0;
        for (Person person : people.values()) {
            User user = users.get(person.id());
            if (user == null) {
                if (newcomer == null) {
                    newcomer = newcomer();
                }
                identities.saveUser(account(person, newcomer));
                joined++;
            } else if (!person.name().equals(user.getLastName())) {
                user.setLastName(person.name());
                identities.saveUser(user);
            }
        }
        return joined;
    }

    /**
     * Whose password every new account starts with: {@code demo} in the demonstration, else one that nobody knows, so
     * that an administrator has to set it. Hashing is slow on purpose; once is enough for a password that all share.
     */
    private UserEntity newcomer() {
        UserEntity newcomer = new UserEntity();
        newcomer.setPassword(demonstration == null ? unknownPassword() : demonstration.password());
        newcomer.encryptPassword();
        return newcomer;
    }

    private UserEntity account(Person person, UserEntity newcomer) {
        UserEntity account = new UserEntity(person.id());
        account.setFirstName("");
        account.setLastName(person.name());
        if (!former.restore(account)) {
            account.setDbPassword(newcomer.getPassword());
            account.setSalt(newcomer.getSalt());
        }
        return account;
    }

    private static String unknownPassword() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private void deleteAccount(String id) {
        former.keep((UserEntity) identities.createUserQuery().userId(id).singleResult());
        identities.deleteUser(id);
        authorizations.createAuthorizationQuery().userIdIn(id).unlimitedList().stream()
                .filter(right -> !OF_TASKS.contains(right.getResourceType()))
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    private void writeGroups(Set<String> people, Set<String> left) {
        Map<String, Group> standing = identities.createGroupQuery().unlimitedList().stream()
                .collect(Collectors.toMap(Group::getId, group -> group));
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Unit unit : university.units()) {
            writeGroup(standing.get(groupOf(unit.code())), groupOf(unit.code()), unit.name(), UNIT);
            wanted.put(groupOf(unit.code()), handlersOf(unit));
        }
        writeGroup(standing.get(STAFF), STAFF, text("engine.group.staff"), ROLE);
        wanted.put(STAFF, people);
        writeGroup(standing.get(HANDLERS), HANDLERS, text("engine.group.handlers"), ROLE);
        wanted.put(
                HANDLERS,
                people.stream()
                        .filter(person -> !university.unitsAnsweredBy(person).isEmpty())
                        .collect(Collectors.toSet()));

        wanted.forEach((group, members) -> writeMembers(group, members, left));
        standing.values().stream()
                .filter(group -> UNIT.equals(group.getType()) && !wanted.containsKey(group.getId()))
                .forEach(group -> identities.deleteGroup(group.getId()));

        writeGroup(standing.get(OPERATORS), OPERATORS, text("engine.group.operators"), ROLE);
        writeGroup(standing.get(WATCHERS), WATCHERS, text("engine.group.watchers"), ROLE);
        if (demonstration != null
                && people.contains(demonstration.operator())
                && !membersOf(OPERATORS).contains(demonstration.operator())) {
            identities.createMembership(demonstration.operator(), OPERATORS);
        }
    }

    private void writeGroup(Group standing, String id, String name, String type) {
        if (standing != null && name.equals(standing.getName()) && type.equals(standing.getType())) {
            return;
        }
        Group group = standing == null ? identities.newGroup(id) : standing;
        group.setName(name);
        group.setType(type);
        identities.saveGroup(group);
    }

    /** @param left people whose memberships ended with their accounts */
    private void writeMembers(String group, Set<String> wanted, Set<String> left) {
        Set<String> members = membersOf(group);
        members.removeAll(left);
        for (String member : members) {
            if (!wanted.contains(member)) {
                identities.deleteMembership(member, group);
            }
        }
        for (String person : wanted) {
            if (!members.contains(person)) {
                identities.createMembership(person, group);
            }
        }
    }

    private Set<String> membersOf(String group) {
        return identities.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Nobody, where another unit or one person answers for this one: then the group is not addressed. */
    private Set<String> handlersOf(Unit unit) {
        Answering answering = university.handlersOf(unit.code(), Set.of());
        if (!answering.whole() || !answering.unit().code().equals(unit.code())) {
            return Set.of();
        }
        return answering.people().stream().map(Person::id).collect(Collectors.toSet());
    }

    private String text(String code) {
        return messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE);
    }
}
