package org.shangda.contact.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shangda.contact.DutyService;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.NoteService;
import org.shangda.engine.Offering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each new task to whom the domain offers it. */
@Configuration(proxyBeanMethods = false)
class ContactOffers {

    private final Offering offering;

    ContactOffers(Offering offering) {
        this.offering = offering;
    }

    /** One that comes back after the reminder is as urgent as it was. */
    @Bean
    TaskListener offerRegistration(DutyService duties) {
        return task -> {
            offering.give(task, duties.offer(number(task)));
            if (duties.wasRemindedOf(number(task))) {
                task.setPriority(ContactDelegates.URGENT);
            }
        };
    }

    @Bean
    TaskListener offerFollowUp(DutyService duties) {
        return task -> offering.give(task, duties.offerFollowUp(number(task)));
    }

    @Bean
    TaskListener offerCollegeLook(DutyService duties) {
        return task -> offering.give(task, duties.offerLook(number(task)));
    }

    @Bean
    TaskListener offerNote(NoteService notes) {
        return task -> offering.give(task, notes.offer(number(task)));
    }

    @Bean
    TaskListener offerEventTalk(EventTalkService talks) {
        return task -> offering.give(task, talks.offer(number(task)));
    }

    @Bean
    TaskListener offerTalkFollowUp(EventTalkService talks) {
        return task -> offering.give(task, talks.offerFollowUp(number(task)));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
