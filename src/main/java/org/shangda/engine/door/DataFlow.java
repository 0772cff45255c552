package org.shangda.engine.door;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.shangda.work.Answer;

/**
 * Which values each variable may have at each place of a diagram, as far as contracts and conditions tell: all paths at
 * once, so that a variable that one path leaves unset is seen.
 */
final class DataFlow {

    /** Nobody has set it on some path. */
    static final String UNSET = "";

    /** It may be anything. */
    static final String ANY = "*";

    private final Diagram diagram;
    private final Contracts contracts;

    /** Of every place that a case can reach: variable → what it may be. */
    private final Map<FlowNode, Map<String, Set<String>>> before = new HashMap<>();

    private final Map<SequenceFlow, Map<String, Set<String>>> along = new LinkedHashMap<>();
    private final Deque<FlowNode> open = new ArrayDeque<>();

    DataFlow(Diagram diagram, Contracts contracts) {
        this.diagram = diagram;
        this.contracts = contracts;
        starts(diagram.process(), start());
        while (!open.isEmpty()) {
            leave(open.poll());
        }
    }

    private Map<String, Set<String>> start() {
        Map<String, Set<String>> state = new HashMap<>();
        set(state, contracts.ofStart(diagram.key()));
        contracts
                .of(diagram.key())
                .ifPresent(known -> known.needed().forEach(variable -> state.put(variable, Set.of(ANY))));
        return state;
    }

    boolean reaches(FlowNode node) {
        return before.containsKey(node);
    }

    /** What a variable may be when the node is entered, its own listeners done. */
    Set<String> values(FlowNode node, String variable) {
        Map<String, Set<String>> state = new HashMap<>(before.getOrDefault(node, Map.of()));
        listeners(node, "start", state);
        return state.getOrDefault(variable, Set.of(UNSET));
    }

    boolean isTaken(SequenceFlow flow) {
        return along.containsKey(flow);
    }

    private void starts(ModelElementInstance scope, Map<String, Set<String>> state) {
        for (ModelElementInstance child : scope.getChildElementsByType(StartEvent.class)) {
            arrive((FlowNode) child, state);
        }
        for (ModelElementInstance child : scope.getChildElementsByType(SubProcess.class)) {
            if (((SubProcess) child).triggeredByEvent()) {
                starts(child, state);
            }
        }
    }

    private void arrive(FlowNode node, Map<String, Set<String>> state) {
        Map<String, Set<String>> known = before.get(node);
        Map<String, Set<String>> joined = known == null ? copy(state) : join(known, state);
        if (!joined.equals(known)) {
            before.put(node, joined);
            open.add(node);
        }
    }

