package org.shangda;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ShangdaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShangdaApplication.class, arguments);
    }

    /**
     * The only source of "now"; tests replace it. In the university's zone, wherever the machine stands, and in
     * microseconds, as the databases keep it: what was stored is what was computed with.
     */
    @Bean
    Clock clock(@Value("${shangda.calendar.zone:Asia/Shanghai}") ZoneId zone) {
        return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
    }
}
