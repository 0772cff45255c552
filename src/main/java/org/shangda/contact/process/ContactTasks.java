package org.shangda.contact.process;

import java.util.Map;
import java.util.function.Function;
import org.shangda.contact.DutyService;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.NoteService;
import org.shangda.engine.OfferedTasks;
import org.shangda.university.Offer;
import org.springframework.stereotype.Component;

/**
 * Whose the open tasks are on today's roster. Registration is not among them: who carries a pair is the pairs' to say,
 * and they say it when it changes.
 */
@Component
class ContactTasks implements OfferedTasks {

    private final Map<String, Function<Work, Offer>> offers;

    ContactTasks(DutyService duties, NoteService notes, EventTalkService talks) {
        this.offers = Map.of(
                ContactDutyProcess.FOLLOW_UP, work -> duties.offerFollowUp(work.number()),
                ContactDutyProcess.COLLEGE_LOOK, work -> duties.offerLook(work.number()),
                ContactNoteProcess.CONFIRM_FOR_BRANCH, work -> notes.offer(work.number()),
                EventDutyProcess.TALK, work -> talks.offer(work.number()),
                EventDutyProcess.FOLLOW_UP_TALK, work -> talks.offerFollowUp(work.number()));
    }

    @Override
    public Map<String, Function<Work, Offer>> offers() {
        return offers;
    }
}
