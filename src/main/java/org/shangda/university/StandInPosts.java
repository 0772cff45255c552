package org.shangda.university;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 补位: names who answers for a unit meanwhile, where nobody heads or deputizes for it (adr/0061). Who may do so is for the
 * caller to say. No reason is asked for.
 */
@Service
@Transactional
public class StandInPosts {

    private final RosterTables tables;
    private final RosterChange change;
    private final CurrentUniversity university;
    private final People people;

    StandInPosts(RosterTables tables, RosterChange change, CurrentUniversity university, People people) {
        this.tables = tables;
        this.change = change;
        this.university = university;
        this.people = people;
    }

    /**
     * Somebody who answers for a unit meanwhile.
     *
     * @param unit code
     * @param person staff number
     * @param last last day
     * @param namedBy staff number
     */
    public record StandIn(String unit, String person, LocalDate last, String namedBy) {}

    /** In force today, in the order of the units' codes. */
    @Transactional(readOnly = true)
    public List<StandIn> inForce() {
        Roster roster = university.snapshot().roster();
        TreeMap<String, StandIn> byUnit = new TreeMap<>();
        roster.standIns().stream()
                .filter(one -> one.isInForce(roster, university.today()))
                .forEach(one -> byUnit.put(one.unit(), shown(one)));
        return List.copyOf(byUnit.values());
    }

    private static StandIn shown(StandInPost one) {
        return new StandIn(one.unit(), one.person(), one.last(), one.namedBy());
    }

    @Transactional(readOnly = true)
    public Optional<StandIn> of(String unit) {
        return inForce().stream().filter(one -> one.unit().equals(unit)).findAny();
    }

    /** Whether nobody but a stand-in heads the unit or deputizes for it today. */
    @Transactional(readOnly = true)
    public boolean nobodySigns(String unit) {
        Roster roster = university.snapshot().roster();
        return roster.units().containsKey(unit) && StandInPost.isNeeded(unit, roster, university.today());
    }

    /** Whether nobody but a stand-in answers for the unit today. A branch's clerks, if any, do not. */
    @Transactional(readOnly = true)
    public boolean nobodyAnswers(String unit) {
        return nobodySigns(unit)
                && (university.holders(unit, Role.CLERK.code()).isEmpty()
                        || university
                                .unit(unit)
                                .filter(one -> one.kind().equals(UnitKind.BRANCH.code()))
                                .isPresent());
    }

    /**
     * From today on, in the place of whoever was named before. The unit's open work goes there at once.
     *
     * @param person staff number, or a name that is the only one
     * @param last today or later, at most six months ahead
     * @throws Refusal when the unit has a head or deputy, or the person or the day cannot be
     */
    public StandIn name(String by, String unit, String person, LocalDate last) {
        Person meant = people.meant(person, "person");
        LocalDate today = university.today();
        if (last.isBefore(today) || last.isAfter(today.plusMonths(StandInPost.LONGEST_MONTHS))) {
            throw Refusal.invalid(
                    "university.stand-in.until",
                    today.toString(),
                    today.plusMonths(StandInPost.LONGEST_MONTHS).toString(),
                    StandInPost.LONGEST_MONTHS);
        }
        tables.lock();
        Roster before = tables.read();
        if (!before.units().containsKey(unit) || !StandInPost.isNeeded(unit, before, today)) {
            throw Refusal.conflict("university.stand-in.held", university.nameOfUnit(unit));
        }
        if (university.isAway(meant.id())) {
            throw Refusal.conflict("university.stand-in.away", meant.name());
        }
        StandInPost named = new StandInPost(unit, meant.id(), today, last, by);
        if (before.standIns().stream().noneMatch(one -> one.saysTheSameAs(named) && one.isInForce(before, today))) {
            write(before, unit, named);
        }
        return shown(named);
    }

    /** Ends it today. Where nobody stands in, nothing changes. */
    public void end(String unit) {
        tables.lock();
        Roster before = tables.read();
        if (before.standIns().stream().anyMatch(one -> one.unit().equals(unit))) {
            write(before, unit, null);
        }
    }

    /** Whoever is over is forgotten with it. */
    private void write(Roster before, String unit, StandInPost now) {
        Set<StandInPost> after = new HashSet<>(before.standIns());
        after.removeIf(one -> one.unit().equals(unit) || one.isOver(before, university.today()));
        if (now != null) {
            after.add(now);
        }
        change.whoAnswers(before, before.withStandIns(after));
    }
}
