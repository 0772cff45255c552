package org.shangda.concern;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shangda.programme.Outcome;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AgendaItems extends JpaRepository<AgendaItem, Long> {

    /** The item that a visit is part of. */
    @Query("select i from AgendaItem i join i.parts p where p.handlingId = :handling"
            + " and i.state <> org.shangda.concern.AgendaItem.State.UNDONE")
    Optional<AgendaItem> ofVisit(Long handling);

    /** Those that wait for a meeting, and those that one has heard since a day. */
    @Query(
            "select distinct i from AgendaItem i join fetch i.hearings where i.state in :states or exists ("
                    + "select 1 from Hearing h where h.item = i and h.meetsOn >= :since and h.ruling is not null) order by i.id")
    List<AgendaItem> under(Collection<AgendaItem.State> states, LocalDate since);

    /** The same items with their parts, so that none asks for its own. */
    @Query("select distinct i from AgendaItem i left join fetch i.parts where i in :items")
    List<AgendaItem> withParts(Collection<AgendaItem> items);

    List<AgendaItem> findByStateOrderById(AgendaItem.State state);

    /** On the docket of a meeting, whatever came of it there. No database looks for whatever day somebody may send. */
    default List<Hearing> docket(LocalDate day) {
        return day.getYear() < 2000 || day.getYear() > 9999 ? List.of() : hearings(day);
    }

    /** What a meeting has heard stays on its docket, though the item is undone later. */
    @Query("select h from Hearing h join fetch h.item where h.meetsOn = :day and (h.ruling is not null"
            + " or h.item.state <> org.shangda.concern.AgendaItem.State.UNDONE) order by h.id")
    List<Hearing> hearings(LocalDate day);

    /** Decided ones of which a concern has come to a unit at a level by that decision, and by no later one. */
    @Query("select distinct i from AgendaItem i join fetch i.hearings join i.parts p, Handling h"
            + " where h.concern.number = p.number and h.id > p.handlingId and h.level = :level"
            + " and h.asked.unit in :units and i.state = org.shangda.concern.AgendaItem.State.DECIDED and not exists ("
            + "select 1 from Handling d where d.concern.number = p.number and d.id > p.handlingId and d.id < h.id"
            + " and d.outcome = :decided) order by i.id")
    List<AgendaItem> carriedOutBy(Collection<String> units, String level, Outcome decided);

    default List<AgendaItem> carriedOutBy(Collection<String> units) {
        return carriedOutBy(units, Agenda.CARRYING_OUT, Outcome.DECIDED);
    }
}
