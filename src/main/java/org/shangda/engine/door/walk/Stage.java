package org.shangda.engine.door.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shangda.work.Answer;

/** Stands in for the domain in the scratch engine: answers for the steps, and notes what happens. */
class Stage extends AbstractBpmnParseListener {

    /** A day that has not come yet, for whatever reads one. */
    static final Date DAY = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

    /** Far above what one move takes in the shipped diagrams; more comes of a circle in which nobody is waited for. */
    private static final int MOST_FLOWS = 200;

    // --- what the diagrams have ---
    private final Set<String> tasks = new TreeSet<>();
    private final Set<String> ends = new TreeSet<>();
    private final Set<String> forMany = new HashSet<>();
    private final Set<String> besideAll = new HashSet<>();
    private final Map<String, String> templates = new HashMap<>();

    // --- the move under way ---
    private Scenario scenario;
    private Standing before;
    private Map<String, String> memory = Map.of();
    private List<Integer> picks = List.of();
    private final List<Integer> picked = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> reached = new ArrayList<>();
    private String leadsTo;
    private int flows;

    void clear() {
        tasks.clear();
        ends.clear();
        forMany.clear();
        besideAll.clear();
        templates.clear();
    }

    void play(Scenario one) {
        scenario = one;
    }

    // --- a move ------------------------------------------------------------------------------------------------------

    /** @param given which of its answers each step is to give, in order; the first one when there are more steps */
    void begin(Choice choice, Standing from, List<Integer> given) {
        before = from;
        picks = given;
        picked.clear();
        sizes.clear();
        events.clear();
        reached.clear();
        flows = 0;
        memory = choice.after(before.memory());
        leadsTo = choice.answer().leadsTo();
    }

    static Map<String, Object> codes(Answer answer) {
        return answer.sample(DAY);
    }

    Map<String, String> memory() {
        return memory;
    }

    List<String> events() {
        return List.copyOf(events);
    }

    List<String> endsReached() {
        return List.copyOf(reached);
    }

    /** Where the last answer that says so must lead to. */
    String leadsTo() {
        return leadsTo;
    }

    /** The other answers that steps could have given after those that were asked for. */
    List<List<Integer>> others() {
        List<List<Integer>> others = new ArrayList<>();
        for (int step = picks.size(); step < sizes.size(); step++) {
            for (int other = 1; other < sizes.get(step); other++) {
                List<Integer> more = new ArrayList<>(picked.subList(0, step));
                more.add(other);
                others.add(more);
            }
        }
        return others;
    }

    private Choice pick(List<Choice> choices) {
        int which = picked.size() < picks.size() ? picks.get(picked.size()) : 0;
        picked.add(which);
        sizes.add(choices.size());
        return choices.get(which);
    }

    /** What is handed in at a task of the diagram's own: one of the answers of its template, if it follows one. */
    Answer own(String task) {
        String template = templates.get(task);
        List<Choice> choices = template == null ? null : scenario.choices(template, "", before);
        if (choices == null) {
            return Answer.nothing();
        }
        Choice choice = pick(choices);
        events.add(Move.OWN_STEP + task + " " + choice.label());
        return choice.answer();
    }

    private void step(String name, DelegateExecution execution) {
        Choice choice = pick(scenario.answers(
                name, new Scope(before, execution.getProcessBusinessKey(), execution::getVariable, memory)));
        execution.setVariables(codes(choice.answer()));
        memory = choice.after(memory);
        events.add(choice.label());
        leadsTo = choice.answer().leadsTo() == null ? leadsTo : choice.answer().leadsTo();
    }

    // --- what the diagrams have --------------------------------------------------------------------------------------

    Set<String> tasks() {
        return tasks;
    }

    Set<String> ends() {
        return ends;
    }

    /** Whether the task is given to several at once. */
    boolean isForMany(String task) {
        return forMany.contains(task);
    }

    /** Whether it waits beside all the rest, as a message that ends a case whatever is done. */
    boolean isBesideAll(String element) {
        return besideAll.contains(element);
    }

    Object stub(String name) {
        return new Stub(name, this);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        tasks.add(activity.getId());
        String template = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "modelerTemplate");
        if (template != null) {
            templates.put(activity.getId(), template);
        }
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::mark);
        }
    }

    private void mark(DelegateTask task) {
        task.setDescription(scenario.mark(
                task.getTaskDefinitionKey(),
                new Scope(before, task.getExecution().getProcessBusinessKey(), task::getVariable, memory)));
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        ends.add(activity.getId());
        activity.addBuiltInListener(
                ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> reached.add(activity.getId()));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken());
    }

    private void taken() {
        if (++flows > MOST_FLOWS) {
            throw new Stumble("circles");
        }
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element element, Element loop, ActivityImpl activity) {
        forMany.add(element.attribute("id"));
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (Boolean.TRUE.equals(scope.getProperties().get(BpmnProperties.TRIGGERED_BY_EVENT))) {
            besideAll.add(activity.getId());
        }
    }

    record Stub(String name, Stage stage) implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {
            stage.step(name, execution);
        }

        @Override
        public void notify(DelegateExecution execution) {
            stage.step(name, execution);
        }

        @Override
        public void notify(DelegateTask task) {
            // Listeners of tasks offer work, or are those of earlier diagrams.
        }
    }
}
