package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.Cases;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is put into the addresses for their parameters: what is there all the time, and what belongs to one concern, for
 * which something that does not exist stands in before there is one.
 */
class Parameters {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_NUMBER = "SD26-00000000";

    private final Cases cases;
    private final JdbcTemplate database;
    private final ProcessEngine engine;
    private final String term;
    private final Map<String, List<String>> standing = new LinkedHashMap<>();

    Parameters(Cases cases, JdbcTemplate database, ProcessEngine engine, String term) {
        this.cases = cases;
        this.database = database;
        this.engine = engine;
        this.term = term;
    }

    /** Ids of everything that belongs to a concern, by what they are ids of. */
    Map<String, List<String>> ofConcern(String number) {
        Map<String, List<String>> ids = new TreeMap<>();
        ids.put("number", List.of(number));
        List<String> instances = cases.instances(number).stream()
                .map(instance -> instance.getId())
                .toList();
        ids.put("process-instance", instances);
        String in = instances.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        Map<String, String> tables = Map.of(
                "execution", "act_ru_execution where proc_inst_id_",
                "task", "act_ru_task where proc_inst_id_",
                "job", "act_ru_job where process_instance_id_",
                "variable-instance", "act_ru_variable where proc_inst_id_",
                "activity-instance", "act_hi_actinst where proc_inst_id_",
                "history-task", "act_hi_taskinst where proc_inst_id_",
                "detail", "act_hi_detail where proc_inst_id_",
                "job-log", "act_hi_job_log where process_instance_id_",
                "user-operation", "act_hi_op_log where proc_inst_id_");
        tables.forEach((kind, where) -> ids.put(
                kind,
                database.queryForList("select id_ from " + where + " in (" + in + ") order by id_", String.class)));
        return ids;
    }

    /**
     * Values for a parameter in an address.
     *
     * @param belonging ids of the concern; empty before there is one, when something that does not exist stands for it
     */
    List<Filled> values(String surface, String address, String parameter, Map<String, List<String>> belonging) {
        List<Filled> values = new ArrayList<>();
        if (surface.equals("/api")) {
            List<String> known = standing().get(parameter);
            assertThat(known)
                    .as("say what to put in for {%s} in %s", parameter, address)
                    .isNotNull();
            known.forEach(value -> values.add(new Filled(value, value)));
            if (Set.of("number", "task").contains(parameter)) {
                values.add(Filled.last(parameter, belonging));
            }
            return values;
        }
        standing().entrySet().stream()
                .filter(entry -> address.startsWith("/" + entry.getKey() + "/{")
                        || address.contains("/" + entry.getKey() + "/key/{")
                        || address.contains("/" + entry.getKey() + "/{"))
                .flatMap(entry -> entry.getValue().stream())
                .forEach(value -> values.add(new Filled(value, value)));
        for (String kind : List.of(
                "number",
                "process-instance",
                "execution",
                "task",
                "job",
                "variable-instance",
                "activity-instance",
                "history-task",
                "detail",
                "job-log",
                "user-operation")) {
            if (kind.equals("number")
                    || kind.equals("process-instance")
                    || address.contains(kind.replace("history-", ""))) {
                values.add(Filled.last(kind, belonging));
                values.add(Filled.first(kind, belonging));
            }
        }
        return values;
    }

    /** A value, and how it is called in both worlds. */
    record Filled(String called, String value) {

        static Filled last(String kind, Map<String, List<String>> belonging) {
            List<String> ids = belonging.getOrDefault(kind, List.of());
            return new Filled("<" + kind + ">", ids.isEmpty() ? nothing(kind) : ids.get(ids.size() - 1));
        }

        static Filled first(String kind, Map<String, List<String>> belonging) {
            List<String> ids = belonging.getOrDefault(kind, List.of());
            return new Filled("<" + kind + " 1>", ids.isEmpty() ? nothing(kind) : ids.get(0));
        }

        private static String nothing(String kind) {
            return kind.equals("number") ? NO_NUMBER : NO_ID;
        }
    }

    private synchronized Map<String, List<String>> standing() {
        if (standing.isEmpty()) {
            List<String> summaries = database.queryForList(
                    "select number from summary where term = ? and unit in ('jsj1', 'jsj', 'zzb', 'dxb', 'jx')"
                            + " and person = ''",
                    String.class,
                    term);
            standing.put("number", summaries);
            standing.put("task", List.of(NO_ID));
            standing.put("file", List.of(NO_ID));
            standing.put("whose", List.of("jsj1", "jsj", COLLEAGUE, "jsj2"));
            standing.put("person", List.of(COLLEAGUE, SECRETARY));
            standing.put("college", List.of("jsj", "jsj1"));
            standing.put("unit", List.of("jsj"));
            standing.put("id", List.of("0"));
            standing.put("day", List.of("2026-01-01"));
            standing.put("diagram", List.of("concern-escalation"));
            standing.put("process", List.of("concern-escalation"));
            standing.put("version", List.of("1"));
            standing.put("name", List.of("bpmn/concern-escalation.bpmn"));
            standing.put("before", List.of("1"));
            standing.put("term", List.of(term));
            standing.put("year", List.of("2026"));
            standing.put("category", List.of("housing"));
            standing.put("cause", List.of("handle-overdue"));
            standing.put("severity", List.of("late"));
            standing.put("level", List.of("branch"));
            standing.put("programme", List.of("zhejiang"));
            standing.put("sort", List.of("number"));
            standing.put("watched", List.of("false"));
            standing.put("action", List.of("watch"));
            standing.put("rows", List.of("handle-overdue:0"));
            standing.put("closed", List.of("false"));
            standing.put("list", List.of("doing", "late"));
            standing.put("q", List.of("公寓"));
            standing.put("category", List.of("housing"));
            standing.put("state", List.of("overdue"));
            standing.put("page", List.of("0"));
            standing.put("period", List.of("all"));
            standing.put("relation", List.of("member-person"));
            standing.put("pair", List.of("PR26-00000000"));
            standing.put(
                    "figure",
                    List.of(
                            "concerns.received",
                            "concerns.answered",
                            "concerns.passed-up",
                            "concerns.continuing",
                            "concerns.other",
                            "ratings.waiting",
                            "categories.housing",
                            "categories.rest",
                            "contacts.due"));
            List<String> definitions =
                    engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                            .filter(one -> Set.of("concern-escalation", "level-handling")
                                    .contains(one.getKey()))
                            .flatMap(one -> Stream.of(one.getId(), one.getKey()))
                            .toList();
            standing.put("process-definition", definitions);
            standing.put("definition", definitions);
            standing.put("instance", List.of(NO_ID));
            standing.put(
                    "deployment",
                    engine.getRepositoryService().createDeploymentQuery().list().stream()
                            .map(one -> one.getId())
                            .limit(1)
                            .toList());
            standing.put(
                    "filter",
                    engine.getFilterService().createFilterQuery().list().stream()
                            .map(one -> one.getId())
                            .toList());
            standing.put("group", List.of("staff", "ujsj1"));
            standing.put("user", List.of(COLLEAGUE));
        }
        return standing;
    }

    /** An answer that repeats what it was asked for is the same in both worlds. */
    static String nameless(String answer, Map<String, List<String>> belonging) {
        String text = answer.replace(NO_ID, "<id>").replace(NO_NUMBER, "<number>");
        for (Map.Entry<String, List<String>> kind : belonging.entrySet()) {
            for (String id : kind.getValue()) {
                text = text.replace(id, kind.getKey().equals("number") ? "<number>" : "<id>");
            }
        }
        return text;
    }
}
