package org.shangda.engine;

import static org.shangda.engine.AllowedCommands.Who.ADMINISTRATORS;
import static org.shangda.engine.AllowedCommands.Who.EVERYBODY;
import static org.shangda.engine.AllowedCommands.Who.OPERATORS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.SetJobsRetriesByProcessBatchCmd;
import org.camunda.bpm.engine.impl.TablePageQueryImpl;
import org.camunda.bpm.engine.impl.batch.DeleteBatchCmd;
import org.camunda.bpm.engine.impl.cmd.*;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.shangda.engine.versions.ProductDeployment;

/**
 * What a logged-in caller may ask of the engine directly, through its pages and its API. It is a list of what is
 * allowed: a command that nobody thought of is refused. The engine's own permissions apply besides.
 *
 * <p>Not on it, each for a reason: completing, resolving, delegating a task, errors and escalations in a task, starting a
 * process, messages and signals (they go round the form, which alone writes to the domain); variables, comments,
 * attachments, names and descriptions of tasks, annotations (stories would get into the engine's tables); assigning and
 * candidates (the engine leaves the former ones' rights on the task); modification, cancelling and restarting of cases,
 * firing and deleting jobs (the case would stand elsewhere in the engine than in the domain); suspending (a case is suspended
 * with a reason and an end); deleting history and the
 * operation log (they are the record).
 */
final class AllowedCommands {

    enum Who {
        EVERYBODY(""),
        /** And administrators. */
        OPERATORS("engine.operators-only"),
        ADMINISTRATORS("engine.administrators-only");

        /** Code of the sentence for everybody else. */
        private final String sentence;

