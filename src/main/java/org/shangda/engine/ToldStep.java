package org.shangda.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shangda.work.Answer;

/** A step as its module describes it. */
record ToldStep(Function<DelegateExecution, Map<String, Object>> work, List<Answer> answers) implements Step {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(Answer.declared(execution.getCurrentActivityId(), answers, work.apply(execution)));
    }

    @Override
    public void notify(DelegateExecution execution) {
        execute(execution);
    }
}
