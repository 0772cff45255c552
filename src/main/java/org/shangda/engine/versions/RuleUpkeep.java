package org.shangda.engine.versions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.shangda.engine.versions.Deployed.Version;
import org.shangda.engine.versions.RuleChanges.Reason;
import org.shangda.engine.versions.Upgrade.Choice;
import org.shangda.engine.versions.Upgrade.Step;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator does with diagrams, tables and forms, with a reason. Everything passes the door, is in force at once
 * or not at all, and can be taken back in the same way.
 */
@Service
public class RuleUpkeep {

    /** As {@link ProductDeployment#MERGED}, of what was deployed from the page. */
    private static final String PAGE = "shangda-page";

    private final ProcessEngine engine;
    private final ProductDeployment product;
    private final RuleChanges changes;
    private final Monitors monitors;
    private final Inputs inputs;
    private final TransactionTemplate transaction;

    RuleUpkeep(
            ProcessEngine engine,
            ProductDeployment product,
            RuleChanges changes,
            Monitors monitors,
            Inputs inputs,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.product = product;
        this.changes = changes;
        this.monitors = monitors;
        this.inputs = inputs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Deploys files as Modeler would.
     *
     * @param files content by name
     * @throws Refusal 400 without files or reason; 409 when all of it is in force already
     */
    public void deploy(Map<String, byte[]> files, Reason reason, String person) {
        if (files.isEmpty()) {
            throw Refusal.invalid("rules.no-files");
        }
        once(reason, person, () -> {
            Deployed now = Deployed.lookUp(engine);
            Map<String, byte[]> changed = new LinkedHashMap<>(files);
            changed.entrySet().removeIf(file -> isInForce(file.getKey(), file.getValue(), now));
            return new Planned(changed, () -> List.of(deploy(changed)));
        });
    }

    /**
     * Brings back what was in force after a change. What has been added since stays.
     *
     * @throws Refusal 404 when there is no such change; 409 when it is in force
     */
    public void back(long change, Reason reason, String person) {
        changes.find(change).orElseThrow(() -> Refusal.notFound("rules.no-such-change"));
        once(reason, person, () -> {
            Deployed now = Deployed.lookUp(engine);
            Set<String> until = changes.until(change);
            Map<String, byte[]> shipped = new LinkedHashMap<>();
            Map<String, byte[]> own = new LinkedHashMap<>();
            for (Version version : now.inForce()) {
                then(version, until, now).ifPresent(then -> {
                    Optional<ShippedFile> same = shipped(version, now.content(then));
                    same.ifPresentOrElse(
                            file -> shipped.put(file.name(), file.content()),
                            () -> own.put(then.resource(), now.content(then)));
                });
            }
            Map<String, byte[]> all = new LinkedHashMap<>(shipped);
            all.putAll(own);
            return new Planned(all, () -> deploy(shipped, own));
        });
    }

    private List<String> deploy(Map<String, byte[]> shipped, Map<String, byte[]> own) {
        List<String> deployments = new ArrayList<>();
        if (!shipped.isEmpty()) {
            deployments.add(product.deploy(Deployed.PRODUCT, Deployed.PRODUCT, shipped));
        }
        if (!own.isEmpty()) {
            deployments.add(product.deploy(PAGE, PAGE, own));
        }
        return deployments;
    }

    private static Optional<Version> then(Version version, Set<String> until, Deployed now) {
        return now.versions(version.kind(), version.key()).stream()
                .filter(one -> until.contains(one.deployment()))
                .findFirst()
                .filter(then -> !Arrays.equals(now.content(then), now.content(version)));
    }

    private Optional<ShippedFile> shipped(Version version, byte[] content) {
        return product.shipped().stream()
                .filter(file ->
                        file.kind().equals(version.kind()) && file.keys().contains(version.key()))
                .filter(file -> Arrays.equals(file.content(), content))
                .findFirst();
    }

    /**
     * Decides about files of which the product ships another version than an administrator has made: {@code shipped} or
     * {@code mine}. Files that nobody has changed are taken along.
     *
     * @param choices by file
     * @throws Refusal 404 for a file that is not shipped; 409 when others are still in conflict, or nothing would change
     */
    public void decide(Map<String, String> choices, Reason reason, String person) {
        Map<String, Choice> chosen = new LinkedHashMap<>();
        Set<String> known =
                Set.copyOf(product.shipped().stream().map(ShippedFile::name).toList());
        choices.forEach((file, choice) -> {
            if (!known.contains(file)) {
                throw Refusal.notFound("rules.no-such-file");
            }
            chosen.put(file, choice(choice));
        });
        once(reason, person, () -> {
            Upgrade upgrade = product.plan(chosen);
            if (upgrade.isHeldBack()) {
                Step first = upgrade.conflicts().get(0);
                throw Refusal.conflict("rules.still-in-conflict", first.file().name());
            }
            return new Planned(upgrade.all(), () -> product.apply(upgrade));
        });
    }

    private static Choice choice(String code) {
        try {
            return Choice.valueOf(String.valueOf(code).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("rules.choice");
        }
    }

    /**
     * @param files what would be in force; none when nothing would differ
     * @param deploying gives ids of the deployments
     */
    private record Planned(Map<String, byte[]> files, Supplier<List<String>> deploying) {}

    /** One after the other: who comes second sees what the first has done. */
    private void once(Reason reason, String person, Supplier<Planned> plan) {
        inputs.check(reason);
        // The transaction would have to wait for a walk, which is remembered afterwards.
        examined(plan.get());
        transaction.executeWithoutResult(status -> {
            monitors.hold(List.of("rules"));
            changes.explain(examined(plan.get()).deploying().get(), person, reason);
        });
        product.conflicts();
    }

    private Planned examined(Planned planned) {
        if (planned.files().isEmpty()) {
            throw Refusal.conflict("rules.nothing-differs");
        }
        product.examine(planned.files());
        return planned;
    }

    private static boolean isInForce(String name, byte[] content, Deployed now) {
        try {
            return ShippedFile.keys(name, content).stream()
                    .allMatch(key -> now.inForce(ShippedFile.kind(name), key)
                            .filter(version -> Arrays.equals(now.content(version), content))
                            .isPresent());
        } catch (IOException | RuntimeException unreadable) {
            // The door says what is wrong with it.
            return false;
        }
    }

    /** As the person who is logged in, of whom the engine asks whether they may. */
    private String deploy(Map<String, byte[]> files) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(PAGE).source(PAGE);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }
}
