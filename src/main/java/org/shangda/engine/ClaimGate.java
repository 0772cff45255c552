package org.shangda.engine;

import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shangda.refusal.Refusal;
import org.shangda.work.Gate;

/**
 * 签收 asks the gate, in the transaction in which the task is received, so that nothing comes between. A task that the
 * caller is not offered is answered like one that does not exist, whatever the engine would allow.
 */
class ClaimGate extends CommandInterceptor {

    private final Gate gate;
    private final RefusedRequests refused;

    ClaimGate(Gate gate, RefusedRequests refused) {
        this.gate = gate;
        this.refused = refused;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ClaimTaskCmd) {
            require((String) CommandFields.read(command, "taskId"), (String) CommandFields.read(command, "userId"));
        }
        return next.execute(command);
    }

    private void require(String id, String person) {
        TaskEntity task =
                id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
        if (task == null || task.getProcessDefinitionId() == null || !gate.admits(OpenTasks.work(task, person))) {
            throw refused.of(Refusal.notFound("engine.no-such-task"));
        }
    }
}
