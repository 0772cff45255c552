package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.ORGANIZATION_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who follows which programme is decided by the organization department and administrators, and read by everybody. */
@ShangdaTest
class ProgrammeApiTest {

    private static final String USE = "/api/programmes/uses/jx";

    /** After everything that other tests do. */
    private static final Map<String, Object> CHOICE = Map.of("programme", "usst", "from", "2090-01-01");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    private OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

    @Test
    void everybody_with_a_login_reads_who_follows_what() {
        Answer answer = http.get(COLLEAGUE, "/api/programmes");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("programmes").findValuesAsText("code"))
                .contains("zhejiang", "jilin", "shandong", "usst", "teaching-branch");
        assertThat(answer.json().get("uses").toString())
                .contains("{\"college\":\"-\",\"programme\":\"zhejiang\",\"from\":\"2016-03-08\"}")
                .contains("{\"college\":\"jx\",\"programme\":\"jilin\",\"from\":\"2025-09-01\"}")
                .contains("{\"college\":\"jg\",\"programme\":\"teaching-branch\",\"from\":\"2025-09-01\"}");
        assertThat(http.get(OverHttp.NOBODY, "/api/programmes").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {ORGANIZATION_CLERK, ORGANIZATION_HEAD, "admin"})
    void the_organization_department_and_administrators_decide(String person) {
        Answer answer = http.send(person, "PUT", USE, CHOICE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("uses").toString())
                .contains("{\"college\":\"jx\",\"programme\":\"usst\",\"from\":\"2090-01-01\"}");
        assertThat(database.queryForObject(
                        "select decided_by from programme_use where college = 'jx' and programme = 'usst'",
                        String.class))
                .isEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {COLLEAGUE, MEMBER, SECRETARY, COLLEGE_CLERK, COLLEGE_HEAD, DEPARTMENT_HEAD, ASSIGNING_CLERK})
    void nobody_else_decides(String person) {
        List<Map<String, Object>> before = database.queryForList("select * from programme_use");

        assertThat(http.send(person, "PUT", "/api/programmes/uses/jsj", CHOICE).status())
                .isEqualTo(403);
        assertThat(http.post(person, "/api/programmes", version()).status()).isEqualTo(403);
        assertThat(http.send(OverHttp.NOBODY, "PUT", USE, CHOICE).status()).isIn(401, 403);

        assertThat(database.queryForList("select * from programme_use")).isEqualTo(before);
    }

    @Test
    void a_new_version_is_added_but_not_followed_before_its_rows_are_deployed() {
        Answer added = http.post(ORGANIZATION_CLERK, "/api/programmes", version());
        assertThat(added.status()).as(added.body()).isEqualTo(201);

        Answer refused =
                http.send(ORGANIZATION_CLERK, "PUT", USE, Map.of("programme", "jilin-2089", "from", "2090-06-01"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detailZh").asText())
                .isEqualTo("决策表“contact-duties”中没有制度“jilin-2089”的行。请先在 Modeler 中补上并部署。");
        assertThat(http.post(ORGANIZATION_CLERK, "/api/programmes", version()).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"programme":"usst"}                                  | 400
            {"programme":"usst","from":"2026-03-01"}              | 400
            {"programme":"usst","from":"soon"}                    | 400
            {"programme":"usst","from":"2026-02-30"}              | 400
            {"programme":"usst","from":"+99999-01-01"}            | 400
            {"programme":"fudan","from":"2090-01-01"}             | 400
            {"programme":["usst"],"from":"2090-01-01"}            | 400
            {"from":"2090-01-01"}                                 | 400
            {"program":"usst","from":"2090-01-01"}                | 400
            {}                                                    | 400
            null                                                  | 400
            []                                                    | 400
            """)
    void a_wrong_choice_is_refused_with_a_sentence(String body, int status) {
        List<Map<String, Object>> before = database.queryForList("select * from programme_use");

        Answer answer = http.send(ORGANIZATION_CLERK, "PUT", USE, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("detailZh").asText()).endsWith("。");
        assertThat(answer.json().get("detailEn").asText()).endsWith(".");
        assertThat(database.queryForList("select * from programme_use")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jx1", "nowhere", "%E8%AE%A1%E7%AE%97%E6%9C%BA"})
    void only_a_college_follows_a_programme(String college) {
        assertThat(http.send(ORGANIZATION_CLERK, "PUT", "/api/programmes/uses/" + college, CHOICE)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            code     | -
            code     | Jilin 2089
            family   | ''
            name     | -
            name     | ' '
            document | -
            from     | -
            from     | 2089
            to       | 2088-12-31
            trial    | perhaps
            """)
    void a_wrong_version_is_refused_with_a_sentence(String field, String value) {
        Map<String, Object> wrong = version();
        wrong.put("code", "jilin-2088");
        wrong.put(field, value);

        Answer answer = http.post(ORGANIZATION_CLERK, "/api/programmes", wrong);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detailZh").asText()).endsWith("。");
        assertThat(database.queryForObject("select count(*) from programme where code = 'jilin-2088'", Integer.class))
                .isZero();
    }

    @Test
    void names_are_not_too_long_and_can_be_shown() {
        for (String name : List.of("长".repeat(101), "a\0b")) {
            Map<String, Object> wrong = version();
            wrong.put("name", name);
            assertThat(http.post(ORGANIZATION_CLERK, "/api/programmes", wrong).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void terms_are_read_by_everybody_and_loaded_by_administrators() {
        assertThat(http.get(COLLEAGUE, "/api/calendar/terms").json().findValuesAsText("code"))
                .containsSubsequence(
                        "2025-2026-1", "2025-2026-2", "2026-2027-1", "2026-2027-2", "2027-2028-1", "2027-2028-2");
        assertThat(http.post(ORGANIZATION_CLERK, "/api/calendar/terms", "{}").status())
                .isEqualTo(403);
    }

    private static Map<String, Object> version() {
        Map<String, Object> version = new HashMap<>();
        version.put("code", "jilin-2089");
        version.put("family", "jilin");
        version.put("name", "联系党支部、联系师生制度");
        version.put("document", "吉交院组字[2089]1号");
        version.put("from", "2089-01-01");
        return version;
    }
}
