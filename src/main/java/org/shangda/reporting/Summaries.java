package org.shangda.reporting;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface Summaries extends JpaRepository<Summary, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Summary> findLockedByNumber(String number);

    boolean existsByTermAndTierAndUnitAndPerson(String term, Tier tier, String unit, String person);

    /** What a unit is handed in a term. */
    List<Summary> findByTermAndSuperiorOrderByTierAscUnitAscPersonAsc(String term, String superior);
}
