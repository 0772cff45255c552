package org.shangda.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shangda.numbering.CaseNumbers;
import org.shangda.numbering.Monitors;
import org.shangda.numbering.Submissions;
import org.shangda.pairing.ListReader.Column;
import org.shangda.pairing.Matching.Proposal;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Text;
import org.shangda.tables.Dates;
import org.shangda.tables.Remark;
import org.shangda.tables.Table;
import org.shangda.tables.Unreadable;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Pairs that a college forms or takes over many at a time (Z07, Z12, Z13). */
@Service
@Transactional
public class WaveService {

    /** More rows than this nobody looks through in a form; a file may have more. */
    static final int MOST = 60;

    private static final int MOST_UNLESS_SAID = 20;

    private final CaseNumbers numbers;
    private final Submissions submissions;
    private final Monitors monitors;
    private final Waves waves;
    private final Forming forming;
    private final PairingProcess process;
    private final Designations designations;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final People people;
    private final University university;
    private final Sentences sentences;
    private final ApplicationEventPublisher events;
    private final Inputs inputs;

    WaveService(
            Waves waves,
            Forming forming,
            PairingProcess process,
            Designations designations,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            People people,
            University university,
            Sentences sentences,
            ApplicationEventPublisher events,
            Inputs inputs,
            CaseNumbers numbers,
            Submissions submissions,
            Monitors monitors) {
        this.numbers = numbers;
        this.submissions = submissions;
        this.monitors = monitors;
        this.waves = waves;
        this.forming = forming;
        this.process = process;
        this.designations = designations;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.people = people;
        this.university = university;
        this.sentences = sentences;
        this.events = events;
        this.inputs = inputs;
    }

    // --- planning ----------------------------------------------------------------------------------------------------

    /**
     * A wave as it is planned.
     *
     * @param name by which those who arrange it know it
     * @param relation {@code member-person}, {@code leader-person} or {@code leader-branch}
     * @param categories whom it is for; empty for everybody
     * @param most at most so many pairs, 1 to {@value #MOST}
     * @param kind {@code new} or {@code existing}
     * @param list rows pasted from a spreadsheet. New: 联系对象, 类别 (who is found to be what). Existing: 党员, 联系对象,
     *     结对日期, 类别
     * @param unit name or code of the college; may be left out by whoever answers for one only
     */
    public record Plan(
            @Text(max = 100) String name,
            @Text(max = 40) String relation,
            List<@Text(max = 40) String> categories,
            @Text(max = 5, required = false) String most,
            @Text(max = 40) String kind,
            @Text(max = 20_000, required = false) String list,
            @Text(max = 100, required = false) String unit) {}

    /** @return the wave's number */
    public String plan(String caller, Plan plan) {
        inputs.check(plan);
        Unit college = arrangers.college(caller, plan.unit());
        String programme = programmeOf(college.code());
        Relation relation = Relation.of(plan.relation());
        if (census.categories(programme, relation).isEmpty()) {
            throw Refusal.invalid("pairing.wave.relation-unknown");
        }
        Wave wave = new Wave(numbers.next("PR"), plan.name().strip(), kind(plan.kind()), caller, census.now());
        wave.of(college.code(), programme, relation);
        wave.replace(wave.kind() == Wave.Kind.EXISTING ? existing(wave, caller, plan) : proposed(wave, caller, plan));
        waves.save(wave);
        return wave.number();
    }

    private static Wave.Kind kind(String code) {
        return switch (code) {
            case "new" -> Wave.Kind.NEW;
            case "existing" -> Wave.Kind.EXISTING;
            default -> throw Inputs.unknown("kind");
        };
    }

