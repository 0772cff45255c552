package org.shangda;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time as a test sets it, the same for the product and for the engine. */
@TestConfiguration
public class TestTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Monday, 2 March 2026, 10:00: a plain working day with plain weeks around it. */
    public static final String MONDAY = "2026-03-02T10:00:00";

    private static volatile Instant now = at(MONDAY);

    /** @param local date and time in China, for example {@code 2026-03-02T10:00:00} */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public static void set(String local) {
        set(at(local));
    }

    public static void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public static Instant now() {
        return now;
    }

    @Bean
    @Primary
    Clock testClock() {
        set(now);
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
