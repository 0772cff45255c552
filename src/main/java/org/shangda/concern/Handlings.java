package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import org.shangda.programme.Outcome;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Handlings extends JpaRepository<Handling, Long> {

    /** Everything that is under way, with its concern. */
    @EntityGraph(attributePaths = "concern")
    List<Handling> findByEndedAtIsNullOrderById();

    /** The visits of these concerns whose clock has ever stood still, with when it did. */
    @Query("select distinct h from Handling h left join fetch h.pauses where h.hasPaused = true"
            + " and h.concern.number in :numbers")
    List<Handling> withPauses(Collection<String> numbers);

    /** Those of these tasks that nobody has received. */
    List<Handling> findByWorkItemInAndReceivedAtIsNullAndEndedAtIsNull(Collection<String> workItems);

    /** Those that are open and handled with another visit. */
    @Query("select h from Handling h join fetch h.concern where h.terms.ledBy = :leading and h.endedAt is null"
            + " order by h.id")
    List<Handling> waitingFor(Long leading);

    /** So many wait for a visit. */
    interface Waiting {
        Long getLeading();

        int getWaiting();
    }

    /** Of these visits, those for which others wait. */
    @Query("select h.terms.ledBy as leading, cast(count(h) as integer) as waiting from Handling h"
            + " where h.terms.ledBy in :leading and h.endedAt is null group by h.terms.ledBy")
    List<Waiting> waiting(Collection<Long> leading);

    /** Open visits of a group at a level that wait for none. */
    @Query("select h from Handling h join fetch h.concern where h.terms.mergedGroup = :group and h.terms.ledBy is null"
            + " and h.level = :level and h.endedAt is null order by h.id")
    List<Handling> leading(Long group, String level);

    /** Open visits to a unit at a level. */
    @Query("select h from Handling h join fetch h.concern where h.asked.unit = :unit and h.level = :level"
            + " and h.endedAt is null order by h.terms.dueAt, h.id")
    List<Handling> atUnit(String level, String unit);

    /**
     * Open visits of concerns of a category that wait for none: first those that are at a place, or handled with one that is;
     * then those at some units; the latest first.
     *
     * @param place in small letters, without spaces around it
     */
    @Query("select h from Handling h join fetch h.concern c where c.raising.category = :category"
            + " and h.terms.ledBy is null and h.endedAt is null order by"
            + " case when lower(trim(c.raising.place)) = :place then 0"
            + " when h.terms.mergedGroup is not null and exists (select 1 from Handling there join there.concern w"
            + " where there.terms.ledBy = h.id and there.endedAt is null and lower(trim(w.raising.place)) = :place) then 0"
            + " when h.asked.unit in :near then 1 else 2 end,"
            + " h.id desc")
    List<Handling> open(String category, String place, Collection<String> near, Limit most);

    /** Those that wait for a decision of the university in no item yet, and for no other visit. */
    @Query("select h from Handling h join fetch h.concern where h.outcome = :agenda and h.endedAt is null"
            + " and h.terms.ledBy is null and h.asked.unit in :units and not exists ("
            + "select 1 from AgendaItem i join i.parts p where p.handlingId = h.id"
            + " and i.state <> org.shangda.concern.AgendaItem.State.UNDONE) order by h.id")
    List<Handling> awaitingDecision(Outcome agenda, Collection<String> units);

    /** A concern has reached a unit. */
    interface Reached {
        String getNumber();

        String getUnit();
    }

    @Query("select distinct h.concern.number as number, h.asked.unit as unit from Handling h"
            + " where h.concern.number in :numbers")
    List<Reached> reached(Collection<String> numbers);
}
