package org.shangda.rights;

import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** One form of every kind about pairs, contacts and summaries, open for somebody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpenPairForms {

    static final String HALF = "HALF-OF-A-CHARACTER";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    JdbcTemplate database;

    OverHttp http;

    /**
     * A form that waits for somebody.
     *
     * @param address of a task or of a process
     * @param good what would be taken
     */
    record Waiting(String person, String address, Map<String, Object> good) {}

    /** By the name of the form. */
    final Map<String, Waiting> forms = new LinkedHashMap<>();

    String pair;
    String foreignPair;

    @BeforeAll
    void everyFormWaitsForSomebody() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
        pairings.clear();
        contacts.forgetEverything();
        // A month later, before anything else, because the clock goes back afterwards.
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        contacts.pair("jianghang", "pantianyu");
        contacts.open();
        missed("follow-up", Contacts.TEACHER, "2026-04-03T17:30:00", "UserTask_FollowUp", Contacts.TEACHERS_SECRETARY);
        missed("college-look", "jianghang", "2026-04-14T18:00:00", "UserTask_CollegeLook", Contacts.TEACHERS_COLLEGE);
        TestTime.set(TestTime.MONDAY);
        String late = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
        cases.passTo(late, "2026-03-09T18:00:00");
        task(
                "follow-up-talk",
                Contacts.TEACHERS_SECRETARY,
                late,
                "UserTask_FollowUpTalk",
                Map.of("missedReason", "busy", "talkMeasure", "new-day", "newDay", "2026-03-13"));
        TestTime.set(TestTime.MONDAY);

        pair = contacts.pair("chenxin", COLLEAGUE);
        contacts.pair("chenxin", "huyan");
        foreignPair = contacts.pair("xuqiang", "zhoutao");
        summaries.forget("xuqiang", "chenxin", "tianjianguo");
        semesterEnd.open();
        contacts.open();
        String sheet = contacts.sheet("chenxin", "2026-03");
        contacts.register("chenxin", sheet, Contacts.with(Contacts.row(pair, "2026-03-01", "talk"), "note", "多练习。"));
        task(
                "confirm-note",
                COLLEAGUE,
                contacts.notes(pair).get(0),
                "UserTask_ConfirmNote",
                Map.of("decision", "confirm"));
        task(
                "register-contacts",
                "chenxin",
                contacts.sheet("chenxin", "2026-03"),
                Contacts.REGISTER,
                Map.of("contacts", List.of(Contacts.raising(pair, "2026-03-02", "visit"))));
        String talk = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "appraisal");
        task(
                "event-talk",
                Contacts.TEACHERS_COLLEGE,
                talk,
                "UserTask_EventTalk",
                Map.of("on", "2026-03-02", "way", "talk"));

        task(
                "consent-to-pair",
                "majie",
                pairings.ask("sunyan", "majie"),
                "UserTask_Consent",
                Map.of("decision", "agree"));
        task(
                "accept-pair",
                "zhaoxin",
                pairings.ask("lubin", "zhaoxin"),
                "UserTask_Accept",
                Map.of("decision", "accept"));
        task(
                "choose-partner",
                COLLEGE_CLERK,
                pairings.ask("luohang", null),
                "UserTask_ChooseAnother",
                Map.of("decision", "choose", "partner", "heyan"));
        task(
                "tell-colleague",
                "zhanghui",
                pairings.existing(COLLEGE_CLERK, "wupeng", "zhanghui", "2025-09-01"),
                "UserTask_TellColleague",
                Map.of("decision", "keep"));
        String vacant = pairings.pair("zhaohaoran", "yebo");
        pairings.without("zhaohaoran");
        task(
                "find-carrier",
                SECRETARY,
                vacant,
                "UserTask_FindCarrier",
                Map.of("decision", "find", "partner", "shixinyi"));
        String row = "shixinyi\thanwenjing\t2025-09-01\t";
        task(
                "review-wave",
                COLLEGE_CLERK,
                pairings.plan(COLLEGE_CLERK, Map.of("kind", "existing", "list", row)),
                "UserTask_ReviewWave",
                Pairings.review("save", List.of(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"))));

        String written = summary("xuqiang");
        task("write-summary", "xuqiang", written, "UserTask_Write", Map.of("practice", "每月一次。"));
        String handed = summary("chenxin");
        cases.act("chenxin", handed, "UserTask_Write", Map.of("practice", "每月一次。"));
        task("review-summary", SECRETARY, handed, "UserTask_Review", Map.of("verdict", "send-back", "remark", "请补充。"));

        start("ask-for-pair", "shixinyi", "pairing-lifecycle", Map.of("partner", "mayan"));
        start("change-pair", COLLEAGUE, "pairing-change", Map.of("change", "end", "endReason", "fulfilled"));
        start(
                "plan-wave",
                COLLEGE_CLERK,
                "pairing-wave",
                Map.of("name", "第二批", "kind", "new", "relation", "member-person"));
        start(
                "arrange-event-talk",
                PERSONNEL_CLERK,
                "event-duty",
                Map.of("person", Contacts.TAUGHT, "occasion", "praise-or-criticism"));
        start(
                "collect-concerns",
                SECRETARY,
                "concern-collection",
                Map.of("channel", "meeting", "on", "2026-03-01", "rows", List.of(matter())));
    }

    void missed(String form, String carrier, String until, String key, String person) {
        TestTime.set(TestTime.MONDAY);
        String sheet = contacts.sheet(carrier, "2026-03");
        cases.passTo(sheet, until);
        Map<String, Object> good = new HashMap<>(Map.of("missedMeasure", "reminded"));
        if (form.equals("follow-up")) {
            good.put("missedReason", "busy");
        }
        task(form, person, sheet, key, good);
    }

    void task(String form, String person, String number, String key, Map<String, Object> good) {
        String task = cases.task(number, key).getId();
        if (cases.task(number, key).getAssignee() == null) {
            cases.claim(person, cases.task(number, key));
        }
        forms.put(form, new Waiting(person, "/engine-rest/task/" + task + "/submit-form", good));
    }

    void start(String form, String person, String process, Map<String, Object> good) {
        forms.put(form, new Waiting(person, "/engine-rest/process-definition/key/" + process + "/submit-form", good));
    }

    String summary(String person) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, person);
    }

    static Map<String, Object> matter() {
        Map<String, Object> matter = Cases.concern();
        matter.putAll(Map.of("colleague", COLLEAGUE, "consentWay", "in-person"));
        return matter;
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterAll
    void nobodyIsPaired() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
        contacts.forgetEverything();
        pairings.roster(lines -> lines);
    }

    Answer submit(Waiting waiting, Map<String, Object> form) {
        return http.post(
                waiting.person(), waiting.address(), OverHttp.variables(form).replace(HALF, "\\ud83c"));
    }

    static Map<String, Object> with(Map<String, Object> good, String key, Object value) {
        Map<String, Object> wrong = new HashMap<>(good);
        wrong.put(key, value);
        return wrong;
    }
}
