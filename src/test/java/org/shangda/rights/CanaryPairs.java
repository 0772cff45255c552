package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** The canary in notes, talks, waves, pairs and summaries. */
class CanaryPairs extends CanaryWriter {

    @Autowired
    Summaries summaries;

    /** Contacts, pairs, summaries. */
    void write() {
        whatIsWrittenOfContacts();
        whatIsWrittenOfPairs();
        whatIsWrittenInSummaries();
    }

    private void whatIsWrittenOfContacts() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        String struck = contacts.pair(MEMBER, Contacts.OTHER_COLLEAGUE);
        contacts.open();
        String registration =
                contacts.registration(contacts.sheet(MEMBER, "2026-03")).getId();
        for (String cell : List.of("pairing", "on", "way", "type", "category", "travel", "consentWay", "more")) {
            Map<String, Object> wrong = Contacts.with(Contacts.raising(pair, "2026-03-02", "visit"), cell, CANARY);
            refused(http.submit(MEMBER, registration, Map.of("contacts", List.of(wrong))), "contact " + cell);
        }
        for (String cell : List.of("topics", "actions")) {
            Map<String, Object> wrong = Contacts.with(Contacts.row(pair, "2026-03-02", "visit"), cell, List.of(CANARY));
            refused(http.submit(MEMBER, registration, Map.of("contacts", List.of(wrong))), "contact " + cell);
        }
        Map<String, Object> good = Contacts.raising(pair, "2026-03-02", "visit");
        good.put("note", CANARY);
        good.put("title", text("contact title"));
        good.put("description", text("contact description"));
        must(http.submit(MEMBER, registration, Map.of("contacts", List.of(good))), "register");

        String rest = contacts.registration(contacts.sheet(MEMBER, "2026-03")).getId();
        Map<String, Object> other = Contacts.with(Contacts.row(struck, "2026-03-02", "visit"), "note", CANARY);
        broken(
                "contact_note",
                "words is null or words not like '%" + CANARY + "%'",
                () -> failed(http.submit(MEMBER, rest, Map.of("contacts", List.of(other)))));
        must(http.submit(MEMBER, rest, Map.of("contacts", List.of(other))), "register again");
        act(
                Contacts.OTHER_COLLEAGUE,
                contacts.notes(struck).get(0),
                "UserTask_ConfirmNote",
                Map.of("decision", "strike"));

        String note = contacts.notes(pair).get(0);
        String confirmation = cases.task(note, "UserTask_ConfirmNote").getId();
        refused(http.submit(COLLEAGUE, confirmation, Map.of("decision", CANARY)), "note decision");
        must(
                http.submit(COLLEAGUE, confirmation, Map.of("decision", "correct", "words", text("corrected note"))),
                "correct the note");

