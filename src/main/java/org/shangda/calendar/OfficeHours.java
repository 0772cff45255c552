package org.shangda.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the offices are open. Quote the times in YAML, which reads a bare 17:00 as the number 1020.
 *
 * @param opens local time, default 08:30
 * @param closes close of business, local time after {@code opens}, default 17:00
 * @param zone default Asia/Shanghai
 */
@ConfigurationProperties("shangda.calendar")
public record OfficeHours(
        @DefaultValue("08:30") LocalTime opens,
        @DefaultValue("17:00") LocalTime closes,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    public OfficeHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("shangda.calendar: closes must be after opens");
        }
    }

    public Instant openingOf(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    public Instant closeOf(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
