package org.shangda.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Term;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.programme.Rules;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** What today's roster, the tables and the calendar tell. Of thousands of cases the few units are asked about. */
@Component
class RosterCauses implements Causes {

    private final StandingHandlings handlings;
    private final University university;
    private final Rules rules;
    private final StalledWhen thresholds;
    private final WorkingCalendar calendar;
    private final AcademicTerms terms;
    private final OfficeHours hours;

    RosterCauses(
            StandingHandlings handlings,
            University university,
            Rules rules,
            StalledWhen thresholds,
            WorkingCalendar calendar,
            AcademicTerms terms,
            OfficeHours hours) {
        this.handlings = handlings;
        this.university = university;
        this.rules = rules;
        this.thresholds = thresholds;
        this.calendar = calendar;
        this.terms = terms;
        this.hours = hours;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                new CauseRule(Cause.VACANT, Pace.MINUTE, Measure.ALWAYS, now -> vacant()),
                new CauseRule(Cause.SELF_SUPERVISED, Pace.PROOF, Measure.ALWAYS, now -> selfSupervised()),
                new CauseRule(Cause.NOBODY_ABOVE, Pace.PROOF, Measure.ALWAYS, now -> nobodyAbove()),
                new CauseRule(Cause.TABLE_UNIT_UNKNOWN, Pace.MINUTE, Measure.ALWAYS, now -> unknownUnits()),
                new CauseRule(Cause.CALENDAR_ENDS, Pace.MINUTE, Measure.ALWAYS, this::calendarEnds),
                new CauseRule(Cause.TERMS_END, Pace.MINUTE, Measure.ALWAYS, this::termsEnd));
    }

    /** Another unit answers because nobody holds a post: on record since then, and so by today's roster. */
    private List<Sighting> vacant() {
        Set<String> vacant = handlings.distinct("unit", "vacant_since is not null").stream()
                .map(one -> one.get(0))
                .filter(university::isVacant)
                .collect(Collectors.toSet());
        return vacant.isEmpty()
                ? List.of()
                : handlings.seen(
                        "h.vacant_since",
                        "0",
                        "null",
                        "where h.vacant_since is not null and h.unit in (:units)",
                        Map.of("units", vacant));
    }

    /** Whoever would hear of its lateness is who is late. */
    private List<Sighting> selfSupervised() {
        List<List<String>> same = handlings.distinct("answering_unit, supervisor", "1 = 1").stream()
                .filter(one -> university.unit(one.get(1)).isPresent())
                .filter(one -> university
                        .handlersOf(one.get(1), Set.of())
                        .unit()
                        .code()
                        .equals(one.get(0)))
                .toList();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < same.size(); i++) {
            conditions.add("h.answering_unit = :answering" + i + " and h.supervisor = :supervisor" + i);
            values.put("answering" + i, same.get(i).get(0));
            values.put("supervisor" + i, same.get(i).get(1));
        }
        return same.isEmpty()
                ? List.of()
                : handlings.seen("h.entered_at", "0", "null", "where " + String.join(" or ", conditions), values);
    }

    private List<Sighting> nobodyAbove() {
        Set<String> unknown = handlings.distinct("supervisor", "1 = 1").stream()
                .map(one -> one.get(0))
                .filter(unit -> university.unit(unit).isEmpty())
                .collect(Collectors.toSet());
        return unknown.isEmpty()
                ? List.of()
                : handlings.seen(
                        "h.entered_at",
                        "0",
                        "h.supervisor",
                        "where h.supervisor in (:unknown)",
                        Map.of("unknown", unknown));
    }

    private List<Sighting> unknownUnits() {
        Set<String> today = university.units().stream().map(Unit::code).collect(Collectors.toSet());
        return rules.unitsNamed().stream()
                .filter(unit -> !today.contains(unit))
                .map(unit -> new Sighting(unit, null, null, 0, unit, Standing.at(null)))
                .toList();
    }

    private List<Sighting> calendarEnds(Instant now) {
        return ends(Cause.CALENDAR_ENDS, "calendar", LocalDate.of(calendar.knownUntil(), 12, 31), now);
    }

    private List<Sighting> termsEnd(Instant now) {
        List<Term> known = terms.all();
        LocalDate last =
                known.isEmpty() ? LocalDate.EPOCH : known.get(known.size() - 1).to();
        return ends(Cause.TERMS_END, "terms", last, now);
    }

    /** @param last the last day that is known; told so many days ahead */
    private List<Sighting> ends(Cause cause, String item, LocalDate last, Instant now) {
        Instant from =
                hours.openingOf(last.minusDays(thresholds.of(cause, "", "", "").n()));
        return from.isAfter(now)
                ? List.of()
                : List.of(new Sighting(item, null, from, 0, last.toString(), Standing.at(null)));
    }
}
