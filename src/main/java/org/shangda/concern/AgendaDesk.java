package org.shangda.concern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shangda.concern.Merging.Selection;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 待汇总: the office makes items of concerns on the agenda, says what each is about and which meeting hears it (adr/0080). */
@Service
@Transactional
public class AgendaDesk {

    private final AgendaOffice office;
    private final AgendaItems items;
    private final AgendaDrafting drafting;
    private final Meetings meetings;
    private final Merging merging;
    private final Together together;
    private final Concerns concerns;
    private final Departments departments;
    private final Steps steps;
    private final LevelWork work;
    private final AgendaVisits visits;
    private final LevelClock clock;
    private final Reach reach;
    private final Inputs inputs;

    AgendaDesk(
            AgendaOffice office,
            AgendaItems items,
            AgendaDrafting drafting,
            Meetings meetings,
            Merging merging,
            Together together,
            Concerns concerns,
            Departments departments,
            Steps steps,
            LevelWork work,
            AgendaVisits visits,
            LevelClock clock,
            Reach reach,
            Inputs inputs) {
        this.office = office;
        this.items = items;
        this.drafting = drafting;
        this.meetings = meetings;
        this.merging = merging;
        this.together = together;
        this.concerns = concerns;
        this.departments = departments;
        this.steps = steps;
        this.work = work;
        this.visits = visits;
        this.clock = clock;
        this.reach = reach;
        this.inputs = inputs;
    }

    // --- items -------------------------------------------------------------------------------------------------------

    /**
     * They are one item from now on, on the docket of the next meeting.
     *
     * @param selection of concerns that wait for a decision, 1 to 50; the first one leads
     * @return id of the item
     * @throws Refusal that says which of them cannot be, and why; then none is
     */
    public Long collect(String person, Selection selection) {
        office.require(person);
        List<Handling> chosen = chosen(selection, person);
        Handling leading = chosen.get(0);
        List<Handling> others = chosen.subList(1, chosen.size());
        List<AgendaPart> parts = new ArrayList<>();
        for (Handling one : chosen) {
            parts.add(part(one, null));
            together.waitingFor(one).forEach(waiting -> parts.add(part(waiting, one.id())));
        }
        if (parts.size() > Merging.MOST) {
            throw Refusal.conflict("merge.too-many", Merging.MOST);
        }
        // Of two who collect the same at the same moment one is refused.
        together.lock(leading);
        if (!others.isEmpty()) {
            merging.put(leading, others, person);
        }
        AgendaItem item = new AgendaItem(parts, meetings.next(), person, clock.now());
        item.says(drafting.of(together.all(leading)));
        visits.hear(item, leading);
        return items.save(item).id();
    }

    private static AgendaPart part(Handling visit, Long wasLedBy) {
        return new AgendaPart(visit.id(), visit.concern().number(), wasLedBy);
    }

    private List<Handling> chosen(Selection selection, String person) {
        Reach.Reader reader = reach.reader(person);
        List<Handling> chosen = new ArrayList<>();
        for (String number : Merging.numbers(selection)) {
            Concern concern = concerns.findById(number)
                    .filter(reader::knows)
                    .orElseThrow(() -> Refusal.notFound("concern.not-found"));
            chosen.add(collectable(concern, person, chosen));
        }
        return chosen;
    }

    private Handling collectable(Concern concern, String person, List<Handling> before) {
        String number = concern.number();
        Handling visit = concern.handlings().stream()
                .filter(Handling::awaitsDecision)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("agenda.not-awaited", number));
        if (visit.terms().ledBy() != null) {
            throw Refusal.conflict("merge.waits-itself", number);
        }
        if (items.ofVisit(visit.id()).isPresent()) {
            throw Refusal.conflict("agenda.collected-already", number);
        }
        if (!work.isFor(visit, person)) {
            throw Refusal.conflict("merge.not-yours", number);
        }
        if (!before.isEmpty()) {
            Handling leading = before.get(0);
            if (concern.isHazard() || leading.concern().isHazard()) {
                throw Refusal.conflict("merge.hazard");
            }
            if (!together.mayBeHeardTogether(leading, visit)) {
                throw Refusal.conflict("merge.not-the-same-people", number);
            }
        }
        return visit;
    }

    /**
     * What an item says, and which meeting hears it.
     *
     * @param meetsOn a meeting that takes items; null leaves it where it is
     */
    public record Change(
            @Text(max = 200) String title,
            @Text(max = 32, required = false) String leadUnit,
            @Text(max = 4_000, required = false) String done,
            @Text(max = 4_000, required = false) String unsolved,
            @Text(max = 4_000, required = false) String opinion,
            @Text(max = 20_000, required = false) String proposal,
            LocalDate meetsOn) {}

    public void change(String person, long id, Change change) {
        AgendaItem item = visits.item(person, id);
        inputs.check(change);
        String lead = Inputs.blankToNull(change.leadUnit());
        List<Handling> open = visits.open(item);
        if (lead != null) {
            open.forEach(one -> departments.require(one, lead));
        }
        item.says(new AgendaDraft(
                change.title(), lead, change.done(), change.unsolved(), change.opinion(), change.proposal()));
        if (change.meetsOn() != null && !change.meetsOn().equals(item.hearing().meetsOn())) {
            meetings.requireOpen(change.meetsOn());
            item.heardOn(change.meetsOn());
            AgendaVisits.leading(open).ifPresent(one -> visits.hear(item, one));
        }
    }

    /** Each concern waits again as it did before: by itself, or with those with which it was handled together before. */
    public void undo(String person, long id) {
        AgendaItem item = visits.item(person, id);
        List<Handling> open = visits.open(item);
        Map<Long, Long> groups = new LinkedHashMap<>();
        item.parts()
                .forEach(part ->
                        groups.put(part.handlingId(), part.wasLedBy() == null ? part.handlingId() : part.wasLedBy()));
        item.undo(open.isEmpty());
        AgendaVisits.leading(open)
                .ifPresent(leading -> open.stream()
                        .map(one -> groups.get(one.id()))
                        .distinct()
                        .filter(group -> !group.equals(groups.get(leading.id())))
                        .forEach(group -> apart(
                                open.stream()
                                        .filter(one -> group.equals(groups.get(one.id())))
                                        .toList(),
                                group,
                                person)));
    }

    /** @param group id of the visit that led them, if it is still there */
    private void apart(List<Handling> them, Long group, String person) {
        Handling first =
                them.stream().filter(one -> one.id().equals(group)).findFirst().orElse(them.get(0));
        together.apart(first, them.stream().filter(one -> one != first).toList());
        them.forEach(one -> steps.save(
                Step.of(one.concern(), Step.Kind.APART, clock.now()).in(one).by(person)));
    }
}
