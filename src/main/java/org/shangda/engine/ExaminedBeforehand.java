package org.shangda.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/**
 * Examines what somebody wants to deploy before the engine's command begins: that holds a lock of the whole JVM and a row of
 * the database, and a walk takes seconds. What was walked is remembered, so {@link SafeDiagrams}, which nobody can go round,
 * asks again and seldom walks.
 */
class ExaminedBeforehand extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final SafeDiagrams door;

    ExaminedBeforehand(ProcessEngineConfigurationImpl engine, SafeDiagrams door) {
        this.engine = engine;
        this.door = door;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean byPeople = engine.getIdentityService().getCurrentAuthentication() != null;
        if (command instanceof DeployCmd && byPeople && Context.getCommandContext() == null) {
            var deployment = ((DeploymentBuilderImpl) CommandFields.read(command, "deploymentBuilder")).getDeployment();
            Map<String, byte[]> files = new LinkedHashMap<>();
            if (deployment.getResources() != null) {
                deployment.getResources().values().forEach(file -> files.put(file.getName(), file.getBytes()));
            }
            door.examine(files);
        }
        return next.execute(command);
    }
}
