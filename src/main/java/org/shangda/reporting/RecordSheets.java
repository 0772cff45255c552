package org.shangda.reporting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.refusal.Refusal;
import org.shangda.reporting.Semesters.Semester;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The member's handbook (T10) and the leaders' record form (J29) of one person, a branch or a college, filled in from what
 * was recorded. A note is printed only when it is confirmed; nobody sees more of a contact here than elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class RecordSheets {

    /** Rows in one file: some 500 pages, and seconds of work. A larger unit prints its branches one by one. */
    static final int MOST_ROWS = 5_000;

    private final Pairs pairs;
    private final University university;
    private final Semesters semesters;
    private final Words words;
    private final JdbcClient jdbc;
    private final WordRecords word;
    private final PdfRecords pdf;

    RecordSheets(
            Pairs pairs,
            University university,
            Semesters semesters,
            Words words,
            JdbcClient jdbc,
            WordRecords word,
            PdfRecords pdf) {
        this.pairs = pairs;
        this.university = university;
        this.semesters = semesters;
        this.words = words;
        this.jdbc = jdbc;
        this.word = word;
        this.pdf = pdf;
    }

    /**
     * @param whose staff number of a person, or code of a branch or college
     * @param term code of a term, or null for the one under way
     * @throws Refusal for a caller who may not have it, as for somebody who does not exist; and when it is too large
     */
    public byte[] word(String whose, String term, String caller) {
        return word.write(file(whose, term, caller));
    }

    /** As {@link #word}. */
    public byte[] pdf(String whose, String term, String caller) {
        return pdf.write(file(whose, term, caller));
    }

    RecordFile file(String whose, String term, String caller) {
        String name = readableName(whose, caller);
        Semester semester = semesters.semesterOrPresent(term);
        Map<String, List<Held>> held = held(carriers(whose), semester);
        List<RecordSheet> sheets = carriers(whose).stream()
                .flatMap(carrier -> sheets(carrier, held.getOrDefault(carrier, List.of()), semester))
                .toList();
        RecordFile file = new RecordFile(name, semester.term().name(), sheets);
        if (sheets.isEmpty()) {
            throw Refusal.notFound("record.none-in-term", semester.term().name());
        }
        if (file.rows() > MOST_ROWS) {
            throw Refusal.invalid("record.too-many-rows", file.rows(), MOST_ROWS);
        }
        return file;
    }

    /** The person; or everybody of the unit: records are kept where the carrier belongs, not the colleague. */
    private List<String> carriers(String whose) {
        return university.unit(whose).isEmpty()
                ? List.of(whose)
                : university.people().stream()
                        .filter(person -> belongs(person.branch(), whose))
                        .map(Person::id)
                        .sorted()
                        .toList();
    }

    /** The pairs that somebody carries, and those that have gone to another carrier since. */
    private Stream<RecordSheet> sheets(String carrier, List<Held> held, Semester semester) {
        Map<String, List<Held>> byPair = held.stream().collect(groupingBy(Held::pair));
        Map<String, Pair> carried = new TreeMap<>();
        byPair.keySet().forEach(number -> pairs.pair(number).ifPresent(pair -> carried.put(number, pair)));
        pairs.carriedBy(carrier, semester.from(), semester.to()).forEach(pair -> carried.put(pair.number(), pair));
        return carried.values().stream()
                .sorted(Comparator.comparing(Pair::relation).thenComparing(Pair::number))
                .map(pair -> sheet(carrier, pair, byPair.getOrDefault(pair.number(), List.of())));
    }

    // --- who may -----------------------------------------------------------------------------------------------------

    /** Everybody their own; whoever answers for a branch or college that of its people. */
    private String readableName(String whose, String caller) {
        boolean branchOrCollege = university
                .unit(whose)
                .filter(unit -> unit.kind().equals("branch") || unit.kind().equals("college"))
                .isPresent();
        boolean may = branchOrCollege
                ? answersAbove(whose, caller)
                : whose.equals(caller)
                        || university
                                .person(whose)
                                .filter(person -> answersAbove(person.branch(), caller))
                                .isPresent();
        if (!may) {
            throw Refusal.notFound("record.not-found");
        }
        return branchOrCollege ? university.unit(whose).map(Unit::name).orElseThrow() : university.nameOf(whose);
    }

    /** The branch's line up to the college. */
    private boolean answersAbove(String unit, String caller) {
        var answered = university.unitsAnsweredBy(caller);
        return answered.contains(unit)
                || university
                        .collegeOf(unit)
                        .map(Unit::code)
                        .filter(answered::contains)
                        .isPresent();
    }

    private boolean belongs(String branch, String unit) {
        return branch.equals(unit)
                || university.unit(branch).isPresent()
                        && university
                                .collegeOf(branch)
                                .map(Unit::code)
                                .filter(unit::equals)
                                .isPresent();
    }

    // --- what is on a sheet ------------------------------------------------------------------------------------------

    private RecordSheet sheet(String carrier, Pair pair, List<Held> held) {
        boolean leader = !pair.relation().equals("member-person");
        String post = university.officesOf(carrier).stream()
                .map(Office::title)
                .distinct()
                .collect(joining("、"));
        return new RecordSheet(
                leader,
                university.nameOf(carrier),
                post,
                pair.colleague() == null ? university.nameOfUnit(pair.branch()) : "",
                pair.colleague() == null ? "" : university.nameOf(pair.colleague()),
                held.stream().map(this::row).toList());
    }

    private RecordSheet.Row row(Held held) {
        List<String> what = new ArrayList<>();
        String topics = labels("topic", held.topics());
        what.add(words.inChinese("way", held.way()) + (topics.isEmpty() ? "" : "：" + topics));
        if (!held.actions().isEmpty()) {
            what.add(labels("action", held.actions()));
        }
        if (held.note() != null) {
            what.add(held.note());
        }
        return new RecordSheet.Row(held.day(), what);
    }

    private String labels(String kind, String codes) {
        return java.util.Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> words.inChinese(kind, code))
                .collect(joining("、"));
    }

    /** @param note null unless it is confirmed */
    private record Held(
            String carrier, String pair, LocalDate day, String way, String topics, String actions, String note) {}

    /** By carrier. */
    private Map<String, List<Held>> held(List<String> carriers, Semester semester) {
        if (carriers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select carrier, pairing, held_on, way, topics, actions, confirmed_note from contacts_held"
                        + " where carrier in (:carriers) and held_on between :from and :to order by held_on, id")
                .param("carriers", carriers)
                .param("from", semester.from())
                .param("to", semester.to())
                .query((row, n) -> new Held(
                        row.getString("carrier"),
                        row.getString("pairing"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("way"),
                        row.getString("topics"),
                        row.getString("actions"),
                        row.getString("confirmed_note")))
                .list()
                .stream()
                .collect(groupingBy(Held::carrier));
    }
}
