package org.shangda.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Finding;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Deploys nothing that the {@link Door} does not let in. It looks at new deployments only: what was accepted once must
 * load again after every restart, or its cases would stand still.
 */
@Component
class SafeDiagrams implements Deployer {

    /** More lines than these nobody reads at once. */
    private static final int MOST_LINES = 50;

    private static final Logger log = LoggerFactory.getLogger(SafeDiagrams.class);

    private final Door door;
    private final RefusedRequests refused;
    private final Sentences sentences;

    SafeDiagrams(Door door, RefusedRequests refused, Sentences sentences) {
        this.door = door;
        this.refused = refused;
        this.sentences = sentences;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            throw refused.of(Refusal.invalid("engine.no-tenants"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        deployment.getResources().values().forEach(file -> files.put(file.getName(), file.getBytes()));
        letIn(isByPeople() ? door.examine(files) : unsafe(files))
                .forEach(finding -> log.info("Deployed, though: {}", sentences.inEnglish(finding.line())));
    }

    /** Whether files may be deployed together, for whoever deploys them in parts. */
    void examine(Map<String, byte[]> files) {
        letIn(door.examine(files));
    }

    /** @return what does not keep them out */
    private List<Finding> letIn(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::refuses)) {
            throw refused.of(Refusal.invalid("engine.unsafe-diagram", lines(findings)));
        }
        return findings;
    }

    private List<Finding> unsafe(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .flatMap(file -> door.examine(file.getKey(), file.getValue()).stream())
                .toList();
    }

    /** What the product deploys by itself was examined before it was shipped, or by whoever let it deploy. */
    private static boolean isByPeople() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
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
