package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.shangda.work.Answer;

/** All contracts, and what tasks and steps may tell; asked by name. */
final class Contracts {

    private final Map<String, Contract> byProcess = new LinkedHashMap<>();
    private final Map<String, List<Answer>> starts;
    private final Map<String, List<Answer>> steps;
    private final Map<String, List<Answer>> tasks = new LinkedHashMap<>();
    private final List<Answer> every = new ArrayList<>();

    Contracts(Product product) {
        starts = product.starts();
        steps = product.steps();
        product.contracts().forEach(contract -> byProcess.put(contract.process(), contract));
        product.items().forEach(item -> tasks.put(item.key(), item.answers()));
        starts.values().forEach(every::addAll);
        steps.values().forEach(every::addAll);
        tasks.values().forEach(every::addAll);
    }

    Collection<Contract> all() {
        return byProcess.values();
    }

    Optional<Contract> of(String process) {
        return Optional.ofNullable(byProcess.get(process));
    }

    /** What a case may be told when the product, or its start form, starts it. */
    List<Answer> ofStart(String process) {
        return starts.getOrDefault(process, List.of());
    }

    List<Answer> ofStep(String bean) {
        return steps.getOrDefault(bean, List.of());
    }

    List<Answer> ofTask(String key) {
        return tasks.getOrDefault(key, List.of());
    }

    /** Also of a step of one's own, whose answer may be asked for. */
    List<Answer> ofTask(UserTask task) {
        return ofTask(Diagram.workOf(task, tasks.keySet()));
    }

    /** What a variable is anywhere, with all its values. */
    Optional<Variable> variable(String name) {
        return every.stream().anyMatch(answer -> answer.codes().containsKey(name))
                ? Optional.of(Variable.of(name, every))
                : Optional.empty();
    }

    /** Whether whoever tells that a variable has one of these values always tells the other one as well. */
    boolean comesWith(String variable, Set<String> values, String other) {
        List<Answer> telling = every.stream()
                .filter(answer -> answer.codes().containsKey(variable)
                        && values.contains(String.valueOf(answer.codes().get(variable))))
                .toList();
        return !telling.isEmpty() && telling.stream().allMatch(answer -> isTold(answer, other));
    }

    static boolean isTold(Answer answer, String variable) {
        return answer.codes().containsKey(variable) && answer.codes().get(variable) != Answer.Kind.DAY_OR_NONE;
    }
}
