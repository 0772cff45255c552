package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everybody's hands, with which the canary is written. */
abstract class CanaryWriter {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pairings pairings;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    Canary canary;
    OverHttp http;

    /** @param into where what is written is remembered */
    void begin(Canary into) {
        canary = into;
        http = new OverHttp(port);
        TestTime.set(TestTime.MONDAY);
    }

    String text(String where) {
        return canary.text(where);
    }

    void broken(String table, String condition, Runnable act) {
        // Rows that are there already break the condition: only what changes now is checked.
        boolean postgres = org.shangda.TestDatabase.isPostgres();
        database.execute("alter table " + table + " add constraint canary check (" + condition + ")"
                + (postgres ? " not valid" : " nocheck"));
        try {
            act.run();
        } finally {
            database.execute("alter table " + table + " drop constraint canary");
        }
    }

    Map<String, Object> concern(String where) {
        Map<String, Object> form = Cases.concern();
        form.put("title", text(where + " title"));
        form.put("description", text(where + " description"));
        return form;
    }

    String raise(String person, String where) {
        Map<String, Object> form = concern(where);
        if (!person.equals(COLLEAGUE)) {
            form.putAll(Map.of(
                    "forColleague",
                    true,
                    "colleague",
                    COLLEAGUE,
                    "consentOn",
                    "2026-03-01",
                    "consentWay",
                    "in-person"));
        }
        Answer answer = http.post(person, OverHttp.RAISE, OverHttp.variables(form));
        must(answer, where);
        return answer.json().get("businessKey").asText();
    }

    String atTheDepartment(String where) {
        String number = raise(COLLEAGUE, where);
        exit(SECRETARY, number, "pass-up", Map.of());
        exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        sign(COLLEGE_HEAD, number, "approve");
        return number;
    }

    void answer(String number) {
        exit(DEPARTMENT_CLERK, number, "answer", Map.of());
        sign(DEPARTMENT_HEAD, number, "approve");
    }

    void exit(String person, String number, String exit, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("exit", exit);
        if (!exit.equals("hand-back")) {
            form.put("words", text(exit + " words"));
        }
        form.put("tried", exit.equals("pass-up") ? text(exit + " tried") : CANARY);
        if (exit.equals("answer")) {
            form.put("settled", "not-adopted");
            form.put("settledBecause", CANARY);
            form.put("checksBecause", CANARY);
        }
        act(person, number, "UserTask_Handle", form);
    }

    /** The head adds to what the clerk wrote, or sends it back. */
    void sign(String head, String number, String decision) {
        Task task = cases.task(number, "UserTask_Sign");
        Map<String, Object> shown = cases.show(head, task);
        act(
                head,
                number,
                "UserTask_Sign",
                decision.equals("approve")
                        ? Map.of(
                                "decision",
                                decision,
                                "words",
                                shown.get("words") + text("signed words"),
                                "tried",
                                shown.get("tried") + CANARY)
                        : Map.of("decision", decision, "reason", text("sent back")));
    }

    void rate(String number, String rating) {
        act(
                COLLEAGUE,
                number,
                "UserTask_Rate",
                Map.of("rating", rating, "reason", "not-solved", "words", text("rate " + rating)));
    }

    void act(String person, String number, String key, Map<String, Object> form) {
        Task task = cases.task(number, key);
        if (task.getAssignee() == null) {
            must(http.claim(person, task.getId()), person + " receives " + key);
        }
        must(http.submit(person, task.getId(), form), person + " submits " + key + " " + form);
    }

    static Answer must(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer).isBetween(200, 299);
        return answer;
    }

    static void refused(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(400);
    }

    static boolean answer4xx(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500;
    }

    static void failed(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(CANARY);
    }
}
