package org.shangda.monitoring.web;

import static org.shangda.monitoring.web.StalledController.power;

import java.util.List;
import org.shangda.monitoring.DiagramView;
import org.shangda.monitoring.DiagramView.Element;
import org.shangda.monitoring.DiagramView.Replay;
import org.shangda.monitoring.Tokens.OpenTasks;
import org.shangda.monitoring.Tokens.Running;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Cockpit shows on its diagrams, for operators and administrators; 404 for everybody else. */
@RestController
@RequestMapping("/api/stalled")
class DiagramController {

    private final DiagramView view;

    DiagramController(DiagramView view) {
        this.view = view;
    }

    /** @param definition id of a version of a diagram, as the engine has it */
    @GetMapping("/elements")
    List<Element> elements(@RequestParam String definition, Authentication caller) {
        return view.elements(power(caller), definition);
    }

    /** How many tasks of each process are open. */
    @GetMapping("/tasks")
    List<OpenTasks> openTasks(Authentication caller) {
        return view.openTasks(power(caller));
    }

    /** @param number of cases, 100 at most */
    @GetMapping("/instances")
    List<Running> running(@RequestParam List<String> number, Authentication caller) {
        return view.running(caller.getName(), power(caller), number);
    }

    /** @param instance id of a process instance, as the engine has it */
    @GetMapping("/replay")
    Replay replay(@RequestParam String instance, Authentication caller) {
        return view.replay(caller.getName(), power(caller), instance);
    }
}
