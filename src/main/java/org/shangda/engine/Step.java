package org.shangda.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.work.Answer;

/** A step that a diagram names: it tells the domain where the case stands, and the case what the domain answered. */
public interface Step extends JavaDelegate, ExecutionListener {

    /** All that it may tell the process. */
    List<Answer> answers();

    /**
     * @param work ten lines at most, and decides nothing; gives codes, ids, dates and booleans, never a story
     * @param answers all that it may tell the process
     */
    static Step of(Function<DelegateExecution, Map<String, Object>> work, Answer... answers) {
        return new ToldStep(work, List.of(answers));
    }

    /** Does something and tells the process nothing. */
    static Step of(Consumer<DelegateExecution> deed) {
        return of(
                execution -> {
                    deed.accept(execution);
                    return Map.of();
                },
                Answer.nothing());
    }
}