    private void leave(FlowNode node) {
        Map<String, Set<String>> state = copy(before.get(node));
        listeners(node, "start", state);
        for (BoundaryEvent event : diagram.attached(node)) {
            arrive(event, state);
        }
        if (node instanceof SubProcess inner) {
            starts(inner, state);
            if (!reachesEndOf(inner)) {
                return;
            }
            state = endOf(inner);
        } else if (node instanceof Activity) {
            set(state, answers(node));
            if (node instanceof CallActivity call) {
                returned(call, state);
            }
        }
        listeners(node, "end", state);
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess outer) {
            if (before.containsKey(outer)) {
                open.add(outer);
            }
        }
        for (SequenceFlow flow : taken(node, state)) {
            Map<String, Set<String>> refined = refined(flow, state);
            along.merge(flow, refined, DataFlow::join);
            arriveOver(flow);
        }
    }

    /** What joins waits for all of its tokens: what one of them has set is set. */
    private void arriveOver(SequenceFlow flow) {
        FlowNode target = flow.getTarget();
        if (!(target instanceof ParallelGateway)) {
            arrive(target, along.get(flow));
            return;
        }
        Map<String, Set<String>> all = new HashMap<>();
        Set<String> set = new LinkedHashSet<>();
        for (SequenceFlow incoming : diagram.incoming(target)) {
            along.getOrDefault(incoming, Map.of()).forEach((variable, values) -> {
                all.computeIfAbsent(variable, any -> new LinkedHashSet<>()).addAll(values);
                if (!values.contains(UNSET)) {
                    set.add(variable);
                }
            });
        }
        set.forEach(variable -> all.get(variable).remove(UNSET));
        if (!all.equals(before.get(target))) {
            before.put(target, all);
            open.add(target);
        }
    }

    private boolean reachesEndOf(SubProcess inner) {
        return inner.getChildElementsByType(EndEvent.class).stream().anyMatch(before::containsKey);
    }

    private Map<String, Set<String>> endOf(SubProcess inner) {
        return inner.getChildElementsByType(EndEvent.class).stream()
                .filter(before::containsKey)
                .map(before::get)
                .reduce(DataFlow::join)
                .map(DataFlow::copy)
                .orElseThrow();
    }

    /** The flows that some value lets through. */
    private List<SequenceFlow> taken(FlowNode node, Map<String, Set<String>> state) {
        if (!(node instanceof ExclusiveGateway gateway)) {
            return diagram.outgoing(node);
        }
        Optional<Map<Map<String, Object>, Optional<SequenceFlow>>> choices = Choices.of(diagram, gateway, state);
        if (choices.isEmpty()) {
            return diagram.outgoing(node);
        }
        Set<SequenceFlow> flows = new LinkedHashSet<>();
        choices.get().values().forEach(choice -> choice.ifPresent(flows::add));
        return List.copyOf(flows);
    }

    /** After a gateway a variable has only those values that lead this way. */
    private Map<String, Set<String>> refined(SequenceFlow flow, Map<String, Set<String>> state) {
        if (!(flow.getSource() instanceof ExclusiveGateway gateway)) {
            return state;
        }
        Map<String, Set<String>> refined = copy(state);
        Choices.of(diagram, gateway, state).ifPresent(choices -> {
            Map<String, Set<String>> leading = new HashMap<>();
            choices.forEach((values, choice) -> {
                if (choice.filter(flow::equals).isPresent()) {
                    values.forEach((variable, value) -> leading.computeIfAbsent(variable, any -> new LinkedHashSet<>())
                            .add(value.toString()));
                }
            });
            leading.forEach((variable, values) -> {
                if (!values.equals(state.get(variable))) {
                    toldTogether(refined, variable, values);
                }
            });
            refined.putAll(leading);
        });
        return refined;
    }

    /** Some days are told with some codes only: behind a question for such a code they are there. */
    private void toldTogether(Map<String, Set<String>> state, String variable, Set<String> values) {
        state.replaceAll((other, possible) -> {
            if (!possible.contains(UNSET) || !contracts.comesWith(variable, values, other)) {
                return possible;
            }
            Set<String> set = new LinkedHashSet<>(possible);
            set.remove(UNSET);
            return set.isEmpty() ? Set.of(ANY) : set;
        });
    }

    private List<Answer> answers(FlowNode node) {
        if (node instanceof UserTask task) {
            return contracts.ofTask(task);
        }
        String step = node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
        return Diagram.name(step).map(contracts::ofStep).orElse(List.of());
    }

    private void listeners(FlowNode node, String event, Map<String, Set<String>> state) {
        for (CamundaExecutionListener listener : Diagram.extensions(node, CamundaExecutionListener.class)) {
            if (event.equals(listener.getCamundaEvent())) {
                Diagram.name(listener.getCamundaDelegateExpression())
                        .ifPresent(step -> set(state, contracts.ofStep(step)));
            }
        }
    }

    private void returned(CallActivity call, Map<String, Set<String>> state) {
        for (CamundaOut out : Diagram.outs(call)) {
            if (out.getCamundaTarget() != null) {
                state.put(
                        out.getCamundaTarget(),
                        out.getCamundaSource() == null ? Set.of(ANY) : given(call, out.getCamundaSource()));
            }
        }
    }

    /** What the called process hands back. */
    private Set<String> given(CallActivity call, String variable) {
        List<String> codes = contracts
                .of(call.getCalledElement())
                .map(called -> called.given().getOrDefault(variable, List.of()))
                .orElse(List.of());
        return codes.isEmpty() ? Set.of(ANY) : new LinkedHashSet<>(codes);
    }

    /** What only some of the answers tell keeps, with the others, what it was. */
    private static void set(Map<String, Set<String>> state, List<Answer> answers) {
        Set<String> told = new LinkedHashSet<>();
        answers.forEach(answer -> told.addAll(answer.codes().keySet()));
        for (String name : told) {
            Variable variable = Variable.of(name, answers);
            Set<String> values = new LinkedHashSet<>(variable.values().isEmpty() ? Set.of(ANY) : variable.values());
            if (!answers.stream().allMatch(answer -> Contracts.isTold(answer, name))) {
                values.addAll(state.getOrDefault(name, Set.of(UNSET)));
            }
            if (answers.stream().anyMatch(answer -> answer.codes().get(name) == Answer.Kind.DAY_OR_NONE)) {
                values.add(UNSET);
            }
            state.put(name, values);
        }
    }

    private static Map<String, Set<String>> copy(Map<String, Set<String>> state) {
        return new HashMap<>(state);
    }

    private static Map<String, Set<String>> join(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        Set<String> variables = new LinkedHashSet<>(one.keySet());
        variables.addAll(other.keySet());
        Map<String, Set<String>> joined = new HashMap<>();
        variables.forEach(variable -> {
            Set<String> values = new LinkedHashSet<>(one.getOrDefault(variable, Set.of(UNSET)));
            values.addAll(other.getOrDefault(variable, Set.of(UNSET)));
            joined.put(variable, values);
        });
        return joined;
    }
}
