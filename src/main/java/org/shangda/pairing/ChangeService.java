package org.shangda.pairing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A pair rests, ends, or is followed by another one; at the wish of the two, of the branch secretary, or of the college. */
@Service
@Transactional
public class ChangeService {

    private static final Set<PairingState> TAKEN_BACK =
            Set.of(PairingState.SOUGHT, PairingState.PROPOSED, PairingState.AGREED);

    /** Further away is a slip of the pen, and no database keeps every day that can be typed. */
    private static final int YEARS_BACK = 1;

    private static final int YEARS_AHEAD = 5;

    private final Pairings pairings;
    private final Forming forming;
    private final PairingProcess process;
    private final Census census;
    private final People people;
    private final University university;
    private final ApplicationEventPublisher events;
    private final Inputs inputs;
    private final PairLists lists;

    ChangeService(
            Pairings pairings,
            Forming forming,
            PairingProcess process,
            Census census,
            People people,
            University university,
            ApplicationEventPublisher events,
            Inputs inputs,
            PairLists lists) {
        this.pairings = pairings;
        this.forming = forming;
        this.process = process;
        this.census = census;
        this.people = people;
        this.university = university;
        this.events = events;
        this.inputs = inputs;
        this.lists = lists;
    }

    /**
     * What is to become of a pair.
     *
     * @param partner name or number of the other one, or the pair's number; may be left out by whoever has only one pair
     * @param change {@code rest}, {@code end}, {@code another} (another partner, without reasons), {@code recorder} or
     *     {@code take-back} (of what one has asked for and is no pair yet)
     * @param from first day of the rest
     * @param to its last day
     * @param endReason from a closed list
     * @param thanks a word to the other one, for the two only
     * @param recorder name or number of who keeps a linked branch's record (J15)
     */
    public record Change(
            @Text(max = 100, required = false) String partner,
            @Text(max = 40) String change,
            LocalDate from,
            LocalDate to,
            @Text(max = 40, required = false) String endReason,
            @Text(max = 2_000, required = false) String thanks,
            @Text(max = 100, required = false) String recorder) {}

    /** @return number of the pairing that was changed */
    public String change(String caller, Change change) {
        inputs.check(change);
        Pairing pairing = one(caller, change);
        switch (change.change()) {
            case "rest" -> rest(pairing, change);
            case "end" -> {
                boolean oneOfTheTwo = pairing.isOf(caller);
                if (change.thanks() != null && !change.thanks().isBlank() && !oneOfTheTwo) {
                    throw Refusal.invalid("pairing.thanks-by-the-two");
                }
                end(pairing, census.today(), lists.endReason(change.endReason()), Inputs.blankToNull(change.thanks()));
            }
            case "another" -> another(pairing);
            case "recorder" -> recorder(pairing, caller, change);
            case "take-back" -> {
                pairing.withdraw(Reason.TAKEN_BACK);
                process.over(pairing.number());
            }
            default -> throw Inputs.unknown("change");
        }
        return pairing.number();
    }

    private void rest(Pairing pairing, Change change) {
        if (change.from() == null || change.to() == null) {
            throw Refusal.invalid("pairing.leave-days");
        }
        LocalDate today = census.today();
        if (change.from().isBefore(today.minusYears(YEARS_BACK)) || change.to().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Refusal.invalid("pairing.leave-too-far", YEARS_BACK, YEARS_AHEAD);
        }
        Pair before = pairing.pair();
        pairing.rest(new Leave(change.from(), change.to()));
        events.publishEvent(new PairChanged(before, pairing.pair()));
    }

    /** Ends a pair and whatever is under way for it. @param reason a word of the kind {@code pair-reason} */
    void end(Pairing pairing, LocalDate day, String reason, String thanks) {
        Pair before = pairing.pair();
        pairing.end(day, reason, thanks);
        events.publishEvent(new PairChanged(before, pairing.pair()));
        process.over(pairing.number());
    }

