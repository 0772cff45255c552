package org.shangda.calendar;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Gives the demonstration university its vacations, before anything else of the demonstration is computed. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoVacations implements ApplicationRunner {

    private final CalendarUpkeep upkeep;

    DemoVacations(CalendarUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!upkeep.hasVacations()) {
            try (InputStream file = new ClassPathResource("calendar/demo-vacations.csv").getInputStream()) {
                upkeep.loadVacations(file);
            }
        }
    }
}
