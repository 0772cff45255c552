package org.shangda;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hundreds of concerns, and summaries that are written once, would stand in the way of the tests that follow. */
public final class Traces {

    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final Set<String> concerns;
    private final Set<String> summaries;
    private final Set<String> bulletins;
    private final Set<String> calls;

    public Traces(ProcessEngine engine, JdbcTemplate database) {
        this.engine = engine;
        this.database = database;
        this.concerns = numbers("concern");
        this.summaries = numbers("summary");
        this.bulletins = numbers("bulletin");
        this.calls = numbers("call_back");
    }

    private Set<String> numbers(String table) {
        return new HashSet<>(database.queryForList("select number from " + table, String.class));
    }

    /** Ends the concerns that were raised since; as if there never had been the summaries and bulletins. */
    public void end() {
        Set<String> opened = numbers("summary");
        opened.removeAll(summaries);
        for (String number : opened) {
            stop(number);
            for (String table : List.of("summary_draft", "summary_row", "summary")) {
                database.update("delete from " + table + " where number = ?", number);
            }
        }
        Set<String> published = numbers("bulletin");
        published.removeAll(bulletins);
        for (String number : published) {
            stop(number);
            database.update("delete from bulletin_reader where number = ?", number);
            database.update("delete from bulletin where number = ?", number);
        }
        Set<String> drawn = numbers("call_back");
        drawn.removeAll(calls);
        for (String number : drawn) {
            stop(number);
            database.update("delete from call_back where number = ?", number);
        }
        Set<String> raised = numbers("concern");
        raised.removeAll(concerns);
        for (String number : raised) {
            stop(number);
            database.update("update handling set ended_at = entered_at where number = ? and ended_at is null", number);
            database.update(
                    "update concern set state = 'WITHDRAWN' where number = ? and state in ('OPEN', 'ANSWERED')",
                    number);
        }
    }

    private void stop(String number) {
        for (ProcessInstance instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()) {
            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over");
        }
    }
}
