package org.shangda.engine.door;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Examines expressions in the engine's language, JUEL, as its own parser understands them: variables, literals, operators,
 * and a few properties of the case. No call of anything.
 */
class Expressions {

    private static final TreeBuilder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** Longer ones nobody writes, and the parser needs a stack for its brackets. */
    private static final int LONGEST = 1000;

    private static final Set<String> PROPERTIES = Set.of(
            "execution.id",
            "execution.businessKey",
            "execution.processBusinessKey",
            "execution.processInstanceId",
            "execution.currentActivityId",
            "task.id",
            "task.processInstanceId");

    /** What every task and execution offers under these names has the whole engine behind it. */
    private static final Set<String> SCOPES = Set.of("execution", "task", "caseExecution");

    private static final Set<Class<?>> HARMLESS =
            Set.of(AstComposite.class, AstText.class, AstEval.class, AstNested.class, AstUnary.class, AstChoice.class);

    private final Steps steps;

    Expressions(Steps steps) {
        this.steps = steps;
    }

    /** @param text an attribute or a text of a diagram, whole, as the engine hands it to its parser */
    void examine(String text, String place, Findings.OfFile findings) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        if (text.length() > LONGEST) {
            findings.add(place, "too-long", text, String.valueOf(LONGEST));
        } else if (text.contains("\\")) {
            // It hides the end of a text from one reader and not from another.
            findings.add(place, "expression", text, "\\");
        } else {
            try {
                examine(PARSER.build(text.trim()).getRoot(), text, place, findings);
            } catch (TreeBuilderException e) {
                findings.add(
                        place, "syntax", text, String.valueOf(e.getPosition()), e.getEncountered(), e.getExpected());
            }
        }
    }

    private void examine(Node node, String text, String place, Findings.OfFile findings) {
        boolean safe;
        if (node instanceof AstDot property) {
            safe = PROPERTIES.contains(structure(property));
        } else if (node instanceof AstIdentifier identifier) {
            safe = !SCOPES.contains(identifier.getName()) && !steps.isBean(identifier.getName());
        } else if (node instanceof AstString literal) {
            // The engine cuts lists at commas without looking at quotes, so that a piece of a text can become an
            // expression.
            safe = structure(literal).matches("[^${}#]*");
        } else if (node instanceof AstLiteral || node instanceof AstBinary || HARMLESS.contains(node.getClass())) {
            safe = true;
            for (int i = 0; i < node.getCardinality(); i++) {
                examine(node.getChild(i), text, place, findings);
            }
        } else {
            safe = false;
        }
        if (!safe) {
            findings.add(place, "expression", text, structure((AstNode) node));
        }
    }

    private static String structure(AstNode node) {
        StringBuilder text = new StringBuilder();
        node.appendStructure(text, null);
        return text.toString();
    }
}
