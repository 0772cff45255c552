package org.shangda.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The programmes as the tables had them a moment ago: whose duties are opened asks thousands of times. */
@Component
class CurrentProgrammes implements Programmes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** After this time another node's decision is noticed. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final ProgrammeTables tables;
    private final Rules rules;
    private final DutyRules duties;
    private final University university;
    private final Inputs inputs;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile Known known;

    @Autowired
    CurrentProgrammes(
            ProgrammeTables tables, Rules rules, DutyRules duties, University university, Inputs inputs, Clock clock) {
        this(tables, rules, duties, university, inputs, clock, System::nanoTime);
    }

    CurrentProgrammes(
            ProgrammeTables tables,
            Rules rules,
            DutyRules duties,
            University university,
            Inputs inputs,
            Clock clock,
            LongSupplier nanoTime) {
        this.tables = tables;
        this.rules = rules;
        this.duties = duties;
        this.university = university;
        this.inputs = inputs;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public Programme inForce(String college, LocalDate day) {
        Known now = known();
        return now.inForce(college, day).or(() -> now.inForce(EVERY_OTHER, day)).orElseGet(now::earliest);
    }

    @Override
    public Optional<Programme> programme(String code) {
        return Optional.ofNullable(known().programmes().get(code));
    }

    @Override
    public List<Programme> all() {
        return known().all();
    }

    @Override
    public List<ProgrammeUse> uses() {
        return known().uses();
    }

    @Override
    public void use(String college, String programme, LocalDate from, String by) {
        if (!college.equals(EVERY_OTHER)
                && university.units().stream()
                        .noneMatch(unit ->
                                unit.code().equals(college) && unit.kind().equals("college"))) {
            throw Refusal.invalid("programme.college-unknown");
        }
        Programme chosen = programme(programme).orElseThrow(() -> Refusal.invalid("programme.unknown"));
        requireDay(from, "programme.from");
        if (from.isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("programme.from-passed");
        }
        if (from.isBefore(chosen.from()) || chosen.to() != null && from.isAfter(chosen.to())) {
            throw chosen.to() == null
                    ? Refusal.invalid("programme.not-yet-valid", chosen.from().toString())
                    : Refusal.invalid(
                            "programme.not-valid",
                            chosen.from().toString(),
                            chosen.to().toString());
        }
        if (!duties.covers(programme)) {
            throw Refusal.conflict("programme.without-duties", programme);
        }
        try {
            tables.use(new ProgrammeUse(college, programme, from), by);
        } catch (DuplicateKeyException simultaneous) {
            throw Refusal.conflict("programme.busy");
        }
        refresh();
    }

    @Override
    public void add(Programme programme, String by) {
        inputs.check(programme);
        if (!CODE.matcher(programme.code()).matches()
                || !CODE.matcher(programme.family()).matches()) {
            throw Refusal.invalid("programme.code");
        }
        requireDay(programme.from(), "programme.from");
        if (programme.to() != null) {
            requireDay(programme.to(), "programme.to");
            if (programme.to().isBefore(programme.from())) {
                throw Refusal.invalid("programme.to");
            }
        }
        try {
            tables.add(programme, by);
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("programme.code-taken", programme.code());
        }
        refresh();
    }

    @Override
    public boolean decidedBy(String person) {
        String anyProgramme = inForce(EVERY_OTHER, LocalDate.now(clock)).code();
        return rules.levelUnit(new Situation(anyProgramme, "organization-department", "first", "problem"))
                .filter(department -> university.unitsAnsweredBy(person).contains(department.unit()))
                .isPresent();
    }

    private static void requireDay(LocalDate day, String code) {
        if (day == null || day.getYear() < 2000 || day.getYear() > 2099) {
            throw Refusal.invalid(code);
        }
    }

    private Known known() {
        Known now = known;
        return now == null || nanoTime.getAsLong() - now.readAt() >= FRESH_NANOS ? refresh() : now;
    }

    /** Synchronized so that an older state never overtakes a newer one. */
    private synchronized Known refresh() {
        known = Known.of(tables.programmes(), tables.uses(), nanoTime.getAsLong());
        return known;
    }

    /**
     * What the tables said when they were last read.
     *
     * @param programmes by code
     * @param chosen what a college follows, by college and first day
     */
    private record Known(
            List<Programme> all,
            List<ProgrammeUse> uses,
            Map<String, Programme> programmes,
            Map<String, NavigableMap<LocalDate, Programme>> chosen,
            long readAt) {

        static Known of(List<Programme> all, List<ProgrammeUse> uses, long readAt) {
            Map<String, Programme> programmes = all.stream().collect(toMap(Programme::code, Function.identity()));
            return new Known(
                    List.copyOf(all),
                    List.copyOf(uses),
                    programmes,
                    uses.stream()
                            .collect(groupingBy(
                                    ProgrammeUse::college,
                                    toMap(
                                            ProgrammeUse::from,
                                            use -> programmes.get(use.programme()),
                                            (one, other) -> other,
                                            TreeMap::new))),
                    readAt);
        }

        Optional<Programme> inForce(String college, LocalDate day) {
            NavigableMap<LocalDate, Programme> ofCollege = college == null ? null : chosen.get(college);
            return Optional.ofNullable(ofCollege)
                    .map(uses -> uses.floorEntry(day))
                    .map(Map.Entry::getValue);
        }

        /** For a day before the first default began. */
        Programme earliest() {
            return chosen.get(EVERY_OTHER).firstEntry().getValue();
        }
    }
}
