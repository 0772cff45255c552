package org.shangda.contact.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.SheetPage;
import org.shangda.contact.DutyService;
import org.shangda.contact.RegisterContacts;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 「本月联系登记」: one row for each pair for which something is still to be done, and more rows if one likes. */
@Component
class RegisterForm implements TaskForm<RegisterContacts> {

    private final DutyService duties;
    private final ContactView view;

    RegisterForm(DutyService duties, ContactView view) {
        this.duties = duties;
        this.view = view;
    }

    @Override
    public String id() {
        return "register-contacts";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(ContactDutyProcess.REGISTER);
    }

    @Override
    public Class<RegisterContacts> values() {
        return RegisterContacts.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        SheetPage page = view.page(task.number());
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", task.number());
        shown.put("heading", page.heading());
        shown.put("clock", page.clock());
        shown.put("owed", ShownRows.of(page.sheet().rows()));
        shown.put("why", why(page));
        shown.put("pairs", page.pairs());
        shown.put(
                "contacts",
                page.waiting().stream().map(pair -> Map.of("pairing", pair)).toList());
        return shown;
    }

    /** In Markdown; labels and the clauses of the table, each once, so that nothing in it was written by anybody. */
    private static String why(SheetPage page) {
        return page.sheet().rows().stream()
                .map(row -> "- " + row.what() + ":" + row.clause())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, RegisterContacts contacts) {
        return Map.of(ContactDutyProcess.DISCHARGED, duties.register(task.number(), task.caller(), contacts));
    }
}
