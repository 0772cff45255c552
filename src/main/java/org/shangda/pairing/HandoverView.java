package org.shangda.pairing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shangda.programme.Programmes;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody's posts have under way in pairs, for whoever takes them over. */
@Service
@Transactional(readOnly = true)
public class HandoverView {

    private final Pairings pairings;
    private final Waves waves;
    private final PairingView view;
    private final Programmes programmes;
    private final University university;
    private final PairLabels labels;

    HandoverView(
            Pairings pairings,
            Waves waves,
            PairingView view,
            Programmes programmes,
            University university,
            PairLabels labels) {
        this.pairings = pairings;
        this.waves = waves;
        this.view = view;
        this.programmes = programmes;
        this.university = university;
        this.labels = labels;
    }

    /**
     * What a post has under way, on one page for whoever takes it over.
     *
     * @param carries pairs that the person carries or carried
     * @param ofUnits open pairs of the branches and colleges that the person answers for
     * @param waiting what waits for a decision of these units
     */
    public record Handover(
            String person,
            String name,
            List<String> units,
            List<PairingView.Item> carries,
            List<PairingView.Item> ofUnits,
            List<Waiting> waiting) {}

    /** @param what {@code choose}, {@code find-carrier} or {@code wave}, with its label */
    public record Waiting(String number, String what, String label, String unitName) {}

    /** For the person, for whoever answers for the same units, and for the college above. */
    public Handover handover(String caller, boolean administrator, String person) {
        Person of = university.person(person).orElse(null);
        Set<String> units = new TreeSet<>(university.unitsAnsweredBy(person));
        boolean may = administrator
                || caller.equals(person)
                || units.stream().anyMatch(unit -> above(caller, unit))
                || of != null && above(caller, of.branch());
        if (!may || university.nameOf(person).equals(person) && of == null) {
            throw Pairings.notFound();
        }
        List<Pairing> ofUnits = units.stream()
                .flatMap(unit -> Stream.of(
                                pairings.findByBranchAndStateInOrderByNumber(unit, PairingState.OPEN),
                                pairings.findByCollegeAndStateInOrderByNumber(unit, PairingState.OPEN))
                        .flatMap(Collection::stream))
                .distinct()
                .toList();
        return new Handover(
                person,
                university.nameOf(person),
                units.stream().map(labels::unit).toList(),
                pairings.carriedEver(person).stream()
                        .map(one -> view.item(one, caller, false))
                        .toList(),
                ofUnits.stream().map(one -> view.item(one, caller, false)).toList(),
                waiting(units, ofUnits));
    }

    private boolean above(String caller, String unit) {
        Set<String> answered = university.unitsAnsweredBy(caller);
        return programmes.decidedBy(caller)
                || university.unit(unit).isPresent()
                        && university.lineOf(unit).stream()
                                .filter(one -> one.parent() != null)
                                .map(Unit::code)
                                .anyMatch(answered::contains);
    }

    private List<Waiting> waiting(Set<String> units, List<Pairing> ofUnits) {
        List<Waiting> waiting = new ArrayList<>();
        ofUnits.stream()
                .filter(one -> one.vacant() && units.contains(one.branch())
                        || one.state() == PairingState.SOUGHT && units.contains(Objects.toString(one.college(), "")))
                .map(one -> waiting(one.number(), one.vacant() ? "find-carrier" : "choose", one.branch()))
                .forEach(waiting::add);
        waves.findByUnitInAndStateOrderByNumber(units, Wave.State.PLANNED).stream()
                .map(wave -> waiting(wave.number(), "wave", wave.unit()))
                .forEach(waiting::add);
        return waiting;
    }

    private Waiting waiting(String number, String what, String unit) {
        return new Waiting(number, what, labels.waiting(what), labels.unit(unit));
    }
}
