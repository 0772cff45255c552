package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * Everything that is deployed, as it was when it was looked at. A file is known by the key of what it defines, whatever it
 * was called when somebody deployed it.
 */
final class Deployed {

    /** Name and source of the product's own deployments. */
    static final String PRODUCT = "shangda";

    /**
     * One version of one file.
     *
     * @param resource its name in the deployment
     */
    record Version(String kind, String key, int number, String deployment, String resource) {}

    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, Deployment> deployments;
    private final Map<String, List<Version>> versions;

    private Deployed(
            ProcessEngineConfigurationImpl engine,
            Map<String, Deployment> deployments,
            Map<String, List<Version>> versions) {
        this.engine = engine;
        this.deployments = deployments;
        this.versions = versions;
    }

    /** Whoever asks: what is in force does not depend on what they may see. */
    static Deployed lookUp(ProcessEngine engine) {
        RepositoryService repository = engine.getRepositoryService();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return unchecked(configuration, context -> {
            Map<String, Deployment> deployments = repository.createDeploymentQuery().unlimitedList().stream()
                    .collect(Collectors.toMap(Deployment::getId, Function.identity()));
            List<Version> all = new ArrayList<>();
            repository
                    .createProcessDefinitionQuery()
                    .withoutTenantId()
                    .unlimitedList()
                    .forEach(one -> all.add(version("bpmn", one)));
            repository
                    .createDecisionDefinitionQuery()
                    .withoutTenantId()
                    .unlimitedList()
                    .forEach(one -> all.add(version("dmn", one)));
            // The public API has no query for forms. (Their tenant id is that of the deployment, in this version.)
            for (Object form : context.getDbEntityManager().selectList("selectAllCamundaFormDefinitions")) {
                all.add(version("form", (ResourceDefinition) form));
            }
            Map<String, List<Version>> byKey = new HashMap<>();
            all.stream()
                    .sorted(Comparator.comparing(Version::number).reversed())
                    .forEach(one -> byKey.computeIfAbsent(one.kind() + " " + one.key(), key -> new ArrayList<>())
                            .add(one));
            return new Deployed(configuration, deployments, byKey);
        });
    }

    private static Version version(String kind, ResourceDefinition one) {
        return new Version(kind, one.getKey(), one.getVersion(), one.getDeploymentId(), one.getResourceName());
    }

    /** Newest first. */
    List<Version> versions(String kind, String key) {
        return versions.getOrDefault(kind + " " + key, List.of());
    }

    Optional<Version> inForce(String kind, String key) {
        return versions(kind, key).stream().findFirst();
    }

    List<Version> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    /** All of what is in force. */
    List<Version> inForce() {
        return versions.values().stream()
                .map(all -> all.get(0))
                .sorted(Comparator.comparing(Version::kind).thenComparing(Version::key))
                .toList();
    }

    /** The product's newest version, from which an administrator's was made. */
    Optional<Version> base(String kind, String key) {
        return versions(kind, key).stream().filter(this::isProducts).findFirst();
    }

    boolean isProducts(Version version) {
        return isProducts(deployments.get(version.deployment()));
    }

    static boolean isProducts(Deployment deployment) {
        return ProductDeployment.isProducts(deployment.getName(), deployment.getSource());
    }

    Map<String, Deployment> deployments() {
        return deployments;
    }

    byte[] content(Version version) {
        ResourceEntity resource = unchecked(
                engine,
                context -> context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(version.deployment(), version.resource()));
        return resource.getBytes();
    }

    private static <T> T unchecked(ProcessEngineConfigurationImpl engine, Command<T> look) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(look));
    }
}
