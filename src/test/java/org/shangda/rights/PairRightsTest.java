package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who gets what of pairs, contacts, notes, talks and summaries. One pair, whose member has written a note on which the
 * colleague has not decided yet; one that has ended with a word of thanks; one that is asked for; a summary that is being
 * written and one that is handed up to the branch.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairRightsTest {

    private static final String STORY = "孩子明年上学，希望少排一次晚间的课。";
    private static final String OPERATOR = "lulei";
    private static final String CARRIER = Contacts.MEMBER;
    private static final String COLLEAGUE = Contacts.COLLEAGUE;

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_NUMBER = "PR26-00000000";

    /** Who asks, by the heading of their column. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("no", OverHttp.NOBODY);
        ROLES.put("ca", CARRIER);
        ROLES.put("co", COLLEAGUE);
        ROLES.put("ot", "mayan");
        ROLES.put("se", SECRETARY);
        ROLES.put("s2", "xuning");
        ROLES.put("cc", COLLEGE_CLERK);
        ROLES.put("c2", OTHER_COLLEGE_CLERK);
        ROLES.put("xc", STRANGER);
        ROLES.put("dc", DEPARTMENT_CLERK);
        ROLES.put("or", ORGANIZATION_CLERK);
        ROLES.put("op", OPERATOR);
        ROLES.put("ad", "admin");
    }

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
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private OverHttp http;

    /** Placeholders of the table, and what they stand for. */
    private final Map<String, String> real = new TreeMap<>();

    @BeforeAll
    void everythingIsUnderWay() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
        engine.getIdentityService().createMembership(OPERATOR, "operators");
        pairings.clear();
        contacts.forgetEverything();
        String pair = contacts.pair(CARRIER, COLLEAGUE);
        real.put("{pair}", pair);
        contacts.pair(CARRIER, "huyan");
        contacts.pair("shixinyi", "lubin");
        semesterEnd.open();
        contacts.open();

        String sheet = contacts.sheet(CARRIER, "2026-03");
        contacts.register(CARRIER, sheet, Contacts.with(Contacts.row(pair, "2026-03-02", "visit"), "note", STORY));
        real.put("{register}", contacts.registration(sheet).getId());
        real.put(
                "{note}",
                cases.task(contacts.notes(pair).get(0), "UserTask_ConfirmNote").getId());

        String asked = pairings.ask("sunyan", "majie");
        real.put("{asked}", asked);
        real.put("{consent}", cases.task(asked, "UserTask_Consent").getId());

        String ended = contacts.pair("wupeng", "zhanghui");
        pairings.change("zhanghui", null, "end", Map.of("endReason", "fulfilled", "thanks", STORY));
        real.put("{ended}", ended);

        String wave = pairings.plan(COLLEGE_CLERK, Map.of());
        real.put("{review}", cases.task(wave, "UserTask_ReviewWave").getId());

        String mine = summary(CARRIER);
        real.put("{mine}", mine);
        real.put("{write}", cases.task(mine, "UserTask_Write").getId());
        String handed = summary("shixinyi");
        cases.act("shixinyi", handed, "UserTask_Write", Map.of("practice", STORY));
        real.put("{handed}", handed);
        real.put("{read}", cases.task(handed, "UserTask_Review").getId());
    }

    private String summary(String person) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, person);
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterAll
    void nobodyIsPaired() {
        engine.getIdentityService().deleteMembership(OPERATOR, "operators");
        pairings.clear();
        contacts.forgetEverything();
    }

    // --- the table ---------------------------------------------------------------------------------------------------

    /**
     * The status that each role gets. A star: the answer tells what was written. A hash: it mentions the pair.
     *
     * <p>no: nobody in particular, ca: who carries the pair, co: the colleague, ot: another colleague of the branch, se:
     * the branch's secretary, s2: another branch's, cc: the college's clerk, who planned the wave, c2: the other one, xc:
     * clerk of another college, dc: of a department, or: organization department, op: operator, ad: administrator.
     */
    private static final String TABLE = """
                                                                                        | no   ca   co   ot   se   s2   cc   c2   xc   dc   or   op   ad
            GET /api/pairings                                                           | 401  200# 200# 200  200  200  200  200  200  200  200  200  200
            GET /api/pairings/{pair}                                                    | 401  200# 200# 404  200# 404  200# 200# 404  404  200# 404  200#
            GET /api/pairings/{asked}                                                   | 401  404  404  404  200  404  200  200  404  404  200  404  200
            GET /api/pairings/{ended}                                                   | 401  404  404  404  200  404  200  200  404  404  200  404  200
            GET /api/pairings?college=jsj1                                              | 401  404  404  404  200# 404  200# 200# 404  404  200# 404  200#
            GET /api/pairings?college=jsj                                               | 401  404  404  404  404  404  200# 200# 404  404  200# 404  200#
            GET /api/pairings/coverage?college=jsj                                      | 401  404  404  404  404  404  200  200  404  404  200  404  404
            GET /api/pairings/handover?person=zhangwei                                  | 401  404  404  404  200# 404  200# 200# 404  404  200# 404  200#
            POST /api/pairings/import?college=jsj                                       | 403  415  415  415  415  415  415  415  415  415  415  415  415
            GET /api/duties                                                             | 401  200# 200  200  200  200  200  200  200  200  200  200  200
            GET /api/duties?person=limei                                                | 401  200# 404  404  200# 404  200# 200# 404  404  404  404  404
            GET /api/contacts?pair={pair}                                               | 401  200* 200* 404  200  404  200  200  404  404  404  404  404
            GET /api/event-talks                                                        | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/records/limei.docx                                                 | 401  200  404  404  200  404  200  200  404  404  404  404  404
            GET /api/records/jsj1.docx                                                  | 401  404  404  404  200  404  200  200  404  404  404  404  404
            GET /api/records/jsj.pdf                                                    | 401  404  404  404  404  404  200  200  404  404  404  404  404
            GET /api/summaries/{mine}                                                   | 401  200  404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{mine}/rows?figure=contacts.due                          | 401  200# 404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{mine}.docx                                              | 401  200  404  404  404  404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}                                                 | 401  404  404  404  200* 404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}/rows?figure=contacts.due                        | 401  404  404  404  200  404  404  404  404  404  404  404  404
            GET /api/summaries/{handed}.docx                                            | 401  404  404  404  200  404  404  404  404  404  404  404  404
            PUT /api/summaries/{mine}/draft                                             | 403  204  404  404  404  404  404  404  404  404  404  404  404
            PUT /api/summaries/{handed}/draft                                           | 403  404  404  404  404  404  404  404  404  404  404  404  404
            GET /api/programmes                                                         | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /api/calendar/terms                                                     | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/task/{register}                                            | 401  200  404  404  404  404  404  404  404  404  404  404  200
            GET /engine-rest/task/{register}/form-variables                             | 401  200# 404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{register}/submit-form                               | 401  400  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{note}                                                | 401  404  200  404  404  404  404  404  404  404  404  404  200
            GET /engine-rest/task/{note}/form-variables                                 | 401  404  200* 404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{note}/variables                                      | 401  404  200  404  404  404  404  404  404  404  404  404  200
            POST /engine-rest/task/{note}/submit-form                                   | 401  404  400  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{consent}/form-variables                              | 401  404  404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{consent}/submit-form                                | 401  404  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{review}/form-variables                               | 401  404  404  404  404  404  200  404  404  404  404  404  404
            POST /engine-rest/task/{review}/submit-form                                 | 401  404  404  404  404  404  400  404  404  404  404  404  404
            GET /engine-rest/task/{write}/form-variables                                | 401  200  404  404  404  404  404  404  404  404  404  404  404
            POST /engine-rest/task/{write}/submit-form                                  | 401  400  404  404  404  404  404  404  404  404  404  404  404
            GET /engine-rest/task/{read}/form-variables                                 | 401  404  404  404  200* 404  404  404  404  404  404  404  404
            POST /engine-rest/task/{read}/submit-form                                   | 401  404  404  404  400  404  404  404  404  404  404  404  404
            GET /engine-rest/task?maxResults=50                                         | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/variable-instance?maxResults=50                            | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/task?maxResults=9&taskId={register}                | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/variable-instance?maxResults=9&taskIdIn={register} | 401  200  200  200  200  200  200  200  200  200  200  200  200
            GET /engine-rest/history/detail?maxResults=9&taskId={register}              | 401  200  200  200  200  200  200  200  200  200  200  200  200
            """;

    @Test
    void everybody_gets_what_the_table_says() {
        StringBuilder table = new StringBuilder(" ".repeat(WIDTH) + "| " + String.join("   ", ROLES.keySet()) + "\n");
        for (String request : requests()) {
            table.append(String.format("%-" + WIDTH + "s|", request));
            ROLES.values().forEach(person -> table.append(' ').append(cell(ask(person, request, real))));
            while (table.charAt(table.length() - 1) == ' ') {
                table.setLength(table.length() - 1);
            }
            table.append('\n');
        }
        assertThat(table.toString()).isEqualTo(TABLE);
    }

    private String cell(Answer answer) {
        boolean mentioned = answer.status() == 200 && answer.body().contains(real.get("{pair}"));
        return answer.status() + (answer.body().contains(STORY) ? "*" : mentioned ? "#" : " ");
    }

    @Test
    void to_whom_it_does_not_concern_it_is_as_if_it_did_not_exist() {
        Map<String, String> none = real.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().contains("26-") ? NO_NUMBER : NO_ID));
        List<String> different = new ArrayList<>();
        int hidden = 0;
        for (String person : ROLES.values()) {
            for (String request :
                    requests().stream().filter(one -> one.contains("{")).toList()) {
                Answer theirs = ask(person, request, real);
                if (theirs.status() == 404) {
                    hidden++;
                    Answer nothing = neutral(ask(person, request, none), none);
                    if (!neutral(theirs, real).equals(nothing)) {
                        different.add(person + " " + request + "\n  " + theirs + "\n  " + nothing);
                    }
                }
            }
        }
        assertThat(hidden).isGreaterThan(100);
        assertThat(different).isEmpty();
    }

    private static List<String> requests() {
        return TABLE.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .toList();
    }

    private static Answer neutral(Answer answer, Map<String, String> ids) {
        String body = answer.body();
        for (String id : ids.values()) {
            body = body.replace(id, "ID");
        }
        return new Answer(answer.status(), answer.type(), body);
    }

    private Answer ask(String person, String request, Map<String, String> ids) {
        String[] parts = request.split(" +");
        String path = parts[1];
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        return http.send(
                person,
                parts[0],
                path,
                Map.of("POST", "{\"variables\":{}}", "PUT", "{}").get(parts[0]));
    }

    // --- beyond the table --------------------------------------------------------------------------------------------

    /** The branch sees that a contact took place; the note is for the two until it is confirmed, on paper as well. */
    @Test
    void a_note_is_on_no_paper_and_on_nobodys_page_before_it_is_confirmed() {
        String pair = contacts.pair("chenxin", "yebo");
        contacts.open();
        contacts.register(
                "chenxin",
                contacts.sheet("chenxin", "2026-03"),
                Contacts.with(Contacts.row(pair, "2026-03-02", "talk"), "note", STORY));
        for (String person : ROLES.values()) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).body())
                    .as(person)
                    .doesNotContain(STORY);
        }
        assertThat(http.get(SECRETARY, "/api/contacts?pair=" + pair).body()).contains("2026-03-02");
        for (String person : List.of("chenxin", SECRETARY, COLLEGE_CLERK)) {
            assertThat(paper(person, "/api/records/chenxin.docx"))
                    .contains("谈心谈话")
                    .doesNotContain(STORY);
        }
        assertThat(paper(SECRETARY, "/api/records/jsj1.docx")).doesNotContain(STORY);

        cases.act("yebo", contacts.notes(pair).get(0), "UserTask_ConfirmNote", Map.of("decision", "confirm"));

        for (String person : List.of("chenxin", "yebo", SECRETARY, COLLEGE_CLERK)) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).body()).contains(STORY);
        }
        for (String person : List.of("mayan", "xuning", STRANGER, DEPARTMENT_CLERK, OPERATOR, "admin")) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(http.get(person, "/api/records/chenxin.docx").status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(paper(SECRETARY, "/api/records/jsj1.docx")).contains(STORY);
    }

    @Test
    void who_takes_a_pair_over_does_not_read_what_two_others_have_not_agreed_upon() {
        String pair = contacts.pair("zhaoxin", "hanwenjing");
        String words = "父母住院，近期不便出差。";
        contacts.open();
        contacts.register(
                "zhaoxin",
                contacts.sheet("zhaoxin", "2026-03"),
                Contacts.with(Contacts.raising(pair, "2026-03-02", "talk"), "note", words));
        contacts.passTo(pair, "wupeng");

        String seen = http.get("wupeng", "/api/contacts?pair=" + pair).body();
        assertThat(seen).contains("2026-03-02").doesNotContain(words, "SD26-");
        assertThat(http.get("hanwenjing", "/api/contacts?pair=" + pair).body()).contains(words, "SD26-");

        cases.act("hanwenjing", contacts.notes(pair).get(0), "UserTask_ConfirmNote", Map.of("decision", "confirm"));
        assertThat(http.get("wupeng", "/api/contacts?pair=" + pair).body()).contains(words);
    }

    @Test
    void the_occasion_of_a_talk_is_for_the_two_and_a_diverted_one_for_nobody_once_it_is_held() {
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        String setback = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
        for (String one : List.of(Contacts.TEACHER, Contacts.TAUGHT)) {
            assertThat(http.get(one, "/api/event-talks").body()).contains(setback, "工作中遇到挫折");
        }
        List<String> others = new ArrayList<>(ROLES.values());
        others.addAll(List.of(Contacts.TEACHERS_SECRETARY, Contacts.TEACHERS_COLLEGE, PERSONNEL_CLERK));
        String task = cases.task(setback, "UserTask_EventTalk").getId();
        for (String other : others) {
            assertThat(http.get(other, "/api/event-talks").body()).as(other).doesNotContain("挫折", setback);
            assertThat(http.get(other, "/engine-rest/task/" + task + "/form-variables")
                            .body())
                    .as(other)
                    .doesNotContain("挫折", "郑洋");
        }

        String diverted = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "discipline");
        String clause = contacts.talk(diverted, "clause");
        assertThat(clause).isNotBlank();
        cases.act(
                Contacts.TEACHERS_SECRETARY, diverted, "UserTask_EventTalk", Map.of("on", "2026-03-02", "way", "talk"));
        others.addAll(List.of(Contacts.TEACHER, Contacts.TAUGHT));
        for (String anybody : others) {
            assertThat(http.get(anybody, "/api/event-talks").body())
                    .as(anybody)
                    .doesNotContain(clause, "党风廉政", "discipline");
        }
        assertThat(http.get(Contacts.TAUGHT, "/api/event-talks").body()).contains(diverted, "2026-03-02");
        assertThat(tables("act_ru_", "act_hi_", "notice", "event_talk"))
                .as("nor does any table remember it")
                .noneMatch(cell -> cell.contains("discipline"));
        assertThat(tables("act_ru_", "act_hi_", "notice")).noneMatch(cell -> cell.contains("setback"));
    }

    private List<String> tables(String... prefixes) {
        List<String> cells = new ArrayList<>();
        database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> List.of(prefixes).stream().anyMatch(table.toLowerCase(Locale.ROOT)::startsWith))
                .forEach(table -> database.queryForList("select * from \"" + table + "\"")
                        .forEach(
                                row -> row.forEach((column, value) -> cells.add(table + "." + column + ": " + value))));
        return cells;
    }

    private String paper(String person, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", Http.basic(person, OverHttp.PASSWORD))
                .build();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofByteArray())
                        .body()));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static final int WIDTH = 76;
}
