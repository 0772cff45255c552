package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.rights.BadInputTest.assertProblem;
import static org.shangda.rights.BadInputTest.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is wrong on a form or in a request about pairs, contacts, talks and summaries is refused, and leaves no trace. */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairBadInputTest {

    private static final String HALF = "HALF-OF-A-CHARACTER";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    JdbcTemplate database;

    private OverHttp http;

    /**
     * A form that waits for somebody.
     *
     * @param address of a task or of a process
     * @param good what would be taken
     */
    private record Waiting(String person, String address, Map<String, Object> good) {}

    /** By the name of the form. */
    private final Map<String, Waiting> forms = new LinkedHashMap<>();

    private String pair;
    private String foreignPair;

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

    private void missed(String form, String carrier, String until, String key, String person) {
        TestTime.set(TestTime.MONDAY);
        String sheet = contacts.sheet(carrier, "2026-03");
        cases.passTo(sheet, until);
        Map<String, Object> good = new HashMap<>(Map.of("missedMeasure", "reminded"));
        if (form.equals("follow-up")) {
            good.put("missedReason", "busy");
        }
        task(form, person, sheet, key, good);
    }

    private void task(String form, String person, String number, String key, Map<String, Object> good) {
        String task = cases.task(number, key).getId();
        if (cases.task(number, key).getAssignee() == null) {
            cases.claim(person, cases.task(number, key));
        }
        forms.put(form, new Waiting(person, "/engine-rest/task/" + task + "/submit-form", good));
    }

    private void start(String form, String person, String process, Map<String, Object> good) {
        forms.put(form, new Waiting(person, "/engine-rest/process-definition/key/" + process + "/submit-form", good));
    }

    private String summary(String person) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, person);
    }

    private static Map<String, Object> matter() {
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

    private void assertAllRefused(Waiting waiting, List<Map<String, Object>> wrongs) {
        var before = BadInputTest.rows(database);
        List<String> taken = new ArrayList<>();
        for (Map<String, Object> wrong : wrongs) {
            Answer answer = submit(waiting, wrong);
            String message =
                    answer.status() < 400 ? "" : answer.json().path("message").asText();
            if (answer.status() < 400
                    || answer.status() >= 500
                    || !message.matches("(?s).*\\p{IsHan}.*")
                    || message.length() > 300
                    || message.contains("<")) {
                String sent = wrong.toString();
                taken.add(sent.substring(0, Math.min(200, sent.length())) + " -> " + answer);
            }
        }
        assertThat(taken).isEmpty();
        assertThat(BadInputTest.rows(database)).isEqualTo(before);
        if (waiting.address().contains("/task/")) {
            assertThat(http.get(waiting.person(), waiting.address().replace("/submit-form", ""))
                            .status())
                    .as("it still waits")
                    .isEqualTo(200);
        }
    }

    private Answer submit(Waiting waiting, Map<String, Object> form) {
        return http.post(
                waiting.person(), waiting.address(), OverHttp.variables(form).replace(HALF, "\\ud83c"));
    }

    private static Map<String, Object> with(Map<String, Object> good, String key, Object value) {
        Map<String, Object> wrong = new HashMap<>(good);
        wrong.put(key, value);
        return wrong;
    }

    // --- what a form may not say -------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ask-for-pair       | partner       | -
            ask-for-pair       | partner       | 查无此人
            ask-for-pair       | partner       | shixinyi
            ask-for-pair       | partner       | sunyan
            ask-for-pair       | partner       | jsj2
            ask-for-pair       | partner       | zhengyang
            change-pair        | change        | -
            change-pair        | change        | forget
            change-pair        | change        | rest
            change-pair        | change        | recorder
            change-pair        | endReason     | -
            change-pair        | endReason     | bored
            change-pair        | endReason     | declined
            change-pair        | partner       | 查无此人
            change-pair        | partner       | PR26-00000000
            plan-wave          | name          | -
            plan-wave          | kind          | -
            plan-wave          | kind          | old
            plan-wave          | relation      | friends
            plan-wave          | relation      | leader-branch
            plan-wave          | most          | 0
            plan-wave          | most          | 61
            plan-wave          | most          | -1
            plan-wave          | most          | many
            plan-wave          | unit          | jx
            plan-wave          | unit          | jsj1
            plan-wave          | unit          | 没有这个学院
            plan-wave          | list          | 查无此人,other
            plan-wave          | list          | "
            plan-wave          | list          | =1+1,other
            plan-wave          | list          | chenyu,nonsense
            plan-wave          | list          | zhengyang,other
            review-wave        | decision      | -
            review-wave        | decision      | burn
            consent-to-pair    | decision      | -
            consent-to-pair    | decision      | perhaps
            accept-pair        | decision      | -
            accept-pair        | decision      | agree
            tell-colleague     | decision      | -
            tell-colleague     | decision      | forget
            find-carrier       | decision      | -
            find-carrier       | decision      | choose
            find-carrier       | partner       | -
            find-carrier       | partner       | 查无此人
            find-carrier       | partner       | yebo
            find-carrier       | partner       | suboyuan
            choose-partner     | decision      | -
            choose-partner     | decision      | find
            choose-partner     | partner       | -
            choose-partner     | partner       | luohang
            choose-partner     | partner       | 查无此人
            follow-up          | missedReason  | -
            follow-up          | missedReason  | lazy
            follow-up          | missedMeasure | -
            follow-up          | missedMeasure | punish
            follow-up          | missedMeasure | make-up
            follow-up          | newDay        | tomorrow
            college-look       | missedMeasure | -
            college-look       | missedMeasure | punish
            confirm-note       | decision      | -
            confirm-note       | decision      | correct
            confirm-note       | decision      | publish
            arrange-event-talk | person        | -
            arrange-event-talk | person        | 查无此人
            arrange-event-talk | occasion      | -
            arrange-event-talk | occasion      | gossip
            arrange-event-talk | occasion      | festival
            event-talk         | on            | -
            event-talk         | on            | soon
            event-talk         | on            | 2026-02-30
            event-talk         | on            | 2026-03-01
            event-talk         | on            | 2026-03-03
            event-talk         | on            | +999999999-12-31
            event-talk         | on            | -999999999-01-01
            event-talk         | way           | -
            event-talk         | way           | letter
            follow-up-talk     | missedReason  | lazy
            follow-up-talk     | talkMeasure   | forget
            follow-up-talk     | newDay        | -
            follow-up-talk     | newDay        | 2026-03-02
            follow-up-talk     | newDay        | 2027-03-02
            follow-up-talk     | newDay        | +999999999-12-31
            write-summary      | practice      | -
            review-summary     | verdict       | -
            review-summary     | verdict       | perhaps
            review-summary     | remark        | -
            collect-concerns   | channel       | -
            collect-concerns   | channel       | gossip
            collect-concerns   | on            | -
            collect-concerns   | on            | 2026-03-03
            collect-concerns   | on            | 2025-03-01
            collect-concerns   | on            | -999999999-01-01
            """)
    void what_means_nothing_is_refused(String form, String field, String value) {
        assertAllRefused(forms.get(form), List.of(with(forms.get(form).good(), field, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-03-02         | -
            -                  | 2026-03-02
            2026-03-10         | 2026-03-09
            2024-01-01         | 2025-08-31
            -999999999-01-01   | 2026-04-01
            2026-03-02         | +999999999-12-31
            2026-03-02         | 2032-01-01
            2026-02-30         | 2026-04-01
            """)
    void a_pair_rests_for_days_that_a_calendar_has(String from, String to) {
        Map<String, Object> rest = new HashMap<>();
        rest.put("partner", pair);
        rest.put("change", "rest");
        rest.put("from", from);
        rest.put("to", to);
        assertAllRefused(forms.get("change-pair"), List.of(rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            pairing     | -
            pairing     | PX26-99999999
            pairing     | {foreign}
            on          | -
            on          | 2026-03-03
            on          | 2026-02-28
            on          | 2026-02-30
            on          | yesterday
            on          | +999999999-12-31
            on          | -999999999-01-01
            way         | -
            way         | letter
            way         | report,visit
            title       | -
            description | -
            type        | accusation
            category    | weather
            travel      | everywhere
            consentWay  | silence
            note        | {501}
            """)
    void a_contact_is_one_of_the_own_pairs_in_the_period_and_of_closed_lists(String cell, String value) {
        String typed =
                value == null ? null : value.replace("{foreign}", foreignPair).replace("{501}", "长".repeat(501));
        assertAllRefused(
                forms.get("register-contacts"),
                List.of(Map.of(
                        "contacts",
                        List.of(Contacts.with(Contacts.raising(pair, "2026-03-02", "visit"), cell, typed)))));
    }

    @Test
    void a_foreign_pair_is_refused_like_one_that_does_not_exist() {
        Map<String, Object> row = Contacts.row(pair, "2026-03-02", "visit");
        assertThat(submit(
                                forms.get("register-contacts"),
                                Map.of("contacts", List.of(Contacts.with(row, "pairing", foreignPair))))
                        .body())
                .isEqualTo(submit(
                                forms.get("register-contacts"),
                                Map.of("contacts", List.of(Contacts.with(row, "pairing", "PX26-99999999"))))
                        .body());
        Map<String, Object> change = Map.of("change", "end", "endReason", "fulfilled", "partner", foreignPair);
        Answer foreign = submit(forms.get("change-pair"), change);
        assertRefused(foreign, 404);
        assertThat(foreign.body())
                .isEqualTo(submit(forms.get("change-pair"), with(change, "partner", "PR26-00000000"))
                        .body());
    }

    @Test
    void one_wrong_row_keeps_none_of_the_others() {
        Map<String, Object> good = Contacts.row(pair, "2026-03-02", "visit");
        List<Map<String, Object>> wrongs = new ArrayList<>();
        for (Object wrong : List.of(
                Contacts.with(good, "way", "letter"),
                good,
                Contacts.with(good, "topics", List.of("politics")),
                Contacts.with(good, "topics", List.of()),
                Contacts.with(good, "topics", "work"),
                Contacts.with(good, "topics", Collections.singletonList(null)),
                Contacts.with(good, "actions", List.of(Map.of())),
                Contacts.with(good, "on", 99_999_999_999_999L),
                Contacts.with(good, "on", List.of(2026, 13, 45)),
                Contacts.with(good, "raise", "yes"))) {
            wrongs.add(Map.of("contacts", List.of(good, wrong)));
        }
        assertAllRefused(forms.get("register-contacts"), wrongs);
        wrongs.clear();
        for (Object wrong : List.of(
                Pairings.row("hanwenjing", "", "", "2025-09-01"),
                Pairings.row("hanwenjing", "查无此人", "", "2025-09-01"),
                Pairings.row("查无此人", "shixinyi", "", "2025-09-01"),
                Pairings.row("hanwenjing", "shixinyi", "没有这个类别", "2025-09-01"),
                Pairings.row("hanwenjing", "shixinyi", "", ""),
                Pairings.row("hanwenjing", "shixinyi", "", "2026-03-03"),
                Pairings.row("hanwenjing", "shixinyi", "", "0001-01-01"),
                Contacts.with(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"), "since", null),
                Contacts.with(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"), "keep", "yes"))) {
            wrongs.add(Map.of(
                    "decision", "send", "pairs", List.of(Pairings.row("mayan", "shixinyi", "", "2025-09-01"), wrong)));
        }
        assertAllRefused(forms.get("review-wave"), wrongs);
        wrongs.clear();
        Map<String, Object> matter = matter();
        for (Object wrong : List.of(
                matter,
                Contacts.with(matter(), "colleague", "查无此人"),
                Contacts.with(matter(), "colleague", "zhengyang"),
                Contacts.with(matter(), "consentWay", ""),
                Contacts.with(matter(), "travel", "everywhere"))) {
            wrongs.add(Map.of("channel", "meeting", "on", "2026-03-01", "rows", List.of(matter, wrong)));
        }
        wrongs.add(Map.of("channel", "meeting", "on", "2026-03-01", "rows", Collections.nCopies(11, matter)));
        assertAllRefused(forms.get("collect-concerns"), wrongs);
    }

    @Test
    void ten_thousand_pasted_rows_or_one_that_never_ends_are_answered_at_once() {
        Waiting plan = forms.get("plan-wave");
        List<Map<String, Object>> wrongs = new ArrayList<>();
        for (String kind : List.of("new", "existing")) {
            for (String list : List.of(
                    "x\n".repeat(10_000),
                    "chenxin\tchenyu\t2025-09-01\t\n".repeat(500),
                    "a," + "(" + " ".repeat(19_000) + "x",
                    "(" + " ".repeat(19_000) + "x,other")) {
                wrongs.add(with(with(plan.good(), "kind", kind), "list", list));
            }
        }
        wrongs.add(with(with(plan.good(), "kind", "existing"), "list", "\n".repeat(10_000)));
        long start = System.nanoTime();
        assertAllRefused(plan, wrongs);
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(60_000_000_000L);
    }

    @Test
    void a_wrong_choice_of_several_is_named_by_the_fields_label() {
        Map<String, Object> wrong = with(forms.get("plan-wave").good(), "categories", List.of("x".repeat(41)));
        assertThat(submit(forms.get("plan-wave"), wrong).json().path("message").asText())
                .isEqualTo("“类别”过长，最多 40 字，请缩短后再提交。");
    }

    // --- kept as typed -----------------------------------------------------------------------------------------------

    @Test
    void the_longest_texts_are_as_long_as_a_person_counts() {
        String name = "🏠".repeat(100);
        String wave = pairings.plan(COLLEGE_CLERK, Map.of("name", name));
        assertThat(pairings.wave(wave, "name")).isEqualTo(name);

        String thanks = "谢谢🏠".repeat(666);
        String ended = pairings.pair("luomin", "dengjie");
        pairings.change("dengjie", null, "end", Map.of("endReason", "fulfilled", "thanks", thanks));
        assertThat(http.get("luomin", "/api/pairings/" + ended)
                        .json()
                        .path("thanks")
                        .asText())
                .isEqualTo(thanks);
        String again = pairings.pair("zhengting", "dengjie");
        String longest = "🏠".repeat(2_000);
        pairings.change("dengjie", "郑婷", "end", Map.of("endReason", "fulfilled", "thanks", longest));
        assertThat(http.get("zhengting", "/api/pairings/" + again)
                        .json()
                        .path("thanks")
                        .asText())
                .isEqualTo(longest);

        Map<String, Object> programme = new TreeMap<>(Map.of(
                "code",
                "emoji-2089",
                "family",
                "emoji",
                "name",
                name,
                "document",
                "🏠".repeat(200),
                "from",
                "2089-01-01"));
        assertThat(http.post("admin", "/api/programmes", programme).status()).isEqualTo(201);
        database.update("delete from programme where code = 'emoji-2089'");
    }

    @Test
    void what_is_typed_into_a_note_or_a_summary_is_kept_as_typed() {
        String typed = "👩🏽‍🔬 <b>&amp;</b> ${1+1} {{x}} 100%_' -- 𠮷";
        String mine = contacts.pair("tianjianguo", "wubin");
        contacts.open();
        contacts.register(
                "tianjianguo",
                contacts.sheet("tianjianguo", "2026-03"),
                Contacts.with(Contacts.row(mine, "2026-03-02", "visit"), "note", typed));
        assertThat(http.get("wubin", "/api/contacts?pair=" + mine).json().findValuesAsText("note"))
                .containsExactly(typed);
        semesterEnd.open();
        cases.act("tianjianguo", summary("tianjianguo"), "UserTask_Write", Map.of("practice", typed));
        assertThat(http.get("tianjianguo", "/api/summaries/" + summary("tianjianguo"))
                        .json()
                        .path("practice")
                        .asText())
                .isEqualTo(typed);
    }

    @Test
    void at_most_sixty_pairs_are_pasted_at_once() {
        String row = "shixinyi\thanwenjing\t2025-09-01\t\n";
        Map<String, Object> plan =
                Map.of("name", "粘贴", "kind", "existing", "relation", "member-person", "list", row.repeat(61));

        Answer answer = submit(forms.get("plan-wave"), plan);

        assertRefused(answer, 400);
        assertThat(answer.body()).contains("一次最多 60 行。请分批处理，或用文件导入。");
    }

    // --- twice, and somebody else's ----------------------------------------------------------------------------------

    @Test
    void what_is_done_is_not_done_twice() {
        contacts.arrange(PERSONNEL_CLERK, Contacts.TEACHER, "praise-or-criticism");
        Map<String, Object> talk = Map.of("person", Contacts.TEACHER, "occasion", "praise-or-criticism");
        pairings.ask("duning", "zhengchao");
        Waiting ask = forms.get("ask-for-pair");
        var before = BadInputTest.rows(database);
        assertRefused(submit(forms.get("arrange-event-talk"), talk), 409);
        assertRefused(submit(new Waiting("duning", ask.address(), Map.of()), Map.of("partner", "zhengchao")), 409);
        assertThat(BadInputTest.rows(database)).isEqualTo(before);

        String sought = pairings.ask("lining", null);
        assertThat(sought).isNotBlank();
        TestTime.set("2026-03-02T10:05:00");
        before = BadInputTest.rows(database);
        assertRefused(submit(new Waiting("lining", ask.address(), Map.of()), Map.of()), 400);
        assertThat(BadInputTest.rows(database)).isEqualTo(before);

        String wave = pairings.plan(COLLEGE_CLERK, Map.of("name", "弃用"));
        String task = cases.task(wave, "UserTask_ReviewWave").getId();
        assertThat(http.submit(COLLEGE_CLERK, task, Map.of("decision", "drop")).status())
                .isEqualTo(204);
        before = BadInputTest.rows(database);
        assertRefused(http.submit(COLLEGE_CLERK, task, Map.of("decision", "drop")), 409);
        assertThat(BadInputTest.rows(database)).isEqualTo(before);
    }

    @Test
    void somebody_elses_task_is_not_there() {
        var before = BadInputTest.rows(database);
        forms.forEach((form, waiting) -> {
            if (waiting.address().contains("/task/")) {
                for (String person : List.of(STRANGER, "mayan")) {
                    assertRefused(http.post(person, waiting.address(), OverHttp.variables(waiting.good())), 404);
                }
            }
        });
        assertThat(BadInputTest.rows(database)).isEqualTo(before);
    }

    // --- the APIs ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /api/contacts                                       | 400
            GET  | /api/contacts?pair=                                 | 404
            GET  | /api/contacts?pair=%00                              | 400
            GET  | /api/contacts?pair=%ED%A0%BC                        | 404
            GET  | /api/contacts?pair=%F0%9F%8F%A0                     | 404
            GET  | /api/contacts?pair=1'%20or%201=1--                  | 404
            GET  | /api/duties?person=%00                              | 400
            GET  | /api/duties?person=%F0%9F%8F%A0                     | 404
            GET  | /api/pairings/%F0%9F%8F%A0                          | 404
            GET  | /api/pairings/PR26-00000000                         | 404
            GET  | /api/pairings?college=mars                          | 404
            GET  | /api/pairings?college=hqc                           | 404
            GET  | /api/pairings/coverage                              | 400
            GET  | /api/pairings/coverage?college=jsj1                 | 404
            GET  | /api/pairings/handover                              | 400
            GET  | /api/pairings/handover?person=nobody                | 404
            POST | /api/pairings/import?college=jsj                    | 415
            GET  | /api/summaries/SU26-00000000                        | 404
            GET  | /api/summaries/%F0%9F%8F%A0.docx                    | 404
            GET  | /api/summaries/SU26-00000000/rows                   | 400
            PUT  | /api/summaries/SU26-00000000/draft                  | 400
            GET  | /api/records/nobody.docx                            | 404
            GET  | /api/records/%F0%9F%8F%A0.pdf                       | 404
            GET  | /api/records/{me}.docx?term=1999-2000-1             | 404
            GET  | /api/records/{me}.pdf?term=%F0%9F%8F%A0             | 404
            POST | /api/contacts?pair=x                                | 405
            POST | /api/calendar/terms                                 | 403
            POST | /api/programmes                                     | 403
            """)
    void a_request_that_makes_no_sense_is_answered_with_a_sentence(String method, String address, int status) {
        var before = BadInputTest.rows(database);
        assertProblem(
                http.send(
                        COLLEGE_CLERK,
                        method,
                        address.replace("{me}", COLLEGE_CLERK),
                        method.equals("POST") ? "{}" : null),
                status);
        assertThat(BadInputTest.rows(database)).isEqualTo(before);
    }
}
