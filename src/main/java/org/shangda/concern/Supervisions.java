package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Supervisions extends JpaRepository<Supervision, Long> {

    Optional<Supervision> findByHandlingAndDecisionIsNull(Handling handling);

    List<Supervision> findByHandlingIdInAndDecisionIsNull(Collection<Long> handlings);

    List<Supervision> findByHandlingConcernNumberOrderById(String number);
}
