package org.shangda.contact.process;

/** Names in {@code contact-note.bpmn}: a note waits to be confirmed. */
final class ContactNoteProcess {

    static final String PROCESS = "contact-note";

    static final String CONFIRM = "UserTask_ConfirmNote";
    static final String CONFIRM_FOR_BRANCH = "UserTask_ConfirmBranchNote";

    static final String EXPIRES = "expires";
    static final String EXPIRES_AT = "expiresAt";

    private ContactNoteProcess() {}
}
