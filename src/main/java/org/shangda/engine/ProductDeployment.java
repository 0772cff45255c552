package org.shangda.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Deploys the diagrams, decision tables and forms that the product ships, under names that do not depend on where the
 * product runs from: the engine's own auto-deployment takes paths for names, so a jar would deploy everything again.
 *
 * <p>An administrator's version is never superseded: a file is left alone as long as the latest version of something
 * it defines was deployed by somebody else. Deleting that deployment in Cockpit brings the shipped version back.
 */
class ProductDeployment implements InfoContributor {

    /** Name and source of the product's own deployments. */
    static final String PRODUCT = "shangda";

    private static final List<String> FILES = List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form");
    private static final Logger log = LoggerFactory.getLogger(ProductDeployment.class);

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final String root;

    /** @param root where {@code bpmn/} and {@code forms/} are, as a resource location that ends with a slash */
    ProductDeployment(ProcessEngine engine, String root) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.root = root;
    }

    void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name(PRODUCT).source(PRODUCT).enableDuplicateFiltering(false);
        List<Shipped> shipped = shipped();
        for (Shipped file : shipped) {
            Optional<Deployment> foreign = supersededBy(file);
            if (foreign.isPresent()) {
                log.info(
                        "{} is left alone: an administrator deployed another version ({}).",
                        file.name(),
                        foreign.get().getId());
            } else {
                deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content()));
            }
        }
        if (!deployment.getResourceNames().isEmpty()) {
            Deployment current = deployment.deploy();
            log.info("Diagrams, tables and forms are those of deployment {}.", current.getId());
        }
    }

    @Override
    public void contribute(Info.Builder info) {
        Map<String, String> origins = new LinkedHashMap<>();
        for (Shipped file : shipped()) {
            origins.put(
                    file.name(),
                    supersededBy(file)
                            .map(foreign -> "administrator's version, deployment " + foreign.getId())
                            .orElse("shipped version"));
        }
        info.withDetail("diagrams", origins);
    }

    /** The deployment by somebody else that something in this file has its latest version from. */
    private Optional<Deployment> supersededBy(Shipped file) {
        return file.keys().stream()
                .map(key -> latest(file.kind(), key))
                .filter(Objects::nonNull)
                .map(definition -> repository
                        .createDeploymentQuery()
                        .deploymentId(definition.getDeploymentId())
                        .singleResult())
                .filter(deployment -> !PRODUCT.equals(deployment.getSource()) || !PRODUCT.equals(deployment.getName()))
                .findFirst();
    }

    private ResourceDefinition latest(String kind, String key) {
        return switch (kind) {
            case "bpmn" ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult();
            case "dmn" ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult();
            // The public API has no query for forms.
            default ->
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getCommandExecutorTxRequired()
                        .execute(context -> context.getCamundaFormDefinitionManager()
                                .findLatestDefinitionByKeyAndTenantId(key, null));
        };
    }

    private List<Shipped> shipped() {
        var resolver = new PathMatchingResourcePatternResolver();
        List<Shipped> files = new ArrayList<>();
        for (String pattern : FILES) {
            String folder = pattern.substring(0, pattern.indexOf('/') + 1);
            try {
                for (Resource resource : resolver.getResources(root + pattern)) {
                    files.add(Shipped.of(folder + resource.getFilename(), resource.getContentAsByteArray()));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + root + pattern, unreadable);
            }
        }
        files.sort(Comparator.comparing(Shipped::name));
        return files;
    }

    /** A file with the keys of what it defines. */
    private record Shipped(String name, byte[] content, List<String> keys) {

        static Shipped of(String name, byte[] content) {
            try {
                return new Shipped(name, content, keys(name, content));
            } catch (IOException | RuntimeException malformed) {
                throw new IllegalStateException("Cannot understand " + name, malformed);
            }
        }

        String kind() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private static List<String> keys(String name, byte[] content) throws IOException {
            var stream = new ByteArrayInputStream(content);
            if (name.endsWith(".bpmn")) {
                return Bpmn.readModelFromStream(stream).getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .toList();
            }
            if (name.endsWith(".dmn")) {
                return Dmn.readModelFromStream(stream).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
            }
            return List.of(new ObjectMapper().readTree(stream).required("id").asText());
        }
    }
}
