package org.shangda.rights;

import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
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

/** Pairs, sheets, notes, talks and summaries under way, and who asks for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PairsUnderWay {

    static final String STORY = "孩子明年上学，希望少排一次晚间的课。";
    static final String OPERATOR = "lulei";
    static final String CARRIER = Contacts.MEMBER;
    static final String COLLEAGUE = Contacts.COLLEAGUE;

    /** Who asks, by the heading of their column. */
    static final Map<String, String> ROLES = new LinkedHashMap<>();

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
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    OverHttp http;

    /** Placeholders of the table, and what they stand for. */
    final Map<String, String> real = new TreeMap<>();

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
        summaries.forget("shixinyi");
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

    String summary(String person) {
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

    String cell(Answer answer) {
        boolean mentioned = answer.status() == 200 && answer.body().contains(real.get("{pair}"));
        return answer.status() + (answer.body().contains(STORY) ? "*" : mentioned ? "#" : " ");
    }

    Answer ask(String person, String request, Map<String, String> ids) {
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
}
