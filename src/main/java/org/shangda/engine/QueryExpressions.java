package org.shangda.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.shangda.refusal.Refusal;

/**
 * Closes CVE-2026-109432: engine 7.24.0 looks for expressions in a query but not in its or-branches, and evaluates them
 * there with the rights of the server. Stored filters keep the few expressions that they need.
 */
class QueryExpressions extends CommandInterceptor {

    private static final Pattern STORABLE =
            Pattern.compile("[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)"
                    + "(\\.(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,5}\\)"
                    + "|\\.withTimeAtStartOfDay\\(\\))*)\\s*}");

    private final RefusedRequests refused;

    QueryExpressions(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean harmless = true;
        if (command instanceof TaskQueryImpl query) {
            harmless = branches(query).stream()
                    .allMatch(
                            branch -> branch == query || branch.getExpressions().isEmpty());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            harmless = !(CommandFields.read(command, "extendingQuery") instanceof AbstractQuery<?, ?> extending)
                    || branches(extending).stream()
                            .allMatch(branch -> branch.getExpressions().isEmpty());
        } else if (command instanceof SaveFilterCmd) {
            harmless = !(CommandFields.read(command, "filter") instanceof Filter filter)
                    || branches(filter.getQuery()).stream()
                            .flatMap(branch -> branch.getExpressions().values().stream())
                            .allMatch(expression -> STORABLE.matcher(expression).matches());
        }
        if (!harmless) {
            throw refused.of(Refusal.invalid("engine.query-expression"));
        }
        return next.execute(command);
    }

    private static List<? extends AbstractQuery<?, ?>> branches(AbstractQuery<?, ?> query) {
        return query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of(query);
    }
}
