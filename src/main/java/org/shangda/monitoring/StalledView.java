package org.shangda.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shangda.calendar.ClockReading;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Pause;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.monitoring.Findings.Look;
import org.shangda.monitoring.Line.Seen;
import org.shangda.monitoring.StalledList.Count;
import org.shangda.monitoring.StalledList.Mine;
import org.shangda.monitoring.StalledList.Row;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.programme.StalledWhen.Severity;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 停滞事项 as it is read: the proof, what stands still on the reader's line, and who can unblock it. */
@Service
@Transactional(readOnly = true)
public class StalledView {

    private static final int PAGE = 50;

    /** Rows of a file; whoever has more narrows the list. */
    private static final int FILE = 5_000;

    /** After this time without a look the page says that the list is old. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private static final Duration OLD_PROOF = Duration.ofHours(1);

    private final StalledList list;
    private final Findings findings;
    private final Line line;
    private final University university;
    private final Programmes programmes;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    StalledView(
            StalledList list,
            Findings findings,
            Line line,
            University university,
            Programmes programmes,
            WorkingCalendar calendar,
            OfficeHours hours,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.list = list;
        this.findings = findings;
        this.line = line;
        this.university = university;
        this.programmes = programmes;
        this.calendar = calendar;
        this.hours = hours;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param head the proof in one sentence
     * @param whole whether every open case of the reader's line has what it must have, and both looks are fresh
     */
    public record Page(
            String head,
            boolean whole,
            List<Choice> severities,
            List<Choice> causes,
            List<Choice> levels,
            List<Choice> units,
            List<Choice> programmes,
            List<Item> rows,
            int total,
            int page,
            int pageSize) {}

    /** Something to narrow the list by, and how many rows it leaves. */
    public record Choice(String code, String label, int count) {}

    /**
     * One row.
     *
     * @param why the cause in one sentence
     * @param stoppedDays working days since it stands still
     * @param daysLeft working days of this level's clock; negative when overdue, null while it has none or rests
     * @param caseDays which working day of the whole case this is; null where it is no concern
     * @param people names of those who are late, for who supervises them only
     */
    public record Item(
            String number,
            String cause,
            String causeLabel,
            String severity,
            String level,
            String unit,
            String why,
            LocalDate since,
            int stoppedDays,
            LocalDate due,
            Integer daysLeft,
            Integer caseDays,
            String unblock,
            List<String> people) {}

    /** @param everything whether the reader is an operator or an administrator */
    public Page page(String person, boolean everything, StalledFilter filter) {
        Seen seen = seen(person, everything);
        Mine mine = list.mine(person, seen);
        List<Count> counts = list.counts(mine);
        List<Look> looks = findings.looks();
        boolean whole = isWhole(looks, counts);
        return new Page(
                head(looks, counts, seen, whole),
                whole,
                severities(counts),
                choices(counts, Count::cause, code -> sentences.of("stalled.cause." + code)),
                choices(counts, Count::level, code -> words.label("level", code)),
                choices(counts, Count::unit, university::nameOfUnit),
                choices(counts, Count::programme, this::nameOfProgramme),
                items(seen, list.rows(mine, filter, filter.page() * PAGE, PAGE)),
                counts.stream()
                        .filter(count -> matches(count, filter.codes()))
                        .mapToInt(Count::count)
                        .sum(),
                filter.page(),
                PAGE);
    }

    /** The same rows as a workbook, without names. */
    public byte[] workbook(String person, boolean everything, StalledFilter filter) {
        Seen seen = seen(person, everything);
        List<Row> rows = list.rows(list.mine(person, seen), filter, 0, FILE + 1);
        if (rows.size() > FILE) {
            throw Refusal.invalid("stalled.too-many", FILE);
        }
        return new StalledWorkbook(sentences).of(items(seen, rows));
    }

    private Seen seen(String person, boolean everything) {
        Seen seen = line.of(person, everything);
        if (seen.nothing()) {
            throw Refusal.notFound("stalled.not-yours");
        }
        return seen;
    }

    // --- the proof ---------------------------------------------------------------------------------------------------

    private static Look look(List<Look> looks, Pace pace) {
        return looks.stream()
                .filter(one -> one.pace().equals(pace.code()))
                .findAny()
                .orElseThrow();
    }

    private boolean isWhole(List<Look> looks, List<Count> counts) {
        return broken(counts) == 0
                && isFresh(look(looks, Pace.MINUTE), OLD)
                && isFresh(look(looks, Pace.PROOF), OLD_PROOF);
    }

    private boolean isFresh(Look look, Duration limit) {
        return look.at() != null
                && look.failedAt() == null
                && !look.at().isBefore(clock.instant().minus(limit));
    }

    private static int broken(List<Count> counts) {
        Set<String> codes = Arrays.stream(Cause.values())
                .filter(Cause::breaksTheProof)
                .map(Cause::code)
                .collect(Collectors.toSet());
        return counts.stream()
                .filter(count -> codes.contains(count.cause()))
                .mapToInt(Count::count)
                .sum();
    }

