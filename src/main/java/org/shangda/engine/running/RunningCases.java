package org.shangda.engine.running;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.DrawnNames;
import org.shangda.refusal.Refusal;
import org.shangda.work.CaseWay;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On which version of its diagram every running case is, and where it stands in it. A case is known by its number; a concern's
 * way, its levels and its supervision run on diagrams of their own.
 */
@Component
public class RunningCases {

    /** Cases that are listed at once. */
    static final int LISTED = 500;

    private static final int VERSIONS_LISTED = 20;

    /** @param versions the newest first: the latest ones, and all on which cases run */
    public record Diagram(String key, String name, List<Version> versions) {}

    /** @param since when it was deployed */
    public record Version(int version, Instant since, long cases) {}

    /** @param more how many there are besides */
    public record Listed(List<RunningCase> cases, long more) {}

    /**
     * One case on a version.
     *
     * @param at names of the steps at which it stands, without what only follows it
     * @param back whether it can be put back at a level
     */
    public record RunningCase(String number, List<String> at, boolean back) {}

    private final ObjectProvider<ProcessEngine> engine;
    private final JdbcClient database;
    private final AsTheProduct asTheProduct;
    private final WorkItems items;
    private final ObjectProvider<CaseWay> ways;
    private final DrawnNames drawn;

    /** In one version a name never changes. */
    private final Map<Element, String> called = new ConcurrentHashMap<>();

    private record Element(String definition, String id, String language) {}

    RunningCases(
            ObjectProvider<ProcessEngine> engine,
            JdbcClient database,
            AsTheProduct asTheProduct,
            WorkItems items,
            ObjectProvider<CaseWay> ways,
            DrawnNames drawn) {
        this.engine = engine;
        this.database = database;
        this.asTheProduct = asTheProduct;
        this.items = items;
        this.ways = ways;
        this.drawn = drawn;
    }

    /** Every diagram, by its name. */
    public List<Diagram> diagrams() {
        Map<String, Long> cases = casesByDefinition();
        return asTheProduct.call(() -> {
            Map<String, Instant> deployed = repository().createDeploymentQuery().list().stream()
                    .collect(toMap(
                            Deployment::getId, one -> one.getDeploymentTime().toInstant()));
            return repository().createProcessDefinitionQuery().list().stream()
                    .collect(groupingBy(ProcessDefinition::getKey))
                    .values()
                    .stream()
                    .map(versions -> diagram(versions, deployed, cases))
                    .sorted(Comparator.comparing(Diagram::name))
                    .toList();
        });
    }

    private Diagram diagram(
            List<ProcessDefinition> definitions, Map<String, Instant> deployed, Map<String, Long> cases) {
        List<ProcessDefinition> newestFirst = definitions.stream()
                .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed())
                .toList();
        List<Version> versions = new ArrayList<>();
        for (ProcessDefinition one : newestFirst) {
            long running = cases.getOrDefault(one.getId(), 0L);
            if (versions.size() < VERSIONS_LISTED || running > 0) {
                versions.add(new Version(one.getVersion(), deployed.get(one.getDeploymentId()), running));
            }
        }
        return new Diagram(newestFirst.get(0).getKey(), drawn.of(newestFirst.get(0)), versions);
    }

    /** @throws Refusal {@code moving.no-such-version} */
    public Listed running(String diagram, int version) {
        ProcessDefinition definition = definition(diagram, version);
        Map<String, List<String>> at = stepsByCase(definition);
        List<RunningCase> cases = at.entrySet().stream()
                .limit(LISTED)
                .map(one -> new RunningCase(one.getKey(), one.getValue(), canBePutBack(one.getKey())))
                .toList();
        return new Listed(cases, at.size() - cases.size());
    }

    boolean canBePutBack(String number) {
        return ways.stream().anyMatch(way -> way.isOf(number));
    }

    ProcessDefinition definition(String diagram, int version) {
        // The engine fails when it is asked for a version below the first.
        ProcessDefinition found = version < 1
                ? null
                : asTheProduct.call(() -> repository()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(diagram)
                        .processDefinitionVersion(version)
                        .singleResult());
        if (found == null) {
            throw Refusal.notFound("moving.no-such-version", diagram, String.valueOf(version));
        }
        return found;
    }

    ElementNames names(ProcessDefinition definition) {
        return names(definition.getId());
    }

    private ElementNames names(String definition) {
        return new ElementNames(asTheProduct.call(() -> repository().getBpmnModelInstance(definition)));
    }

    /** What an element is called in its version of the diagram; what repeats a step is called as the step. */
    public String nameOf(String definition, String element) {
        Element at = new Element(definition, element, DrawnNames.language());
        String known = called.get(at);
        if (known == null) {
            known = names(definition).of(element.replaceFirst("#.*", ""));
            called.put(at, known);
        }
        return known;
    }

    /** What a version of a diagram is called. */
    public String nameOf(String definition) {
        return drawn.ofProcess(definition);
    }

    /** The engine counts the instances of one version at a time only. */
    private Map<String, Long> casesByDefinition() {
        Map<String, Long> cases = new HashMap<>();
        database.sql("select proc_def_id_, count(distinct business_key_) from act_ru_execution"
                        + " where parent_id_ is null group by proc_def_id_")
                .query(row -> {
                    cases.put(row.getString(1), row.getLong(2));
                });
        return cases;
    }

    /** Names of the steps by number, in the order of the numbers. */
    private Map<String, List<String>> stepsByCase(ProcessDefinition definition) {
        ElementNames names = names(definition);
        List<String> standing = items.standing();
        Map<String, List<String>> steps = new LinkedHashMap<>();
        database.sql("select i.business_key_, e.act_id_ from act_ru_execution i"
                        + " join act_ru_execution e on e.proc_inst_id_ = i.id_"
                        + " where i.proc_def_id_ = :definition and i.parent_id_ is null and e.act_id_ is not null"
                        + " and i.business_key_ is not null and not exists"
                        + " (select 1 from act_ru_execution c where c.parent_id_ = e.id_)"
                        + " order by i.business_key_, e.act_id_")
                .param("definition", definition.getId())
                .query(row -> {
                    List<String> at = steps.computeIfAbsent(row.getString(1), none -> new ArrayList<>());
                    String name = names.of(row.getString(2).replaceFirst("#.*", ""));
                    if (!standing.contains(row.getString(2)) && !at.contains(name)) {
                        at.add(name);
                    }
                });
        return steps;
    }

    private RepositoryService repository() {
        return engine.getObject().getRepositoryService();
    }
}
