package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shangda.engine.versions.Deployed.Version;
import org.shangda.engine.versions.Merge.Conflict;
import org.shangda.engine.versions.Merge.Why;

/**
 * What is to be deployed so that the product's files are those that it ships now, and an administrator's changes stay. It
 * is one set: as long as one file is in conflict, nothing is deployed.
 */
record Upgrade(List<Step> steps) {

    enum Way {
        /** There is nothing to do. */
        NONE,
        /** The shipped file takes the place of the former one. */
        SHIPPED,
        /** The shipped file with the administrator's changes. */
        MERGED,
        /** Both have changed the same, and nobody has decided. */
        CONFLICT
    }

    /** What an administrator has decided about a file that is in conflict. */
    enum Choice {
        SHIPPED,
        MINE
    }

    /** @param merged null unless it is merged */
    record Step(ShippedFile file, Way way, byte[] merged, List<Conflict> conflicts) {}

    static Upgrade plan(List<ShippedFile> shipped, Deployed deployed, Map<String, Choice> choices) {
        return new Upgrade(shipped.stream()
                .map(file -> step(file, deployed, choices.get(file.name())))
                .toList());
    }

    private static Step step(ShippedFile file, Deployed deployed, Choice choice) {
        List<Version> inForce = file.keys().stream()
                .flatMap(key -> deployed.inForce(file.kind(), key).stream())
                .toList();
        Optional<Version> foreign =
                inForce.stream().filter(one -> !deployed.isProducts(one)).findFirst();
        if (foreign.isEmpty()) {
            boolean same = inForce.size() == file.keys().size()
                    && inForce.stream().allMatch(one -> Arrays.equals(deployed.content(one), file.content()));
            return new Step(file, same ? Way.NONE : Way.SHIPPED, null, List.of());
        }
        if (choice == Choice.SHIPPED) {
            return new Step(file, Way.SHIPPED, null, List.of());
        }
        byte[] mine = deployed.content(foreign.get());
        Optional<byte[]> base = deployed.base(file.kind(), foreign.get().key()).map(deployed::content);
        if (base.isPresent() && Arrays.equals(base.get(), file.content())) {
            return new Step(file, Way.NONE, null, List.of());
        }
        return choice == Choice.MINE ? kept(file, base, mine) : merged(file, base.orElse(null), mine);
    }

    /** Mine with whatever of the shipped version does not touch it, or, where the drawing forbids that, mine alone. */
    private static Step kept(ShippedFile file, Optional<byte[]> base, byte[] mine) {
        byte[] content = base.map(from -> Merge.keepingMine(reader(file), from, mine, file.content()))
                .map(Merge::content)
                .orElse(mine);
        return new Step(file, Way.MERGED, content, List.of());
    }

    private static Function<byte[], Structure> reader(ShippedFile file) {
        return content -> Structure.of(file.name(), content);
    }

    private static Step merged(ShippedFile file, byte[] base, byte[] mine) {
        Structure shipped = Structure.of(file.name(), file.content());
        if (Structure.of(file.name(), mine).saysTheSameAs(shipped)) {
            return new Step(file, Way.SHIPPED, null, List.of());
        }
        if (base == null) {
            return new Step(file, Way.CONFLICT, null, List.of(Conflict.of(Why.NO_BASE, null)));
        }
        Merge merge = Merge.of(reader(file), base, mine, file.content());
        if (merge.content() == null) {
            return new Step(file, Way.CONFLICT, null, merge.conflicts());
        }
        return Structure.of(file.name(), merge.content()).saysTheSameAs(shipped)
                ? new Step(file, Way.SHIPPED, null, List.of())
                : new Step(file, Way.MERGED, merge.content(), List.of());
    }

    /** The same, held back: together it does not pass. */
    Upgrade heldBack(String words) {
        return new Upgrade(steps.stream()
                .map(step -> step.way() == Way.MERGED
                        ? new Step(step.file(), Way.CONFLICT, null, List.of(new Conflict(Why.TOGETHER, null, words)))
                        : step)
                .toList());
    }

    List<Step> conflicts() {
        return steps.stream().filter(step -> step.way() == Way.CONFLICT).toList();
    }

    boolean isHeldBack() {
        return !conflicts().isEmpty();
    }

    boolean merges() {
        return steps.stream().anyMatch(step -> step.way() == Way.MERGED);
    }

    /** Everything that the product has changed, also what an administrator's changes are put on: it is their next base. */
    Map<String, byte[]> asTheProducts() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.way() == Way.SHIPPED || step.way() == Way.MERGED)
                .forEach(step -> files.put(step.file().name(), step.file().content()));
        return files;
    }

    Map<String, byte[]> asTheAdministrators() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.way() == Way.MERGED)
                .forEach(step -> files.put(step.file().name(), step.merged()));
        return files;
    }

    /** What is in force of the files that change. */
    Map<String, byte[]> all() {
        Map<String, byte[]> files = asTheProducts();
        files.putAll(asTheAdministrators());
        return files;
    }

    List<String> names(Way way) {
        List<String> names = new ArrayList<>();
        steps.stream()
                .filter(step -> step.way() == way)
                .forEach(step -> names.add(step.file().name()));
        return names;
    }
}
