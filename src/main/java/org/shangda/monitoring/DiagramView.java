package org.shangda.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.concern.CodedWay;
import org.shangda.concern.Reach;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.Tokens.Instance;
import org.shangda.monitoring.Tokens.OpenTasks;
import org.shangda.monitoring.Tokens.Running;
import org.shangda.monitoring.Tokens.Stay;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What Cockpit shows on the diagrams, for operators and administrators: how many stand where, and one case's way. */
@Service
@Transactional(readOnly = true)
public class DiagramView {

    /** Stays of one case; a longer way is cut, and says so. */
    private static final int MOST = 2_000;

    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,200}");

    /** Of many cases on several campuses. */
    private static final Counting OF_ALL = new Counting(null, false);

    private final Tokens tokens;
    private final CodedWay ways;
    private final Reach reach;
    private final University university;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Words words;
    private final Clock clock;

    DiagramView(
            Tokens tokens,
            CodedWay ways,
            Reach reach,
            University university,
            WorkingCalendar calendar,
            OfficeHours hours,
            Words words,
            Clock clock) {
        this.tokens = tokens;
        this.ways = ways;
        this.reach = reach;
        this.university = university;
        this.calendar = calendar;
        this.hours = hours;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What waits at one element.
     *
     * @param medianDays working days since the one in the middle came
     */
    public record Element(String element, String name, int open, int late, int medianDays) {}

    /**
     * How one case came to where it stands.
     *
     * @param number of the case; may be null
     * @param cut whether it has more stays than are told
     * @param steps of a concern; empty for any other case
     */
    public record Replay(String number, Instant now, boolean cut, List<Stay> stays, List<Step> steps) {}

    /**
     * One step of a concern's way.
     *
     * @param code what happened, as {@code exit/pass-up}
     * @param label the same in words
     */
    public record Step(Instant at, String level, String unit, String code, String label) {}

    /** @param definition id of a version of a diagram */
    public List<Element> elements(Power power, String definition) {
        require(power);
        Instant now = clock.instant();
        LocalDate today = day(now);
        return tokens.waiting(id(definition), now).orElseThrow(() -> Refusal.notFound("stalled.no-diagram")).stream()
                .map(one -> new Element(
                        one.element(),
                        one.name(),
                        one.open(),
                        one.late(),
                        calendar.workingDays(day(one.median()).plusDays(1), today, OF_ALL)))
                .toList();
    }

    public List<OpenTasks> openTasks(Power power) {
        require(power);
        return tokens.openTasks(clock.instant());
    }

    /** @param numbers of cases, 100 of them at most; those in which the reader stands aside do not exist */
    public List<Running> running(String person, Power power, List<String> numbers) {
        require(power);
        List<String> asked = numbers.stream()
                .filter(ID.asMatchPredicate())
                .distinct()
                .limit(100)
                .toList();
        Set<String> aside = reach.aside(person, asked);
        return asked.isEmpty()
                ? List.of()
                : tokens.running(asked).stream()
                        .filter(one -> !aside.contains(one.number()))
                        .toList();
    }

    /** @param instance id of a process instance, running or ended */
    public Replay replay(String person, Power power, String instance) {
        require(power);
        Instance found = tokens.instance(id(instance)).orElseThrow(DiagramView::unknown);
        if (found.number() != null
                && reach.aside(person, Set.of(found.number())).contains(found.number())) {
            throw unknown();
        }
        List<Stay> stays = tokens.stays(instance, MOST + 1);
        return new Replay(
                found.number(),
                clock.instant(),
                stays.size() > MOST,
                stays.size() > MOST ? stays.subList(0, MOST) : stays,
                found.number() == null ? List.of() : steps(found.number()));
    }

    private List<Step> steps(String number) {
        return ways.of(number).stream()
                .map(step -> new Step(
                        step.at(),
                        step.level() == null ? null : words.label("level", step.level()),
                        step.unit() == null ? null : university.nameOfUnit(step.unit()),
                        step.code(),
                        step.label()))
                .toList();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, hours.zone());
    }

    private static void require(Power power) {
        if (power == Power.NONE) {
            throw Refusal.notFound("stalled.operators-only");
        }
    }

    private static String id(String given) {
        if (!ID.matcher(given).matches()) {
            throw unknown();
        }
        return given;
    }

    private static Refusal unknown() {
        return Refusal.notFound("stalled.no-case");
    }
}
