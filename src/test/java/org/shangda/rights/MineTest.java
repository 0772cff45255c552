package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.MyConcerns;
import org.springframework.beans.factory.annotation.Autowired;

/** What a colleague follows: where it is, what has happened, how it ended, and what they are asked now. */
@ShangdaTest
class MineTest extends AskedOverHttp {

    private static final String TITLE = "三号楼 402 室漏水";
    private static final String HOUSING_TELEPHONE = "0500-8888 1191";

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    MyConcerns mine;

    @BeforeEach
    void nobodyIsPaired() {
        contacts.forgetEverything();
    }

    @AfterEach
    void asBefore() {
        contacts.forgetEverything();
    }

    // --- following ---------------------------------------------------------------------------------------------------

    @Test
    void the_colleague_reads_where_it_is_whom_to_call_both_clocks_and_the_way_the_latest_first() {
        String number = atTheDepartment();

        JsonNode matter = matter(COLLEAGUE, number);
        assertThat(matter.path("title").asText()).isEqualTo(TITLE);
        assertThat(matter.path("code").asText()).isEqualTo("open");
        assertThat(matter.path("at")).hasSize(1);
        assertThat(matter.path("at").path(0).path("unit").asText()).isEqualTo("后勤管理处");
        assertThat(matter.path("at").path(0).path("telephone").asText()).isEqualTo(HOUSING_TELEPHONE);
        assertThat(matter.path("clock").asText()).contains("本级剩", "全程");
        JsonNode latest = matter.path("way").path(0);
        assertThat(latest.path("unit").asText()).isEqualTo("后勤管理处");
        assertThat(latest.path("telephone").asText()).isEqualTo(HOUSING_TELEPHONE);
        assertThat(matter.path("way").findValuesAsText("what"))
                .last()
                .asString()
                .startsWith("反映");
    }

    @Test
    void what_has_not_reached_the_colleague_yet_is_not_on_the_page() {
        String number = atTheDepartment();
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        assertThat(http.get(COLLEAGUE, "/api/mine").body()).doesNotContain("内容：answer");

        cases.approve(DEPARTMENT_HEAD, number);
        assertThat(matter(COLLEAGUE, number).path("answer").asText()).isEmpty();

        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(matter(COLLEAGUE, number).path("answer").asText()).isEqualTo("同意。");
    }

    @Test
    void whoever_raised_it_for_somebody_reads_whose_it_is_and_both_follow_it() {
        Map<String, Object> form = Cases.concernWith("title", TITLE);
        form.putAll(Map.of("forColleague", true, "colleague", COLLEAGUE, "consentWay", "in-person"));
        form.put("consentOn", "2026-03-01");
        String number = cases.raise(MEMBER, form);

        assertThat(matter(MEMBER, number).path("colleague").asText()).isEqualTo("陈宇");
        assertThat(matter(COLLEAGUE, number).path("colleague").asText()).isEmpty();
    }

    @Test
    void what_has_ended_stays_with_its_answer_and_its_rating_and_is_found_by_a_part_of_its_title() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", TITLE));
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied", "words", "修好了。"));
        String withdrawn = cases.raise(COLLEAGUE, Cases.concernWith("title", "食堂排队"));
        cases.act(COLLEAGUE, withdrawn, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(numbers(mine(COLLEAGUE, ""))).doesNotContain(number, withdrawn);
        assertThat(numbers(mine(COLLEAGUE, "?closed=true&q=" + number))).containsExactly(number);
        JsonNode found = mine(COLLEAGUE, "?closed=true&q=402%20%E5%AE%A4%E6%BC%8F");
        assertThat(numbers(found)).contains(number).doesNotContain(withdrawn);
        JsonNode matter = matter(found, number);
        assertThat(matter.path("answer").asText()).isEqualTo("内容：answer");
        assertThat(matter.path("rating").path("rating").asText()).isEqualTo("满意");
        assertThat(matter.path("rating").path("words").asText()).isEqualTo("修好了。");
        assertThat(matter.path("state").asText()).isEqualTo("已结案 · 满意");
        assertThat(numbers(mine(COLLEAGUE, "?closed=true&q=" + withdrawn.toLowerCase())))
                .containsExactly(withdrawn);
    }

