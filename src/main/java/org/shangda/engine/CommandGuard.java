package org.shangda.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.shangda.engine.AllowedCommands.Allowance;
import org.shangda.engine.AllowedCommands.CommandCall;
import org.shangda.engine.AllowedCommands.Who;
import org.shangda.refusal.Refusal;

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

    CommandGuard(ProcessEngineConfigurationImpl engine, RefusedRequests refused) {
        this.engine = engine;
        this.refused = refused;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication caller = engine.getIdentityService().getCurrentAuthentication();
        if (caller == null || caller.getUserId() == null || Context.getCommandContext() != null || isOurs(command)) {
            return next.execute(command);
        }
        check(command, caller);
        try {
            return next.execute(command);
        } catch (TaskAlreadyClaimedException e) {
            throw refused.of(Refusal.conflict("engine.already-claimed"));
        } catch (OptimisticLockingException e) {
            throw refused.of(Refusal.conflict("engine.changed-meanwhile"));
        } catch (ProcessEngineException e) {
            if (concernsTask(command) && (e instanceof AuthorizationException || saysThatTaskIsMissing(e))) {
                throw refused.of(Refusal.notFound("engine.no-such-task"));
            }
            if (command instanceof SaveUserCmd && SIMPLE_PASSWORD.equals(e.getMessage())) {
                throw refused.of(Refusal.invalid("engine.simple-password"));
            }
            throw e;
        }
    }

    private void check(Command<?> command, Authentication caller) {
        if (AllowedCommands.reads(command)) {
            if (command instanceof ProcessDefinitionQueryImpl || command instanceof DecisionDefinitionQueryImpl) {
                // Few, and Cockpit asks for all versions of one at once.
                ((AbstractQuery<?, ?>) command).disableMaxResultsLimit();
            }
            return;
        }
        Allowance allowance =
                AllowedCommands.of(command).orElseThrow(() -> refused.of(Refusal.conflict("engine.use-the-form")));
        if (allowance.who() == Who.ADMINISTRATORS && !isAdministrator(caller)) {
            throw refused.of(403, Refusal.conflict("engine.administrators-only"));
        }
        if (allowance.unless().test(new CommandCall(command, caller.getUserId()))) {
            throw refused.of(Refusal.conflict(allowance.sentence()));
        }
    }

    private boolean isAdministrator(Authentication caller) {
        return caller.getGroupIds() != null
                && caller.getGroupIds().stream().anyMatch(engine.getAdminGroups()::contains);
    }

    private static boolean isOurs(Command<?> command) {
        return command.getClass().getName().startsWith("org.shangda.");
    }

    private static boolean concernsTask(Command<?> command) {
        return command.getClass().getSimpleName().contains("Task");
    }

    private static boolean saysThatTaskIsMissing(ProcessEngineException e) {
        return e.getMessage() != null && e.getMessage().endsWith("task is null");
    }
}
