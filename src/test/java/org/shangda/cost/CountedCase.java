package org.shangda.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.shangda.SentStatements;
import org.shangda.SentStatements.RoundTrip;

/** One case, driven by everybody's own login, with what each act sent to the database. Looking for tasks is not counted. */
class CountedCase {

    /** @param name who did what */
    record Act(String name, List<RoundTrip> sent) {

        int roundTrips() {
            return sent.size();
        }

        int statements() {
            return sent.stream().mapToInt(RoundTrip::statements).sum();
        }
    }

    private final ProcessEngine engine;
    private final Function<String, List<String>> groups;
    private final List<Act> acts = new ArrayList<>();
    private final List<Act> openings = new ArrayList<>();
    private String number;

    /** @param groups of a person, by their login */
    CountedCase(ProcessEngine engine, Function<String, List<String>> groups) {
        this.engine = engine;
        this.groups = groups;
    }

    /** The number is the product's own; the bare engine takes the one it is given. */
    void raise(String person, String process, Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        as(
                acts,
                person,
                "raise",
                () -> number = engine.getFormService()
                        .submitStartForm(definition, "C" + System.nanoTime(), form)
                        .getBusinessKey());
    }

    /** Receives the task if nobody has, and submits its form. */
    void act(String person, String key, Map<String, Object> form) {
        Task task = task(key);
        if (task.getAssignee() == null) {
            as(acts, person, "claim " + key, () -> engine.getTaskService().claim(task.getId(), person));
        }
        submit(person, task, form);
    }

    /** Submits a task's form without having received it, as the engine alone allows. */
    void submitUnclaimed(String person, String key, Map<String, Object> form) {
        submit(person, task(key), form);
    }

    private Task task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(key)
                .singleResult();
    }

    private void submit(String person, Task task, Map<String, Object> form) {
        String key = task.getTaskDefinitionKey();
        as(openings, person, "open " + key, () -> engine.getFormService().getTaskFormVariables(task.getId()));
        as(acts, person, "submit " + key, () -> engine.getFormService().submitTaskForm(task.getId(), form));
    }

    private void as(List<Act> counted, String person, String name, Runnable act) {
        List<String> memberOf = groups.apply(person);
        engine.getIdentityService().setAuthentication(person, memberOf);
        try {
            counted.add(new Act(name, SentStatements.during(act)));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    boolean isOver() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                == 0;
    }

    List<Act> acts() {
        return acts;
    }

    /** Forms are opened before they are submitted, and are counted apart: somebody may look more than once. */
    List<Act> openings() {
        return openings;
    }

    int roundTrips() {
        return acts.stream().mapToInt(Act::roundTrips).sum();
    }

    int statements() {
        return acts.stream().mapToInt(Act::statements).sum();
    }

    static List<String> groupsOf(IdentityService identities, String person) {
        return identities.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    String number() {
        return number;
    }
}
