package org.shangda.contact.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.NotePage;
import org.shangda.contact.NoteService;
import org.shangda.contact.NoteService.Decision;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.stereotype.Component;

/** 确认备注. */
@Component
class ConfirmNoteForm implements TaskForm<Decision> {

    private final NoteService notes;
    private final ContactView view;

    ConfirmNoteForm(NoteService notes, ContactView view) {
        this.notes = notes;
        this.view = view;
    }

    @Override
    public String id() {
        return "confirm-note";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return Set.of(ContactNoteProcess.CONFIRM, ContactNoteProcess.CONFIRM_FOR_BRANCH)
                .contains(taskKey);
    }

    @Override
    public Class<Decision> values() {
        return Decision.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        NotePage page = view.notePage(task.number(), task.caller());
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", task.number());
        shown.put("carrierName", page.carrier());
        shown.put("on", page.on());
        shown.put("wayLabel", page.way());
        shown.put("topicLabels", String.join("、", page.topics()));
        shown.put("actionLabels", String.join("、", page.actions()));
        shown.put("noteWords", page.words());
        shown.put("words", page.words());
        shown.put("branch", task.key().equals(ContactNoteProcess.CONFIRM_FOR_BRANCH));
        return shown;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Decision decision) {
        notes.decide(task.number(), task.caller(), decision);
        return Map.of();
    }
}
