package org.shangda;

import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Gives the whole process the university's zone before anything else is made. The engine keeps its times as the machine's
 * clock on the wall shows them, and PostgreSQL's driver and H2 take their session's zone from there: under another zone of
 * the machine every due date and timer would be hours away from what the domain has promised.
 */
class UniversityZone implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        ZoneId zone = environment.getProperty("shangda.calendar.zone", ZoneId.class, ZoneId.of("Asia/Shanghai"));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
    }
}