    @Test
    void from_when_on_it_can_be_urged_again_is_said_as_long_as_it_cannot() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(matter(COLLEAGUE, number).path("urgeAgainOn").asText()).isEmpty();

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "urge"));
        assertThat(matter(COLLEAGUE, number).path("urgeAgainOn").asText()).isEqualTo("2026-03-09 17:00");
        TestTime.set("2026-03-09T17:00:01");
        assertThat(matter(COLLEAGUE, number).path("urgeAgainOn").asText()).isEmpty();
    }

    // --- what is asked now -------------------------------------------------------------------------------------------

    @Test
    void what_is_asked_of_the_colleague_is_named_with_its_form() {
        String pair = contacts.pair(Contacts.MEMBER, Contacts.OTHER_COLLEAGUE);
        TestTime.set("2026-03-10T10:00:00");
        contacts.open();
        contacts.register(
                Contacts.MEMBER,
                contacts.sheet(Contacts.MEMBER, "2026-03"),
                Contacts.with(Contacts.row(pair, "2026-03-05", "visit"), "note", "近期课多。"));
        String asked = pairings.ask(MEMBER, COLLEAGUE);
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");

        JsonNode tasks = mine(COLLEAGUE, "").path("tasks");
        assertThat(forms(tasks, number)).containsExactlyInAnyOrder("my-concern", "rate-answer");
        assertThat(forms(tasks, asked)).containsExactly("consent-to-pair");
        assertThat(forms(
                        mine(Contacts.OTHER_COLLEAGUE, "").path("tasks"),
                        contacts.notes(pair).get(0)))
                .containsExactly("confirm-note");
    }

    @Test
    void what_somebody_does_for_a_unit_is_not_on_their_own_page() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(forms(mine(SECRETARY, "").path("tasks"), number)).isEmpty();
    }

    // --- who reads it ------------------------------------------------------------------------------------------------

    @Test
    void nobody_reads_what_others_have_raised_whatever_they_know_of_it_by_their_office() {
        String number = atTheDepartment();
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        String reserved = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        List<String> others = List.of(
                SECRETARY,
                DEPUTY_SECRETARY,
                COLLEGE_CLERK,
                DEPARTMENT_CLERK,
                MEMBER,
                STRANGER,
                "zhoutao",
                "yebo",
                "admin");

        for (String person : others) {
            for (String query : List.of("", "?closed=true", "?q=" + number, "?closed=true&q=%E6%BC%8F")) {
                assertThat(http.get(person, "/api/mine" + query).body())
                        .as(person + query)
                        .doesNotContain(number, reserved, TITLE);
            }
        }
        assertThat(http.get(OverHttp.NOBODY, "/api/mine").status()).isEqualTo(401);
        assertThat(http.get(OverHttp.NOBODY, "/api/mine/duty").status()).isEqualTo(401);
    }

    // --- a hazard ----------------------------------------------------------------------------------------------------

    @Test
    void F1_whoever_is_in_danger_reads_whom_to_call_before_and_after_raising_it() {
        JsonNode duty = http.get(COLLEAGUE, "/api/mine/duty").json();
        assertThat(duty.path("first").path("unit").asText()).isEqualTo("保卫处");
        assertThat(duty.path("first").path("telephone").asText()).isEqualTo("0500-8888 9201");
        assertThat(duty.path("others").findValuesAsText("telephone")).contains("0500-8888 9011");
        assertThat(duty.path("byCategory").path("housing").path("telephone").asText())
                .isEqualTo("0500-8888 9191");

        Map<String, Object> form = Cases.concernWith("type", "hazard");
        form.put("category", "safety");
        String number = cases.raise(COLLEAGUE, form);
        List<String> reached = new ArrayList<>();
        matter(COLLEAGUE, number)
                .path("at")
                .forEach(at -> reached.add(at.path("unit").asText() + " "
                        + at.path("dutyTelephone").asText()));
        assertThat(reached).containsExactlyInAnyOrder("计算机学院党委 0500-8888 9011", "保卫处 0500-8888 9201");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("duty")
                        .toString())
                .contains("0500-8888 9201", "0500-8888 9011");
    }

    @Test
    void F1_the_two_hours_are_in_the_clock_of_a_hazard_until_each_unit_has_received_it() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        assertThat(matter(COLLEAGUE, number).path("clock").asText())
                .contains("后勤管理处须在 3月2日 12:00 前签收", "计算机学院党委须在 3月2日 12:00 前签收", "本级剩");

        cases.claim(DEPARTMENT_CLERK, cases.handlingAt(number, "department"));
        TestTime.set("2026-03-02T12:00:01");
        assertThat(matter(COLLEAGUE, number).path("clock").asText())
                .contains("计算机学院党委未在 3月2日 12:00 前签收")
                .doesNotContain("后勤管理处");
    }

    @Test
    void F1_both_forms_show_the_duty_telephone_with_its_number() {
        for (String process : List.of("concern-escalation", "concern-collection")) {
            assertThat(http.get(SECRETARY, "/engine-rest/process-definition/key/" + process + "/deployed-start-form")
                            .body())
                    .as(process)
                    .contains("值班电话：保卫处", "0500", "8888 9201")
                    .doesNotContain("{{");
        }
    }

    // --- limits ------------------------------------------------------------------------------------------------------

    @Test
    void pages_are_of_twenty_and_beyond_the_last_comes_the_last() {
        for (int i = 0; i < 21; i++) {
            TestTime.set("2026-03-02T10:%02d:00".formatted(i));
            cases.raise(COLLEAGUE, Cases.concernWith("title", "第 " + i + " 件"));
        }
        JsonNode first = mine(COLLEAGUE, "");
        assertThat(first.path("concerns")).hasSize(20);
        assertThat(first.path("concerns").path(0).path("title").asText()).isEqualTo("第 20 件");
        assertThat(first.path("total").asInt()).isEqualTo(21);
        assertThat(first.path("pages").asInt()).isEqualTo(2);
        assertThat(numbers(mine(COLLEAGUE, "?page=2147483647"))).hasSize(1);
        assertThat(numbers(mine(COLLEAGUE, "?page=-1"))).hasSize(20);
        assertThat(http.get(COLLEAGUE, "/api/mine?page=x").status()).isEqualTo(400);
        assertThat(http.get(COLLEAGUE, "/api/mine?q=" + "x".repeat(101)).status())
                .isEqualTo(400);
    }

    @Test
    void many_are_read_in_as_many_statements_as_few() {
        someOfEach();
        int few = statements();
        for (int more = 0; more < 4; more++) {
            someOfEach();
        }
        assertThat(statements()).isEqualTo(few);
    }

    private void someOfEach() {
        atTheDepartment();
        String asked = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, asked, "ask");
        cases.act(COLLEAGUE, asked, "UserTask_Supplement", Map.of("words", "是二楼。"));
    }

    private int statements() {
        return cases.as(COLLEAGUE, () -> SentStatements.during(() -> mine.of(COLLEAGUE, false, "", 0)))
                .size();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private String atTheDepartment() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", TITLE));
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, Cases.DEPARTMENT);
        return number;
    }

    private JsonNode mine(String person, String query) {
        OverHttp.Answer answer = http.get(person, "/api/mine" + query);
        assertThat(answer.status()).as(person + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode matter(String person, String number) {
        return matter(mine(person, ""), number);
    }

    private static JsonNode matter(JsonNode mine, String number) {
        for (JsonNode matter : mine.path("concerns")) {
            if (matter.path("number").asText().equals(number)) {
                return matter;
            }
        }
        throw new AssertionError(number + " is not on the page: " + mine);
    }

    private static List<String> numbers(JsonNode mine) {
        List<String> numbers = new ArrayList<>();
        mine.path("concerns")
                .forEach(matter -> numbers.add(matter.path("number").asText()));
        return numbers;
    }

    private static List<String> forms(JsonNode tasks, String number) {
        List<String> forms = new ArrayList<>();
        tasks.forEach(task -> {
            if (task.path("number").asText().equals(number)) {
                forms.add(task.path("form").asText());
            }
        });
        return forms;
    }
}
