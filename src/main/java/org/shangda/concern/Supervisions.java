package org.shangda.concern;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Supervisions extends JpaRepository<Supervision, Long> {

    Optional<Supervision> findByHandlingAndDecisionIsNull(Handling handling);

    /** Ends the supervision of a visit, where there is one, because something else than a measure has settled it. */
    default void end(Handling handling, String decision, Instant at) {
        if (handling.supervised()) {
            findByHandlingAndDecisionIsNull(handling).ifPresent(one -> one.decide(decision, null, at));
            handling.supervised(false);
        }
    }

    List<Supervision> findByHandlingIdInAndDecisionIsNull(Collection<Long> handlings);

    List<Supervision> findByHandlingConcernNumberOrderById(String number);
}
