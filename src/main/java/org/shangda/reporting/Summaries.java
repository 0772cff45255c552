package org.shangda.reporting;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Summaries extends JpaRepository<Summary, String> {

    boolean existsByTermAndTierAndUnitAndPerson(String term, Tier tier, String unit, String person);

    /** What a unit is handed in a term. */
    List<Summary> findByTermAndSuperiorOrderByTierAscUnitAscPersonAsc(String term, String superior);
}