    private String head(List<Look> looks, List<Count> counts, Seen seen, boolean whole) {
        Look proof = look(looks, Pace.PROOF);
        Look minute = look(looks, Pace.MINUTE);
        if (proof.at() == null || minute.at() == null) {
            return sentences.of("stalled.never");
        }
        if (whole) {
            return sentences.of("stalled.whole", moment(proof.at()), list.proved(seen, proof.cases()));
        }
        if (broken(counts) > 0) {
            return sentences.of("stalled.broken", moment(proof.at()), list.proved(seen, proof.cases()), broken(counts));
        }
        Look old = isFresh(minute, OLD) ? proof : minute;
        return sentences.of("stalled.old", moment(old.at()), Objects.requireNonNullElse(old.failure(), "-"));
    }

    /** Digits as on a clock, in both languages. */
    private String moment(Instant at) {
        return LocalDateTime.ofInstant(at, hours.zone())
                .toString()
                .substring(0, 16)
                .replace('T', ' ');
    }

    // --- choices -----------------------------------------------------------------------------------------------------

    private static List<Choice> choices(
            List<Count> counts, Function<Count, String> code, Function<String, String> label) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> code.apply(count) != null)
                .forEach(count -> sums.merge(code.apply(count), count.count(), Integer::sum));
        // By code: a list of units by the number of their problems would be a ranking.
        return sums.entrySet().stream()
                .map(sum -> new Choice(sum.getKey(), label.apply(sum.getKey()), sum.getValue()))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
    }

    /** The gravest first. */
    private List<Choice> severities(List<Count> counts) {
        return choices(counts, Count::severity, code -> sentences.of("stalled.severity." + code)).stream()
                .sorted(Comparator.comparing(
                        choice -> Severity.valueOf(choice.code().toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static boolean matches(Count count, Map<String, String> codes) {
        return codes.getOrDefault("cause", count.cause()).equals(count.cause())
                && codes.getOrDefault("severity", count.severity()).equals(count.severity())
                && (!codes.containsKey("unit") || codes.get("unit").equals(count.unit()))
                && (!codes.containsKey("level") || codes.get("level").equals(count.level()))
                && (!codes.containsKey("programme") || codes.get("programme").equals(count.programme()));
    }

    private String nameOfProgramme(String code) {
        return programmes.programme(code).map(Programme::name).orElse(code);
    }

    // --- rows --------------------------------------------------------------------------------------------------------

    private List<Item> items(Seen seen, List<Row> rows) {
        List<StalledList.Pause> pauses = list.pauses(rows.size() > FILE / 10 ? List.of() : rows);
        return rows.stream().map(row -> item(seen, row, pauses)).toList();
    }

    private Item item(Seen seen, Row row, List<StalledList.Pause> pauses) {
        Instant now = clock.instant();
        Counting counting = new Counting(row.campus(), row.vacationsCount());
        LocalDate since = StalledList.day(row.since(), hours.zone());
        ClockReading level = row.enteredAt() == null
                ? null
                : calendar.read(row.enteredAt(), null, row.dueAt(), counting, own(pauses, row, false), now);
        ClockReading whole = row.raisedAt() == null
                ? null
                : calendar.read(row.raisedAt(), null, null, counting, own(pauses, row, true), now);
        return new Item(
                row.number(),
                row.cause(),
                sentences.of("stalled.cause." + row.cause()),
                row.severity(),
                row.level() == null ? null : words.label("level", row.level()),
                row.unit() == null ? null : university.nameOfUnit(row.unit()),
                sentences.of("stalled.why." + row.cause(), arguments(row)),
                since,
                calendar.workingDays(since.plusDays(1), LocalDate.ofInstant(now, hours.zone()), counting),
                StalledList.day(level == null ? null : level.deadline(), hours.zone()),
                level == null ? null : level.daysLeft(),
                whole == null ? null : whole.ordinal(),
                sentences.of("stalled.unblock." + row.cause(), arguments(row)),
                seen.maySeeNames(row.supervisor())
                        ? row.people().stream().map(university::nameOf).toList()
                        : List.of());
    }

    private static List<Pause> own(List<StalledList.Pause> pauses, Row row, boolean wholeCase) {
        List<Pause> own = new ArrayList<>();
        pauses.stream()
                .filter(pause -> pause.number().equals(row.number()))
                .filter(pause -> wholeCase ? pause.wholeCase() : Objects.equals(pause.handling(), row.handling()))
                .forEach(pause -> own.add(new Pause(pause.from(), pause.to(), pause.reason())));
        return own;
    }

    /** The unit, the one that answers for it, the one that supervises it, how often, and what else was seen. */
    private Object[] arguments(Row row) {
        return new Object[] {
            name(row.unit()),
            name(row.answeringUnit()),
            name(row.supervisor()),
            row.amount(),
            row.detail() == null ? "" : university.nameOfUnit(row.detail())
        };
    }

    private String name(String unit) {
        return unit == null ? sentences.of("stalled.no-unit") : university.nameOfUnit(unit);
    }
}
