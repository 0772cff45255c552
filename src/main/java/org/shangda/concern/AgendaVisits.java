package org.shangda.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The visits to levels that wait for the decision on an item. */
@Component
class AgendaVisits {

    private final AgendaOffice office;
    private final AgendaItems items;
    private final Concerns concerns;
    private final Together together;
    private final LevelWork work;
    private final LevelTime time;

    AgendaVisits(
            AgendaOffice office,
            AgendaItems items,
            Concerns concerns,
            Together together,
            LevelWork work,
            LevelTime time) {
        this.office = office;
        this.items = items;
        this.concerns = concerns;
        this.together = together;
        this.work = work;
        this.time = time;
    }

    /** The concerns of an item wait for its meeting. */
    void hear(AgendaItem item, Handling leading) {
        LocalDate day = item.hearing().meetsOn();
        together.all(leading).forEach(one -> time.heardOn(one, day));
        together.rescheduled(leading);
    }

    /** One that the person may work on: who stands aside in one of its concerns may not. */
    AgendaItem item(String person, long id) {
        office.require(person);
        AgendaItem item = items.findById(id).orElseThrow(AgendaOffice::notFound);
        Optional<Handling> leading = leading(open(item));
        if (leading.isPresent() && !work.isFor(leading.get(), person)) {
            throw AgendaOffice.notFound();
        }
        return item;
    }

    /** What waits for the person's signature, at any meeting, whatever unit the person is of. */
    List<AgendaItem> toSign(String person) {
        return items.findByStateOrderById(AgendaItem.State.SUBMITTED).stream()
                .filter(item -> leading(open(item))
                        .filter(one -> office.signers(one).contains(person))
                        .isPresent())
                .toList();
    }

    /** Of the visits of an item those that still wait for its decision. */
    List<Handling> open(AgendaItem item) {
        return open(
                item,
                concerns.findAllById(
                        item.parts().stream().map(AgendaPart::number).toList()));
    }

    static List<Handling> open(AgendaItem item, List<Concern> itsConcerns) {
        Set<Long> visits = item.parts().stream().map(AgendaPart::handlingId).collect(Collectors.toSet());
        return itsConcerns.stream()
                .flatMap(concern -> concern.handlings().stream())
                .filter(visit -> visits.contains(visit.id()) && visit.awaitsDecision())
                .toList();
    }

    static Optional<Handling> leading(List<Handling> open) {
        return open.stream().filter(one -> one.terms().ledBy() == null).findFirst();
    }
}
