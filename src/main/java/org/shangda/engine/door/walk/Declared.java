package org.shangda.engine.door.walk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Product;
import org.shangda.work.Answer;
import org.shangda.work.WorkItem;

/**
 * What the product's processes may be told, as its modules declare it.
 *
 * @param starts by id of the process
 * @param tasks by id of the user task, or of the template that it follows
 * @param steps by name of the bean
 * @param standing ids of the user tasks that are nobody's work
 */
public record Declared(
        Map<String, List<Answer>> starts,
        Map<String, List<Answer>> tasks,
        Map<String, List<Answer>> steps,
        Set<String> standing) {

    public static Declared of(Product product) {
        return new Declared(
                product.starts(),
                product.items().stream().collect(toMap(WorkItem::key, WorkItem::answers)),
                product.steps(),
                product.items().stream()
                        .filter(WorkItem::isStanding)
                        .map(WorkItem::key)
                        .collect(toSet()));
    }

    public List<Choice> choices(String task) {
        List<Answer> answers = tasks.get(task);
        return answers == null ? null : choices(answers);
    }

    /** A step that nobody describes, as a listener of an earlier diagram, says nothing. */
    public List<Choice> answers(String step, Standing before) {
        List<Answer> answers = steps.getOrDefault(step, List.of(Answer.nothing()));
        List<Answer> there = answers.stream()
                .filter(answer -> answer.where() == null || before.has(answer.where()))
                .toList();
        return choices(there.isEmpty() ? answers : there).stream()
                .map(choice ->
                        Choice.of(choice.label().isEmpty() ? step : step + " " + choice.label(), choice.answer()))
                .toList();
    }

    static List<Choice> choices(List<Answer> answers) {
        return answers.stream().map(Choice::of).toList();
    }
}
