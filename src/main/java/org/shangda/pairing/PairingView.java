package org.shangda.pairing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shangda.programme.Programmes;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people see of pairs. The two see their own; the secretary those of the branch, the college its own; for everybody
 * else a pair that is there and one that is not look alike. Under which category somebody is eligible is shown to those
 * who arrange it only, and the word of thanks to the two only.
 */
@Service
@Transactional(readOnly = true)
public class PairingView {

    private final Pairings pairings;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final University university;
    private final PairLabels labels;

    PairingView(
            Pairings pairings,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            University university,
            PairLabels labels) {
        this.pairings = pairings;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.university = university;
        this.labels = labels;
    }

    /**
     * A pairing as it is shown.
     *
     * @param state as its code; {@code stateLabel} in words
     * @param category code, null for whoever does not arrange it
     * @param why the sentence and the clause
     * @param reason code, null while it is open
     * @param carriers who carried it when
     * @param thanks for the two only, otherwise null
     */
    public record Item(
            String number,
            String relation,
            String relationLabel,
            String programme,
            String category,
            String carrier,
            String carrierName,
            String colleague,
            String colleagueName,
            String branch,
            String branchName,
            String college,
            String state,
            String stateLabel,
            String why,
            LocalDate since,
            LocalDate endedOn,
            String reason,
            String reasonLabel,
            List<Carried> carriers,
            List<Leave> leaves,
            String recorderName,
            String thanks) {}

    /** @param to first day without it, null while it lasts */
    public record Carried(String person, String name, LocalDate from, LocalDate to) {}

    // --- lists -------------------------------------------------------------------------------------------------------

    /** A college's pairs, or a branch's, or one's own where no unit is named. */
    public List<Item> list(String caller, boolean administrator, String unit) {
        if (unit == null || unit.isBlank()) {
            return pairings.of(caller).stream()
                    .map(one -> item(one, caller, false))
                    .toList();
        }
        Unit asked = arrangers.lookedAt(caller, administrator, unit);
        List<Pairing> found = asked.kind().equals("branch")
                ? pairings.findByBranchOrderByNumber(asked.code())
                : pairings.findByCollegeOrderByNumber(asked.code());
        boolean arranges = university
                .collegeOf(asked.code())
                .filter(college -> arrangers.arranges(caller, college.code()))
                .isPresent();
        return found.stream().map(one -> item(one, caller, arranges)).toList();
    }

    public Item one(String number, String caller, boolean administrator) {
        Pairing pairing = pairings.get(number);
        boolean arranges = pairing.college() != null && arrangers.arranges(caller, pairing.college());
        boolean may = pairing.isOf(caller)
                || administrator
                || arranges
                || ChangeService.answersFor(pairing, university.unitsAnsweredBy(caller));
        if (!may) {
            throw Pairings.notFound();
        }
        return item(pairing, caller, arranges);
    }

    /** @param relations that the college's programme knows */
    public record College(String code, String name, List<Labelled> relations) {}

    /** A code with its words. */
    public record Labelled(String code, String label) {}

    /** The colleges whose pairs somebody arranges. */
    public List<College> colleges(String caller) {
        return university.units().stream()
                .filter(unit -> unit.kind().equals("college") && arrangers.arranges(caller, unit.code()))
                .map(unit -> new College(unit.code(), unit.name(), relations(unit.code())))
                .toList();
    }

    private List<Labelled> relations(String college) {
        String programme = programmes.inForce(college, census.today()).code();
        return Arrays.stream(Relation.values())
                .filter(relation -> !census.categories(programme, relation).isEmpty())
                .map(relation -> new Labelled(relation.code(), labels.relation(relation)))
                .toList();
    }

    Item item(Pairing one, String caller, boolean arranges) {
        return new Item(
                one.number(),
                one.origin().relation().code(),
                labels.relation(one.origin().relation()),
                one.origin().programme(),
                arranges ? one.origin().category() : null,
                one.carrier(),
                labels.name(one.carrier()),
                one.colleague(),
                labels.name(one.colleague()),
                one.branch(),
                labels.unit(one.branch()),
                one.college(),
                one.state().name().toLowerCase(Locale.ROOT),
                labels.state(one.state()),
                why(one, arranges || caller.equals(one.colleague())),
                one.since(),
                one.ending().endedOn(),
                one.ending().reason(),
                labels.reason(one.ending().reason()),
                one.carriers().stream()
                        .map(period ->
                                new Carried(period.person(), labels.name(period.person()), period.from(), period.to()))
                        .toList(),
                one.leaves(),
                labels.name(one.recorder()),
                one.isOf(caller) ? one.ending().thanks() : null);
    }

    /** The clause names the category; whoever is not to know it reads the reason without. */
    private String why(Pairing one, boolean whole) {
        String why = labels.why(one.origin().why(), one.origin().whyArgument());
        return whole && one.origin().clause() != null ? why + " " + one.origin().clause() : why;
    }
}