        Who(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /** @param unless the uses of the command that are refused all the same */
    record Allowance(Who who, List<Unless> unless) {

        /** Code of the sentence that refuses this use. */
        Optional<String> refuses(CommandCall call) {
            return unless.stream()
                    .filter(one -> one.use().test(call))
                    .map(Unless::sentence)
                    .findFirst();
        }
    }

    /** @param sentence code of the sentence that refuses the use */
    record Unless(Predicate<CommandCall> use, String sentence) {}

    /**
     * A command and who gives it.
     *
     * @param roster what nobody but the product gives and takes
     */
    record CommandCall(Command<?> command, String user, RosterRights roster) {

        Object field(String name) {
            return CommandFields.read(command, name);
        }

        String id(String name) {
            return (String) field(name);
        }

        boolean is(String flag) {
            return Boolean.TRUE.equals(field(flag));
        }
    }

    /** Reading passes: the engine's permissions decide what is seen, and there is no story to see. */
    private static final Pattern READING_NAMES = Pattern.compile(
            "(Get|Is|Find|Query|MetricsQuery|ExecuteFilter|ExecuteList|ExecuteSingle|ExecuteDuration)\\w*Cmd(Typed)?"
                    + "|(TaskCountByCandidateGroup|HistoricTaskInstanceCountByName|DetermineHistoryLevel)Cmd");

    /** Sums over everybody's cases: how much is open in the university is for those who look after it. */
    private static final Pattern SUMMING_NAMES = Pattern.compile("\\w*(Statistics|Report)\\w*Impl"
            + "|(TaskCountByCandidateGroup|HistoricTaskInstanceCountByName|ExecuteDuration\\w*|GetTableCount)Cmd");

    private static final Set<Class<?>> READING = Set.of(
            TablePageQueryImpl.class,
            AuthorizationCheckCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            CreateNativeUserQueryCmd.class,
            CheckPassword.class);

    private static final String FROM_THE_ROSTER = "engine.from-the-roster";
    private static final String WITH_A_REASON = "engine.suspend-with-a-reason";
    private static final String NOT_YOURSELF = "engine.not-yourself";

    private static final Map<Class<?>, Allowance> LIST = Stream.of(
                    // The form gateway stands in front of both.
                    allow(EVERYBODY, SubmitTaskFormCmd.class, SubmitStartFormCmd.class),
                    // 签收, for oneself: whoever holds a task sees its story.
                    allowUnless(
                            AllowedCommands::forSomebodyElse,
                            "engine.claim-for-yourself",
                            EVERYBODY,
                            ClaimTaskCmd.class),
                    // One's own password; the engine lets nobody save another user without permission.
                    allowUnless(
                            List.of(
                                    new Unless(AllowedCommands::renames, "engine.only-the-password"),
                                    new Unless(
                                            call -> call.roster().makesAccount((User) call.field("user")),
                                            FROM_THE_ROSTER)),
                            EVERYBODY,
                            SaveUserCmd.class),

                    // Diagrams, tables and forms are theirs to edit. With "cascade" the open cases would go as well.
                    // From a day on would stop every start until that day: the newest version is the one that is
                    // suspended.
                    allowUnless(
                            List.of(
                                    new Unless(AllowedCommands::isForLater, "engine.no-activation-day"),
                                    new Unless(AllowedCommands::passesForTheProducts, "engine.product-name")),
                            ADMINISTRATORS,
                            DeployCmd.class),
                    allowUnless(
                            call -> call.is("cascade"), "engine.no-cascade", ADMINISTRATORS, DeleteDeploymentCmd.class),
                    // Open cases are moved to another version with everything that the diagram asks for, or not at all.
                    allow(ADMINISTRATORS, CreateMigrationPlanCmd.class),
                    allowUnless(
                            AllowedCommands::movesMoreThanTheVersion,
                            "engine.moved-by-the-product",
                            ADMINISTRATORS,
                            MigrateProcessInstanceCmd.class,
                            MigrateProcessInstanceBatchCmd.class),
                    // A case that goes wrong is resumed and tried again.
                    allow(OPERATORS, ActivateProcessInstanceCmd.class, SetJobRetriesCmd.class),
                    // It is suspended as a whole, with a reason and an end (adr/0052): a part of it, or many at once,
                    // without a word would be silence.
                    allowUnless(call -> true, WITH_A_REASON, OPERATORS, SuspendProcessInstanceCmd.class),
                    allowUnless(
                            call -> true,
                            WITH_A_REASON,
                            ADMINISTRATORS,
                            SuspendProcessDefinitionCmd.class,
                            SuspendJobDefinitionCmd.class,
                            SuspendJobCmd.class),
                    allowUnless(
                            call -> call.is("suspending"),
                            WITH_A_REASON,
                            ADMINISTRATORS,
                            UpdateProcessInstancesSuspendStateCmd.class,
                            UpdateProcessInstancesSuspendStateBatchCmd.class),
                    // Resuming many.
                    allow(
                            ADMINISTRATORS,
                            ActivateProcessDefinitionCmd.class,
                            ActivateJobDefinitionCmd.class,
                            ActivateJobCmd.class),
                    // Repairing jobs; they then run as the product, not as the administrator.
                    allow(
                            ADMINISTRATORS,
                            SetJobsRetriesBatchCmd.class,
                            SetJobsRetriesByProcessBatchCmd.class,
                            SetJobDuedateCmd.class,
                            RecalculateJobDuedateCmd.class,
                            SetJobPriorityCmd.class,
                            SetJobDefinitionPriorityCmd.class,
                            SuspendBatchCmd.class,
                            ActivateBatchCmd.class,
                            DeleteBatchCmd.class),
                    // Users, groups, permissions.
                    allow(
                            ADMINISTRATORS,
                            CreateUserCmd.class,
                            UnlockUserCmd.class,
                            CreateGroupCmd.class,
                            CreateAuthorizationCommand.class),
                    // Who belongs to a unit's group is offered its tasks.
                    allowUnless(
                            call -> call.roster().makes((Group) call.field("group")),
                            FROM_THE_ROSTER,
                            ADMINISTRATORS,
                            SaveGroupCmd.class),
                    allowUnless(
                            call -> call.roster().makesGroup(call.id("groupId")),
                            FROM_THE_ROSTER,
                            ADMINISTRATORS,
                            CreateMembershipCmd.class),
                    allowUnless(
                            call -> call.roster().gives((Authorization) call.field("authorization")),
                            "engine.tasks-are-assigned",
                            ADMINISTRATORS,
                            SaveAuthorizationCmd.class),
                    allowUnless(
                            call -> call.roster().gives(call.id("authorizationId")),
                            "engine.tasks-are-assigned",
                            ADMINISTRATORS,
                            DeleteAuthorizationCmd.class),
                    // Without a member of the administrators' group anybody could make themselves one (CVE-2026-77226).
                    allowUnless(
                            List.of(
                                    new Unless(AllowedCommands::takesOnesOwnRights, NOT_YOURSELF),
                                    new Unless(call -> call.roster().makesGroup(call.id("groupId")), FROM_THE_ROSTER)),
                            ADMINISTRATORS,
                            DeleteMembershipCmd.class),
                    allowUnless(
                            List.of(
                                    new Unless(AllowedCommands::takesOnesOwnRights, NOT_YOURSELF),
                                    new Unless(call -> call.roster().names(call.id("userId")), FROM_THE_ROSTER)),
                            ADMINISTRATORS,
                            DeleteUserCmd.class),
                    allowUnless(
                            List.of(
                                    new Unless(
                                            call -> Callers.ADMINISTRATORS.equals(call.field("groupId")), NOT_YOURSELF),
                                    new Unless(call -> call.roster().makesGroup(call.id("groupId")), FROM_THE_ROSTER)),
                            ADMINISTRATORS,
                            DeleteGroupCmd.class),
                    // Filters' expressions are checked besides.
                    allow(ADMINISTRATORS, CreateFilterCmd.class, SaveFilterCmd.class, DeleteFilterCmd.class))
            .flatMap(entries -> entries.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private AllowedCommands() {}

    /** Whether the command changes nothing. */
    static boolean reads(Command<?> command) {
        Class<?> type = command.getClass();
        return command instanceof AbstractQuery
                || command instanceof AbstractNativeQuery
                || READING.contains(type)
                || READING_NAMES.matcher(type.getSimpleName()).matches();
    }

    /** Whether it sums up the cases of everybody, of which the engine's permissions to look at a diagram are enough. */
    static boolean sumsUp(Command<?> command) {
        return SUMMING_NAMES.matcher(command.getClass().getSimpleName()).matches();
    }

    /** Empty for a command that is on nobody's list. */
    static Optional<Allowance> of(Command<?> command) {
        return Optional.ofNullable(LIST.get(command.getClass()));
    }

    private static boolean forSomebodyElse(CommandCall call) {
        return !call.user().equals(call.field("userId"));
    }

    /** Names and addresses come from the roster: a name of one's own choosing would be shown on tasks. */
    private static boolean renames(CommandCall call) {
        User saved = (User) call.field("user");
        return saved != null
                && CommandFields.read(saved, "newPassword") == null
                && (call.user().equals(saved.getId()) || call.roster().names(saved.getId()));
    }

    /** Every administrator but oneself can be removed, so one always remains. */
    private static boolean takesOnesOwnRights(CommandCall call) {
        return call.user().equals(call.field("userId"))
                && (call.command() instanceof DeleteUserCmd || Callers.ADMINISTRATORS.equals(call.field("groupId")));
    }

    private static boolean isForLater(CommandCall call) {
        return call.field("deploymentBuilder") instanceof DeploymentBuilderImpl builder
                && builder.getProcessDefinitionsActivationDate() != null;
    }

    /** What is taken for the product's is what upgrades start from. */
    private static boolean passesForTheProducts(CommandCall call) {
        var deployment = (Deployment) CommandFields.read(call.field("deploymentBuilder"), "deployment");
        return ProductDeployment.isProducts(deployment.getName(), deployment.getSource());
    }

    private static boolean movesMoreThanTheVersion(CommandCall call) {
        var migration = (MigrationPlanExecutionBuilderImpl) call.field("executionBuilder");
        var variables = migration.getMigrationPlan() == null
                ? null
                : migration.getMigrationPlan().getVariables();
        return migration.isSkipCustomListeners()
                || migration.isSkipIoMappings()
                || variables != null && !variables.isEmpty();
    }

    private static Map<Class<?>, Allowance> allow(Who who, Class<?>... commands) {
        return allowUnless(List.of(), who, commands);
    }

    private static Map<Class<?>, Allowance> allowUnless(
            Predicate<CommandCall> unless, String sentence, Who who, Class<?>... commands) {
        return allowUnless(List.of(new Unless(unless, sentence)), who, commands);
    }

    private static Map<Class<?>, Allowance> allowUnless(List<Unless> unless, Who who, Class<?>... commands) {
        Allowance allowance = new Allowance(who, unless);
        return Stream.of(commands).collect(Collectors.toMap(command -> command, command -> allowance));
    }
}
