package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shangda.monitoring.Forecast.Chance;
import org.shangda.monitoring.Forecast.Kind;

class ForecastTest {

    private static final Kind HOUSING = new Kind("department", "housing", "hqc");

    private final Forecast forecast = new Forecast();

    @Test
    void of_sixty_cases_forty_two_were_late_is_seventy_in_a_hundred() {
        past(42, true, 0);
        past(18, false, 1);

        assertThat(forecast.of(HOUSING, 5)).contains(new Chance(70, 60));
    }

    @Test
    void fewer_than_twenty_cases_say_nothing() {
        past(19, true, 0);
        assertThat(forecast.of(HOUSING, 5)).isEmpty();

        past(1, true, 0);

        assertThat(forecast.of(HOUSING, 5)).contains(new Chance(100, 20));
    }

    @Test
    void what_was_over_before_it_came_as_close_to_its_deadline_does_not_count() {
        past(20, true, 0);
        past(20, false, 2);
        past(60, false, 6);

        assertThat(forecast.of(HOUSING, 6)).contains(new Chance(20, 100));
        assertThat(forecast.of(HOUSING, 3)).contains(new Chance(50, 40));
        assertThat(forecast.of(HOUSING, 1)).contains(new Chance(100, 20));
    }

    @Test
    void another_unit_level_or_category_is_another_matter() {
        past(40, true, 0);

        assertThat(forecast.of(new Kind("department", "housing", "rsc"), 5)).isEmpty();
        assertThat(forecast.of(new Kind("college", "housing", "hqc"), 5)).isEmpty();
        assertThat(forecast.of(new Kind("department", "salary", "hqc"), 5)).isEmpty();
    }

    /** Learns from one half of made-up years in which units differ, and asks about the other half. */
    @Test
    void of_what_is_said_to_be_late_in_seventy_of_a_hundred_cases_between_sixty_and_eighty_are() {
        Random chance = new Random(20260302);
        int units = 40;
        int cases = 400;
        int deadline = 10;
        int[][] took = new int[units][cases];
        for (int unit = 0; unit < units; unit++) {
            double slow = 4 + chance.nextDouble() * 9;
            for (int one = 0; one < cases; one++) {
                took[unit][one] = 1 + (int) Math.max(0, slow + chance.nextGaussian() * 3.5);
            }
        }
        for (int unit = 0; unit < units; unit++) {
            for (int one = 0; one < cases; one += 2) {
                forecast.add(unit(unit), took[unit][one] > deadline, Math.max(0, deadline - took[unit][one]));
            }
        }
        int said = 0;
        int late = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int one = 1; one < cases; one += 2) {
                for (int day = 1; day < Math.min(took[unit][one], deadline); day++) {
                    int percent = forecast.of(unit(unit), deadline - day)
                            .map(Chance::percent)
                            .orElse(0);
                    if (percent >= 65 && percent <= 75) {
                        said++;
                        late += took[unit][one] > deadline ? 1 : 0;
                    }
                }
            }
        }

        assertThat(said).isGreaterThan(1_000);
        assertThat(100 * late / said).isBetween(60, 80);
    }

    private static Kind unit(int number) {
        return new Kind("department", "housing", "unit" + number);
    }

    private void past(int cases, boolean late, int daysLeft) {
        IntStream.range(0, cases).forEach(i -> forecast.add(HOUSING, late, daysLeft));
    }
}
