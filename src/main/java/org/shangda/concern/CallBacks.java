package org.shangda.concern;

import java.util.Collection;
import java.util.Set;
import org.shangda.refusal.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CallBacks extends JpaRepository<CallBack, String> {

    default CallBack get(String number) {
        return findById(number).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    /** Those of the concerns of which somebody was ever drawn. */
    @Query("select c.concern from CallBack c where c.concern in :concerns")
    Set<String> called(Collection<String> concerns);
}
