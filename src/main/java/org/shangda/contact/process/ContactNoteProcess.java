package org.shangda.contact.process;

import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** Names in {@code contact-note.bpmn}: a note waits to be confirmed. */
final class ContactNoteProcess {

    static final String PROCESS = "contact-note";

    static final String CONFIRM = "UserTask_ConfirmNote";
    static final String CONFIRM_FOR_BRANCH = "UserTask_ConfirmBranchNote";

    static final String EXPIRES = "expires";
    static final String EXPIRES_AT = "expiresAt";

    static final Answer[] WRITTEN = {
        Answer.of(EXPIRES, true).and(EXPIRES_AT, Kind.DAY).leadsTo(CONFIRM),
        Answer.of(EXPIRES, false).leadsTo(CONFIRM_FOR_BRANCH)
    };

    private ContactNoteProcess() {}
}
