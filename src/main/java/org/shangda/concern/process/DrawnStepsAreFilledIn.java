package org.shangda.concern.process;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A step of the school's own asks whom it says, and a reminder tells whom it says, in codes that the product knows. */
@Component
class DrawnStepsAreFilledIn implements Rule {

    /** What may be chosen, by setting. What is left empty is the first of the template's choices. */
    static final Map<String, Set<String>> OF_A_STEP = Map.of(
            "who", Set.of("unit", "head", "colleague", "named"),
            "told", Set.of("units", "colleague"),
            "answers", Set.of("words", "yes-no"));

    static final Map<String, Set<String>> OF_A_REMINDER =
            Map.of("whom", Set.of("handlers", "head", "in-charge", "colleague"));

    /** Those whose cases are concerns. */
    private static final Set<String> OF_CONCERNS = Set.of("concern-escalation", "level-handling", "supervision");

    private static final int LONGEST_QUESTION = 300;

    private final ObjectProvider<University> university;

    /** @param university provided late, because the engine's own set-up needs the rules */
    DrawnStepsAreFilledIn(ObjectProvider<University> university) {
        this.university = university;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            diagram.all(UserTask.class).stream()
                    .filter(task -> OwnStepWork.TEMPLATE.equals(Diagram.template(task)))
                    .forEach(task -> step(diagram, task, findings));
            diagram.all(ServiceTask.class).stream()
                    .filter(task -> Diagram.name(task.getCamundaDelegateExpression())
                            .filter("remind"::equals)
                            .isPresent())
                    .forEach(task -> reminder(diagram, task, proposal, findings));
        }
    }

    private void step(Diagram diagram, UserTask task, Findings findings) {
        String place = Diagram.place(task);
        if (!OF_CONCERNS.contains(diagram.key())) {
            findings.refuse(diagram.file(), place, "setting.elsewhere");
        }
        Map<String, String> settings = Settings.of(task);
        chosen(OF_A_STEP, diagram, task, settings, findings);
        if (task.getName() == null || task.getName().isBlank()) {
            findings.refuse(diagram.file(), place, "setting.nameless");
        }
        String question = settings.getOrDefault("question", "");
        if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
            findings.refuse(diagram.file(), place, "setting.question", LONGEST_QUESTION);
        }
        String unit = settings.getOrDefault("unit", "");
        if ("named".equals(settings.get("who"))
                && university.getObject().units().stream().map(Unit::code).noneMatch(unit::equals)) {
            findings.refuse(diagram.file(), place, "setting.unit", unit);
        }
    }

    private static void reminder(Diagram diagram, ServiceTask task, Proposal proposal, Findings findings) {
        Map<String, String> settings = Settings.of(task);
        chosen(OF_A_REMINDER, diagram, task, settings, findings);
        Set<String> sentences = proposal.table("words").stream()
                .map(RuleTable::rows)
                .flatMap(rows -> rows.stream().filter(row -> row.codesOf("kind").contains("reminder")))
                .flatMap(row -> row.codesOf("code").stream())
                .collect(Collectors.toSet());
        String sentence = settings.getOrDefault("sentence", ConcernDelegates.SENTENCE);
        if (!sentences.contains(sentence)) {
            findings.refuse(diagram.file(), Diagram.place(task), "setting.sentence", sentence);
        }
    }

    private static void chosen(
            Map<String, Set<String>> choices,
            Diagram diagram,
            Activity task,
            Map<String, String> settings,
            Findings findings) {
        choices.forEach((name, codes) -> {
            String value = settings.getOrDefault(name, "");
            if (!value.isEmpty() && !codes.contains(value)) {
                findings.refuse(
                        diagram.file(),
                        Diagram.place(task),
                        "setting.unknown",
                        name,
                        value,
                        codes.stream().sorted().collect(Sentences.listing()));
            }
        });
    }
}
