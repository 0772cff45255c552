package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;

/** The canary in every field of a concern's way, and where no text belongs. */
class CanaryConcerns extends CanaryWriter {

    /** Each way that a concern can go. */
    void write() {
        theLongWay();
        anAnswerThatIsQuestioned();
        aReferralThatIsTakenBack();
        aLeadUnitAndOthers();
        lateBranches();
        whatWasCollected();
        inFieldsThatAnAdministratorAdded();
        whereNoTextBelongs();
    }

    /** Up to the university's agenda with everything that can happen on the way, and rated twice. */
    private void theLongWay() {
        String number = overTheApi();
        act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "paper", "words", text("paper")));
        act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "urge", "words", text("urge")));
        exit(SECRETARY, number, "ask", Map.of());
        act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", text("supplement")));
        exit(SECRETARY, number, "explain", Map.of("on", "2026-03-10"));
        cases.passTo(number, "2026-03-10T09:00:00");
        exit(SECRETARY, number, "pass-up", Map.of());
        exit(COLLEGE_CLERK, number, "hand-back", Map.of());
        act(
                COLLEGE_CLERK,
                number,
                "UserTask_Handle",
                Map.of("exit", "pass-up", "unit", "hqc", "words", CANARY, "tried", CANARY));
        sign(COLLEGE_HEAD, number, "send-back");
        exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        sign(COLLEGE_HEAD, number, "approve");
        exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        act(PERSONNEL_CLERK, number, "UserTask_Opinion", Map.of("words", text("opinion")));
        exit(DEPARTMENT_CLERK, number, "extend", Map.of());
        sign(DEPARTMENT_HEAD, number, "approve");
        exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        exit(PERSONNEL_CLERK, number, "return", Map.of("unit", "hqc"));
        exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "cwc"));
        sign(COLLEGE_HEAD, number, "approve");
        exit("dingli", number, "return", Map.of("unit", "hqc"));
        exit(ASSIGNING_CLERK, number, "assign", Map.of("unit", "hqc"));
        exit(DEPARTMENT_CLERK, number, "pass-up", Map.of());
        act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer", "words", text("referral")));
        exit(ORGANIZATION_CLERK, number, "agenda", Map.of());
        cases.putToTheUniversity(number);
        act(
                ORGANIZATION_CLERK,
                number,
                "UserTask_RecordDecision",
                Map.of("ruling", "decided", "on", "2026-03-10", "unit", "hqc", "words", text("decision")));
        exit(DEPARTMENT_CLERK, number, "answer", Map.of());
        sign(DEPARTMENT_HEAD, number, "approve");
        rate(number, "dissatisfied");
        exit(cases.task(number, "UserTask_Handle").getAssignee(), number, "answer", Map.of());
        rate(number, "dissatisfied");
        exit(cases.task(number, "UserTask_Handle").getAssignee(), number, "answer", Map.of());
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    private void anAnswerThatIsQuestioned() {
        String number = atTheDepartment("questioned");
        answer(number);
        act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", text("question")));
        answer(number);
        act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on", "words", text("pass-on")));
        rate(number, "satisfied");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    private void aReferralThatIsTakenBack() {
        String number = atTheDepartment("taken back");
        exit(DEPARTMENT_CLERK, number, "pass-up", Map.of());
        act(
                COLLEGE_CLERK,
                number,
                "UserTask_ConfirmReferral",
                Map.of("decision", "take-back", "words", text("take-back")));
        exit(COLLEGE_CLERK, number, "other-channel", Map.of("channel", "trade-union"));
        act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw", "words", text("withdraw")));
        assertThat(cases.concern(number, "state")).isEqualTo("WITHDRAWN");
    }

    private void aLeadUnitAndOthers() {
        for (Map<String, Object> choice : List.<Map<String, Object>>of(
                Map.of("exit", "refer", "unit", "hqc"),
                Map.of("exit", "convene", "unit", "hqc", "units", List.of("rsc")))) {
            String number = atTheDepartment("lead");
            exit(DEPARTMENT_CLERK, number, "pass-up", Map.of());
            act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
            exit(ORGANIZATION_CLERK, number, (String) choice.get("exit"), choice);
        }
    }

    private void lateBranches() {
        String number = raise(COLLEAGUE, "late");
        for (Map<String, Object> measure : List.<Map<String, Object>>of(
                Map.of("measure", "urge"), Map.of("measure", "extend"), Map.of("measure", "give", "unit", "jsj2"))) {
            untilSupervised(number);
            supervise(number, measure);
        }
        for (String measure : List.of("take-over", "move-up")) {
            String other = raise(COLLEAGUE, measure);
            untilSupervised(other);
            supervise(other, Map.of("measure", measure));
        }
    }

    private void inFieldsThatAnAdministratorAdded() {
        Modeler modeler = new Modeler(port);
        for (String form : List.of("raise-concern", "handle-concern")) {
            modeler.deploy(Map.of(
                    form + ".form", Modeler.form(form, fields -> Modeler.field(fields, "textfield", "more", "其他"))));
        }
        Map<String, Object> raised = Cases.concernWith("more", text("added field of a start form"));
        String number = must(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(raised)), "raise")
                .json()
                .get("businessKey")
                .asText();
        exit(SECRETARY, number, "pass-up", Map.of("more", text("added field of a task's form")));
        refused(
                http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(Cases.concernWith("other", CANARY))),
                "no such field");
        modeler.takeBack(engine.getRepositoryService());
    }

    private void whatWasCollected() {
        TestTime.set(TestTime.MONDAY);
        Map<String, Object> good = row();
        good.put("title", text("collected title"));
        good.put("description", text("collected description"));
        must(http.post(SECRETARY, OverHttp.COLLECT, collection(List.of(good))), "collect");
        for (String cell : List.of("type", "category", "colleague", "travel", "consentWay", "more")) {
            Map<String, Object> wrong = row();
            wrong.put(cell, CANARY);
            Map<String, Object> other = row();
            other.put("title", CANARY + " besides");
            refused(http.post(SECRETARY, OverHttp.COLLECT, collection(List.of(other, wrong))), "collect " + cell);
        }
        refused(http.post(SECRETARY, OverHttp.COLLECT, collection(List.of(CANARY))), "collect a text");
    }

    private static String collection(List<?> rows) {
        return OverHttp.variables(Map.of("channel", "meeting", "on", "2026-03-01", "rows", rows));
    }

    private Map<String, Object> row() {
        Map<String, Object> row = Cases.concern();
        row.putAll(Map.of("title", CANARY, "colleague", COLLEAGUE, "consentWay", "in-person"));
        return row;
    }

    private void untilSupervised(String number) {
        for (int i = 0; i < 20 && cases.findTask(number, "UserTask_Supervise").isEmpty(); i++) {
            Job job = cases.nextJob(number).orElseThrow();
            cases.passTo(
                    number,
                    java.time.LocalDateTime.ofInstant(
                                    job.getDuedate().toInstant(), java.time.ZoneId.of("Asia/Shanghai"))
                            .plusSeconds(1)
                            .toString());
        }
    }

    private void supervise(String number, Map<String, Object> measure) {
        Map<String, Object> form = new HashMap<>(measure);
        form.put("words", text("supervise " + measure));
        act(COLLEGE_CLERK, number, "UserTask_Supervise", form);
    }

    /** Fields in which a code, a day, a person or a unit is expected, and fields that no form has. */
    private void whereNoTextBelongs() {
        TestTime.set(TestTime.MONDAY);
        for (String field : List.of(
                "type",
                "category",
                "travel",
                "standAside",
                "colleague",
                "consentOn",
                "consentWay",
                "forColleague",
                "more")) {
            Map<String, Object> form = Cases.concern();
            form.putAll(Map.of("colleague", SECRETARY, "consentOn", "2026-03-01", "consentWay", "in-person"));
            form.put(field, CANARY);
            refused(http.post(MEMBER, OverHttp.RAISE, OverHttp.variables(form)), "raise " + field);
            if (!field.equals("forColleague")) {
                refused(http.post(MEMBER, "/api/concerns", form, "Idempotency-Key", field), "API " + field);
            }
        }
        refused(http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", CANARY.repeat(9)), "key");
        String number = raise(COLLEAGUE, "codes");
        Task task = cases.task(number, "UserTask_Handle");
        for (String field : List.of("exit", "channel", "unit", "units", "on", "more")) {
            Map<String, Object> form =
                    new HashMap<>(Map.of("exit", "other-channel", "channel", "police", "words", "a"));
            form.put(field, field.equals("units") ? List.of(CANARY) : CANARY);
            if (!Set.of("unit", "units").contains(field)) {
                refused(http.submit(SECRETARY, task.getId(), form), field);
            }
        }
        Task mine = cases.task(number, "UserTask_MyConcern");
        refused(http.submit(COLLEAGUE, mine.getId(), Map.of("action", CANARY)), "action");
        refused(http.submit(COLLEAGUE, mine.getId(), Map.of("action", "travel", "travel", CANARY)), "travel");
        act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));
        for (String path : List.of("/api/concerns/" + CANARY, "/engine-rest/task/" + CANARY, "/" + CANARY)) {
            http.get(COLLEAGUE, path);
        }
        http.post(CANARY, "/api/concerns", Cases.concern());
    }

    private String overTheApi() {
        Answer answer = http.post(COLLEAGUE, "/api/concerns", concern("API"), "Idempotency-Key", "canary");
        must(answer, "API");
        return answer.json().get("number").asText();
    }
}
