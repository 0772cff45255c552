package org.shangda.engine.versions;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.shangda.engine.versions.Upgrade.Choice;
import org.shangda.engine.versions.Upgrade.Step;
import org.shangda.engine.versions.Upgrade.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys the diagrams, decision tables and forms that the product ships, under names that do not depend on where the
 * product runs from: the engine's own auto-deployment takes paths for names, so a jar would deploy everything again.
 *
 * <p>An administrator's changes are never lost. When both sides have changed a file, what does not touch is merged; when
 * something does, the whole former set stays in force until an administrator has decided (adr/0039).
 */
public class ProductDeployment implements InfoContributor, HealthIndicator {

    /** Whether files may be deployed together, over everything that is in force. */
    public interface Examination {

        /**
         * @param files content by name
         * @throws RuntimeException with the sentences of why not
         */
        void examine(Map<String, byte[]> files);
    }

    /** Of the deployments that put an administrator's changes on what is shipped now. */
    static final String MERGED = "shangda-merge";

    private static final Logger log = LoggerFactory.getLogger(ProductDeployment.class);

    private final ProcessEngine engine;
    private final String root;
    private final Examination examination;
    private final TransactionOperations transaction;

    /** What was found when it was last looked at. */
    private volatile List<Step> heldBack = List.of();

    /**
     * @param root where {@code bpmn/} and {@code forms/} are, as a resource location that ends with a slash
     * @param examination before a set is deployed that nobody has examined as a whole
     * @param transaction in which several deployments are one
     */
    public ProductDeployment(
            ProcessEngine engine, String root, Examination examination, TransactionOperations transaction) {
        this.engine = engine;
        this.root = root;
        this.examination = examination;
        this.transaction = transaction;
    }

    /** Whether a deployment of this name and source is taken for one of the product's own. */
    public static boolean isProducts(String name, String source) {
        return Deployed.PRODUCT.equals(name) && Deployed.PRODUCT.equals(source);
    }

    /** At a start. What an administrator has decided before stands in what is deployed. */
    public void deploy() {
        Upgrade upgrade = plan(Map.of());
        heldBack = upgrade.conflicts();
        if (heldBack.isEmpty()) {
            try {
                if (upgrade.merges()) {
                    examination.examine(upgrade.all());
                }
                List<String> deployments = transaction.execute(status -> apply(upgrade));
                if (!deployments.isEmpty()) {
                    log.info(
                            "{} are those of deployment {}.",
                            upgrade.asTheProducts().keySet(),
                            String.join(", ", deployments));
                }
                upgrade.names(Way.MERGED)
                        .forEach(file -> log.info("{}: shipped version with the administrator's changes.", file));
            } catch (RuntimeException refused) {
                if (!upgrade.merges()) {
                    throw refused;
                }
                heldBack =
                        upgrade.heldBack(String.valueOf(refused.getMessage())).conflicts();
            }
        }
        if (!heldBack.isEmpty()) {
            log.warn(
                    "The new version's diagrams, tables and forms are NOT in force: both it and an administrator have"
                            + " changed the same. Decide on /reports/rules.html about {}.",
                    names(heldBack));
        }
    }

    Upgrade plan(Map<String, Choice> choices) {
        return Upgrade.plan(shipped(), Deployed.lookUp(engine), choices);
    }

    /** Why the shipped set is not in force, looked at anew; empty when it is. */
    List<Step> conflicts() {
        Upgrade now = plan(Map.of());
        // Whether they pass together is tried at a start only.
        boolean stillRefused = now.merges() && !now.isHeldBack();
        heldBack = stillRefused ? heldBack : now.conflicts();
        return heldBack;
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(step -> step.file().name()).toList();
    }

    /** @return ids of the deployments. In the caller's transaction, so that there are all or none */
    List<String> apply(Upgrade upgrade) {
        List<String> deployments = new ArrayList<>();
        if (!upgrade.asTheProducts().isEmpty()) {
            deployments.add(deploy(Deployed.PRODUCT, Deployed.PRODUCT, upgrade.asTheProducts()));
        }
        if (!upgrade.asTheAdministrators().isEmpty()) {
            deployments.add(deploy(MERGED, MERGED, upgrade.asTheAdministrators()));
        }
        return deployments;
    }

    /** @throws RuntimeException when these files, over what is in force, are refused */
    void examine(Map<String, byte[]> files) {
        examination.examine(files);
    }

    /** As the product, whoever asked for it: a part of a set is not examined for itself, the whole was before. */
    String deploy(String name, String source, Map<String, byte[]> files) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(name).source(source);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        IdentityService identity = engine.getIdentityService();
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return deployment.deploy().getId();
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller.getUserId(), caller.getGroupIds(), caller.getTenantIds());
            }
        }
    }

    List<ShippedFile> shipped() {
        return ShippedFile.all(root);
    }

    /** Files of which an administrator's version is in force, and its deployment; null where it is the shipped one. */
    public Map<String, String> administrators() {
        Deployed deployed = Deployed.lookUp(engine);
        Map<String, String> administrators = new LinkedHashMap<>();
        for (ShippedFile file : shipped()) {
            administrators.put(
                    file.name(),
                    file.keys().stream()
                            .flatMap(key -> deployed.inForce(file.kind(), key).stream())
                            .filter(version -> !deployed.isProducts(version))
                            .findFirst()
                            .map(version -> version.deployment())
                            .orElse(null));
        }
        return administrators;
    }

    @Override
    public void contribute(Info.Builder info) {
        Map<String, String> origins = new LinkedHashMap<>();
        administrators()
                .forEach((file, deployment) -> origins.put(
                        file,
                        deployment == null ? "shipped version" : "administrator's version, deployment " + deployment));
        info.withDetail("diagrams", origins);
        info.withDetail("heldBack", names(heldBack));
    }

    /** Up in any case: the former set works, and a restart would change nothing. */
    @Override
    public Health health() {
        Health.Builder up = Health.up();
        return heldBack.isEmpty()
                ? up.build()
                : up.withDetail("shippedSetNotInForce", names(heldBack))
                        .withDetail("decideOn", "/reports/rules.html")
                        .build();
    }
}
