package org.shangda.outage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.Cases;
import org.springframework.jdbc.core.JdbcTemplate;

/** One concern on its way to a department's answer, and how far it is known to have come. */
final class Journey {

    /** @param task key of the task, null for raising the concern */
    private record Act(String person, String task, boolean claims, Map<String, Object> form) {}

    private static final List<Act> ACTS = List.of(
            new Act(Cases.COLLEAGUE, null, false, Map.of()),
            handle(Cases.SECRETARY, "pass-up"),
            claim(Cases.COLLEGE_CLERK, "UserTask_Handle"),
            handle(Cases.COLLEGE_CLERK, "pass-up"),
            submit(Cases.COLLEGE_HEAD, "UserTask_Sign", Map.of("decision", "approve", "words", "同意报送", "tried", "已协调")),
            claim(Cases.DEPARTMENT_CLERK, "UserTask_Handle"),
            handle(Cases.DEPARTMENT_CLERK, "answer"),
            submit(Cases.DEPARTMENT_HEAD, "UserTask_Sign", Map.of("decision", "approve", "words", "本周五维修。")),
            claim(Cases.COLLEGE_CLERK, "UserTask_PassOnAnswer"),
            submit(Cases.COLLEGE_CLERK, "UserTask_PassOnAnswer", Map.of("decision", "pass-on")),
            submit(Cases.COLLEAGUE, "UserTask_Rate", Map.of("rating", "satisfied")));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String title;
    private final JdbcTemplate database;
    private String number;
    private int acknowledged;
    private int refused;

    Journey(int index, JdbcTemplate database) {
        this.title = "第 " + index + " 件";
        this.database = database;
    }

    static int length() {
        return ACTS.size();
    }

    private static Act handle(String person, String exit) {
        return submit(
                person,
                "UserTask_Handle",
                Map.of("exit", exit, "words", "内容", "tried", "已联系维修。", "checksBecause", "反映人出差，回来再沟通。"));
    }

    private static Act submit(String person, String task, Map<String, Object> form) {
        return new Act(person, task, false, form);
    }

    private static Act claim(String person, String task) {
        return new Act(person, task, true, Map.of());
    }

    boolean isOver() {
        return acknowledged == ACTS.size();
    }

    String number() {
        return number;
    }

    int acknowledged() {
        return acknowledged;
    }

    /**
     * The next act. It is acknowledged, or refused because a timer was at work on the same concern.
     *
     * @throws IOException when the server gave no answer
     */
    void goOn(Server server) throws IOException {
        Act act = ACTS.get(acknowledged);
        HttpResponse<String> answer = act.task == null ? raise(server, act) : work(server, act);
        if (answer.statusCode() / 100 == 2) {
            acknowledged++;
            refused = 0;
        } else if (answer.statusCode() != 409 || ++refused > 20) {
            throw new AssertionError(act + " of " + number + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> raise(Server server, Act act) throws IOException {
        HttpResponse<String> answer = server.post(
                act.person,
                "/engine-rest/process-definition/key/concern-escalation/submit-form",
                form(Cases.concernWith("title", title)));
        if (answer.statusCode() == 200) {
            number = JSON.readTree(answer.body()).get("businessKey").asText();
        }
        return answer;
    }

    private HttpResponse<String> work(Server server, Act act) throws IOException {
        String task = database.queryForObject("""
                select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ? and t.task_def_key_ = ?""", String.class, number, act.task);
        return act.claims
                ? server.post(act.person, "/engine-rest/task/" + task + "/claim", json(Map.of("userId", act.person)))
                : server.post(act.person, "/engine-rest/task/" + task + "/submit-form", form(act.form));
    }

    /** The level's timer fires now, beside whatever people are doing. */
    void timeIsUp() {
        database.update("""
                update act_ru_job set duedate_ = current_timestamp
                where process_def_key_ = 'level-handling' and process_instance_id_ in
                  (select id_ from act_ru_execution where business_key_ = ?)""", number);
    }

    /**
     * After an outage: the act that nobody acknowledged has either happened as a whole or not at all.
     *
     * @param undisturbed the steps that are on record after each act when nothing is killed
     */
    void findOut(List<List<String>> undisturbed) {
        if (number == null) {
            List<String> stored =
                    database.queryForList("select number from concern where title = ?", String.class, title);
            if (stored.size() > 1) {
                throw new AssertionError(title + " was raised more than once: " + stored);
            }
            if (stored.isEmpty()) {
                return;
            }
            number = stored.get(0);
        }
        List<String> steps = steps();
        if (!steps.equals(undisturbed.get(acknowledged))) {
            acknowledged++;
            if (acknowledged > ACTS.size() || !steps.equals(undisturbed.get(acknowledged))) {
                throw new AssertionError(number + " has " + steps + " after " + (acknowledged - 1)
                        + " answers, instead of " + undisturbed.get(acknowledged - 1) + " or one act more");
            }
        }
    }

    List<String> steps() {
        return number == null
                ? List.of()
                : database.queryForList("select kind from step where number = ? order by id", String.class, number);
    }

    private static String form(Map<String, Object> values) {
        Map<String, Object> variables = new HashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return json(Map.of("variables", variables));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
