package org.shangda.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What follows from the roster and the work alone, so that nobody else gives or takes it: the accounts of those on the
 * roster, the groups of units, {@code staff} and {@code handlers}, and whatever gives a hold on tasks.
 */
class RosterRights {

    /** The type of the units' groups. */
    static final String UNIT = "unit";

    private static final Set<String> GROUPS = Set.of(GroupRights.STAFF, GroupRights.HANDLERS);

    /** To all tasks of a diagram, open and done. */
    private static final int TASKS_OF_A_DIAGRAM = Stream.of(
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.UPDATE_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.UPDATE_TASK_VARIABLE,
                    ProcessDefinitionPermissions.READ_HISTORY)
            .mapToInt(Permission::getValue)
            .reduce(0, (all, one) -> all | one);

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    private final ObjectProvider<University> university;

    RosterRights(ProcessEngineConfigurationImpl engine, ObjectProvider<University> university) {
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.university = university;
    }

    /**
     * Whether an account is to be made for somebody who is or was on the roster: what they have raised or held is theirs
     * by the staff number.
     */
    boolean makesAccount(User user) {
        return ((UserEntity) user).getRevision() == 0
                && !university.getObject().nameOf(user.getId()).equals(user.getId());
    }

    /** Whether this is the account of somebody on the roster. */
    boolean names(String user) {
        return AsTheProduct.call(
                identities,
                () -> identities
                                .createUserQuery()
                                .userId(user)
                                .memberOfGroup(GroupRights.STAFF)
                                .count()
                        > 0);
    }

    boolean makesGroup(String id) {
        return GROUPS.contains(id)
                || AsTheProduct.call(
                        identities,
                        () -> identities
                                        .createGroupQuery()
                                        .groupId(id)
                                        .groupType(UNIT)
                                        .count()
                                > 0);
    }

    /** As it is stored, or as it is to be. */
    boolean makes(Group group) {
        return UNIT.equals(group.getType()) || makesGroup(group.getId());
    }

    /** As it is stored, or as it is to be. */
    boolean gives(Authorization right) {
        return isHoldOnTasks(right) || right.getId() != null && gives(right.getId());
    }

    /** @param id of a right that is stored */
    boolean gives(String id) {
        Authorization stored = AsTheProduct.call(
                identities,
                () -> authorizations
                        .createAuthorizationQuery()
                        .authorizationId(id)
                        .singleResult());
        return stored != null && isHoldOnTasks(stored);
    }

    static boolean isHoldOnTasks(Authorization authorization) {
        AuthorizationEntity right = (AuthorizationEntity) authorization;
        Integer resource = right.getResource();
        if (resource == null) {
            return false;
        }
        return resource == TASK.resourceType()
                || resource == HISTORIC_TASK.resourceType()
                || resource == PROCESS_DEFINITION.resourceType()
                        // The engine does not look at revocations.
                        && right.getAuthorizationType() != AUTH_TYPE_REVOKE
                        && (right.getPermissions() & TASKS_OF_A_DIAGRAM) != 0;
    }
}
