package org.shangda.contact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DutySheets extends JpaRepository<DutySheet, String> {

    /** With what is owed, in one query: no step can be taken without it. */
    @Override
    @EntityGraph(attributePaths = "rows")
    Optional<DutySheet> findById(String number);

    @Override
    @EntityGraph(attributePaths = "rows")
    List<DutySheet> findAllById(Iterable<String> numbers);

    @EntityGraph(attributePaths = "rows")
    Optional<DutySheet> findByCarrierAndPeriod(String carrier, String period);

    @EntityGraph(attributePaths = "rows")
    List<DutySheet> findByCarrierOrderByFromDayDescPeriod(String carrier);

    @Query("select s.carrier from DutySheet s where s.period = :period")
    Set<String> carriersWith(String period);

    @Query("select s.carrier from DutySheet s where s.period = :period and s.carrier in :carriers")
    Set<String> carriersWith(String period, Collection<String> carriers);

    @Query("select s from DutySheet s join fetch s.rows where s.state = org.shangda.contact.DutySheet$State.OPEN"
            + " and exists (select r from Owed r where r.sheet = s and r.pairing = :pairing)")
    List<DutySheet> openWith(String pairing);

    @Query("select s from DutySheet s join fetch s.rows where s.state = org.shangda.contact.DutySheet$State.OPEN"
            + " and s.carrier = :carrier order by s.number")
    List<DutySheet> openOf(String carrier);
}
