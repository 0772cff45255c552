package org.shangda.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.Cases.assertRefused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.OpenForms;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 通报, from being published to its last day, driven by forms and read over the API. */
@ShangdaTest
class BulletinProcessTest {

    private static final String KEEP = "UserTask_KeepBulletin";
    private static final String NOT_THERE = "未找到该通报，或您无权查看。";

    /** Of another branch of the same college, and of another college. */
    private static final String OF_THE_COLLEGE = "zhoutao";

    private static final String OF_ANOTHER_COLLEGE = STRANGER;

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Http http;

    @BeforeEach
    void monday() {
        nothing_is_published();
        http = new Http(port);
    }

    @AfterEach
    void nothing_is_published() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("bulletin")
                .list()
                .forEach(one -> engine.getRuntimeService().deleteProcessInstance(one.getId(), "the test is over"));
        database.update("delete from bulletin_reader");
        database.update("delete from bulletin");
        TestTime.set(TestTime.MONDAY);
    }

    private String publish(String person, String audience) {
        return cases.start(person, "bulletin", OpenForms.bulletin(audience));
    }

    private List<String> shownTo(String person) {
        return StreamSupport.stream(board(person).get("shown").spliterator(), false)
                .map(one -> one.get("number").asText())
                .toList();
    }

    private JsonNode board(String person) {
        try {
            return new ObjectMapper()
                    .readTree(
                            http.get("/api/bulletins", Http.as(person, "demo")).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode issued(String person, String number) {
        return StreamSupport.stream(board(person).get("issued").spliterator(), false)
                .filter(one -> one.get("number").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private int read(String person, String number) {
        return opened(person, number).statusCode();
    }

    private HttpResponse<String> opened(String person, String number) {
        return http.post("/api/bulletins/" + number + "/read", "", Http.as(person, "demo"));
    }

    // --- who publishes for whom --------------------------------------------------------------------------------------

    @Test
    void T23_the_people_of_the_audience_read_it_and_nobody_else() {
        String branch = publish(SECRETARY, "jsj1");
        String college = publish(COLLEGE_CLERK, "jsj");
        String all = publish(ORGANIZATION_CLERK, "dhdx");

        assertThat(shownTo(COLLEAGUE)).containsExactlyInAnyOrder(branch, college, all);
        assertThat(shownTo(OF_THE_COLLEGE)).containsExactlyInAnyOrder(college, all);
        assertThat(shownTo(OF_ANOTHER_COLLEGE)).containsExactly(all);
        assertThat(board(COLLEAGUE).get("issued")).isEmpty();
        assertThat(read(OF_THE_COLLEGE, branch)).isEqualTo(404);
        assertThat(read("admin", all)).isEqualTo(404);
        assertThat(opened(OF_THE_COLLEGE, branch).body()).contains(NOT_THERE);
    }

    @Test
    void T23_a_unit_tells_its_own_people_and_those_below_it_and_the_offices_tell_everybody() {
        String below = publish(COLLEGE_CLERK, "jsj2");
        assertThat(board(COLLEGE_CLERK).get("issued").get(0).get("number").asText())
                .isEqualTo(below);

        for (String[] beyond : new String[][] {
            {SECRETARY, "jsj"}, {SECRETARY, "jsj2"}, {COLLEGE_CLERK, "jx"}, {COLLEGE_CLERK, "dhdx"}, {SECRETARY, "rsc"}
        }) {
            assertRefused(() -> publish(beyond[0], beyond[1]), 400, "请在“发给”中选择一项。");
        }
        assertRefused(() -> publish(COLLEAGUE, "jsj1"), 404, "未找到该流程，或您无权发起。");
        assertThat(database.queryForObject("select count(*) from bulletin", Integer.class))
                .isOne();
    }

    @Test
    void T23_it_is_shown_until_a_day_of_the_coming_year() {
        Map<String, Object> past = OpenForms.bulletin("jsj1");
        past.put("lastDay", "2026-03-01");
        Map<String, Object> far = OpenForms.bulletin("jsj1");
        far.put("lastDay", "2027-03-04");
        for (Map<String, Object> wrong : List.of(past, far)) {
            assertRefused(() -> cases.start(SECRETARY, "bulletin", wrong), 400, "请填写公示到哪一天：从 2026-03-02 到 2027-03-03。");
        }
    }

    // --- reading -----------------------------------------------------------------------------------------------------

    @Test
    void T23_how_many_have_read_it_is_counted_once_each_and_who_is_told_to_nobody() {
        String number = publish(SECRETARY, "jsj1");
        assertThat(board(COLLEAGUE).get("shown").get(0).get("read").asBoolean()).isFalse();
        assertThat(read(COLLEAGUE, number)).isEqualTo(204);
        assertThat(read(COLLEAGUE, number)).isEqualTo(204);
        assertThat(read(SECRETARY, number)).isEqualTo(204);

        assertThat(board(COLLEAGUE).get("shown").get(0).get("read").asBoolean()).isTrue();
        assertThat(issued(SECRETARY, number).get("readers").asInt()).isEqualTo(2);
        assertThat(cases.show(SECRETARY, cases.task(number, KEEP))).containsEntry("readers", 2L);
        assertThat(issued(SECRETARY, number).toString()).doesNotContain(COLLEAGUE, "陈宇");
        assertThat(database.queryForList("select * from bulletin_reader").toString())
                .doesNotContain(COLLEAGUE, SECRETARY, "陈宇");
    }

    // --- its end -----------------------------------------------------------------------------------------------------

    @Test
    void T23_what_is_retracted_is_hidden_and_kept_with_who_when_and_why() {
        String number = publish(COLLEGE_CLERK, "jsj");
        read(COLLEAGUE, number);
        assertRefused(() -> cases.act(COLLEGE_CLERK, number, KEEP, Map.of("decision", "retract")), 400, "请填写“理由”。");
        TestTime.set("2026-03-04T10:00:00");
        cases.act(COLLEGE_CLERK, number, KEEP, Map.of("decision", "retract", "reason", "日期有误"));

        assertThat(shownTo(COLLEAGUE)).isEmpty();
        assertThat(read(OF_THE_COLLEGE, number)).isEqualTo(404);
        assertThat(cases.instances(number)).isEmpty();
        JsonNode kept = issued(COLLEGE_CLERK, number);
        assertThat(kept.get("state").asText()).isEqualTo("retracted");
        assertThat(kept.get("words").asText()).startsWith("暑期改造办公楼。");
        assertThat(kept.get("retractedBy").asText()).isEqualTo("刘敏");
        assertThat(kept.get("retractedOn").asText()).isEqualTo("2026-03-04");
        assertThat(kept.get("reason").asText()).isEqualTo("日期有误");
        assertThat(kept.get("readers").asInt()).isOne();
    }

    @Test
    void T23_after_its_last_day_it_is_hidden_and_nothing_is_left_to_do() {
        String number = publish(SECRETARY, "jsj1");
        cases.passTo(number, "2026-03-20T23:59:00");
        assertThat(shownTo(COLLEAGUE)).containsExactly(number);

        cases.passTo(number, "2026-03-21T00:00:00");
        assertThat(shownTo(COLLEAGUE)).isEmpty();
        assertThat(read(COLLEAGUE, number)).isEqualTo(404);
        assertThat(cases.instances(number)).isEmpty();
        assertThat(issued(SECRETARY, number).get("state").asText()).isEqualTo("over");
    }

    @Test
    void T23_it_is_extended_to_a_later_day_and_can_be_retracted_still() {
        String number = publish(SECRETARY, "jsj1");
        assertRefused(
                () -> cases.act(SECRETARY, number, KEEP, Map.of("decision", "extend", "lastDay", "2026-03-20")),
                400,
                "该通报已公示到 2026-03-20，请填写更晚的日期。");
        cases.act(SECRETARY, number, KEEP, Map.of("decision", "extend", "lastDay", "2026-03-27"));

        cases.passTo(number, "2026-03-27T23:00:00");
        assertThat(shownTo(COLLEAGUE)).containsExactly(number);
        cases.act(SECRETARY, number, KEEP, Map.of("decision", "retract", "reason", "另行通知"));
        assertThat(shownTo(COLLEAGUE)).isEmpty();
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void T23_when_whoever_published_it_has_left_the_units_head_can_retract_it() {
        String number = publish(SECRETARY, "jsj1");
        pairings.without(SECRETARY);
        try {
            String heir = cases.task(number, KEEP).getAssignee();
            assertThat(heir).isNotNull().isNotEqualTo(SECRETARY);
            cases.act(heir, number, KEEP, Map.of("decision", "retract", "reason", "另行通知"));
            assertThat(shownTo(COLLEAGUE)).isEmpty();
        } finally {
            pairings.roster(lines -> lines);
        }
    }
}
