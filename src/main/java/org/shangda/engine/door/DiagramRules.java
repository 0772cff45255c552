package org.shangda.engine.door;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What the values in a diagram must be like: expressions that are safe, steps that are the product's. */
class DiagramRules implements XmlRules.ValueRule {

    static final Vocabulary VOCABULARY = new Vocabulary("diagram.txt");

    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*([a-zA-Z_]\\w*)\\s*}");
    private static final Map<String, Set<Class<?>>> LISTENERS = Map.of(
            "camunda:taskListener", Set.of(TaskListener.class),
            "camunda:executionListener", Set.of(ExecutionListener.class, JavaDelegate.class));

    /**
     * The functions: close of business so many working days from now, and the day of the work to which the timer is attached.
     * Nowhere but in the date of a timer.
     */
    private static final Pattern FUNCTIONS = Pattern.compile(
            "\\s*[$#]\\{(workingDays\\(([1-9]|[1-9]\\d|1\\d\\d|2[0-4]\\d|250)\\)|dueDate\\(execution\\))}\\s*");

    private static final String TIMER = "bpmn:timeDate";

    private final Steps steps;
    private final Expressions expressions;

    DiagramRules(Steps steps) {
        this.steps = steps;
        this.expressions = new Expressions(steps);
    }

    @Override
    public void examine(String element, String attribute, String value, String place, Findings.OfFile findings) {
        switch (attribute) {
            case "delegateExpression", "camunda:delegateExpression" -> {
                Matcher name = ONE_NAME.matcher(value);
                if (!name.matches()
                        || !steps.isOneOf(name.group(1), LISTENERS.getOrDefault(element, Set.of(JavaDelegate.class)))) {
                    findings.add(place, "step", value);
                }
            }
            case "xsi:type" -> {
                if (!value.matches("([\\w.-]+:)?tFormalExpression")) {
                    findings.add(place, "value", attribute, value);
                }
            }
            case "implementation" -> {
                // Not read by the engine; written by libraries, which say the standard's defaults out loud.
                if (!value.startsWith("##")) {
                    findings.add(place, "value", attribute, value);
                }
            }
            case "camunda:formKey" -> {
                if (!value.startsWith("camunda-forms:")) {
                    findings.add(place, "form", attribute);
                }
                expressions.examine(value, place, findings);
            }
            case "camunda:modelerTemplateIcon" -> {
                if (!value.startsWith("data:image/")) {
                    findings.add(place, "value", attribute, value);
                }
            }
            default -> {
                if (!(element.equals(TIMER)
                        && attribute.isEmpty()
                        && FUNCTIONS.matcher(value).matches())) {
                    expressions.examine(value, place, findings);
                }
            }
        }
    }
}