    private List<WaveRow> proposed(Wave wave, String caller, Plan plan) {
        if (plan.list() != null && !plan.list().isBlank()) {
            for (ListReader.Row row : rows(plan.list(), List.of(Column.COLLEAGUE, Column.CATEGORY))) {
                inRow(row.number(), () -> {
                    designate(
                            caller,
                            wave.unit(),
                            people.meant(row.text(Column.COLLEAGUE), "partner"),
                            category(wave, row));
                    return null;
                });
            }
        }
        Set<String> chosen = chosen(wave, plan.categories());
        int most = most(plan.most());
        Loads loads = census.loads(null);
        List<Partner> uncovered = census.partners(wave.unit(), wave.programme(), wave.relation()).stream()
                .filter(partner -> chosen.isEmpty() || chosen.contains(partner.category()))
                .filter(partner -> loads.carriersOf(wave.relation(), partner.key()) == 0)
                .filter(partner -> census.pausedUntil(partner.key()).isEmpty())
                .toList();
        if (uncovered.isEmpty()) {
            throw Refusal.invalid("pairing.wave.nobody-uncovered");
        }
        List<Proposal> proposals = Matching.propose(
                wave.relation(),
                uncovered,
                census.carriers(),
                category -> census.rule(wave.programme(), wave.relation(), category),
                loads,
                arrangers.arranger(caller, wave.unit()),
                most);
        List<WaveRow> rows = new ArrayList<>();
        Set<String> served = new HashSet<>();
        proposals.forEach(one -> {
            served.add(one.partner().key());
            rows.add(new WaveRow(
                            one.partner().key(), one.carrier(), one.partner().category(), null, true)
                    .because(one.why(), one.argument()));
        });
        // Whom the rules leave nobody: the college sees them, and may name somebody.
        uncovered.stream()
                .filter(partner -> !served.contains(partner.key()))
                .limit(Math.max(0, most - rows.size()))
                .forEach(partner -> rows.add(
                        new WaveRow(partner.key(), null, partner.category(), null, false).because("nobody", null)));
        return rows;
    }

    private Set<String> chosen(Wave wave, List<String> categories) {
        if (categories == null) {
            return Set.of();
        }
        List<String> known = census.categories(wave.programme(), wave.relation());
        for (String category : categories) {
            if (!known.contains(category)) {
                throw Refusal.invalid("pairing.wave.category-unknown", label(category));
            }
        }
        return Set.copyOf(categories);
    }

    private static int most(String typed) {
        if (typed == null || typed.isBlank()) {
            return MOST_UNLESS_SAID;
        }
        if (!typed.strip().matches("[1-9]\\d?") || Integer.parseInt(typed.strip()) > MOST) {
            throw Refusal.invalid("pairing.wave.most", MOST);
        }
        return Integer.parseInt(typed.strip());
    }

