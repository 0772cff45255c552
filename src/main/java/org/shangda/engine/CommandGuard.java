package org.shangda.engine;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.shangda.engine.AllowedCommands.Allowance;
import org.shangda.engine.AllowedCommands.CommandCall;
import org.shangda.engine.AllowedCommands.Who;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets a logged-in caller give the engine the {@link AllowedCommands} only, and answers refusals and conflicts with a
 * sentence. What the engine does by itself inside a command, what the product does without a caller
 * ({@link AsTheProduct}) and the product's own commands pass.
 */
class CommandGuard extends CommandInterceptor {

    /** The engine has no exception of its own for it, and would answer it as a failure of the server. */
    private static final String SIMPLE_PASSWORD = "Password does not match policy";

    private final ProcessEngineConfigurationImpl engine;
    private final RefusedRequests refused;
    private final ObjectProvider<University> university;

    CommandGuard(
            ProcessEngineConfigurationImpl engine, RefusedRequests refused, ObjectProvider<University> university) {
        this.engine = engine;
        this.refused = refused;
        this.university = university;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication caller = engine.getIdentityService().getCurrentAuthentication();
        if (caller == null || caller.getUserId() == null || Context.getCommandContext() != null || isOurs(command)) {
            return next.execute(command);
        }
        check(command, caller);
        try {
            return onceMore(command);
        } catch (Refusal said) {
            throw refused.of(said);
        } catch (TaskAlreadyClaimedException e) {
            throw refused.of(Refusal.conflict("engine.already-claimed"));
        } catch (ProcessEngineException e) {
            if (refusalBehind(e) instanceof Refusal refusal) {
                throw refused.of(refusal);
            }
            if (Conflicts.among(e)) {
                throw refused.of(Refusal.conflict("engine.changed-meanwhile"));
            }
            if (command instanceof GetActivityInstanceCmd && e instanceof AuthorizationException) {
                // So the engine answers for a case that is not there.
                return null;
            }
            if (command instanceof SaveUserCmd && SIMPLE_PASSWORD.equals(e.getMessage())) {
                throw refused.of(Refusal.invalid("engine.simple-password"));
            }
            throw answered(command, e);
        }
    }

    /** The engine wraps what a listener of a task throws. */
    private static Throwable refusalBehind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Somebody's commit may fall between two reads of a claim; asked once more, the engine finds the task gone, or moved. */
    private <T> T onceMore(Command<T> command) {
        try {
            return next.execute(command);
        } catch (NullPointerException | NullValueException stumbled) {
            if (!(command instanceof ClaimTaskCmd) || Conflicts.among(stumbled)) {
                throw stumbled;
            }
            return next.execute(command);
        }
    }

    /** What is not there and what is not the caller's to see are answered alike; what cannot be done is no failure. */
    private RuntimeException answered(Command<?> command, ProcessEngineException e) {
        boolean looks = AllowedCommands.reads(command) || concernsTask(command);
        if (looks && (e instanceof AuthorizationException || e instanceof NullValueException)) {
            return refused.of(Refusal.notFound("engine.no-such-task"));
        }
        if (submitsForm(command)) {
            return e;
        }
        if (command instanceof DeployCmd && !isRefusedByDatabase(e, "")) {
            var deployment = (DeploymentBuilder) CommandFields.read(command, "deploymentBuilder");
            return refused.of(ParserWords.of(e, deployment.getResourceNames()));
        }
        if (command instanceof DeleteDeploymentCmd && e.getClass() == ProcessEngineException.class) {
            // Cases run on it.
            return refused.of(Refusal.conflict("engine.deployment-in-use"));
        }
        boolean complains = e.getClass() == ProcessEngineException.class || e instanceof NullValueException;
        if (complains && e.getCause() == null || isRefusedByDatabase(e, "22")) {
            return refused.of(Refusal.invalid("engine.not-possible"));
        }
        if (isRefusedByDatabase(e, "23")) {
            return refused.of(Refusal.conflict("engine.changed-meanwhile"));
        }
        return e;
    }

    private void check(Command<?> command, Authentication caller) {
        if (AllowedCommands.reads(command)) {
            if (AllowedCommands.sumsUp(command) && !isOneOf(Who.OPERATORS, caller)) {
                throw refused.of(403, Refusal.conflict(Who.OPERATORS.sentence()));
            }
            if (command instanceof ProcessDefinitionQueryImpl || command instanceof DecisionDefinitionQueryImpl) {
                // Few, and Cockpit asks for all versions of one at once.
                ((AbstractQuery<?, ?>) command).disableMaxResultsLimit();
            }
            return;
        }
        if (command instanceof MetricsQueryImpl) {
            // Metrics are off, and the engine would fail.
            throw refused.of(Refusal.notFound("engine.no-metrics"));
        }
        Allowance allowance =
                AllowedCommands.of(command).orElseThrow(() -> refused.of(Refusal.conflict("engine.use-the-form")));
        if (!isOneOf(allowance.who(), caller)) {
            throw refused.of(403, Refusal.conflict(allowance.who().sentence()));
        }
        allowance
                .refuses(new CommandCall(command, caller.getUserId(), new RosterRights(engine, university)))
                .ifPresent(sentence -> {
                    throw refused.of(Refusal.conflict(sentence));
                });
    }

    private boolean isOneOf(Who who, Authentication caller) {
        List<String> groups = caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
        boolean administers = groups.stream().anyMatch(engine.getAdminGroups()::contains);
        return switch (who) {
            case EVERYBODY -> true;
            case OPERATORS -> administers || groups.contains(GroupRights.OPERATORS);
            case ADMINISTRATORS -> administers;
        };
    }

    private static boolean isOurs(Command<?> command) {
        return command.getClass().getName().startsWith("org.shangda.");
    }

    private static boolean concernsTask(Command<?> command) {
        return command.getClass().getSimpleName().contains("Task");
    }

    /** Whatever goes wrong behind a form has gone wrong in the product. */
    private static boolean submitsForm(Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd;
    }

    /** @param kind 22: the value cannot be stored, such as a NUL in PostgreSQL; 23: it is there already; none: whatever it is */
    private static boolean isRefusedByDatabase(Throwable failure, String kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(kind)) {
                return true;
            }
        }
        return false;
    }
}
