package org.shangda;

import static org.shangda.DamageKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shangda.Damaged.Xml;
import org.w3c.dom.Element;

/** What may happen to the values in a diagram: conditions, times, and the fields of Modeler's panel. */
final class DiagramValueDamages {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final String file;
    private final List<Damage> all = new ArrayList<>();

    private DiagramValueDamages(String file) {
        this.file = file;
    }

    static List<Damage> of(String file) {
        DiagramValueDamages damages = new DiagramValueDamages(file);
        List<Element> elements = new Xml(Damaged.shipped(file)).elements();
        for (int i = 0; i < elements.size(); i++) {
            damages.of(elements.get(i), i);
        }
        return damages.all;
    }

    private void add(DamageKind kind, String at, Consumer<Xml> edit) {
        all.add(Damage.xml(kind, file, at, edit));
    }

    private void text(DamageKind kind, Element element, int at, String text) {
        add(
                kind,
                DiagramDamages.place(element) + " " + text,
                it -> it.elements().get(at).setTextContent(text));
    }

    private void attribute(DamageKind kind, Element element, int at, String attribute, String value) {
        add(kind, DiagramDamages.place(element) + " " + attribute + "=" + value, it -> {
            Element one = it.elements().get(at);
            if (attribute.startsWith("camunda:")) {
                one.setAttributeNS(CAMUNDA, attribute, value);
            } else {
                one.setAttribute(attribute, value);
            }
        });
    }

    private void of(Element element, int at) {
        switch (element.getLocalName()) {
            case "conditionExpression" -> condition(element, at);
            case "timeDate", "timeDuration", "timeCycle" -> timer(element, at);
            case "loopCardinality" -> {
                text(LOOP_CHANGED, element, at, "${nonesuch}");
                text(LOOP_CHANGED, element, at, "0");
                text(LOOP_CHANGED, element, at, "100000");
                text(LOOP_CHANGED, element, at, "many");
                text(LOOP_CHANGED, element, at, "");
            }
            case "completionCondition" -> text(LOOP_CHANGED, element, at, "${nonesuch}");
            case "userTask" -> userTask(element, at);
            case "serviceTask", "callActivity" -> node(element, at);
            case "process" -> process(element, at);
            default -> {}
        }
    }

    private void condition(Element condition, int at) {
        String was = condition.getTextContent().strip();
        add(CONDITION_REMOVED, DiagramDamages.place(condition), it -> {
            Element one = it.elements().get(at);
            one.getParentNode().removeChild(one);
        });
        text(CONDITION_UNKNOWN_VARIABLE, condition, at, "${nonesuch == 'x'}");
        text(CONDITION_UNKNOWN_VARIABLE, condition, at, was.replaceFirst("(\\$\\{!?)(\\w+)", "$1$2s"));
        text(CONDITION_CONSTANT, condition, at, "${true}");
        text(CONDITION_CONSTANT, condition, at, "${false}");
        text(CONDITION_CONSTANT, condition, at, "");
        text(CONDITION_WITHOUT_BRACKETS, condition, at, was.replaceAll("[${}]", ""));
        text(
                CONDITION_TURNED,
                condition,
                at,
                was.contains("==")
                        ? was.replaceFirst("==", "!=")
                        : was.contains("!=")
                                ? was.replaceFirst("!=", "==")
                                : was.startsWith("${!") ? was.replaceFirst("!", "") : was.replaceFirst("\\{", "{!"));
        if (was.contains("'")) {
            text(CONDITION_UNKNOWN_CODE, condition, at, was.replaceFirst("'(\\w)", "'x$1"));
            text(CONDITION_UNKNOWN_CODE, condition, at, was.replaceFirst("'", "' "));
            text(CONDITION_UNKNOWN_CODE, condition, at, was.replaceFirst("'[^']*'", "''"));
            text(CONDITION_WITHOUT_QUOTES, condition, at, was.replace("'", ""));
            text(CONDITION_WITHOUT_QUOTES, condition, at, was.replace("'", "’"));
        } else {
            text(CONDITION_UNKNOWN_CODE, condition, at, was.replace("!", "").replace("}", " == 'yes'}"));
            text(CONDITION_UNKNOWN_CODE, condition, at, was.replace("!", "").replace("}", " > 1}"));
        }
    }

    private void timer(Element time, int at) {
        for (String nonsense : List.of("", "明天", "tomorrow", "2020-01-01", "0", "-1", "P", "R/PT1S", "${", "${a")) {
            text(TIMER_NONSENSE, time, at, nonsense);
        }
        for (String fixed : List.of(
                "PT0S",
                "P2D",
                "P1000Y",
                "-P1D",
                "2020-01-01T00:00:00",
                "9999-12-31T00:00:00",
                "0 0 8 * * ?",
                "${'2020-01-01T00:00:00'}")) {
            text(TIMER_FIXED, time, at, fixed);
        }
        text(TIMER_UNKNOWN_VARIABLE, time, at, "${nonesuch}");
        text(TIMER_UNKNOWN_VARIABLE, time, at, time.getTextContent().strip().replace("}", "s}"));
        for (String other :
                List.of("${level}", "${outcome}", "${hazard}", "${waitUntil}", "${rateBy}", "${closesAt}")) {
            if (!other.equals(time.getTextContent().strip())) {
                text(TIMER_OTHER_VARIABLE, time, at, other);
            }
        }
        for (String days : List.of("0", "-1", "251", "1000", "two", "2.5", "")) {
            text(TIMER_WORKING_DAYS_OUT_OF_RANGE, time, at, "${workingDays(" + days + ")}");
        }
        for (String other : List.of("timeDuration", "timeCycle")) {
            add(TIMER_FIXED, DiagramDamages.place(time) + " " + other, it -> {
                Element one = it.elements().get(at);
                one.getOwnerDocument().renameNode(one, one.getNamespaceURI(), "bpmn:" + other);
            });
        }
    }

