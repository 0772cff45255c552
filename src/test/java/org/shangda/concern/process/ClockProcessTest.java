package org.shangda.concern.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.calendar.CalendarUpkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Both clocks against cases that were counted by hand on the calendar of 2026. */
@ShangdaTest
class ClockProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    CalendarUpkeep upkeep;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    /**
     * Friday, 23 January, is the last day before the vacation from Monday, 26 January, to Friday, 27 February, in which
     * the Spring Festival lies. Saturday, 28 February, is a make-up day and the first that counts; then Monday, 2 March,
     * to Friday and Monday, 9 March.
     */
    @Test
    void the_winter_vacation_with_the_Spring_Festival_in_it_does_not_count_and_its_make_up_Saturday_does() {
        TestTime.set("2026-01-23T16:00:00");
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertDue(number, "2026-03-09T17:00:00");

        assertClock(number, "2026-02-18T12:00:00", "本级剩 7 个工作日（3月9日 17:00 截止）· 全程自下一个工作日起算");
        assertClock(number, "2026-02-28T12:00:00", "本级剩 7 个工作日（3月9日 17:00 截止）· 全程第 1 个工作日");
        assertClock(number, "2026-03-02T12:00:00", "本级剩 6 个工作日（3月9日 17:00 截止）· 全程第 2 个工作日");

        JsonNode level = clock(COLLEAGUE, number).get("level");
        assertThat(level.get("daysCounted").asInt()).isEqualTo(1);
        assertThat(level.get("daysLeft").asInt()).isEqualTo(6);
        assertThat(level.get("deadline").asText()).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(stretches(level))
                .containsExactly(
                        "2026-01-23T08:00:00Z day-of-entry false 当日不计，次日起算",
                        "2026-01-23T16:00:00Z weekend false 周末",
                        "2026-01-25T16:00:00Z vacation false 学校假期（寒假）",
                        "2026-02-27T16:00:00Z make-up-day true 调休上班日（春节）",
                        "2026-02-28T16:00:00Z weekend false 周末",
                        "2026-03-01T16:00:00Z working-day true 工作日");
    }

    /** Thursday, 30 April: five days off, then 6, 7, 8, the make-up Saturday 9, and 11, 12, 13 May. */
    @Test
    void a_notice_that_comes_late_moves_the_deadlines_of_what_is_under_way() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String asked = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, asked, "ask");
        assertDue(number, "2026-03-11T17:00:00");
        try {
            // Saturday the 7th is made up for; so the seventh working day is a day earlier.
            loadNotice("2026-03-07,work,春节");

            assertDue(number, "2026-03-10T17:00:00");
            assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-10T17:00");
            assertThat(cases.steps(number)).endsWith("DEADLINE_MOVED");
            assertThat(cases.steps(asked)).doesNotContain("DEADLINE_MOVED");
            cases.passTo(number, "2026-03-10T17:00:00");
            assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
        } finally {
            loadNotice("");
        }
        assertDue(number, "2026-03-11T17:00:00");
    }

    @Test
    void who_was_reminded_is_not_reminded_again_because_a_notice_moves_the_deadline() throws IOException {
        TestTime.set("2026-03-30T10:00:00");
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-04-07T17:00:00");
        assertThat(Collections.frequency(cases.steps(number), "REMINDED")).isEqualTo(1);
        try {
            // Friday the 3rd turns out to have been free: due a day later, and so would be the reminder.
            loadNotice("2026-04-03,off,清明节");
            assertDue(number, "2026-04-10T17:00:00");

            cases.passTo(number, "2026-04-10T16:59:59");

            assertThat(Collections.frequency(cases.steps(number), "REMINDED")).isEqualTo(1);
        } finally {
            loadNotice("");
        }
    }

    private void loadNotice(String line) throws IOException {
        upkeep.loadNotice(notice(line));
    }

    /** The shipped notice for 2026, with another line. */
    static Resource notice(String line) throws IOException {
        String notices = new ClassPathResource("calendar/china-working-days-2018-2026.csv").getContentAsString(UTF_8);
        String notice = notices.lines()
                        .filter(one -> one.startsWith("date") || one.startsWith("2026"))
                        .collect(Collectors.joining("\n"))
                + "\n" + line;
        return new ByteArrayResource(notice.getBytes(UTF_8));
    }

    @Test
    void a_make_up_Saturday_counts_like_any_working_day() {
        TestTime.set("2026-04-30T10:00:00");
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertDue(number, "2026-05-13T17:00:00");

        assertClock(number, "2026-05-09T12:00:00", "本级剩 4 个工作日（5月13日 17:00 截止）· 全程第 4 个工作日");
        assertThat(stretches(clock(COLLEAGUE, number).get("whole")))
                .contains("2026-04-30T16:00:00Z holiday false 法定节假日（劳动节）")
                .endsWith("2026-05-08T16:00:00Z make-up-day true 调休上班日（劳动节）");
    }

    /**
     * Counted: Tuesday, Wednesday, Thursday. Friday stood still at its close and does not count; Monday counts, because
     * the clock runs again at its close. So Thursday, 12 March, instead of Wednesday is the seventh.
     */
    @Test
    void asked_on_Friday_and_answered_on_Monday_both_clocks_stand_for_one_working_day() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-06T15:00:00");
        cases.exit(SECRETARY, number, "ask");
        assertThat(cases.dueOf(number, "UserTask_Supplement")).isEqualTo(at("2026-03-13T17:00:00"));

        assertClock(number, "2026-03-07T12:00:00", "本级暂停计时：等您补充材料 · 全程第 3 个工作日 · 已暂停 1 天");
        JsonNode standing = clock(COLLEAGUE, number);
        assertThat(standing.get("level").get("deadline").isNull()).isTrue();
        assertThat(standing.get("whole").get("daysPaused").asInt()).isEqualTo(1);

        cases.passTo(number, "2026-03-09T10:00:00");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "照片见附页描述。"));

        assertDue(number, "2026-03-12T17:00:00");
        assertClock(number, "2026-03-09T10:00:01", "本级剩 4 个工作日（3月12日 17:00 截止）· 全程第 4 个工作日 · 暂停 1 天：等您补充材料");
        JsonNode running = clock(COLLEAGUE, number);
        assertThat(running.get("level").get("daysCounted").asInt()).isEqualTo(3);
        assertThat(stretches(running.get("whole"))).contains("2026-03-06T07:00:00Z asked-colleague false 等您补充材料");

        // The reminder has moved with the deadline: from Monday to Tuesday at close of business.
        cases.passTo(number, "2026-03-10T16:59:59");
        assertThat(cases.steps(number)).doesNotContain("REMINDED");
        cases.passTo(number, "2026-03-10T17:00:00");
        assertThat(cases.steps(number)).endsWith("REMINDED");
    }

    @Test
    void a_minute_before_midnight_is_still_the_day_of_entry_and_a_minute_later_is_the_next() {
        TestTime.set("2026-03-02T23:59:00");
        String before = cases.raise(COLLEAGUE, Cases.concern());
        assertClock(before, "2026-03-02T23:59:30", "本级剩 7 个工作日（3月11日 17:00 截止）· 全程自下一个工作日起算");

        TestTime.set("2026-03-03T00:00:00");
        String after = cases.raise(COLLEAGUE, Cases.concern());

        assertDue(before, "2026-03-11T17:00:00");
        assertDue(after, "2026-03-12T17:00:00");
    }

    @Test
    void a_deadline_at_close_of_business_is_that_close_of_business() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertDue(number, "2026-03-11T17:00:00");

        assertClock(number, "2026-03-10T18:00:00", "本级剩 1 个工作日（3月11日 17:00 截止）· 全程第 6 个工作日");
        assertClock(number, "2026-03-11T16:59:59", "本级今天 17:00 截止 · 全程第 7 个工作日");
        assertClock(number, "2026-03-11T17:00:00", "本级今天 17:00 截止 · 全程第 7 个工作日");
        assertThat(clock(COLLEAGUE, number).get("level").get("daysLeft").asInt())
                .isZero();
        assertClock(number, "2026-03-11T17:00:01", "本级已逾期 1 个工作日 · 全程第 7 个工作日");
        assertClock(number, "2026-03-13T09:00:00", "本级已逾期 2 个工作日 · 全程第 9 个工作日");
    }

    /** Inside vacation and before the festival: Saturday, 14 February, is a make-up day; 15 to 23 are off. */
    @Test
    void a_safety_hazard_knows_no_vacation_two_hours_of_the_clock_and_one_working_day() {
        TestTime.set("2026-02-13T22:30:00");
        String friday = cases.raise(COLLEAGUE, hazard());
        TestTime.set("2026-02-14T10:00:00");
        String saturday = cases.raise(COLLEAGUE, hazard());

        assertThat(cases.dueAt(friday, "college")).isEqualTo("2026-02-14T17:00");
        assertThat(cases.dueAt(saturday, "department")).isEqualTo("2026-02-24T17:00");
        assertThat(cases.nextJob(friday).orElseThrow().getDuedate()).isEqualTo(at("2026-02-14T00:30:00"));
        assertThat(cases.nextJob(saturday).orElseThrow().getDuedate()).isEqualTo(at("2026-02-14T12:00:00"));
        assertClock(
                friday,
                "2026-02-14T09:00:00",
                "计算机学院党委未在 2月14日 00:30 前签收 · 后勤管理处未在 2月14日 00:30 前签收 · 本级今天 17:00 截止 · 全程第 1 个工作日");
    }

    /** Explained on Wednesday, 4 March, until Wednesday, 11 March: the level has counted Tuesday only. */
    @Test
    void while_it_is_explained_the_levels_clock_stands_and_the_whole_cases_goes_on() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-04T10:00:00");
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-11"));

        cases.passTo(number, "2026-03-10T12:00:00");
        assertClock(number, "2026-03-10T12:00:00", "本级暂停计时：解释说明、持续推进中 · 全程第 6 个工作日 · 已暂停 4 天");
        JsonNode clocks = clock(COLLEAGUE, number);
        assertThat(clocks.get("level").get("daysCounted").asInt()).isEqualTo(1);
        assertThat(clocks.get("level").get("daysPaused").asInt()).isEqualTo(4);
        assertThat(clocks.get("whole").get("daysCounted").asInt()).isEqualTo(5);
        assertThat(clocks.get("whole").get("daysPaused").asInt()).isZero();

        cases.passTo(number, "2026-03-11T09:00:00");
        assertDue(number, "2026-03-18T17:00:00");
        assertClock(number, "2026-03-11T09:00:00", "本级剩 6 个工作日（3月18日 17:00 截止）· 全程第 7 个工作日 · 暂停 5 天：解释说明、持续推进中");
    }

    @Test
    void the_departments_extension_moves_the_due_date_of_its_task() {
        String number = cases.at("department", "problem");
        assertDue(number, "2026-03-18T17:00:00");

        cases.exit(DEPARTMENT_CLERK, number, "extend");
        cases.approve(DEPARTMENT_HEAD, number);

        assertDue(number, "2026-03-30T17:00:00");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-30T17:00");
    }

    @Test
    void when_no_level_works_on_it_only_the_whole_cases_clock_speaks_and_it_stops_with_the_case() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-04T10:00:00");
        cases.exit(SECRETARY, number, "answer");

        TestTime.set("2026-03-05T10:00:00");
        assertSaid(number, "本级已办结 · 全程第 3 个工作日");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        TestTime.set("2026-03-20T10:00:00");
        assertThat(clock(COLLEAGUE, number).get("sentence").asText()).isEqualTo("全程共 2 个工作日");
    }

    @Test
    void the_clock_speaks_English_to_whoever_asks_for_it_and_not_at_all_to_strangers() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(ask(COLLEAGUE, number, "en").getBody().get("sentence").asText())
                .isEqualTo("This level: 7 working days left, until 11 Mar 17:00"
                        + " · the whole case counts from the next working day");
        assertThat(ask(Cases.STRANGER, number, "zh-CN").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private static Map<String, Object> hazard() {
        return Cases.concernWith("type", "hazard");
    }

    /** In the stored deadline, and in the due date that Tasklist shows. */
    private void assertDue(String number, String local) {
        assertThat(cases.dueOf(number, "UserTask_Handle")).isEqualTo(at(local));
    }

    private void assertClock(String number, String local, String sentence) {
        TestTime.set(local);
        assertSaid(number, sentence);
    }

    /** Over HTTP and in the colleague's form alike. */
    private void assertSaid(String number, String sentence) {
        assertThat(clock(COLLEAGUE, number).get("sentence").asText()).isEqualTo(sentence);
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern")))
                .containsEntry("clock", sentence);
    }

    private JsonNode clock(String person, String number) {
        ResponseEntity<JsonNode> answer = ask(person, number, "zh-CN");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> ask(String person, String number, String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return http.withBasicAuth(person, "demo")
                .exchange(
                        "/api/concerns/{number}/clock",
                        HttpMethod.GET,
                        new HttpEntity<>(headers),
                        JsonNode.class,
                        number);
    }

    private static List<String> stretches(JsonNode clock) {
        return StreamSupport.stream(clock.get("stretches").spliterator(), false)
                .map(stretch -> String.join(
                        " ",
                        stretch.get("from").asText(),
                        stretch.get("code").asText(),
                        stretch.get("counted").asText(),
                        stretch.get("why").asText()))
                .toList();
    }

    private static Date at(String local) {
        return Date.from(TestTime.at(local));
    }
}
