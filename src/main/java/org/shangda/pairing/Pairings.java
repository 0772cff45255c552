package org.shangda.pairing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shangda.refusal.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Pairings extends JpaRepository<Pairing, String> {

    /** What of an open pairing counts against the limits of the tables. */
    interface Load {
        String getRelation();

        String getCategory();

        String getCarrier();

        String getColleague();

        String getBranch();
    }

    /** Who was declined or passed over by whom. */
    interface Turned {
        String getColleague();

        String getCarrier();

        String getPassedOver();
    }

    /** Days on which a pair rests. */
    interface Rest {
        String getNumber();

        LocalDate getFromDay();

        LocalDate getToDay();
    }

    @Query("select p.number as number, l.fromDay as fromDay, l.toDay as toDay from Pairing p join p.leaves l"
            + " where p.number in :numbers and l.fromDay <= :to and l.toDay >= :from order by p.number, l.fromDay")
    List<Rest> resting(Collection<String> numbers, LocalDate from, LocalDate to);

    /** @throws Refusal when there is none */
    default Pairing get(String number) {
        return findById(number).orElseThrow(Pairings::notFound);
    }

    /** The same for a pair that is not there and one that is not for the caller. */
    static Refusal notFound() {
        return Refusal.notFound("pairing.not-found");
    }

    boolean existsByOpenKey(String key);

    List<Pairing> findByStateInOrderByNumber(Collection<PairingState> states);

    List<Pairing> findByColleagueAndStateInOrderByNumber(String colleague, Collection<PairingState> states);

    List<Pairing> findByCarryingCarrierAndStateInOrderByNumber(String carrier, Collection<PairingState> states);

    List<Pairing> findByBranchAndStateInOrderByNumber(String branch, Collection<PairingState> states);

    List<Pairing> findByCollegeAndStateInOrderByNumber(String college, Collection<PairingState> states);

    List<Pairing> findByCollegeOrderByNumber(String college);

    List<Pairing> findByCollegeAndEndedWithRosterNotNullOrderByNumber(String college);

    List<Pairing> findByEndedWithRosterOrderByNumber(long version);

    List<Pairing> findByBranchOrderByNumber(String branch);

    @Query("select p from Pairing p where p.carrying.carrier = :person or p.colleague = :person"
            + " order by p.origin.proposedAt desc")
    List<Pairing> of(String person);

    @Query("select distinct p from Pairing p join p.carrying.periods c where c.person = :person order by p.number")
    List<Pairing> carriedEver(String person);

    @Query("select p.origin.relation as relation, p.origin.category as category, p.carrying.carrier as carrier,"
            + " p.colleague as colleague, p.branch as branch from Pairing p where p.state in :states")
    List<Load> loads(Collection<PairingState> states);

    @Query("select p.colleague as colleague, p.carrying.carrier as carrier, p.carrying.passedOver as passedOver"
            + " from Pairing p where p.colleague is not null"
            + " and (p.state in :states or p.carrying.passedOver <> '')")
    List<Turned> turnedDown(Collection<PairingState> states);

    @Query("select p from Pairing p where p.carrying.carrier = :person and p.since <= :to"
            + " and (p.ending.endedOn is null or p.ending.endedOn > :from) order by p.number")
    List<Pairing> carriedBy(String person, LocalDate from, LocalDate to);

    @Query("select distinct p.carrying.carrier from Pairing p where p.carrying.carrier is not null and p.since <= :to"
            + " and (p.ending.endedOn is null or p.ending.endedOn > :from) order by p.carrying.carrier")
    List<String> carriers(LocalDate from, LocalDate to);

    @Query("select p from Pairing p where p.colleague = :colleague and p.since <= :day"
            + " and (p.ending.endedOn is null or p.ending.endedOn > :day) order by p.number")
    List<Pairing> livingOf(String colleague, LocalDate day);

    @Query("select p from Pairing p where (p.college in :units or p.branch in :units) and p.since <= :to"
            + " and (p.ending.endedOn is null or p.ending.endedOn > :from) order by p.number")
    List<Pairing> within(Collection<String> units, LocalDate from, LocalDate to);

    @Query("select p from Pairing p where p.since <= :to and (p.ending.endedOn is null or p.ending.endedOn > :from)"
            + " order by p.number")
    List<Pairing> everywhere(LocalDate from, LocalDate to);
}
