package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OfficeHoursTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Binding.class);

    @Test
    void offices_are_open_from_half_past_eight_to_five_in_shanghai_unless_configured() {
        runner.run(context -> assertThat(context.getBean(OfficeHours.class))
                .isEqualTo(new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 0), ZoneId.of("Asia/Shanghai"))));
    }

    @Test
    void office_hours_are_configurable() {
        runner.withPropertyValues(
                        "shangda.calendar.opens=09:30",
                        "shangda.calendar.closes=18:30",
                        "shangda.calendar.zone=Asia/Urumqi")
                .run(context -> assertThat(context.getBean(OfficeHours.class))
                        .isEqualTo(
                                new OfficeHours(LocalTime.of(9, 30), LocalTime.of(18, 30), ZoneId.of("Asia/Urumqi"))));
    }

    @Test
    void closing_before_opening_stops_the_start() {
        runner.withPropertyValues("shangda.calendar.closes=08:00")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(OfficeHours.class)
    static class Binding {}
}
