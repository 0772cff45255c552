package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Mailbox;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A distinctive word is written into every field of every form, over the API and round the forms. It reaches the
 * domain's tables and the people whom the concern has reached, and nothing and nobody else.
 */
@ShangdaTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

    private static final String CANARY = "Kanarienvogel7391";

    /** Of some who were raised for, linked or talked to. */
    private static final String[] NAMES = {"陈宇", "李梅", "马艳", "马杰", "赵欣", "胡艳", "郑洋", "苏博远", "赵浩然"};

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
    @Qualifier("delivery")
    Object delivery;

    @Autowired
    ProcessEngine engine;

    @Autowired
    University university;

    @Autowired
    JdbcTemplate database;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    /** Where each text was written, by the text. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private final List<String> mails = new ArrayList<>();
    private OverHttp http;
    private String underWay;

    @BeforeAll
    void everybodyWrites() {
        http = new OverHttp(port);
        listener.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(listener);
        logger("org.shangda").setLevel(Level.TRACE);
        TestTime.set(TestTime.MONDAY);

        theLongWay();
        anAnswerThatIsQuestioned();
        aReferralThatIsTakenBack();
        aLeadUnitAndOthers();
        lateBranches();
        whatWasCollected();
        whatIsWrittenOfContacts();
        whatIsWrittenOfPairs();
        whatIsWrittenInSummaries();
        inFieldsThatAnAdministratorAdded();
        whereNoTextBelongs();
        TestTime.set(TestTime.MONDAY);
        underWay = raise(MEMBER, "underWay");
        exit(SECRETARY, underWay, "pass-up", Map.of());
        TestTime.set(TestTime.MONDAY);
        roundTheForms();
        failures();
        theNextMorningsMails();
    }

    @AfterAll
    void nobodyListens() {
        logger("org.shangda").setLevel(null);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(listener);
        TestTime.set(TestTime.MONDAY);
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- what it must show -------------------------------------------------------------------------------------------

    @Test
    void what_people_write_is_kept_in_the_tables_of_the_domain() {
        String domain = String.join("\n", cells(database, table -> !table.startsWith("act_")));
        assertThat(written.entrySet().stream()
                        .filter(one -> !domain.contains(one.getKey()))
                        .map(Map.Entry::getValue))
                .as("written, but not kept")
                .isEmpty();
    }

    @Test
    void what_people_write_is_in_no_table_of_the_engine() {
        List<String> engineCells = cells(database, table -> table.startsWith("act_"));
        assertThat(engineCells).as("the search sees the engine's tables").anyMatch(cell -> cell.contains(underWay));
        assertThat(engineCells.stream().filter(cell -> cell.contains(CANARY))).isEmpty();
    }

    @Test
    void what_people_write_is_on_no_line_of_the_log(CapturedOutput output) {
        assertThat(log).as("failures are logged").anyMatch(line -> line.contains("Failure "));
        assertThat(log.stream().filter(line -> line.contains(CANARY))).isEmpty();
        assertThat(output.getAll().lines().filter(line -> line.contains(CANARY)))
                .isEmpty();
    }

    @Test
    void what_people_write_is_in_no_mail_and_no_notice_and_mails_name_nobody() {
        assertThat(mails).as("people are told").hasSizeGreaterThan(5).anyMatch(mail -> mail.contains(underWay));
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail).doesNotContain(CANARY).doesNotContain(NAMES));
        List<String> notices = cells(database, "notice"::equals);
        assertThat(notices).isNotEmpty().noneMatch(cell -> cell.contains(CANARY));
    }

    /** Who is linked with whom is the domain's; the engine knows numbers, and who has a task. */
    @Test
    void nobodys_name_is_in_a_table_of_the_engine_but_those_of_its_users() {
        List<String> named = cells(database, table -> table.startsWith("act_") && !table.startsWith("act_id_")).stream()
                .filter(cell -> Stream.of(NAMES).anyMatch(cell::contains))
                .toList();
        assertThat(named).isEmpty();
        assertThat(cells(database, "act_id_user"::equals)).anyMatch(cell -> cell.contains(NAMES[0]));
    }

    @Test
    void what_people_write_is_shown_to_nobody_whom_the_concern_has_not_reached() {
        Set<String> inside = Stream.concat(
                        Stream.of(COLLEAGUE, MEMBER),
                        university.people().stream()
                                .map(Person::id)
                                .filter(id -> university.unitsAnsweredBy(id).stream()
                                        .anyMatch(Set.of("jsj1", "jsj")::contains)))
                .collect(Collectors.toSet());
        List<String> addresses = new ArrayList<>(List.of(
                "/api/concerns",
                "/api/concerns/" + underWay,
                "/api/concerns/" + underWay + "/clock",
                "/engine-rest/task?maxResults=200",
                "/engine-rest/variable-instance?maxResults=200",
                "/engine-rest/history/task?maxResults=200",
                "/engine-rest/history/variable-instance?maxResults=200",
                "/engine-rest/history/detail?maxResults=200",
                "/engine-rest/history/process-instance?maxResults=200"));
        cases.tasks(underWay).forEach(task -> addresses.add("/engine-rest/task/" + task.getId() + "/form-variables"));
        List<String> shown = new ArrayList<>();
        Set<String> knowing = new HashSet<>();
        for (String person : everybody()) {
            for (String address : addresses) {
                Answer answer = http.get(person, address);
                if (answer.body().contains(CANARY)) {
                    shown.add(person + " " + address);
                }
                if (answer.status() == 200 && answer.body().contains(underWay)) {
                    knowing.add(person);
                }
            }
        }
        assertThat(shown).as("insiders see it").contains(COLLEAGUE + " /api/concerns/" + underWay);
        // Who raised another one, from a contact, sees that one in the own list.
        shown.remove(MEMBER + " /api/concerns");
        assertThat(shown.stream().map(one -> one.split(" ")[0]))
                .as("people who see it")
                .isSubsetOf(inside);
        // Administrators and operators see that there is a case, without its story.
        inside.add("admin");
        engine.getIdentityService().createUserQuery().memberOfGroup("operators").list().stream()
                .map(User::getId)
                .forEach(inside::add);
        assertThat(knowing).as("people who know of it").isSubsetOf(inside);
    }

    private List<String> everybody() {
        return Stream.concat(Stream.of("admin"), university.people().stream().map(Person::id))
                .toList();
    }

    // --- where it is written -----------------------------------------------------------------------------------------

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
        exit(ORGANIZATION_CLERK, number, "agenda", Map.of("on", "2026-03-20"));
        act(
                ORGANIZATION_CLERK,
                number,
                "UserTask_RecordDecision",
                Map.of("on", "2026-03-10", "unit", "hqc", "words", text("decision")));
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

    /** Everybody is told of what waits for them. */
    private void theNextMorningsMails() {
        TestTime.set("2026-03-03T08:00:00");
        Mailbox.start();
        try {
            ReflectionTestUtils.invokeMethod(delivery, "deliverDue");
            Mailbox.mails().forEach(mail -> mails.add(mail.text()));
        } finally {
            Mailbox.stop();
        }
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

    /** What the engine's own API offers besides forms, to those who hold a task and to the administrator. */
    private void roundTheForms() {
        Task task = cases.task(underWay, "UserTask_Handle");
        must(http.claim(COLLEGE_CLERK, task.getId()), "claim");
        String t = "/engine-rest/task/" + task.getId();
        String i = "/engine-rest/process-instance/" + task.getProcessInstanceId();
        String e = "/engine-rest/execution/" + task.getExecutionId();
        String text = "\"" + CANARY + "\"";
        String value = "{\"value\":" + text + ",\"type\":\"String\"}";
        String variables = "\"variables\":{\"a\":" + value + "}";
        String target = "\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"";
        List<String[]> attempts = List.of(
                new String[] {"POST", t + "/comment/create", "{\"message\":" + text + "}"},
                new String[] {"PUT", t, "{\"name\":" + text + ",\"description\":" + text + "}"},
                new String[] {"PUT", t + "/variables/a", value},
                new String[] {"PUT", t + "/localVariables/a", value},
                new String[] {"POST", t + "/variables", "{\"modifications\":{\"a\":" + value + "}}"},
                new String[] {"POST", t + "/complete", "{" + variables + "}"},
                new String[] {"POST", t + "/resolve", "{" + variables + "}"},
                new String[] {
                    "POST", t + "/bpmnError", "{\"errorCode\":\"x\",\"errorMessage\":" + text + "," + variables + "}"
                },
                new String[] {"POST", t + "/bpmnEscalation", "{\"escalationCode\":" + text + "," + variables + "}"},
                new String[] {"POST", t + "/delegate", "{\"userId\":" + text + "}"},
                new String[] {"POST", t + "/assignee", "{\"userId\":" + text + "}"},
                new String[] {"POST", t + "/identity-links", "{\"userId\":" + text + ",\"type\":\"candidate\"}"},
                new String[] {"POST", t + "/submit-form", "{" + variables + "}"},
                new String[] {"POST", "/engine-rest/task/create", "{\"name\":" + text + "}"},
                new String[] {"POST", i + "/variables", "{\"modifications\":{\"a\":" + value + "}}"},
                new String[] {"PUT", i + "/variables/a", value},
                new String[] {
                    "POST",
                    i + "/modification",
                    "{\"annotation\":" + text + ",\"instructions\":[{" + target + "," + variables + "}]}"
                },
                new String[] {
                    "POST",
                    "/engine-rest/modification/executeAsync",
                    "{\"processDefinitionId\":\"" + task.getProcessDefinitionId() + "\",\"annotation\":" + text
                            + ",\"processInstanceIds\":[\"" + task.getProcessInstanceId() + "\"],\"instructions\":[{"
                            + target + "}]}"
                },
                new String[] {"POST", i + "/comment", "{\"message\":" + text + "}"},
                new String[] {
                    "POST",
                    "/engine-rest/process-instance/delete",
                    "{\"deleteReason\":" + text + ",\"processInstanceIds\":[\"" + task.getProcessInstanceId() + "\"]}"
                },
                new String[] {"PUT", e + "/localVariables/a", value},
                new String[] {"POST", e + "/signal", "{" + variables + "}"},
                new String[] {"POST", e + "/create-incident", "{\"incidentType\":" + text + ",\"message\":" + text + "}"
                },
                new String[] {
                    "POST", "/engine-rest/message", "{\"messageName\":" + text + ",\"businessKey\":" + text + "}"
                },
                new String[] {"POST", "/engine-rest/signal", "{\"name\":" + text + "," + variables + "}"},
                new String[] {"POST", "/engine-rest/condition", "{" + variables + "}"},
                new String[] {
                    "POST",
                    "/engine-rest/process-definition/key/concern-escalation/start",
                    "{\"businessKey\":" + text + "," + variables + "}"
                },
                new String[] {
                    "POST",
                    "/engine-rest/process-definition/key/level-handling/start",
                    "{\"skipCustomListeners\":true,\"startInstructions\":[{" + target + "}]," + variables + "}"
                },
                new String[] {"POST", "/engine-rest/decision-definition/key/level-exits/evaluate", "{" + variables + "}"
                },
                new String[] {
                    "POST", "/engine-rest/external-task/fetchAndLock", "{\"workerId\":" + text + ",\"maxTasks\":1}"
                },
                new String[] {
                    "PUT", "/engine-rest/history/user-operation/x/set-annotation", "{\"annotation\":" + text + "}"
                },
                new String[] {"PUT", "/engine-rest/incident/x/annotation", "{\"annotation\":" + text + "}"});
        List<String> passed = new ArrayList<>();
        for (String person : List.of(COLLEGE_CLERK, MEMBER, COLLEAGUE, "admin")) {
            for (String[] attempt : attempts) {
                Answer answer = http.send(person, attempt[0], attempt[1], attempt[2]);
                if (answer.status() < 400 || answer.status() >= 500) {
                    passed.add(person + " " + attempt[0] + " " + attempt[1] + " " + answer);
                }
            }
            Answer attachment = http.post(
                    person,
                    t + "/attachment/create",
                    "--x\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n" + CANARY
                            + "\r\n--x--\r\n",
                    "Content-Type",
                    "multipart/form-data; boundary=x");
            if (answer4xx(attachment)) {
                continue;
            }
            passed.add(person + " attachment " + attachment);
        }
        assertThat(passed).isEmpty();

        // A business key of the client's own is not taken.
        String form = OverHttp.variables(Cases.concern());
        Answer raised = http.post(
                COLLEAGUE, OverHttp.RAISE, form.substring(0, form.length() - 1) + ",\"businessKey\":" + text + "}");
        must(raised, "a business key");
    }

    /** The database refuses a row and quotes it; a job fails for good. */
    private void failures() {
        String number = raise(COLLEAGUE, "failing");
        exit(SECRETARY, number, "ask", Map.of());
        Job job = cases.nextJob(number).orElseThrow();
        broken("handling", "exit_words not like '%" + CANARY + "%' or version < 0", () -> {
            // The first failure only sets how often it is tried again; the last one makes an incident.
            for (int attempt = 1; attempt <= 2; attempt++) {
                engine.getManagementService().setJobRetries(job.getId(), 1);
                assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                        .isNotNull();
            }
            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .configuration(job.getId())
                            .count())
                    .isOne();
            Task supplement = cases.task(number, "UserTask_Supplement");
            failed(http.submit(COLLEAGUE, supplement.getId(), Map.of("words", CANARY)));
        });
        broken("concern", "title not like '%" + CANARY + "%'", () -> {
            Map<String, Object> form = Cases.concern();
            form.put("title", CANARY);
            failed(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form)));
            failed(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "failing"));
        });
        engine.getManagementService().setJobRetries(job.getId(), 1);
    }

    private void broken(String table, String condition, Runnable act) {
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

    // --- everybody's hands -------------------------------------------------------------------------------------------

    /** A text that is found again, written in one place only. */
    private String text(String where) {
        String text = CANARY + "x" + written.size() + "y";
        written.put(text, where);
        return text;
    }

    private Map<String, Object> concern(String where) {
        Map<String, Object> form = Cases.concern();
        form.put("title", text(where + " title"));
        form.put("description", text(where + " description"));
        return form;
    }

    private String overTheApi() {
        Answer answer = http.post(COLLEAGUE, "/api/concerns", concern("API"), "Idempotency-Key", "canary");
        must(answer, "API");
        return answer.json().get("number").asText();
    }

    private String raise(String person, String where) {
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

    private String atTheDepartment(String where) {
        String number = raise(COLLEAGUE, where);
        exit(SECRETARY, number, "pass-up", Map.of());
        exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        sign(COLLEGE_HEAD, number, "approve");
        return number;
    }

    private void answer(String number) {
        exit(DEPARTMENT_CLERK, number, "answer", Map.of());
        sign(DEPARTMENT_HEAD, number, "approve");
    }

    private void exit(String person, String number, String exit, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("exit", exit);
        if (!exit.equals("hand-back")) {
            form.put("words", text(exit + " words"));
        }
        form.put("tried", exit.equals("pass-up") ? text(exit + " tried") : CANARY);
        act(person, number, "UserTask_Handle", form);
    }

    /** The head adds to what the clerk wrote, or sends it back. */
    private void sign(String head, String number, String decision) {
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

    private void rate(String number, String rating) {
        act(
                COLLEAGUE,
                number,
                "UserTask_Rate",
                Map.of("rating", rating, "reason", "not-solved", "words", text("rate " + rating)));
    }

    private void act(String person, String number, String key, Map<String, Object> form) {
        Task task = cases.task(number, key);
        if (task.getAssignee() == null) {
            must(http.claim(person, task.getId()), person + " receives " + key);
        }
        must(http.submit(person, task.getId(), form), person + " submits " + key + " " + form);
    }

    private static Answer must(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer).isBetween(200, 299);
        return answer;
    }

    private static void refused(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(400);
    }

    private static boolean answer4xx(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500;
    }

    private static void failed(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(CANARY);
    }

    // --- where it is looked for --------------------------------------------------------------------------------------

    /** Every value of every row of the chosen tables, as text whatever its type. */
    static List<String> cells(JdbcTemplate database, Predicate<String> chosen) {
        List<String> tables = database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> chosen.test(table.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(tables).isNotEmpty();
        List<String> cells = new ArrayList<>();
        for (String table : tables) {
            database.query("select * from \"" + table + "\"", row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String cell = cell(row, i);
                    if (cell != null) {
                        cells.add(table + "." + row.getMetaData().getColumnName(i) + ": " + cell);
                    }
                }
            });
        }
        return cells;
    }

    private static String cell(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof java.sql.Blob || value instanceof byte[]) {
            byte[] bytes = row.getBytes(column);
            // Both halves of what a serializer could have made of it.
            return new String(bytes, StandardCharsets.UTF_8) + "\n" + new String(bytes, StandardCharsets.UTF_16BE);
        }
        return value == null ? null : row.getString(column);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
