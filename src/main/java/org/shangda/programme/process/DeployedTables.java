package org.shangda.programme.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.shangda.refusal.Misconfigured;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The latest deployed decision tables.
 *
 * <p>The tables are evaluated by a DMN engine of its own and not by the decision service, which would check the caller's
 * rights and write a history row for every question. It is an engine plugin, because only so can it hear of deployments and
 * deletions, and because what the engine needs may then need the rules without a circle.
 */
@Component
class DeployedTables extends AbstractProcessEnginePlugin {

    /** After this time a deployment by another node is noticed. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final LongSupplier nanoTime;
    private final AtomicReference<Deployed> deployed = new AtomicReference<>(new Deployed(null, 0));
    private final Map<String, DeployedTable> tables = new ConcurrentHashMap<>();

    private ProcessEngineConfigurationImpl engine;

    DeployedTables() {
        this(System::nanoTime);
    }

    DeployedTables(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @throws Misconfigured when no table of this name is deployed */
    DeployedTable table(String key) {
        return find(key).orElseThrow(() -> new Misconfigured("decision table " + key + " is not deployed"));
    }

    Optional<DeployedTable> find(String key) {
        Version latest = deployed().latest().get(key);
        if (latest == null) {
            return Optional.empty();
        }
        Optional<DeployedTable> table = known(key, latest);
        if (table.isEmpty()) {
            // Another node has deleted it since it was looked up.
            forget();
            return Optional.ofNullable(deployed().latest().get(key)).flatMap(now -> known(key, now));
        }
        return table;
    }

    /** The newest version of the table that is of the wanted kind, in force or not. */
    Optional<DeployedTable> latest(String key, Predicate<DeployedTable> wanted) {
        return definitions(new DecisionDefinitionQueryImpl()
                        .withoutTenantId()
                        .decisionDefinitionKey(key)
                        .orderByDecisionDefinitionVersion()
                        .desc())
                .stream()
                .flatMap(version -> known(key, Version.of(version)).stream())
                .filter(wanted)
                .findFirst();
    }

    private Optional<DeployedTable> known(String key, Version latest) {
        DeployedTable known = tables.get(latest.id());
        if (known != null) {
            return Optional.of(known);
        }
        Map<String, DeployedTable> keep = changing().map(Changing::read).orElse(tables);
        return Optional.ofNullable(keep.get(latest.id())).or(() -> {
            Optional<DeployedTable> table = read(key, latest);
            table.ifPresent(one -> keep.put(latest.id(), one));
            return table;
        });
    }

    /**
     * Never waits for another thread: one that holds a connection and waits here for one that waits for a connection would
     * stop both.
     */
    private Deployed deployed() {
        if (changing().isPresent()) {
            return new Deployed(latest(), 0);
        }
        Deployed known = deployed.get();
        long now = nanoTime.getAsLong();
        if (known.latest() != null) {
            if (now - known.readAt() < FRESH_NANOS) {
                return known;
            }
            Deployed mine = new Deployed(known.latest(), now);
            if (!deployed.compareAndSet(known, mine)) {
                return known;
            }
            known = mine;
        }
        Deployed read = new Deployed(latest(), now);
        // Fails when a deployment has been committed meanwhile; the next question then reads again.
        if (deployed.compareAndSet(known, read)) {
            tables.keySet()
                    .retainAll(read.latest().values().stream().map(Version::id).toList());
        }
        return read;
    }

    private Map<String, Version> latest() {
        return definitions(new DecisionDefinitionQueryImpl().withoutTenantId().latestVersion()).stream()
                .collect(Collectors.toMap(DecisionDefinition::getKey, Version::of));
    }

    /** Not the query's list(): it is refused to logged-in callers, because it has no upper bound. */
    private List<DecisionDefinition> definitions(DecisionDefinitionQuery query) {
        return unchecked(context -> context.getDecisionDefinitionManager()
                .findDecisionDefinitionsByQueryCriteria((DecisionDefinitionQueryImpl) query, null));
    }

    /** @return nothing when it is not there any more */
    private Optional<DeployedTable> read(String key, Version version) {
        ResourceEntity resource = unchecked(context -> context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(version.deploymentId(), version.resourceName()));
        return Optional.ofNullable(resource)
                .map(found -> DeployedTable.read(dmn, key, new ByteArrayInputStream(found.getBytes())));
    }

    /** Whoever asks, the rules are the same: a caller's missing right must not change the way of a concern. */
    private <T> T unchecked(Command<T> look) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(look));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>();
        if (configuration.getCustomPostDeployers() != null) {
            deployers.addAll(configuration.getCustomPostDeployers());
        }
        deployers.add(deployment -> {
            if (deployment.isNew()) {
                change();
            }
        });
        configuration.setCustomPostDeployers(deployers);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPostCommandInterceptorsTxRequired());
        }
        interceptors.add(new Deletions());
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);
        engine = configuration;
    }

    private void forget() {
        deployed.set(new Deployed(null, 0));
    }

    /** What this transaction deploys or deletes counts for it alone, and for everybody once it is committed. */
    private void change() {
        if (changing().isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new Changing(this, new HashMap<>()));
        }
    }

    private Optional<Changing> changing() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(one -> one instanceof Changing changing && changing.tables() == this)
                .map(Changing.class::cast)
                .findFirst();
    }

    /** The engine tells nobody when a deployment is deleted. */
    private final class Deletions extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof DeleteDeploymentCmd) {
                change();
            }
            return next.execute(command);
        }
    }

    /** @param read by id of the version; also what nobody else may see yet */
    private record Changing(DeployedTables tables, Map<String, DeployedTable> read)
            implements TransactionSynchronization {

        /** However it ends. */
        @Override
        public void afterCompletion(int status) {
            tables.forget();
        }
    }

    /**
     * What was deployed when it was last looked up.
     *
     * @param latest by key of the decision, null when it must be looked up before the next answer
     */
    private record Deployed(Map<String, Version> latest, long readAt) {}

    private record Version(String id, String deploymentId, String resourceName) {

        static Version of(DecisionDefinition definition) {
            return new Version(definition.getId(), definition.getDeploymentId(), definition.getResourceName());
        }
    }
}
