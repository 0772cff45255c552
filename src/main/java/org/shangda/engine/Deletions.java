package org.shangda.engine;

import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Hears of deployments that are about to be deleted, of which the engine tells nobody. */
public final class Deletions extends CommandInterceptor {

    private final Runnable heard;

    /** @param heard called within the transaction that deletes */
    public Deletions(Runnable heard) {
        this.heard = heard;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeleteDeploymentCmd) {
            heard.run();
        }
        return next.execute(command);
    }
}
