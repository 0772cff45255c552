package org.shangda.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Finding;
import org.shangda.refusal.Refusal;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Deploys nothing that the {@link Door} does not let in. It looks at new deployments only: what was accepted once must
 * load again after every restart, or its cases would stand still.
 */
class SafeDiagrams implements Deployer {

    /** More lines than these nobody reads at once. */
    private static final int MOST_LINES = 50;

    private final Door door;
    private final RefusedRequests refused;

    SafeDiagrams(Door door, RefusedRequests refused) {
        this.door = door;
        this.refused = refused;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<Finding> findings = deployment.getResources().values().stream()
                .flatMap(file -> door.examine(file.getName(), file.getBytes()).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw refused.of(Refusal.invalid("engine.unsafe-diagram", lines(findings)));
        }
    }

    static MessageSourceResolvable lines(List<Finding> findings) {
        return findings.stream()
                .limit(MOST_LINES)
                .map(Finding::line)
                .reduce((before, line) -> new DefaultMessageSourceResolvable(
                        new String[] {"engine.door.lines"}, new Object[] {before, line}, ""))
                .orElseThrow();
    }
}
