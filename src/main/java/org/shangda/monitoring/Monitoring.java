package org.shangda.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.monitoring.Findings.Found;
import org.shangda.programme.StalledWhen;
import org.shangda.refusal.Failures;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for everything that stands still and puts it in the place of what was found before, in one transaction: whoever
 * reads meanwhile, or after a look that failed, reads the old list. Whoever can unblock what is new hears of it. It changes
 * nothing else.
 */
@Service
public class Monitoring {

    /** When another node has looked less long ago than this, there is nothing new to see. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final List<CauseRule> rules;
    private final StandingHandlings handlings;
    private final SupervisingLine line;
    private final Findings findings;
    private final Past past;
    private final StalledNews news;
    private final StalledWhen thresholds;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<Pace, Timer> times = new EnumMap<>(Pace.class);

    Monitoring(
            List<Causes> causes,
            StandingHandlings handlings,
            SupervisingLine line,
            Findings findings,
            Past past,
            StalledNews news,
            StalledWhen thresholds,
            WorkingCalendar calendar,
            Clock clock,
            MeterRegistry meters,
            PlatformTransactionManager transactions) {
        this.rules = causes.stream().flatMap(some -> some.rules().stream()).toList();
        this.handlings = handlings;
        this.line = line;
        this.findings = findings;
        this.past = past;
        this.news = news;
        this.thresholds = thresholds;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        for (Pace pace : Pace.values()) {
            times.put(
                    pace,
                    Timer.builder("shangda.stuck.refresh")
                            .description("How long a look takes on this node")
                            .tag("pace", pace.code())
                            .register(meters));
        }
    }

    @Scheduled(
            initialDelayString = "${shangda.monitoring.every:PT1M}",
            fixedDelayString = "${shangda.monitoring.every:PT1M}")
    void everyMinute() {
        look(Pace.MINUTE, FRESH);
    }

    @Scheduled(
            initialDelayString = "${shangda.monitoring.every:PT1M}",
            fixedDelayString = "${shangda.monitoring.proof:PT15M}")
    void prove() {
        look(Pace.PROOF, FRESH);
    }

    /** Looks for all causes at once, however fresh the list is. @return whether it could */
    public boolean look() {
        return look(Pace.MINUTE, Duration.ZERO) & look(Pace.PROOF, Duration.ZERO);
    }

    /** @param fresh how old the latest look may be for this one to leave it at that */
    boolean look(Pace pace, Duration fresh) {
        Instant now = clock.instant();
        try {
            transaction.executeWithoutResult(status -> {
                Instant last = findings.hold(pace);
                if (last == null || fresh.isZero() || !last.isAfter(now.minus(fresh))) {
                    times.get(pace).record(() -> {
                        List<Found> found = found(pace, now);
                        past.keep(pace, found, now);
                        findings.replace(pace, found);
                        news.tell(pace);
                        findings.ran(pace, now, pace == Pace.PROOF ? findings.prove() : 0);
                    });
                }
            });
            return true;
        } catch (RuntimeException failure) {
            String reference = Failures.report(failure);
            transaction.executeWithoutResult(status -> findings.failed(pace, now, reference));
            return false;
        }
    }

    /** What would be found now, whatever was before. */
    List<Found> found(Instant now) {
        List<Found> found = new ArrayList<>(found(Pace.MINUTE, now));
        found.addAll(found(Pace.PROOF, now));
        return found;
    }

    private List<Found> found(Pace pace, Instant now) {
        Judging judging = new Judging(thresholds, calendar, now);
        Placing placing = new Placing(handlings, line, now);
        List<Found> found = new ArrayList<>();
        for (CauseRule rule : rules) {
            if (rule.pace() == pace) {
                placing.placed(rule.sightings().apply(now)).stream()
                        .filter(seen -> judging.standsStill(rule, seen))
                        .forEach(seen -> found.add(
                                new Found(rule.cause(), pace, seen, judging.threshold(rule.cause(), seen.at()), now)));
            }
        }
        return found;
    }

    List<CauseRule> rules() {
        return rules;
    }
}
