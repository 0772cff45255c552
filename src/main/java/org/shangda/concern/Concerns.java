package org.shangda.concern;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shangda.refusal.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Concerns extends JpaRepository<Concern, String> {

    /**
     * With its visits to levels, in one query: no step on its way can be taken without them. By its key, so that a
     * transaction that has read it neither asks for it again nor has to write first what it changed.
     */
    @Override
    @EntityGraph(attributePaths = "handlings")
    Optional<Concern> findById(String number);

    /** The same for many. */
    @Override
    @EntityGraph(attributePaths = "handlings")
    List<Concern> findAllById(Iterable<String> numbers);

    /** @throws Refusal {@code concern.not-found} */
    default Concern get(String number) {
        return findById(number).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    /** Closed, and last answered in that time. */
    @EntityGraph(attributePaths = "handlings")
    @Query("select c from Concern c where c.state = org.shangda.concern.Concern.State.CLOSED and c.answeredAt >= :from"
            + " and c.answeredAt < :until order by c.number")
    List<Concern> answeredBetween(Instant from, Instant until);

    Optional<Concern> findByRaisingRaisedByAndRaisingIdempotencyKey(String raisedBy, String idempotencyKey);

    @Query(
            "select c from Concern c where c.raising.colleague = :person or c.raising.raisedBy = :person order by c.raising.raisedAt desc")
    List<Concern> followedBy(String person);

    /**
     * Numbers of those that somebody follows, the latest first.
     *
     * @param part of title or number, in small letters; empty for all
     */
    @Query("select c.number from Concern c where (c.raising.colleague = :person or c.raising.raisedBy = :person)"
            + " and c.state in :states and (locate(:part, lower(c.raising.title)) > 0"
            + " or locate(:part, lower(c.number)) > 0) order by c.raising.raisedAt desc, c.number desc")
    Page<String> numbersFollowedBy(String person, Collection<Concern.State> states, String part, Pageable page);

    @Query("select c.number as number, c.raising.title as title from Concern c where c.number in :numbers")
    List<Titled> titled(Collection<String> numbers);

    /** What a concern is called. */
    interface Titled {
        String getNumber();

        String getTitle();
    }

    /** What decides who may know of each: number, standAside, travel, colleague, raisedBy. */
    @Query(
            "select c.number as number, c.standAside as standAside, c.travel as travel, c.raising.colleague as colleague,"
                    + " c.raising.raisedBy as raisedBy from Concern c where c.number in :numbers")
    List<Tuple> facts(Collection<String> numbers);

    @Query("select c.number as number, c.raising.colleague as colleague from Concern c where c.closedAt is null"
            + " and c.raising.colleague in :people order by c.number")
    List<Open> openOf(Collection<String> people);

    /** Whose an open concern is. */
    interface Open {
        String getNumber();

        String getColleague();
    }
}