    /** Right to another partner without reasons: not a decline. */
    private void another(Pairing pairing) {
        if (pairing.colleague() == null) {
            throw Refusal.invalid("pairing.another-for-people");
        }
        String former = pairing.carrier();
        end(pairing, census.today(), Reason.SOMEBODY_ELSE.code(), null);
        Partner partner = new Partner(
                pairing.colleague(),
                pairing.branch(),
                pairing.college(),
                false,
                pairing.origin().category());
        Pairing next = forming.pairing(
                pairing.origin().relation(), pairing.origin().programme(), partner, Mode.COLLEAGUE_ASKED);
        next.origin().because("asked", null, pairing.origin().clause());
        next.seek();
        if (former != null) {
            next.passOver(former);
        }
        process.setOut(forming.store(next, "choose"));
    }

    private void recorder(Pairing pairing, String caller, Change change) {
        if (!answersFor(pairing, university.unitsAnsweredBy(caller))) {
            throw Refusal.invalid("pairing.recorder-by-the-branch");
        }
        if (change.recorder() == null || change.recorder().isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label("recorder"));
        }
        Person person = people.meant(change.recorder(), "partner");
        if (pairing.colleague() == null && !person.branch().equals(pairing.branch())) {
            throw Refusal.invalid("pairing.recorder-of-the-branch");
        }
        pairing.recordedBy(person.id());
    }

    // --- which pair --------------------------------------------------------------------------------------------------

    private Pairing one(String caller, Change change) {
        boolean takeBack = change.change().equals("take-back");
        List<Pairing> open = reach(caller)
                .filter(pairing ->
                        takeBack ? TAKEN_BACK.contains(pairing.state()) : pairing.state() == PairingState.ACTIVE)
                .toList();
        boolean unnamed = change.partner() == null || change.partner().isBlank();
        List<Pairing> meant = unnamed
                ? open.stream().filter(pairing -> pairing.isOf(caller)).toList()
                : open.stream()
                        .filter(pairing ->
                                isMeant(pairing, caller, change.partner().strip()))
                        .toList();
        if (meant.isEmpty()) {
            throw gone(caller, change.partner());
        }
        if (meant.size() > 1) {
            throw Refusal.invalid("pairing.which");
        }
        return meant.get(0);
    }

    /** Whoever knows the pair's number and may change it hears what has become of it meanwhile. */
    private Refusal gone(String caller, String number) {
        return pairings.findById(number == null ? "" : number.strip())
                .filter(pairing -> pairing.isOf(caller) || answersFor(pairing, university.unitsAnsweredBy(caller)))
                .map(pairing ->
                        Refusal.conflict("pairing.state", pairing.state().label()))
                .orElseGet(Pairings::notFound);
    }

    /** Open pairings that somebody may change: their own, and those of the units they answer for. */
    private Stream<Pairing> reach(String caller) {
        Set<Pairing> all =
                new LinkedHashSet<>(pairings.findByColleagueAndStateInOrderByNumber(caller, PairingState.OPEN));
        all.addAll(pairings.findByCarryingCarrierAndStateInOrderByNumber(caller, PairingState.OPEN));
        for (String unit : university.unitsAnsweredBy(caller)) {
            all.addAll(pairings.findByBranchAndStateInOrderByNumber(unit, PairingState.OPEN));
            all.addAll(pairings.findByCollegeAndStateInOrderByNumber(unit, PairingState.OPEN));
        }
        return all.stream();
    }

    private boolean isMeant(Pairing pairing, String caller, String typed) {
        if (pairing.number().equalsIgnoreCase(typed)) {
            return true;
        }
        University.Named named = university.named(typed);
        Set<String> people =
                new LinkedHashSet<>(named.people().stream().map(Person::id).toList());
        people.remove(caller);
        return Stream.of(pairing.carrier(), pairing.colleague()).anyMatch(people::contains)
                || pairing.colleague() == null
                        && named.units().stream().map(Unit::code).anyMatch(pairing.branch()::equals);
    }

    static boolean answersFor(Pairing pairing, Set<String> units) {
        return units.contains(pairing.branch()) || pairing.college() != null && units.contains(pairing.college());
    }
}
