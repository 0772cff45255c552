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

/** Gives the demonstration university its vacations and terms, before anything else of the demonstration is computed. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoCalendar implements ApplicationRunner {

    private final CalendarUpkeep upkeep;

    DemoCalendar(CalendarUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!upkeep.hasVacations()) {
            try (InputStream file = new ClassPathResource("calendar/demo-vacations.csv").getInputStream()) {
                upkeep.loadVacations(file);
            }
        }
        if (!upkeep.hasTerms()) {
            try (InputStream file = new ClassPathResource("calendar/demo-terms.csv").getInputStream()) {
                upkeep.loadTerms(file);
            }
        }
    }
}
