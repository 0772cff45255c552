package org.shangda.contact.process;

import org.shangda.engine.door.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of contacts and the product have agreed on. */
@Configuration(proxyBeanMethods = false)
class ContactContracts {

    @Bean
    Contract contactDutyContract() {
        return Contract.of(ContactDutyProcess.PROCESS)
                .mayIgnore(ContactDutyProcess.REMIND_AT)
                .mayLeaveOut("remindOfDuties")
                .steps("closePeriod", "showToCollege")
                .hears(ContactDutyProcess.DUTIES_SETTLED);
    }

    @Bean
    Contract contactNoteContract() {
        return Contract.of(ContactNoteProcess.PROCESS).steps("deleteNote");
    }

    @Bean
    Contract eventDutyContract() {
        return Contract.of(EventDutyProcess.PROCESS)
                .mayIgnore(EventDutyProcess.REMIND_AT)
                .mayLeaveOut("remindOfTalk")
                .steps("talkIsLate");
    }
}
