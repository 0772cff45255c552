package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Concerns extends JpaRepository<Concern, String> {

    /** With its visits to levels, in one query: no step on its way can be taken without them. */
    @Query("select c from Concern c left join fetch c.handlings where c.number = :number")
    Optional<Concern> withHandlings(String number);

    Optional<Concern> findByRaisedByAndIdempotencyKey(String raisedBy, String idempotencyKey);

    @Query("select c from Concern c where c.colleague = :person or c.raisedBy = :person order by c.raisedAt desc")
    List<Concern> followedBy(String person);
}
