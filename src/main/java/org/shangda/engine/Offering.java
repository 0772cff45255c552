package org.shangda.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkTitles;
import org.shangda.work.WorkWaits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a new task to whom the domain offers it. */
@Component
public class Offering {

    /** Above the ordinary 50, so that it stands first in a list by priority. */
    public static final int PRESSING = 75;

    private final WorkTitles titles;
    private final Words words;
    private final ApplicationEventPublisher events;

    Offering(WorkTitles titles, Words words, ApplicationEventPublisher events) {
        this.titles = titles;
        this.words = words;
        this.events = events;
    }

    /** Gives a new task to whom the work is offered. */
    void give(DelegateTask task, WorkItem<?> item, Work work) {
        item.placed(work);
        Offer offer = item.offer(work);
        label(task, work, offer);
        Holders holders = holders(offer);
        if (holders.assignee() != null) {
            task.setAssignee(holders.assignee());
        }
        task.addCandidateGroups(holders.groups());
        task.addCandidateUsers(holders.users());
        if (item.isPressing(work)) {
            task.setPriority(PRESSING);
        }
        announce(item, work, offer);
    }

    /** Name and card carry the number and labels of codes; a title or a name would stay in the engine's history. */
    void label(DelegateTask task, Work work, Offer offer) {
        task.setName(work.settings().getOrDefault("name", titles.inChinese(offer.what())) + " " + work.number());
        task.setDueDate(offer.due() == null ? null : Date.from(offer.due()));
        task.setVariableLocal("number", work.number());
        if (offer.unitBesideTheGroup() != null) {
            task.setVariableLocal("unit", offer.unitBesideTheGroup());
        }
        task.setVariableLocal(
                "category", offer.card().stream().map(words::inChinese).collect(Collectors.joining(" · ")));
    }

    /** Lets it be known for whom the work waits from this transaction on. */
    void announce(WorkItem<?> item, Work work, Offer offer) {
        if (!item.isStanding()) {
            events.publishEvent(new WorkWaits(
                    work.id(),
                    work.number(),
                    offer.what(),
                    offer.unit(),
                    offer.assignee() == null ? offer.people() : List.of(offer.assignee()),
                    offer.assignee() == null,
                    offer.urgent()));
        }
    }

    /** Id of the group of those who may receive a unit's work. */
    public static String groupOf(String unitCode) {
        return GroupRights.groupOf(unitCode);
    }

    /** Who is to hold an open task. Whoever has received it keeps it, as long as they may do it. */
    static Holders standing(Holders held, Offer offer) {
        return held.assignee() != null && offer.includes(held.assignee()) ? held : holders(offer);
    }

    static Holders holders(Offer offer) {
        if (offer.assignee() != null) {
            return Holders.person(offer.assignee());
        }
        return offer.unit() != null
                ? Holders.group(GroupRights.groupOf(offer.unit()))
                : Holders.people(Set.copyOf(offer.people()));
    }
}
