package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.calendar.OfficeHours;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledList.Mine;
import org.shangda.monitoring.WeekSheet.Count;
import org.shangda.monitoring.WeekSheet.Longest;
import org.shangda.monitoring.WeekSheet.Week;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 停滞事项一周情况: the last seven days of the reader's line on one page of Word. What not everybody on the line may know of is in
 * none of it, because a sheet is handed round.
 */
@Service
@Transactional(readOnly = true)
public class StalledWeek {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LONGEST = 3;

    private final JdbcClient jdbc;
    private final StalledList list;
    private final StalledRows rows;
    private final StalledView view;
    private final Line line;
    private final University university;
    private final OfficeHours hours;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    StalledWeek(
            JdbcClient jdbc,
            StalledList list,
            StalledRows rows,
            StalledView view,
            Line line,
            University university,
            OfficeHours hours,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.jdbc = jdbc;
        this.list = list;
        this.rows = rows;
        this.view = view;
        this.line = line;
        this.university = university;
        this.hours = hours;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** How many of one cause at one level. */
    private record Some(String cause, String level, Count count) {}

    /** @throws org.shangda.refusal.Refusal for whoever may not read the list */
    public byte[] sheet(String person, Power power) {
        Reader reader = line.reading(person, power);
        Instant now = clock.instant();
        Instant from = now.minus(WEEK);
        List<Some> all = counted(reader, from);
        return new WeekSheet(sentences)
                .write(new Week(
                        who(reader),
                        day(from).toString(),
                        day(now).toString(),
                        view.proofHandedRound(reader),
                        byCause(all),
                        byLevel(all),
                        longest(reader)));
    }

    /** New, still there or not; settled, whenever it came; late now. */
    private List<Some> counted(Reader reader, Instant from) {
        Mine now = list.handedRound(reader);
        Map<String, Object> values = new HashMap<>(now.values());
        values.put("from", utc(from));
        return jdbc.sql("select cause, level, sum(came) as came, sum(settled) as settled, sum(late) as late from ("
                        + "select cause, level, case when found_at >= :from then 1 else 0 end as came, 0 as settled,"
                        + " case when severity = 'waiting' then 0 else 1 end as late from stalled where " + now.where()
                        + " union all select cause, level, case when found_at >= :from then 1 else 0 end, 1, 0"
                        + " from stalled_past where gone_at >= :from and "
                        + list.ofLine(reader).where()
                        + ") counted group by cause, level")
                .params(values)
                .query((row, n) -> new Some(
                        row.getString("cause"),
                        row.getString("level"),
                        new Count(row.getInt("came"), row.getInt("settled"), row.getInt("late"))))
                .list();
    }

    /** In the order of the list of causes: the order of their numbers would be a ranking. */
    private Map<String, Count> byCause(List<Some> all) {
        Map<String, Count> sums = sums(all, Some::cause);
        Map<String, Count> causes = new LinkedHashMap<>();
        Arrays.stream(Cause.values())
                .map(Cause::code)
                .filter(sums::containsKey)
                .forEach(code -> causes.put(sentences.of("stalled.cause." + code), sums.get(code)));
        return causes;
    }

    private Map<String, Count> byLevel(List<Some> all) {
        Map<String, Count> levels = new LinkedHashMap<>();
        sums(all, some -> some.level() == null ? "" : some.level())
                .forEach((code, count) -> levels.merge(
                        code.isEmpty() ? sentences.of("stalled.week.no-level") : words.label("level", code),
                        count,
                        Count::and));
        return levels;
    }

    private static Map<String, Count> sums(List<Some> all, Function<Some, String> part) {
        return all.stream()
                .filter(some -> !some.count().equals(new Count(0, 0, 0)))
                .collect(Collectors.toMap(part, Some::count, Count::and, TreeMap::new));
    }

    private List<Longest> longest(Reader reader) {
        Mine mine = list.handedRound(reader);
        Mine late = new Mine(mine.where() + " and severity <> 'waiting'", mine.values());
        StalledFilter bySince = new StalledFilter(null, null, null, null, null, null, "since", 0, null);
        return rows.items(reader, list.rows(late, bySince, 0, LONGEST), Map.of()).stream()
                .map(item -> new Longest(
                        Stream.of(item.number(), item.level(), item.unit())
                                .filter(Objects::nonNull)
                                .filter(Predicate.not(String::isBlank))
                                .collect(Collectors.joining(" · ")),
                        item.causeLabel(),
                        sentences.of("stalled.week.since", item.since().toString(), item.stoppedDays()),
                        item.unblock()))
                .toList();
    }

    private String who(Reader reader) {
        if (reader.isOperator()) {
            return sentences.of("stalled.week.everything");
        }
        Stream<String> units = reader.mine().isEmpty() ? inCharge(reader) : reader.mine().stream();
        return units.sorted().map(university::nameOfUnit).collect(Collectors.joining("、"));
    }

    /** The units of a leader in charge (分管), who answers for none; those below them go without saying. */
    private Stream<String> inCharge(Reader reader) {
        return university.units().stream()
                .filter(unit -> reader.below().contains(unit.code())
                        && !reader.below().contains(Objects.requireNonNullElse(unit.parent(), "")))
                .map(Unit::code);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, hours.zone());
    }
}