    private List<WaveRow> existing(Wave wave, String caller, Plan plan) {
        if (plan.list() == null || plan.list().isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label("list"));
        }
        List<ListReader.Row> rows =
                rows(plan.list(), List.of(Column.CARRIER, Column.COLLEAGUE, Column.SINCE, Column.CATEGORY));
        if (rows.size() > MOST) {
            throw Refusal.invalid("pairing.wave.too-many-rows", MOST);
        }
        Arranger arranger = arrangers.arranger(caller, wave.unit());
        List<WaveRow> read = new ArrayList<>();
        for (ListReader.Row row : rows) {
            read.add(inRow(row.number(), () -> existing(wave, caller, arranger, row)));
        }
        return read;
    }

    private WaveRow existing(Wave wave, String caller, Arranger arranger, ListReader.Row row) {
        Partner partner = partner(wave, row.text(Column.COLLEAGUE), category(wave, row));
        Person carrier = people.meant(row.text(Column.CARRIER), "partner");
        forming.requireArranger(wave.programme(), wave.relation(), carrier, partner, arranger);
        if (partner.colleague() != null && !row.text(Column.CATEGORY).isEmpty()) {
            designate(
                    caller, wave.unit(), university.person(partner.colleague()).orElseThrow(), partner.category());
        }
        return new WaveRow(partner.key(), carrier.id(), partner.category(), since(row.text(Column.SINCE)), true);
    }

    private LocalDate since(String written) {
        return Dates.read(written == null ? "" : written)
                .filter(day -> !day.isAfter(census.today()))
                .orElseThrow(() -> Refusal.invalid("pairing.since"));
    }

    private List<ListReader.Row> rows(String pasted, List<Column> order) {
        try {
            return ListReader.pasted(pasted, order);
        } catch (Unreadable unreadable) {
            throw Refusal.invalid(unreadable.code(), unreadable.arguments());
        }
    }

    /** As the table's code or as its name; empty for what the person is found to be, or everybody else. */
    private String category(Wave wave, ListReader.Row row) {
        return category(wave, row.text(Column.CATEGORY));
    }

    private String category(Wave wave, String written) {
        if (written == null || written.isEmpty()) {
            return "";
        }
        if (written.equals(Designation.TALENT) || written.equals(sentences.inChinese("post." + Designation.TALENT))) {
            return Designation.TALENT;
        }
        return census.categories(wave.programme(), wave.relation()).stream()
                .filter(code -> code.equals(written)
                        || sentences.inChinese("group." + code).equals(written))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pairing.category-unknown", written));
    }

    /** 「党员高层次人才」 is found of members, every other category of those who are to be linked. */
    private void designate(String caller, String college, Person person, String category) {
        if (category.isEmpty()) {
            throw Refusal.invalid("text.missing", Inputs.label("category"));
        }
        if (university
                .collegeOf(person.branch())
                .map(Unit::code)
                .filter(college::equals)
                .isEmpty()) {
            throw Refusal.invalid("pairing.not-of-the-college", person.name());
        }
        boolean known = designations.findByPerson(person.id()).stream()
                .anyMatch(one -> one.category().equals(category));
        if (!known) {
            designations.save(new Designation(person.id(), category, caller, census.today()));
        }
    }

    // --- reviewing ---------------------------------------------------------------------------------------------------

    /**
     * @param decision {@code save}, {@code send} or {@code drop}
     * @param pairs all rows, as changed
     */
    public record Review(@Text(max = 40) String decision, List<ReviewRow> pairs) {}

    /**
     * One row of the review.
     *
     * @param colleague name or number of the colleague, or the branch
     * @param member name or number of who is to carry the pair
     * @param category name or code of the table
     * @param since first day of an existing pair, otherwise empty
     * @param keep whether it is to be sent
     */
    public record ReviewRow(
            @Text(max = 100) String colleague,
            @Text(max = 100, required = false) String member,
            @Text(max = 40, required = false) String category,
            @Text(max = 40, required = false) String since,
            Boolean keep) {}

    /** @return {@code save}, {@code send} or {@code drop} */
    public String review(String number, String caller, Review review) {
        inputs.check(review);
        Wave wave = waves.get(number);
        requireArranger(caller, wave);
        Arranger arranger = arrangers.arranger(caller, wave.unit());
        switch (review.decision()) {
            case "save" -> wave.replace(read(wave, review.pairs(), arranger));
            case "send" -> {
                monitors.holdAll(wave);
                wave.replace(read(wave, review.pairs(), arranger));
                send(wave, arranger);
                wave.sent(caller, census.now());
            }
            case "drop" -> wave.drop();
            default -> throw Inputs.unknown("decision");
        }
        return review.decision();
    }

    private List<WaveRow> read(Wave wave, List<ReviewRow> rows, Arranger arranger) {
        if (rows == null || rows.isEmpty()) {
            throw Refusal.invalid("pairing.wave.no-rows");
        }
        if (rows.size() > MOST) {
            throw Refusal.invalid("pairing.wave.too-many-rows", MOST);
        }
        List<WaveRow> read = new ArrayList<>();
        for (ReviewRow row : rows) {
            read.add(inRow(read.size() + 1, () -> read(wave, row, arranger)));
        }
        return read;
    }

    private WaveRow read(Wave wave, ReviewRow row, Arranger arranger) {
        if (row == null) {
            throw Refusal.invalid("text.missing", Inputs.label("colleague"));
        }
        inputs.check(row);
        Partner partner = partner(wave, row.colleague(), category(wave, row.category()));
        boolean keep = Boolean.TRUE.equals(row.keep());
        boolean named = row.member() != null && !row.member().isBlank();
        if (keep && !named) {
            throw Refusal.invalid("text.missing", Inputs.label("member"));
        }
        Person carrier = named ? people.meant(row.member(), "partner") : null;
        if (carrier != null) {
            forming.requireArranger(wave.programme(), wave.relation(), carrier, partner, arranger);
        }
        WaveRow read = new WaveRow(
                partner.key(),
                carrier == null ? null : carrier.id(),
                partner.category(),
                wave.kind() == Wave.Kind.EXISTING ? since(row.since()) : null,
                keep);
        return wave.rows().stream()
                .filter(before ->
                        before.partner().equals(read.partner()) && Objects.equals(before.carrier(), read.carrier()))
                .findFirst()
                .map(before -> read.because(before.why(), before.whyArgument()))
                .orElse(read);
    }

    private Partner partner(Wave wave, String typed, String category) {
        if (wave.relation() == Relation.LEADER_BRANCH) {
            Unit branch = university.named(typed).units().stream()
                    .filter(unit -> unit.kind().equals("branch"))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("university.name-unknown", typed));
            return census.partner(branch);
        }
        Person person = people.meant(typed, "partner");
        return category.isEmpty()
                ? census.partner(person, wave.programme(), wave.relation())
                        .orElseThrow(() -> Refusal.invalid("pairing.category-not-given"))
                : census.partner(person, category);
    }

    // --- sending -----------------------------------------------------------------------------------------------------

    /** Every row is checked again; one that a rule forbids stops all. */
    private void send(Wave wave, Arranger arranger) {
        Loads loads = census.loads(null);
        int sent = 0;
        for (int i = 0; i < wave.rows().size(); i++) {
            WaveRow row = wave.rows().get(i);
            if (row.kept()) {
                inRow(i + 1, () -> form(wave, row, loads, arranger));
                sent++;
            }
        }
        if (sent == 0) {
            throw Refusal.invalid("pairing.wave.no-rows");
        }
    }

    private Turn form(Wave wave, WaveRow row, Loads loads, Arranger arranger) {
        Partner partner = partner(wave, row.partner(), row.category());
        requireCollege(wave, partner);
        Person person = university.person(row.carrier()).orElseThrow(() -> Refusal.invalid("pairing.carrier-left"));
        Forming.Checked checked = forming.check(wave.programme(), wave.relation(), person, partner, loads, arranger);
        loads.add(wave.relation(), partner.category(), person.id(), partner.key());
        Mode mode = wave.kind() == Wave.Kind.EXISTING ? Mode.IMPORTED : Mode.ASSIGNED;
        Pairing pairing = forming.pairing(wave.relation(), wave.programme(), partner, mode);
        pairing.inWave(wave.number());
        pairing.because(checked.why(), checked.argument(), checked.rule().clause());
        Turn turn = mode == Mode.IMPORTED
                ? importing(pairing, person, checked, row.since())
                : proposing(pairing, person, checked);
        process.setOut(turn);
        return turn;
    }

    private Turn importing(Pairing pairing, Person person, Forming.Checked checked, LocalDate since) {
        boolean told = pairing.colleague() != null;
        pairing.imported(person.id(), checked.office(), since, told ? forming.answerBy(pairing) : null);
        Turn turn = forming.store(pairing, told ? "tell" : "active");
        events.publishEvent(new PairBegan(pairing.pair()));
        return turn;
    }

    private Turn proposing(Pairing pairing, Person person, Forming.Checked checked) {
        if (pairing.colleague() == null) {
            pairing.agree(person.id(), checked.office(), forming.answerBy(pairing));
            return forming.store(pairing, "accept");
        }
        forming.requireWilling(pairing.colleague());
        pairing.propose(person.id(), checked.office(), forming.answerBy(pairing));
        return forming.store(pairing, "consent");
    }

    // --- importing a file --------------------------------------------------------------------------------------------

    /**
     * Takes over a college's existing pairs from a file, all or nothing.
     *
     * @param administrator whether the caller administers the system; others must answer for the college
     * @param relation of all rows; null for the one that the programme knows first
     * @param dryRun only says what would happen
     */
    public PairsReport run(
            String caller,
            boolean administrator,
            String collegeCode,
            String relation,
            InputStreamSource content,
            long size,
            boolean dryRun) {
        Unit college = administrator ? arrangers.known(collegeCode) : arrangers.college(caller, collegeCode);
        Arranger arranger = administrator ? Arranger.ofTheUniversity() : arrangers.arranger(caller, college.code());
        String programme = programmeOf(college.code());
        Table<Column> list;
        try {
            list = ListReader.read(content, size);
        } catch (Unreadable unreadable) {
            return new PairsReport(false, List.of(PairsReport.Row.of(unreadable.remark())));
        }
        List<PairsReport.Row> report = list.remarks().stream()
                // Columns that are not needed, every list has.
                .filter(remark -> remark.row() == 0 || remark.kind() != Remark.Kind.IGNORED)
                .map(PairsReport.Row::of)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!new PairsReport(false, report).clean()) {
            return new PairsReport(false, report);
        }
        Wave wave = new Wave(numbers.next("PR"), college.name(), Wave.Kind.EXISTING, caller, census.now());
        wave.of(college.code(), programme, relation(relation, programme));
        List<ListReader.Row> rows = ListReader.rows(list);
        Imported sent = new Imported(wave.unit(), wave.relation(), rows);
        if (!dryRun) {
            submissions.startedBy(caller, sent).ifPresent(number -> {
                throw Refusal.conflict("text.sent-just-now", number);
            });
            monitors.holdAll();
        }
        List<WaveRow> read = new ArrayList<>();
        Loads loads = census.loads(null);
        for (ListReader.Row row : rows) {
            try {
                WaveRow one = checked(wave, caller, row, loads, arranger);
                read.add(one);
                report.add(PairsReport.Row.taken(row.number(), row.text(Column.COLLEAGUE)));
            } catch (Refusal refused) {
                report.add(PairsReport.Row.problem(
                        row.number(), row.text(Column.COLLEAGUE), refused.code(), refused.arguments()));
            }
        }
        PairsReport result = new PairsReport(false, report);
        if (!result.clean() || dryRun) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return result;
        }
        wave.replace(read);
        waves.save(wave);
        send(wave, arranger);
        wave.sent(caller, census.now());
        submissions.started(caller, sent, wave.number());
        return new PairsReport(true, report);
    }

    /** What a second click sends again. */
    private record Imported(String college, Relation relation, List<ListReader.Row> rows) {}

    private WaveRow checked(Wave wave, String caller, ListReader.Row row, Loads loads, Arranger arranger) {
        WaveRow read = existing(wave, caller, arranger, row);
        Partner partner = partner(wave, read.partner(), read.category());
        requireCollege(wave, partner);
        Person carrier = university.person(read.carrier()).orElseThrow();
        forming.check(wave.programme(), wave.relation(), carrier, partner, loads, arranger);
        loads.add(wave.relation(), partner.category(), read.carrier(), partner.key());
        return read;
    }

    /** As asked for; unless said, the one that the programme knows first. */
    private Relation relation(String asked, String programme) {
        return Arrays.stream(Relation.values())
                .filter(one -> asked == null || one == Relation.of(asked))
                .filter(one -> !census.categories(programme, one).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pairing.wave.relation-unknown"));
    }

    private static void requireCollege(Wave wave, Partner partner) {
        if (!Objects.equals(partner.college(), wave.unit())) {
            throw Refusal.invalid("pairing.not-of-the-college", partner.key());
        }
    }

    // --- who arranges ------------------------------------------------------------------------------------------------

    private void requireArranger(String caller, Wave wave) {
        if (!arrangers.arranges(caller, wave.unit())) {
            throw Pairings.notFound();
        }
    }

    private String programmeOf(String college) {
        return programmes.inForce(college, census.today()).code();
    }

    private static DefaultMessageSourceResolvable label(String category) {
        return new DefaultMessageSourceResolvable(new String[] {"group." + category}, category);
    }

    private static <T> T inRow(int number, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            throw refused.inRow(number);
        }
    }
}