        for (String field : List.of("person", "occasion", "words")) {
            Map<String, Object> wrong =
                    Contacts.with(Map.of("person", Contacts.TAUGHT, "occasion", "setback"), field, CANARY);
            refused(
                    http.post(
                            Cases.PERSONNEL_CLERK,
                            "/engine-rest/process-definition/key/event-duty/submit-form",
                            OverHttp.variables(wrong)),
                    "event talk " + field);
        }
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "discipline");
        String held = cases.task(talk, "UserTask_EventTalk").getId();
        for (String field : List.of("on", "way", "words")) {
            Map<String, Object> wrong = Contacts.with(Map.of("on", "2026-03-02", "way", "talk"), field, CANARY);
            refused(http.submit(Contacts.TEACHERS_SECRETARY, held, wrong), "event talk held " + field);
        }
    }

    private void whatIsWrittenOfPairs() {
        TestTime.set(TestTime.MONDAY);
        Map<String, Object> plan = new HashMap<>(Map.of(
                "name", text("wave name"), "kind", "existing", "relation", "member-person", "list", pasted("", 0)));
        for (String field : List.of("kind", "relation", "most", "unit", "more")) {
            refused(plan(Contacts.with(plan, field, CANARY)), "wave " + field);
        }
        Map<String, Object> proposals =
                Map.of("name", CANARY, "kind", "new", "relation", "member-person", "categories", List.of(CANARY));
        refused(plan(proposals), "wave categories");
        for (int cell = 1; cell <= 4; cell++) {
            refused(plan(Contacts.with(plan, "list", pasted(CANARY, cell))), "pasted cell " + cell);
        }
        Answer planned = plan(plan);
        must(planned, "plan");
        String wave = planned.json().get("businessKey").asText();
        String review = cases.task(wave, "UserTask_ReviewWave").getId();
        Map<String, Object> row = Pairings.row("majie", "zhaoxin", "", "2025-09-01");
        for (String cell : List.of("colleague", "member", "category", "since", "keep", "more")) {
            List<Map<String, Object>> rows = List.of(Contacts.with(row, cell, CANARY));
            refused(http.submit(COLLEGE_CLERK, review, Pairings.review("send", rows)), "wave row " + cell);
        }
        refused(http.submit(COLLEGE_CLERK, review, Pairings.review(CANARY, List.of(row))), "wave decision");
        must(http.submit(COLLEGE_CLERK, review, Pairings.review("send", List.of(row))), "send");

        String pair = pairings.numbers("wave = '" + wave + "'").get(0);
        String told = cases.task(pair, "UserTask_TellColleague").getId();
        refused(http.submit("majie", told, Map.of("decision", CANARY)), "told");
        must(http.submit("majie", told, Map.of("decision", "keep")), "told");

        String ask = "/engine-rest/process-definition/key/pairing-lifecycle/submit-form";
        refused(http.post("shixinyi", ask, OverHttp.variables(Map.of("partner", CANARY))), "ask");
        String asked = pairings.ask("shixinyi", "huyan");
        refused(
                http.submit("huyan", cases.task(asked, "UserTask_Consent").getId(), Map.of("decision", CANARY)),
                "consent");
        act("huyan", asked, "UserTask_Consent", Map.of("decision", "somebody-else"));
        Task choose = cases.task(asked, "UserTask_ChooseAnother");
        must(http.claim(COLLEGE_CLERK, choose.getId()), "claim");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("decision", CANARY), Map.of("decision", "choose", "partner", CANARY))) {
            refused(http.submit(COLLEGE_CLERK, choose.getId(), wrong), "choose");
        }

        String change = "/engine-rest/process-definition/key/pairing-change/submit-form";
        Map<String, Object> end =
                new HashMap<>(Map.of("change", "end", "endReason", "fulfilled", "thanks", text("thanks")));
        for (String field : List.of("change", "endReason", "from", "to", "more")) {
            refused(http.post("majie", change, OverHttp.variables(Contacts.with(end, field, CANARY))), "end " + field);
        }
        assertThat(http.post("majie", change, OverHttp.variables(Contacts.with(end, "partner", CANARY)))
                        .status())
                .isEqualTo(404);
        broken(
                "pairing",
                "thanks is null or thanks not like '%" + CANARY + "%'",
                () -> failed(http.post("majie", change, OverHttp.variables(end))));
        must(http.post("majie", change, OverHttp.variables(end)), "end");
        http.get("majie", "/api/contacts?pair=" + CANARY);
        http.get("majie", "/api/pairings/" + CANARY);
        http.get("majie", "/api/pairings?college=" + CANARY);
        http.get("majie", "/api/duties?person=" + CANARY);
        http.get("majie", "/api/records/" + CANARY + ".pdf?term=" + CANARY);
        http.get("majie", "/api/summaries/" + CANARY + "/rows?figure=" + CANARY);
    }

    /** A row of an existing pair, in one of whose cells something stands that does not belong there. */
    private static String pasted(String odd, int cell) {
        List<String> cells = new ArrayList<>(List.of("zhaoxin", "majie", "2025-09-01", ""));
        if (cell > 0) {
            cells.set(cell - 1, odd);
        }
        return String.join("\t", cells);
    }

    private Answer plan(Map<String, Object> form) {
        return http.post(
                COLLEGE_CLERK,
                "/engine-rest/process-definition/key/pairing-wave/submit-form",
                OverHttp.variables(form));
    }

    private void whatIsWrittenInSummaries() {
        TestTime.set(TestTime.MONDAY);
        contacts.pair("zhaohaoran", "yebo");
        summaries.forget("zhaohaoran");
        semesterEnd.open();
        String number = database.queryForObject(
                "select number from summary where person = 'zhaohaoran' and term = '2025-2026-1'", String.class);
        String write = cases.task(number, "UserTask_Write").getId();
        Map<String, Object> first = Map.of("practice", CANARY, "problems", CANARY, "plans", CANARY);
        refused(http.submit("zhaohaoran", write, Contacts.with(first, "more", CANARY)), "summary");
        broken(
                "summary",
                "practice is null or practice not like '%" + CANARY + "%'",
                () -> failed(http.submit("zhaohaoran", write, first)));
        must(http.submit("zhaohaoran", write, first), "summary");
        act(SECRETARY, number, "UserTask_Review", Map.of("verdict", "send-back", "remark", CANARY));
        Map<String, Object> last = new HashMap<>();
        for (String box : List.of("practice", "problems", "plans")) {
            last.put(box, text(box));
        }
        act("zhaohaoran", number, "UserTask_Write", last);
        Task review = cases.task(number, "UserTask_Review");
        if (review.getAssignee() == null) {
            must(http.claim(SECRETARY, review.getId()), "claim");
        }
        refused(http.submit(SECRETARY, review.getId(), Map.of("verdict", CANARY)), "verdict");
        act(SECRETARY, number, "UserTask_Review", Map.of("verdict", "accept", "remark", text("remark")));
    }
}
