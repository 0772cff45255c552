package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Sentences;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarStartTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    MessageSourceAutoConfiguration.class))
            .withUserConfiguration(Module.class)
            .withBean(Sentences.class)
            .withBean(Clock.class, () -> Clock.fixed(Known.at("2026-03-05T18:00"), ZoneOffset.UTC))
            .withPropertyValues(
                    "spring.datasource.generate-unique-name=true",
                    "spring.messages.basename=messages/calendar",
                    "spring.messages.fallback-to-system-locale=false");

    @Test
    void calendar_is_known_when_the_module_has_started() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(WorkingCalendar.class).doesNotHaveBean(DemoCalendar.class);
            assertThat(context.getBean(WorkingCalendar.class).knownUntil()).isEqualTo(2026);
            ClockReading ended = Known.ALMANAC.read(
                    Known.at("2026-03-04T10:00"), null, null, Known.ORDINARY, List.of(), Known.at("2026-03-05T18:00"));
            assertThat(context.getBean(ClockSentence.class).ended(ended, Locale.SIMPLIFIED_CHINESE))
                    .isEqualTo("全程共 1 个工作日");
        });
    }

    @Test
    void demonstration_has_vacations_and_terms() {
        runner.withPropertyValues("spring.profiles.active=demo").run(context -> {
            context.getBean(DemoCalendar.class).run(null);
            assertThat(context.getBean(WorkingCalendar.class).isWorkingDay(LocalDate.of(2026, 7, 6), Known.ZIJINGANG))
                    .isFalse();
            assertThat(context.getBean(AcademicTerms.class).on(LocalDate.of(2026, 7, 5)))
                    .map(Term::code)
                    .contains("2025-2026-2");
        });
    }

    @EnableConfigurationProperties(OfficeHours.class)
    @ComponentScan(
            basePackageClasses = WorkingCalendar.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|\\.web\\.).*"))
    static class Module {

        @Bean
        Monitors monitors(JdbcClient jdbc) {
            return new Monitors(jdbc, null);
        }
    }
}
