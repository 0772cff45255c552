package org.shangda.concern.process;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A step of one's own asks a question of somebody who is there, and a reminder says what to whom. */
@Component
class OwnStepsAreWhole implements Rule {

    private static final Map<String, Set<String>> STEP = Map.of(
            "who", Set.of("unit", "head", "colleague", "named"),
            "told", Set.of("units", "colleague"),
            "answers", Set.of("words", "yes-no"));
    private static final Set<String> WHOM = Set.of("handlers", "head", "in-charge", "colleague");
    private static final int LONGEST_QUESTION = 300;

    private final ObjectProvider<University> university;

    /** @param university provided late, because the engine's own set-up needs the rules */
    OwnStepsAreWhole(ObjectProvider<University> university) {
        this.university = university;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (FlowNode node : diagram.all(FlowNode.class)) {
                if (node instanceof UserTask && OwnStepWork.TEMPLATE.equals(template(node))) {
                    step(diagram, node, findings);
                }
                if (node instanceof ServiceTask task
                        && Diagram.name(task.getCamundaDelegateExpression())
                                .filter("remind"::equals)
                                .isPresent()) {
                    reminder(proposal, diagram, node, findings);
                }
            }
        }
    }

    private static String template(BaseElement node) {
        return node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "modelerTemplate");
    }

    private void step(Diagram diagram, FlowNode node, Findings findings) {
        Map<String, String> settings = Settings.of(node);
        String question = settings.getOrDefault("question", "");
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            findings.refuse(diagram.file(), Diagram.place(node), "own-step.question", String.valueOf(LONGEST_QUESTION));
        }
        // Left out, each has its usual value.
        STEP.forEach((setting, known) -> {
            if (settings.containsKey(setting)) {
                one(diagram, node, settings, setting, known, findings);
            }
        });
        if (settings.getOrDefault("who", "").equals("named")) {
            one(diagram, node, settings, "unit", units(), findings);
        }
    }

    private static void reminder(Proposal proposal, Diagram diagram, FlowNode node, Findings findings) {
        Map<String, String> settings = Settings.of(node);
        if (settings.containsKey("whom")) {
            one(diagram, node, settings, "whom", WHOM, findings);
        }
        Set<String> sentences = proposal.table("words").stream()
                .flatMap(words -> words.rows().stream())
                .filter(row -> row.codesOf("kind").contains("reminder"))
                .flatMap(row -> row.codesOf("code").stream())
                .collect(Collectors.toSet());
        if (settings.containsKey("sentence")) {
            one(diagram, node, settings, "sentence", sentences, findings);
        }
    }

    private static void one(
            Diagram diagram,
            FlowNode node,
            Map<String, String> settings,
            String setting,
            Set<String> known,
            Findings findings) {
        String value = settings.getOrDefault(setting, "");
        if (!known.contains(value)) {
            findings.refuse(
                    diagram.file(),
                    Diagram.place(node),
                    "own-step.setting",
                    setting,
                    value,
                    known.stream().sorted().limit(15).collect(Collectors.joining("、")));
        }
    }

    private Set<String> units() {
        return university.getObject().units().stream().map(Unit::code).collect(Collectors.toSet());
    }
}
