package org.shangda.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ReflectionUtils;

/** Whoever acts on a case that is suspended is told so and until when, by whatever way; the engine would fail. */
class NotWhileSuspended extends CommandInterceptor {

    private final ObjectProvider<Suspensions> suspensions;

    /** @param suspensions provided late, because the engine's own set-up needs the domain */
    NotWhileSuspended(ObjectProvider<Suspensions> suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (SuspendedEntityInteractionException suspended) {
            throw suspensions.getObject().refusal(task(command));
        }
    }

    private static String task(Command<?> command) {
        Field task = ReflectionUtils.findField(command.getClass(), "taskId", String.class);
        return task == null ? null : (String) CommandFields.read(command, "taskId");
    }
}
