package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.calendar.Known.ALMANAC;
import static org.shangda.calendar.Known.ORDINARY;
import static org.shangda.calendar.Known.at;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shangda.calendar.ClockReading.Stretch;
import org.springframework.context.support.ResourceBundleMessageSource;

class ClockSentenceTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final List<Pause> NONE = List.of();
    private static final Pause ASKED = new Pause(at("2026-11-23T10:00"), at("2026-11-25T10:00"), "asked-colleague");

    private final ClockSentence sentence = new ClockSentence(messages(), Known.HOURS);

    @Test
    void says_both_clocks_and_the_pause() {
        // Whole case from Tue 17 Nov: Wed 18, Thu 19, Fri 20 = 3, Mon 23 and Tue 24 paused, Wed 25 = 4, Thu 26 = 5, Fri
        // 27 = 6,
        // Mon 30 = 7, Tue 1 Dec = 8; Wed 2 Dec is the ninth. Level until Fri 4 Dec: Wed, Thu, Fri left.
        Instant now = at("2026-12-02T09:00");
        ClockReading level = read("2026-11-27T10:00", "2026-12-04T17:00", NONE, now);
        ClockReading whole = read("2026-11-17T10:00", null, List.of(ASKED), now);
        assertThat(sentence.running(level, whole, null, CHINESE))
                .isEqualTo("本级剩 3 个工作日（12月4日 17:00 截止）· 全程第 9 个工作日 · 暂停 2 天：等您补充材料");
        assertThat(sentence.running(level, whole, null, Locale.ENGLISH))
                .isEqualTo("This level: 3 working days left, until 4 Dec 17:00 · working day 9 of the whole case"
                        + " · paused for 2 days: waiting for what you were asked to add");
    }

    @Test
    void says_how_many_working_days_a_level_is_overdue() {
        // Deadline Wed 18 Nov; Thu 19 and Fri 20 have begun since.
        ClockReading reading = read("2026-11-17T10:00", "2026-11-18T17:00", NONE, at("2026-11-20T09:00"));
        assertThat(sentence.running(reading, reading, null, CHINESE)).isEqualTo("本级已逾期 2 个工作日 · 全程第 3 个工作日");
    }

    @Test
    void says_today_on_the_last_day_until_the_deadline_itself() {
        ClockReading morning = read("2026-11-17T10:00", "2026-11-18T17:00", NONE, at("2026-11-18T09:00"));
        ClockReading atClose = read("2026-11-17T10:00", "2026-11-18T17:00", NONE, at("2026-11-18T17:00"));
        ClockReading after = read("2026-11-17T10:00", "2026-11-18T17:00", NONE, at("2026-11-18T17:00:01"));
        assertThat(sentence.running(morning, morning, null, CHINESE)).isEqualTo("本级今天 17:00 截止 · 全程第 1 个工作日");
        assertThat(sentence.running(atClose, atClose, null, CHINESE)).isEqualTo("本级今天 17:00 截止 · 全程第 1 个工作日");
        assertThat(sentence.running(after, after, null, CHINESE)).isEqualTo("本级已逾期 1 个工作日 · 全程第 1 个工作日");
    }

    @Test
    void says_one_day_left_on_the_evening_before() {
        ClockReading reading = read("2026-11-17T10:00", "2026-11-19T17:00", NONE, at("2026-11-18T20:00"));
        assertThat(sentence.running(reading, reading, null, CHINESE))
                .isEqualTo("本级剩 1 个工作日（11月19日 17:00 截止）· 全程第 1 个工作日");
    }

    @Test
    void says_the_hour_of_a_deadline_of_hours() {
        Instant raised = at("2026-11-18T23:30");
        ClockReading reading = ALMANAC.read(raised, null, at("2026-11-19T01:30"), ORDINARY, NONE, raised);
        assertThat(sentence.running(reading, reading, null, CHINESE)).isEqualTo("本级 11月19日 01:30 截止 · 全程自下一个工作日起算");
    }

    @Test
    void says_why_the_clock_stands_still() {
        Instant now = at("2026-11-25T09:00");
        ClockReading reading = read(
                "2026-11-17T10:00",
                "2026-11-30T17:00",
                List.of(new Pause(at("2026-11-23T10:00"), null, "agenda")),
                now);
        assertThat(sentence.running(reading, reading, "agenda", CHINESE))
                .isEqualTo("本级暂停计时：提请学校研究，等待决定 · 全程第 3 个工作日 · 已暂停 2 天");
    }

    @Test
    void says_that_a_level_has_no_deadline() {
        ClockReading reading = read("2026-11-17T10:00", null, NONE, at("2026-11-18T09:00"));
        assertThat(sentence.running(reading, reading, null, CHINESE)).isEqualTo("本级未设期限 · 全程第 1 个工作日");
    }

    @Test
    void says_what_an_ended_case_took_with_each_reason_once() {
        Pause explained = new Pause(at("2026-11-26T10:00"), at("2026-11-27T10:00"), "explained");
        // Wed 18, Thu 19, Fri 20 = 3, Wed 25 = 4, Fri 27 = 5; Mon 23, Tue 24 and Thu 26 paused.
        ClockReading whole = read("2026-11-17T10:00", null, List.of(ASKED, explained), at("2026-11-27T18:00"));
        assertThat(sentence.ended(whole, CHINESE)).isEqualTo("全程共 5 个工作日 · 暂停 3 天：等您补充材料、解释说明、持续推进中");
        assertThat(sentence.ended(whole, Locale.ENGLISH))
                .isEqualTo("The whole case took 5 working days · paused for 3 days:"
                        + " waiting for what you were asked to add; explained, work goes on");
    }

    @Test
    void every_reason_of_a_stretch_has_a_label_and_names_its_holiday() {
        for (String why : Almanac.REASONS_OF_DAYS) {
            Stretch stretch = new Stretch(at("2026-11-17T10:00"), at("2026-11-18T10:00"), false, why, null);
            assertThat(sentence.why(stretch, CHINESE)).isNotBlank();
        }
        Stretch holiday = new Stretch(at("2026-02-16T00:00"), at("2026-02-17T00:00"), false, "holiday", "春节");
        assertThat(sentence.why(holiday, CHINESE)).isEqualTo("法定节假日（春节）");
    }

    private static ClockReading read(String from, String deadline, List<Pause> pauses, Instant now) {
        return ALMANAC.read(at(from), null, deadline == null ? null : at(deadline), ORDINARY, pauses, now);
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
