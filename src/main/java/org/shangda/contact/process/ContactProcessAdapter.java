package org.shangda.contact.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shangda.contact.ContactProcess;
import org.shangda.engine.CaseMessages;
import org.shangda.engine.ProcessStarter;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class ContactProcessAdapter implements ContactProcess {

    private final ProcessStarter starter;
    private final CaseMessages messages;

    ContactProcessAdapter(ProcessStarter starter, CaseMessages messages) {
        this.starter = starter;
        this.messages = messages;
    }

    @Override
    public void opened(List<Opened> sheets) {
        Map<String, Map<String, Object>> codes = new LinkedHashMap<>();
        sheets.forEach(sheet -> codes.put(
                sheet.number(),
                Map.of(
                        ContactDutyProcess.REMIND_AT, Date.from(sheet.remindAt()),
                        ContactDutyProcess.CLOSES_AT, Date.from(sheet.closesAt()))));
        starter.startAll(ContactDutyProcess.PROCESS, codes);
    }

    @Override
    public void settled(String sheet) {
        messages.tell(sheet, ContactDutyProcess.DUTIES_SETTLED);
    }

    @Override
    public void noteWritten(String note, Instant expiresAt) {
        starter.start(
                ContactNoteProcess.PROCESS,
                note,
                expiresAt == null
                        ? Map.of(ContactNoteProcess.EXPIRES, false)
                        : Map.of(
                                ContactNoteProcess.EXPIRES, true, ContactNoteProcess.EXPIRES_AT, Date.from(expiresAt)));
    }
}
