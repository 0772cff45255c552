package org.shangda.pairing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shangda.programme.Eligibility;
import org.shangda.university.Office;
import org.shangda.university.PassedOn;
import org.shangda.university.Person;
import org.shangda.university.RosterChanged;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs follow the roster. A leader's duty follows the post; a member's is the member's own, so that when the member is
 * gone the branch secretary names somebody, or ends it. A pair that loses its ground ends: the colleague has left, has
 * joined the Party (Z01: 「教职工党员与非党员教职工」), or works where the rule does not reach (Z11). That a member no longer
 * holds the post that once made them eligible ends nothing: the rule is about forming pairs.
 */
@Component
class RosterFollower {

    private final Pairings pairings;
    private final Census census;
    private final ChangeService changes;
    private final Forming forming;
    private final PairingProcess process;
    private final University university;
    private final ApplicationEventPublisher events;

    RosterFollower(
            Pairings pairings,
            Census census,
            ChangeService changes,
            Forming forming,
            PairingProcess process,
            University university,
            ApplicationEventPublisher events) {
        this.pairings = pairings;
        this.census = census;
        this.changes = changes;
        this.forming = forming;
        this.process = process;
        this.university = university;
        this.events = events;
    }

    /** Before the tasks follow, which read what is written here. */
    @EventListener
    @Order(0)
    @Transactional
    public void on(RosterChanged change) {
        List<Pairing> open = pairings.findByStateInOrderByNumber(PairingState.OPEN);
        open.forEach(pairing -> follow(pairing, change));
    }

    private void follow(Pairing pairing, RosterChanged change) {
        String carrier = pairing.carrier();
        boolean pair = pairing.wasAPair();
        follow(pairing);
        if (pair && (!pairing.open() || carrier != null && pairing.vacant())) {
            pairing.endedWith(change.version());
            PassedOn.Kind kind = pairing.open() ? PassedOn.Kind.PAIR_VACANT : PassedOn.Kind.PAIR_ENDS;
            events.publishEvent(new PassedOn(kind, pairing.number(), carrier(carrier, pairing), null));
        } else if (pair && !Objects.equals(carrier, pairing.carrier())) {
            events.publishEvent(new PassedOn(PassedOn.Kind.PAIR, pairing.number(), carrier, pairing.carrier()));
        }
    }

    private static String carrier(String carrier, Pairing pairing) {
        return carrier == null ? pairing.partner() : carrier;
    }

    private void follow(Pairing pairing) {
        if (!partnerStays(pairing)) {
            return;
        }
        boolean colleagueMoved = moved(pairing);
        if (pairing.carrier() != null) {
            followCarrier(pairing, colleagueMoved);
        }
    }

    // --- the colleague, or the branch --------------------------------------------------------------------------------

    private boolean partnerStays(Pairing pairing) {
        Optional<Reason> lost = pairing.colleague() == null ? branchLost(pairing) : colleagueLost(pairing);
        lost.ifPresent(reason -> stop(pairing, reason));
        return lost.isEmpty();
    }

    private Optional<Reason> branchLost(Pairing pairing) {
        boolean exists =
                university.units().stream().anyMatch(unit -> unit.code().equals(pairing.branch()));
        return exists ? Optional.empty() : Optional.of(Reason.BRANCH_ABOLISHED);
    }

    private Optional<Reason> colleagueLost(Pairing pairing) {
        Optional<Person> colleague = university.person(pairing.colleague());
        if (colleague.isEmpty()) {
            return Optional.of(Reason.COLLEAGUE_LEFT);
        }
        boolean groundLost = pairing.origin().relation() == Relation.MEMBER_PERSON
                && colleague.get().partyMember();
        return groundLost ? Optional.of(Reason.JOINED_THE_PARTY) : Optional.empty();
    }

    private void stop(Pairing pairing, Reason reason) {
        if (pairing.state() == PairingState.ACTIVE) {
            changes.end(pairing, census.today(), reason.code(), null);
        } else {
            pairing.withdraw(reason);
            process.over(pairing.number());
        }
    }

    private boolean moved(Pairing pairing) {
        String branch = pairing.colleague() == null
                ? pairing.branch()
                : university.person(pairing.colleague()).orElseThrow().branch();
        String college = university.collegeOf(branch).map(Unit::code).orElse(null);
        boolean moved = !branch.equals(pairing.branch()) || !Objects.equals(college, pairing.college());
        if (moved) {
            Pair before = pairing.pair();
            pairing.moved(branch, college);
            changed(pairing, before);
        }
        return moved;
    }

    // --- who carries it ----------------------------------------------------------------------------------------------

    private void followCarrier(Pairing pairing, boolean colleagueMoved) {
        Optional<Person> carrier = university.person(pairing.carrier()).filter(Person::partyMember);
        Office office = pairing.office();
        if (office != null && carrier.filter(person -> holds(person, office)).isEmpty()) {
            successor(pairing, office)
                    .ifPresentOrElse(person -> passTo(pairing, person, office), () -> carrierGone(pairing));
        } else if (carrier.isEmpty()) {
            carrierGone(pairing);
        } else if (outOfReach(pairing, carrier.get())) {
            if (colleagueMoved) {
                stop(pairing, Reason.COLLEAGUE_MOVED);
            } else {
                carrierGone(pairing);
            }
        }
    }

    private boolean holds(Person person, Office office) {
        return university.officesOf(person.id()).contains(office);
    }

    /** Who holds the post now: by its title, else by its role, else the unit's head. */
    private Optional<Person> successor(Pairing pairing, Office office) {
        List<Person> same = university.holders(office.unit(), office.role());
        return same.stream()
                .filter(person -> holds(person, office))
                .findFirst()
                .or(() -> same.stream().findFirst())
                .or(() -> university.holders(office.unit(), "head").stream().findFirst())
                .filter(Person::partyMember)
                .filter(person -> !person.id().equals(pairing.carrier()))
                .filter(person -> !person.id().equals(pairing.colleague()))
                // Two who are linked already are not linked a second time: somebody else is looked for.
                .filter(person -> !pairings.existsByOpenKey(Pairing.key(person.id(), pairing.partner())));
    }

    private void passTo(Pairing pairing, Person person, Office office) {
        Office now = university.officesOf(person.id()).stream()
                .filter(office::equals)
                .findFirst()
                .orElseGet(() -> university.officesOf(person.id()).stream()
                        .filter(held -> held.unit().equals(office.unit()))
                        .findFirst()
                        .orElse(office));
        if (pairing.state() == PairingState.ACTIVE) {
            Pair before = pairing.pair();
            pairing.passTo(person.id(), now, census.today());
            changed(pairing, before);
        } else {
            stop(pairing, Reason.CARRIER_CHANGED_POST);
        }
    }

    private void carrierGone(Pairing pairing) {
        if (pairing.state() == PairingState.ACTIVE) {
            Pair before = pairing.pair();
            pairing.vacate(census.today());
            changed(pairing, before);
            process.carrierGone(pairing.number());
        } else {
            stop(pairing, Reason.CARRIER_LEFT);
        }
    }

    private boolean outOfReach(Pairing pairing, Person carrier) {
        Optional<Eligibility> rule = census.rule(
                pairing.origin().programme(),
                pairing.origin().relation(),
                pairing.origin().category());
        return rule.filter(found -> FormingRules.rightPlace(census.carrier(carrier), forming.partner(pairing), found)
                        .isPresent())
                .isPresent();
    }

    private void changed(Pairing pairing, Pair before) {
        if (pairing.wasAPair()) {
            events.publishEvent(new PairChanged(before, pairing.pair()));
        }
    }
}
