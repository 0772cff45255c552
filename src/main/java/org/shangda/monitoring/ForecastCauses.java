package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.RUNS;
import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.monitoring.Forecast.Chance;
import org.shangda.monitoring.Forecast.Kind;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** What does not stand still yet, and will: by what became of earlier cases, and by posts that end. */
@Component
class ForecastCauses implements Causes {

    private final StandingHandlings handlings;
    private final PastHandlings past;
    private final University university;
    private final StalledWhen thresholds;
    private final OfficeHours hours;

    ForecastCauses(
            StandingHandlings handlings,
            PastHandlings past,
            University university,
            StalledWhen thresholds,
            OfficeHours hours) {
        this.handlings = handlings;
        this.past = past;
        this.university = university;
        this.thresholds = thresholds;
        this.hours = hours;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                new CauseRule(Cause.LIKELY_LATE, Pace.PROOF, Measure.TIMES, this::likelyLate),
                new CauseRule(Cause.POST_ENDS, Pace.PROOF, Measure.ALWAYS, this::postsEnd));
    }

    private List<Sighting> likelyLate(Instant now) {
        Forecast forecast = past.forecast(now);
        List<Sighting> likely = new ArrayList<>();
        for (Sighting open : handlings.seen(
                "h.entered_at",
                "0",
                "k.category",
                "join standing_categories k on k.number = h.number where h.due_at >= :now and " + RUNS,
                Map.of("now", utc(now)))) {
            Standing at = open.at();
            int left = past.daysLeft(now, at.dueAt(), new Counting(at.campus(), at.vacationsCount()));
            forecast.of(new Kind(at.level(), open.detail(), at.unit()), left)
                    .map(chance -> with(open, chance))
                    .ifPresent(likely::add);
        }
        return likely;
    }

    private static Sighting with(Sighting open, Chance chance) {
        return new Sighting(
                open.item(),
                open.number(),
                open.since(),
                chance.percent(),
                Integer.toString(chance.cases()),
                open.at());
    }

    /** Open cases of units in which somebody holds a post today and nobody will on one of the days ahead. */
    private List<Sighting> postsEnd(Instant now) {
        LocalDate today = StalledList.day(now, hours.zone());
        Set<String> held = handlings.distinct("unit", "1 = 1").stream()
                .map(one -> one.get(0))
                .filter(unit -> !university.isVacant(unit))
                .collect(Collectors.toSet());
        List<Sighting> ending = new ArrayList<>();
        int ahead = thresholds.of(Cause.POST_ENDS, "", "", "").n();
        for (int i = 1; i <= ahead; i++) {
            LocalDate day = today.plusDays(i);
            University then = university.on(day);
            Set<String> vacant = held.stream().filter(then::isVacant).collect(Collectors.toSet());
            held.removeAll(vacant);
            if (!vacant.isEmpty()) {
                ending.addAll(handlings.seen(
                        "h.entered_at",
                        "0",
                        "cast(:day as varchar(10))",
                        "where h.unit in (:units)",
                        Map.of("units", vacant, "day", day.toString())));
            }
        }
        return ending;
    }
}
