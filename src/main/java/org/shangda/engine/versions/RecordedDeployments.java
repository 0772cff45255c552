package org.shangda.engine.versions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes down every deployment with whoever made it, in the same transaction, wherever it comes from. */
@Component
class RecordedDeployments extends AbstractProcessEnginePlugin {

    private final ObjectProvider<RuleChanges> changes;
    private final Clock clock;

    private ProcessEngineConfigurationImpl engine;

    RecordedDeployments(ObjectProvider<RuleChanges> changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        engine = configuration;
        List<Deployer> deployers = new ArrayList<>();
        if (configuration.getCustomPostDeployers() != null) {
            deployers.addAll(configuration.getCustomPostDeployers());
        }
        deployers.add(this::record);
        configuration.setCustomPostDeployers(deployers);
    }

    private void record(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Authentication caller = engine.getIdentityService().getCurrentAuthentication();
            changes.getObject()
                    .record(
                            deployment.getId(),
                            deployment.getName(),
                            clock.instant(),
                            caller == null ? null : caller.getUserId());
        }
    }

    /** What was deployed before this record was kept, in its order, with the names that the engine has written down. */
    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        Set<String> known = changes.getObject().byDeployment().keySet();
        built.getRepositoryService().createDeploymentQuery().unlimitedList().stream()
                .filter(deployment -> !known.contains(deployment.getId()))
                .sorted(Comparator.comparing(Deployment::getDeploymentTime))
                .forEach(deployment -> changes.getObject()
                        .record(
                                deployment.getId(),
                                deployment.getName(),
                                Instant.ofEpochMilli(
                                        deployment.getDeploymentTime().getTime()),
                                author(built, deployment)));
    }

    private static String author(ProcessEngine built, Deployment deployment) {
        return built
                .getHistoryService()
                .createUserOperationLogQuery()
                .deploymentId(deployment.getId())
                .operationType("Create")
                .unlimitedList()
                .stream()
                .map(entry -> entry.getUserId())
                .findFirst()
                .orElse(null);
    }
}
