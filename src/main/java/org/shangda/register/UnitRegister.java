package org.shangda.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.Glances;
import org.shangda.concern.Reach;
import org.shangda.concern.Sight;
import org.shangda.monitoring.Line;
import org.shangda.monitoring.Reader;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.register.RegisterRows.Row;
import org.shangda.register.Visits.Count;
import org.shangda.register.Visits.Visit;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 台账: what a unit has received and what became of it. It is for who answers for the unit and for those on its line above it,
 * who are told dates and results; a title is told to whoever may read the concern today (adr/0064).
 */
@Service
@Transactional(readOnly = true)
public class UnitRegister {

    private final Line line;
    private final Visits visits;
    private final RegisterRows rows;
    private final Spans spans;
    private final Reach reach;
    private final Glances glances;
    private final University university;
    private final Words words;
    private final Sentences say;

    UnitRegister(
            Line line,
            Visits visits,
            RegisterRows rows,
            Spans spans,
            Reach reach,
            Glances glances,
            University university,
            Words words,
            Sentences say) {
        this.line = line;
        this.visits = visits;
        this.rows = rows;
        this.spans = spans;
        this.reach = reach;
        this.glances = glances;
        this.university = university;
        this.words = words;
        this.say = say;
    }

    /** A register that somebody may open. @param mine whether they answer for the unit */
    public record Register(String unit, String name, boolean mine) {}

    /**
     * @param categories how many there are of each, before the list is narrowed
     * @param results the same
     * @param page from 0
     */
    public record Page(
            String unit,
            String name,
            List<Choice> periods,
            List<Counted> categories,
            List<Counted> results,
            int total,
            int page,
            int pages,
            List<Row> rows) {}

    public record Counted(String value, String label, int count) {}

    /** Of the units that the person answers for, then those on their line. */
    public List<Register> registers(String person) {
        Reader reader = reader(person);
        return university.units().stream()
                .filter(unit -> reader.sees(unit.code()))
                .map(unit -> new Register(unit.code(), unit.name(), reader.answersFor(unit.code())))
                .sorted(Comparator.comparing((Register register) -> !register.mine())
                        .thenComparing(Register::name))
                .toList();
    }

    /** @throws Refusal for a unit that is not the reader's, as for one that does not exist, and for a filter that there is not */
    public Page page(String unit, String person, Wanted wanted) {
        String name = readable(unit, person);
        Sight sight = reach.sight(person);
        Conditions narrowed = visits.narrowed(all(unit, sight, wanted), sight, wanted);
        List<Count> counts = visits.counts(all(unit, sight, wanted));
        int total = visits.count(narrowed);
        int page = wanted.pageOf(total);
        List<Visit> found = visits.rows(narrowed, page * Wanted.ROWS, Wanted.ROWS);
        return new Page(
                unit,
                name,
                DoneList.periods(say),
                counted(counts, Count::category, code -> words.label("category", code)),
                counted(counts, Count::result, code -> say.of("outcome." + code)),
                total,
                page,
                Wanted.pages(total),
                rows.of(found, titles(found, person)));
    }

    /** The same rows as a workbook. */
    public byte[] workbook(String unit, String person, Wanted wanted) {
        String name = readable(unit, person);
        Sight sight = reach.sight(person);
        Conditions narrowed = visits.narrowed(all(unit, sight, wanted), sight, wanted);
        Wanted.requireFitsAFile(visits.count(narrowed));
        List<Visit> found = visits.rows(narrowed, 0, Wanted.MOST_IN_A_FILE);
        return rows.workbook(say.of("register.title", name), rows.of(found, titles(found, person)));
    }

    private Conditions all(String unit, Sight sight, Wanted wanted) {
        return Visits.of(unit, sight, spans.of(wanted.period()), spans.now());
    }

    private Map<String, String> titles(List<Visit> found, String person) {
        return glances.titles(person, found.stream().map(Visit::number).toList());
    }

    private String readable(String unit, String person) {
        return university
                .unit(unit)
                .filter(one -> reader(person).sees(one.code()))
                .map(Unit::name)
                .orElseThrow(() -> Refusal.notFound("register.not-yours"));
    }

    private Reader reader(String person) {
        return line.of(person, Reader.Power.NONE);
    }

    private static List<Counted> counted(
            List<Count> counts, Function<Count, String> by, Function<String, String> label) {
        Map<String, Integer> many =
                counts.stream().collect(Collectors.groupingBy(by, Collectors.summingInt(Count::many)));
        List<Counted> counted = new ArrayList<>();
        Stream.concat(Visits.RESULTS.stream(), many.keySet().stream().sorted())
                .distinct()
                .filter(many::containsKey)
                .forEach(code -> counted.add(new Counted(code, label.apply(code), many.get(code))));
        return counted;
    }
}
