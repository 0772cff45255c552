package org.shangda.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Sentences;
import org.shangda.university.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a new task to whom the domain offers it. */
@Component
public class Offering {

    /** Standing tasks by which colleagues follow a concern: nobody's work. */
    public static final List<String> STANDING_TASKS = List.of("UserTask_MyConcern", "UserTask_RaisedForColleague");

    private final Sentences sentences;
    private final ApplicationEventPublisher events;

    Offering(Sentences sentences, ApplicationEventPublisher events) {
        this.sentences = sentences;
        this.events = events;
    }

    /** Name and card carry the number and labels of codes; a title or a name would stay in the engine's history. */
    public void give(DelegateTask task, Offer offer) {
        String number = task.getExecution().getProcessBusinessKey();
        // A level that only a school's own diagram and tables know has no label of its own.
        task.setName(sentences.firstInChinese("work." + offer.what(), "work.handle") + " " + number);
        task.setDueDate(offer.due() == null ? null : Date.from(offer.due()));
        task.setVariableLocal("number", number);
        task.setVariableLocal(
                "category", offer.card().stream().map(sentences::inChinese).collect(Collectors.joining(" · ")));
        Holders holders = holders(offer);
        if (holders.assignee() != null) {
            task.setAssignee(holders.assignee());
        }
        task.addCandidateGroups(holders.groups());
        task.addCandidateUsers(holders.users());
        announce(task.getId(), task.getTaskDefinitionKey(), number, offer);
    }

    /** Lets it be known for whom the work waits from this transaction on. */
    void announce(String task, String key, String number, Offer offer) {
        if (!STANDING_TASKS.contains(key)) {
            events.publishEvent(new WorkWaits(
                    task,
                    number,
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

    static Holders holders(Offer offer) {
        if (offer.assignee() != null) {
            return Holders.person(offer.assignee());
        }
        return offer.unit() != null
                ? Holders.group(GroupRights.groupOf(offer.unit()))
                : Holders.people(Set.copyOf(offer.people()));
    }
}
