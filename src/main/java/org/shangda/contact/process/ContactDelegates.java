package org.shangda.contact.process;

import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.contact.DutyService;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.NoteService;
import org.shangda.engine.Offering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class ContactDelegates {

    // --- contact-duty ---

    @Bean
    JavaDelegate remindOfDuties(DutyService duties) {
        return execution -> {
            duties.remind(number(execution));
            makeUrgent(execution, ContactDutyProcess.REGISTER);
        };
    }

    @Bean
    JavaDelegate closePeriod(DutyService duties) {
        return execution -> {
            DutyService.Closed closed = duties.close(number(execution));
            execution.setVariable(ContactDutyProcess.MISSED, closed.missed());
            if (closed.missed()) {
                execution.setVariable(ContactDutyProcess.FOLLOW_UP_BY, Date.from(closed.followUpBy()));
            }
        };
    }

    @Bean
    JavaDelegate showToCollege(DutyService duties) {
        return execution -> duties.showToCollege(number(execution));
    }

    // --- contact-note ---

    @Bean
    JavaDelegate deleteNote(NoteService notes) {
        return execution -> notes.expire(number(execution));
    }

    // --- event-duty ---

    @Bean
    JavaDelegate remindOfTalk() {
        return execution -> makeUrgent(execution, EventDutyProcess.TALK);
    }

    @Bean
    JavaDelegate talkIsLate(EventTalkService talks) {
        return execution -> talks.late(number(execution));
    }

    private static void makeUrgent(DelegateExecution execution, String key) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(key)
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), Offering.PRESSING));
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
