package org.shangda.engine;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Sentences;
import org.shangda.university.Offer;
import org.springframework.stereotype.Component;

/** Gives a new task to whom the domain offers it. */
@Component
public class Offering {

    private final Sentences sentences;

    Offering(Sentences sentences) {
        this.sentences = sentences;
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
