package org.shangda.engine.web;

import java.net.URI;
import java.security.Principal;
import java.util.Map;
import org.shangda.engine.WorkForms;
import org.shangda.engine.WorkForms.Form;
import org.shangda.engine.WorkForms.Sent;
import org.shangda.engine.WorkForms.StartForm;
import org.shangda.engine.WorkForms.Started;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forms to be drawn, and what was filled in: what Tasklist does over the engine's API, for the product's own pages. */
@RestController
@RequestMapping("/api/work")
class WorkFormController {

    private final WorkForms forms;

    WorkFormController(WorkForms forms) {
        this.forms = forms;
    }

    @GetMapping("/{task}/form")
    Form form(@PathVariable String task) {
        return forms.form(task);
    }

    /** Hands in a task's form. @param data its values by their keys, as form-js gives them */
    @PostMapping("/{task}")
    Sent send(@PathVariable String task, @RequestBody Map<String, Object> data, Principal caller) {
        return forms.send(task, caller.getName(), data);
    }

    /** @param process id of a process that the caller may start */
    @GetMapping("/start/{process}")
    StartForm startForm(@PathVariable String process) {
        return forms.startForm(process);
    }

    @PostMapping("/start/{process}")
    ResponseEntity<Started> start(@PathVariable String process, @RequestBody Map<String, Object> data) {
        return ResponseEntity.created(URI.create("/api/work")).body(forms.start(process, data));
    }
}
