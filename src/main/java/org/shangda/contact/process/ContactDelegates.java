package org.shangda.contact.process;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shangda.contact.DutyService;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.NoteService;
import org.shangda.engine.Offering;
import org.shangda.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class ContactDelegates {

    // --- contact-duty ---

    @Bean
    Step remindOfDuties(DutyService duties) {
        return Step.of(execution -> {
            duties.remind(number(execution));
            makeUrgent(execution, ContactDutyProcess.REGISTER);
        });
    }

    @Bean
    Step closePeriod(DutyService duties) {
        return Step.of(execution -> codes(duties.close(number(execution))), ContactDutyProcess.CLOSED);
    }

    private static Map<String, Object> codes(DutyService.Closed closed) {
        return closed.missed()
                ? Map.of(
                        ContactDutyProcess.MISSED,
                        true,
                        ContactDutyProcess.FOLLOW_UP_BY,
                        Date.from(closed.followUpBy()))
                : Map.of(ContactDutyProcess.MISSED, false);
    }

    @Bean
    Step showToCollege(DutyService duties) {
        return Step.of(execution -> duties.showToCollege(number(execution)));
    }

    // --- contact-note ---

    @Bean
    Step deleteNote(NoteService notes) {
        return Step.of(execution -> notes.expire(number(execution)));
    }

    // --- event-duty ---

    @Bean
    Step remindOfTalk() {
        return Step.of(execution -> makeUrgent(execution, EventDutyProcess.TALK));
    }

    @Bean
    Step talkIsLate(EventTalkService talks) {
        return Step.of(execution -> talks.late(number(execution)));
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
