package org.shangda.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.shangda.work.Course;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the product's groups may do in the engine: exactly the rights listed here, and those that follow from what the
 * modules say about their processes. A right that somebody adds to one of
 * these groups is withdrawn at the next start; whoever needs more is put into a group of the administrator's own.
 *
 * <p>Rights to tasks, filters and to seeing one's own group come with those and are not listed. No right here is a right
 * to a story: those are not in the engine.
 */
class GroupRights {

    /** Everybody on the roster. */
    static final String STAFF = "staff";

    /** Everybody who answers for some unit: its head, deputies and clerks. */
    static final String HANDLERS = "handlers";

    /** Looks after running cases in Cockpit; members are appointed in Admin. */
    static final String OPERATORS = "operators";

    /** Programs that watch: they read figures at {@code /actuator/prometheus}, and have no right in the engine. */
    static final String WATCHERS = "watchers";

    private static final List<Right> RIGHTS = List.of(
            right(STAFF, APPLICATION, "tasklist", Permissions.ACCESS),
            right(STAFF, APPLICATION, "welcome", Permissions.ACCESS),
            right(STAFF, PROCESS_INSTANCE, ANY, Permissions.CREATE),
            right(OPERATORS, APPLICATION, "cockpit", Permissions.ACCESS),
            // Suspend and retry, but neither move a case nor write its variables: the domain would know nothing of it.
            right(
                    OPERATORS,
                    PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.RETRY_JOB,
                    ProcessDefinitionPermissions.SUSPEND_INSTANCE),
            right(OPERATORS, DECISION_DEFINITION, ANY, Permissions.READ),
            right(OPERATORS, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
            right(OPERATORS, DEPLOYMENT, ANY, Permissions.READ),
            // Not to tasks: of many of them the assignee is the colleague.
            right(OPERATORS, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY));

    private static final Set<Resource> GRANTED_ELSEWHERE = Set.of(TASK, HISTORIC_TASK, FILTER, GROUP);
    private static final Logger log = LoggerFactory.getLogger(GroupRights.class);

    private final ProcessEngine engine;
    private final Supplier<Collection<Course>> courses;
    private final AuthorizationService authorizations;

    GroupRights(ProcessEngine engine, Supplier<Collection<Course>> courses) {
        this.engine = engine;
        this.courses = courses;
        this.authorizations = engine.getAuthorizationService();
    }

    void grant() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            List<Authorization> standing = standing();
            List<Right> rights = Stream.concat(
                            RIGHTS.stream(), courses.get().stream().flatMap(GroupRights::to))
                    .toList();
            for (Right right : rights) {
                Authorization authorization = take(standing, right);
                authorization.setPermissions(right.permissions());
                // One that was read in this command is written by the engine itself, if it changed; saving always
                // writes.
                if (authorization.getId() == null) {
                    authorizations.saveAuthorization(authorization);
                }
            }
            Map<String, Authorization> surplus = new LinkedHashMap<>();
            Stream.concat(standing.stream(), holdsOnTasks()).forEach(right -> surplus.put(right.getId(), right));
            surplus.values().forEach(this::withdraw);
            return null;
        });
    }

    private void withdraw(Authorization surplus) {
        log.warn(
                "Withdrawn: a right of {} to resource type {}, id {}, which the product does not give.",
                surplus.getGroupId() == null ? surplus.getUserId() : surplus.getGroupId(),
                surplus.getResourceType(),
                surplus.getResourceId());
        authorizations.deleteAuthorization(surplus.getId());
    }

    /** To all tasks, or to all of a diagram, from the time when an administrator could still give them. */
    private Stream<Authorization> holdsOnTasks() {
        return Stream.of(TASK, HISTORIC_TASK, PROCESS_DEFINITION)
                .flatMap(resource -> {
                    AuthorizationQuery rights =
                            authorizations.createAuthorizationQuery().resourceType(resource);
                    return (resource == PROCESS_DEFINITION ? rights : rights.resourceId(ANY)).unlimitedList().stream();
                })
                .filter(right -> !Callers.ADMINISTRATORS.equals(right.getGroupId()))
                .filter(RosterRights::isHoldOnTasks);
    }

    private List<Authorization> standing() {
        List<Authorization> standing = new ArrayList<>(authorizations
                .createAuthorizationQuery()
                .groupIdIn(STAFF, HANDLERS, OPERATORS, WATCHERS)
                .unlimitedList());
        standing.removeIf(authorization -> GRANTED_ELSEWHERE.stream()
                .anyMatch(resource -> resource.resourceType() == authorization.getResourceType()));
        return standing;
    }

    private Authorization take(List<Authorization> standing, Right right) {
        for (Iterator<Authorization> candidates = standing.iterator(); candidates.hasNext(); ) {
            Authorization candidate = candidates.next();
            if (right.isAbout(candidate)) {
                candidates.remove();
                return candidate;
            }
        }
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(right.group());
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        return authorization;
    }

    /** The group of a unit's handlers. */
    static String groupOf(String unitCode) {
        return "u" + unitCode;
    }

    /** @param group of a unit's handlers */
    static String unitOf(String group) {
        return group.substring(1);
    }

    /** Its name on a card and its diagram beside a task are seen; whoever may start it finds it in the list. */
    private static Stream<Right> to(Course course) {
        Map<String, Set<Permission>> rights = new LinkedHashMap<>();
        group(course.starters())
                .ifPresent(group -> rights.computeIfAbsent(group, none -> new LinkedHashSet<>())
                        .addAll(List.of(
                                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE)));
        group(course.onlookers())
                .ifPresent(group -> rights.computeIfAbsent(group, none -> new LinkedHashSet<>())
                        .add(ProcessDefinitionPermissions.READ));
        return rights.entrySet().stream()
                .map(right -> right(
                        right.getKey(),
                        PROCESS_DEFINITION,
                        course.process(),
                        right.getValue().toArray(Permission[]::new)));
    }

    private static Optional<String> group(Course.Who who) {
        return switch (who) {
            case EVERYBODY -> Optional.of(STAFF);
            case HANDLERS -> Optional.of(HANDLERS);
            case NOBODY -> Optional.empty();
        };
    }

    private static Right right(String group, Resource resource, String id, Permission... permissions) {
        return new Right(group, resource, id, permissions);
    }

    private record Right(String group, Resource resource, String id, Permission... permissions) {

        boolean isAbout(Authorization authorization) {
            return authorization.getAuthorizationType() == AUTH_TYPE_GRANT
                    && group.equals(authorization.getGroupId())
                    && resource.resourceType() == authorization.getResourceType()
                    && id.equals(authorization.getResourceId());
        }
    }
}
