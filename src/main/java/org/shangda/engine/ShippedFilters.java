package org.shangda.engine;

import static java.util.stream.Collectors.toMap;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;

/**
 * The lists on the left of Tasklist, for everybody on the roster. What waits for a unit (to be received) and what one
 * person works on are two lists, because the engine can ask for "mine, or nobody's and my unit's" only with an
 * expression inside an or-query, which is forbidden (CVE-2026-109432).
 *
 * <p>Tasklist opens the first of them. That is what one has to do now: a branch secretary, a head who signs and a colleague
 * who rates get their work assigned, and would find the list of what their unit has to receive empty.
 *
 * <p>What a list says in English stands beside it in properties that begin with {@code en.}; {@link SpokenNames} puts it in.
 *
 * <p>These filters are the product's and are written anew at every start; an administrator who wants others makes them
 * beside these.
 */
class ShippedFilters {

    /** Property of a filter that says which of the product's filters it is. */
    static final String MARK = "shangda";

    private static final String ME = "${currentUser()}";

    private final List<Shipped> shipped = List.of(
            new Shipped("mine", "#2e7d32", true, this::myWork),
            new Shipped("todo", "#1565c0", true, this::unreceived),
            new Shipped(
                    "soon",
                    "#ef6c00",
                    false,
                    tasks -> myWork(tasks)
                            .dueAfterExpression("${now()}")
                            .dueBeforeExpression("${dateTime().plusDays(2)}")),
            new Shipped("overdue", "#c62828", false, tasks -> myWork(tasks).dueBeforeExpression("${now()}")),
            new Shipped(
                    "todo-late",
                    "#ad1457",
                    true,
                    tasks -> unreceived(tasks).dueBeforeExpression("${dateTime().plusDays(2)}")),
            new Shipped(
                    "concerns",
                    "#6a1b9a",
                    true,
                    tasks -> tasks.taskAssigneeExpression(ME).taskDefinitionKeyIn(standing())));

    /** Task-local variables that a card shows. */
    private static final List<String> CARD = List.of("number", "category");

    private final ProcessEngineConfigurationImpl configuration;
    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSource messages;
    private final Supplier<List<String>> standing;

    /** @param standing keys of the standing tasks, which have a list of their own */
    ShippedFilters(ProcessEngine engine, MessageSource messages, Supplier<List<String>> standing) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.authorizations = engine.getAuthorizationService();
        this.messages = messages;
        this.standing = standing;
    }

    void ship() {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            Map<Object, Filter> standing = filters.createFilterQuery().unlimitedList().stream()
                    .filter(filter -> filter.getProperties().containsKey(MARK))
                    .collect(toMap(filter -> filter.getProperties().get(MARK), filter -> filter, (one, other) -> one));
            for (int place = 0; place < shipped.size(); place++) {
                Shipped one = shipped.get(place);
                Filter filter = standing.getOrDefault(one.mark(), filters.newTaskFilter());
                filter.setName(text("name", one.mark()));
                filter.setQuery(one.query().apply(tasks.createTaskQuery()));
                filter.setProperties(properties(one, place));
                filters.saveFilter(filter);
                show(filter);
            }
            return null;
        });
    }

    private Map<String, Object> properties(Shipped shipped, int place) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(MARK, shipped.mark());
        properties.put("description", text("description", shipped.mark()));
        properties.put("en.name", english("name", shipped.mark()));
        properties.put("en.description", english("description", shipped.mark()));
        properties.put("color", shipped.color());
        properties.put("priority", (place + 1) * 10);
        properties.put("refresh", shipped.refresh());
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                CARD.stream()
                        .map(name -> Map.of(
                                "name", name, "label", text("variable", name), "en.label", english("variable", name)))
                        .toList());
        return properties;
    }

    private void show(Filter filter) {
        long shown = authorizations
                .createAuthorizationQuery()
                .groupIdIn(GroupRights.STAFF)
                .resourceType(FILTER)
                .resourceId(filter.getId())
                .count();
        if (shown == 0) {
            Authorization right = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            right.setGroupId(GroupRights.STAFF);
            right.setResource(FILTER);
            right.setResourceId(filter.getId());
            right.addPermission(READ);
            authorizations.saveAuthorization(right);
        }
    }

    private TaskQuery unreceived(TaskQuery tasks) {
        return tasks.taskCandidateUserExpression(ME).taskUnassigned().taskDefinitionKeyNotIn(standing());
    }

    private TaskQuery myWork(TaskQuery tasks) {
        return tasks.taskAssigneeExpression(ME).taskDefinitionKeyNotIn(standing());
    }

    private String[] standing() {
        return standing.get().toArray(String[]::new);
    }

    private String text(String kind, String of) {
        return messages.getMessage("engine.filter." + kind + "." + of, null, Locale.SIMPLIFIED_CHINESE);
    }

    private String english(String kind, String of) {
        return messages.getMessage("engine.filter." + kind + "." + of, null, Locale.ENGLISH);
    }

    private record Shipped(String mark, String color, boolean refresh, UnaryOperator<TaskQuery> query) {}
}
