package org.shangda.contact.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.shangda.contact.ContactProcess;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.ProcessStarter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class ContactProcessAdapter implements ContactProcess {

    private final ProcessStarter starter;
    private final ObjectProvider<RuntimeService> runtime;
    private final AsTheProduct asTheProduct;

    /** @param runtime provided late, because the engine's own set-up needs the domain */
    ContactProcessAdapter(ProcessStarter starter, ObjectProvider<RuntimeService> runtime, AsTheProduct asTheProduct) {
        this.starter = starter;
        this.runtime = runtime;
        this.asTheProduct = asTheProduct;
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
        asTheProduct.run(() -> runtime.getObject()
                .createMessageCorrelation(ContactDutyProcess.DUTIES_SETTLED)
                .processInstanceBusinessKey(sheet)
                .correlateAll());
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
