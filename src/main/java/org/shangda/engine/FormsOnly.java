package org.shangda.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shangda.refusal.Refusal;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;

/**
 * Second line behind the command guard: no work of the product and no task with a form is completed, and no process of
 * the product and none with a form is started, that does not come through the form gateway or from the domain. Added while
 * parsing, so that a diagram drawn by an administrator has it too.
 */
class FormsOnly extends AbstractBpmnParseListener {

    private final WorkItems items;
    private final Courses courses;

    FormsOnly(WorkItems items, Courses courses) {
        this.items = items;
        this.courses = courses;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        boolean work = hasForm(element) || items.of(activity.getId()).isPresent() || followsTemplate(element);
        if (work && activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> requireForm(task.getId()));
        }
    }

    private boolean followsTemplate(Element element) {
        return DrawnTemplate.read(element)
                .filter(template -> items.of(template.id()).isPresent())
                .isPresent();
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity process
                && (hasForm(element) || courses.of(process.getKey()).isPresent())) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                if (hasForm(element) || execution.getSuperExecution() == null) {
                    requireForm(process.getKey());
                }
            });
        }
    }

    private static boolean hasForm(Element element) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null
                || element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey") != null;
    }

    private static void requireForm(String what) {
        if (!what.equals(FormGateway.SUBMITTING.get())) {
            throw Refusal.conflict("engine.use-the-form");
        }
    }
}
