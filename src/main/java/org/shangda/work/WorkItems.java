package org.shangda.work;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of work of all modules. */
@Component
public class WorkItems {

    private final SingletonSupplier<Map<String, WorkItem<?>>> byKey;

    /** @param items read late, because the engine's own set-up needs the domain; two of one key are a mistake */
    WorkItems(ObjectProvider<WorkItem<?>> items) {
        byKey = SingletonSupplier.of(() -> items.stream()
                .<WorkItem<?>>map(WorkItem::complete)
                .collect(toMap(
                        WorkItem::key,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two work items of one key: " + one.key());
                        },
                        TreeMap::new)));
    }

    /** @param key id of a user task in its diagram, or of the template that it follows */
    public Optional<WorkItem<?>> of(String key) {
        return Optional.ofNullable(byKey.obtain().get(key));
    }

    /** Those of the shipped diagrams. */
    public Collection<WorkItem<?>> all() {
        return byKey.obtain().values().stream()
                .filter(item -> !item.isTemplate())
                .toList();
    }

    /** Those of the shipped diagrams and those of which an administrator draws tasks. */
    public Collection<WorkItem<?>> withTemplates() {
        return List.copyOf(byKey.obtain().values());
    }

    /** Those of which an administrator draws tasks. */
    public Collection<WorkItem<?>> templates() {
        return byKey.obtain().values().stream().filter(WorkItem::isTemplate).toList();
    }

    /** Keys of those of which one person may have thousands. */
    public List<String> byTheThousand() {
        return all().stream()
                .filter(item -> item.listing().byTheThousand)
                .map(WorkItem::key)
                .toList();
    }

    /** Keys of the standing tasks, which are nobody's work. */
    public List<String> standing() {
        return all().stream().filter(WorkItem::isStanding).map(WorkItem::key).toList();
    }

    /** Keys of what people are asked for themselves, the standing tasks among them. */
    public List<String> ownMatters() {
        return all().stream().filter(WorkItem::isOwnMatter).map(WorkItem::key).toList();
    }
}
