package org.shangda.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** The shipped notices and two winter vacations, and local times of Shanghai as moments. */
final class Known {

    static final String NOTICE_2027 = """
            date,kind,holiday
            2027-01-01,off,元旦
            2027-02-05,off,春节
            2027-02-06,off,春节
            2027-02-20,work,春节
            2027-04-05,off,清明节
            2027-05-01,off,劳动节
            2027-06-09,off,端午节
            2027-09-15,off,中秋节
            2027-10-01,off,国庆节
            2027-10-02,off,国庆节
            2027-10-03,off,国庆节
            """;

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final OfficeHours HOURS = new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 0), SHANGHAI);
    static final Vacation WINTER_2026 =
            new Vacation("zijingang", "寒假", LocalDate.of(2026, 1, 26), LocalDate.of(2026, 2, 27));
    static final Vacation WINTER_2026_YUQUAN =
            new Vacation("yuquan", "寒假", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 27));
    static final Almanac ALMANAC = new Almanac(
            HOURS,
            LoadedCalendar.shippedNotices().stream()
                    .flatMap(notice -> notice.days().stream())
                    .toList(),
            List.of(WINTER_2026, WINTER_2026_YUQUAN));

    /** A campus without vacations. */
    static final Counting ORDINARY = new Counting("huajiachi", false);

    static final Counting ZIJINGANG = new Counting("zijingang", false);
    static final Counting HAZARD = new Counting("zijingang", true);

    private Known() {}

    /** @param local for example 2026-02-12T10:00 */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    static Resource file(String text) {
        return new ByteArrayResource(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