    private void userTask(Element task, int at) {
        node(task, at);
        attribute(ASSIGNED, task, at, "camunda:assignee", "admin");
        attribute(ASSIGNED, task, at, "camunda:candidateGroups", "handlers");
        attribute(ASSIGNED, task, at, "camunda:candidateUsers", "${nonesuch}");
        attribute(DUE_DATE, task, at, "camunda:dueDate", "${nonesuch}");
        attribute(DUE_DATE, task, at, "camunda:dueDate", "明天");
        attribute(DUE_DATE, task, at, "camunda:followUpDate", "2020-13-45");
        attribute(PRIORITY_NONSENSE, task, at, "camunda:priority", "高");
        attribute(PRIORITY_NONSENSE, task, at, "camunda:priority", "${nonesuch}");
        attribute(EXPRESSION_IN_A_TEXT, task, at, "name", "办理 ${nonesuch}");
        attribute(REFERENCE_TO_ANOTHER, task, at, "camunda:formKey", "camunda-forms:deployment:rate-answer.form");
        attribute(REFERENCE_TO_ANOTHER, task, at, "camunda:formRefBinding", "deployment");
        attribute(REFERENCE_TO_ANOTHER, task, at, "camunda:formRefBinding", "${nonesuch}");
        add(EXPRESSION_IN_A_TEXT, DiagramDamages.place(task) + " documentation", it -> {
            Element one = it.elements().get(at);
            Element words = one.getOwnerDocument().createElementNS(one.getNamespaceURI(), "bpmn:documentation");
            words.setTextContent("${nonesuch}");
            one.insertBefore(words, one.getFirstChild());
        });
    }

    private void node(Element node, int at) {
        attribute(ASYNCHRONOUS, node, at, "camunda:asyncBefore", "true");
        attribute(ASYNCHRONOUS, node, at, "camunda:asyncAfter", "true");
        attribute(PRIORITY_NONSENSE, node, at, "camunda:jobPriority", "高");
        attribute(PRIORITY_NONSENSE, node, at, "camunda:jobPriority", "${nonesuch}");
        for (String retry : List.of("R0/PT0S", "often", "R999999/PT1S", "${nonesuch}")) {
            add(RETRY_NONSENSE, DiagramDamages.place(node) + " " + retry, it -> {
                Element one = it.elements().get(at);
                one.setAttributeNS(CAMUNDA, "camunda:asyncBefore", "true");
                Element cycle = one.getOwnerDocument().createElementNS(CAMUNDA, "camunda:failedJobRetryTimeCycle");
                cycle.setTextContent(retry);
                extensions(one).appendChild(cycle);
            });
        }
        add(INPUT_UNKNOWN, DiagramDamages.place(node), it -> {
            Element one = it.elements().get(at);
            var document = one.getOwnerDocument();
            Element input = document.createElementNS(CAMUNDA, "camunda:inputParameter");
            input.setAttribute("name", "more");
            input.setTextContent("${nonesuch}");
            Element both = document.createElementNS(CAMUNDA, "camunda:inputOutput");
            both.appendChild(input);
            extensions(one).appendChild(both);
        });
        add(INPUT_UNKNOWN, DiagramDamages.place(node) + " output over a variable", it -> {
            Element one = it.elements().get(at);
            var document = one.getOwnerDocument();
            Element output = document.createElementNS(CAMUNDA, "camunda:outputParameter");
            output.setAttribute("name", "outcome");
            output.setTextContent("answered");
            Element both = document.createElementNS(CAMUNDA, "camunda:inputOutput");
            both.appendChild(output);
            extensions(one).appendChild(both);
        });
    }

    private static Element extensions(Element element) {
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("extensionElements".equals(child.getLocalName())) {
                return (Element) child;
            }
        }
        Element made = element.getOwnerDocument().createElementNS(element.getNamespaceURI(), "bpmn:extensionElements");
        element.insertBefore(made, element.getFirstChild());
        return made;
    }

    private void process(Element process, int at) {
        String key = process.getAttribute("id");
        attribute(PROCESS_RENAMED, process, at, "id", key + "-2");
        attribute(PROCESS_RENAMED, process, at, "id", key.equals("supervision") ? "level-handling" : "supervision");
        attribute(PROCESS_NOT_EXECUTABLE, process, at, "isExecutable", "false");
        add(
                PROCESS_NOT_EXECUTABLE,
                key + " removed",
                it -> it.elements().get(at).removeAttribute("isExecutable"));
        String turned = String.valueOf(
                process.getAttribute("camunda:isStartableInTasklist").equals("false"));
        attribute(PROCESS_STARTABLE_TURNED, process, at, "camunda:isStartableInTasklist", turned);
        attribute(VERSION_TAG, process, at, "camunda:versionTag", "2.0");
        attribute(VERSION_TAG, process, at, "camunda:candidateStarterGroups", "nobody");
        attribute(PRIORITY_NONSENSE, process, at, "camunda:jobPriority", "高");
        attribute(PRIORITY_NONSENSE, process, at, "camunda:taskPriority", "high");
        attribute(VERSION_TAG, process, at, "name", "另一个名称");
        add(HISTORY_REMOVED, key, it -> it.elements().get(at).removeAttribute("camunda:historyTimeToLive"));
        attribute(PRIORITY_NONSENSE, process, at, "camunda:historyTimeToLive", "for ever");
        attribute(PRIORITY_NONSENSE, process, at, "camunda:historyTimeToLive", "-5");
        attribute(PRIORITY_NONSENSE, process, at, "camunda:historyTimeToLive", "P0D");
    }
}
