package org.shangda.calendar;

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
    public void run(ApplicationArguments arguments) {
        if (!upkeep.hasVacations()) {
            upkeep.loadVacations(new ClassPathResource("calendar/demo-vacations.csv"));
        }
        if (!upkeep.hasTerms()) {
            upkeep.loadTerms(new ClassPathResource("calendar/demo-terms.csv"));
        }
    }
}
