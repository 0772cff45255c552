package org.shangda.engine.running;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shangda.engine.Conflicts;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** Why a case cannot go on along another version, in the caller's language and with the diagram's own names. */
@Component
class WhyNotMoved {

    private final RunningCases running;
    private final Sentences sentences;

    WhyNotMoved(RunningCases running, Sentences sentences) {
        this.running = running;
        this.sentences = sentences;
    }

    String of(Throwable failure, ProcessDefinition from, ProcessDefinition to) {
        if (Conflicts.among(failure)) {
            return sentences.of("moving.busy");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedRequest refused) {
                return sentences.of(refused.refusal());
            } else if (cause instanceof Refusal refusal) {
                return sentences.of(refusal);
            } else if (cause instanceof MigratingProcessInstanceValidationException instance) {
                return steps(stepsOf(instance), from, to);
            } else if (cause instanceof MigrationPlanValidationException plan) {
                return steps(stepsOf(plan), from, to);
            }
        }
        return sentences.of("moving.failed", String.valueOf(to.getVersion()), Failures.report(failure));
    }

    private static Set<String> stepsOf(MigratingProcessInstanceValidationException failure) {
        var report = failure.getValidationReport();
        return ids(Stream.concat(
                report.getActivityInstanceReports().stream().map(one -> one.getSourceScopeId()),
                report.getTransitionInstanceReports().stream().map(one -> one.getSourceScopeId())));
    }

    private static Set<String> stepsOf(MigrationPlanValidationException failure) {
        return ids(failure.getValidationReport().getInstructionReports().stream()
                .map(MigrationInstructionValidationReport::getMigrationInstruction)
                .map(MigrationInstruction::getSourceActivityId));
    }

    /** What repeats a step is called as the step. */
    private static Set<String> ids(Stream<String> steps) {
        Set<String> ids = new LinkedHashSet<>();
        steps.forEach(id -> ids.add(id.replaceFirst("#.*", "")));
        return ids;
    }

    private String steps(Set<String> steps, ProcessDefinition from, ProcessDefinition to) {
        ElementNames target = running.names(to);
        Set<String> missing = new LinkedHashSet<>(steps);
        missing.removeIf(target::has);
        String names = running.names(from).of(missing.isEmpty() ? steps : missing);
        return sentences.of(
                missing.isEmpty() ? "moving.step-different" : "moving.step-missing",
                names,
                String.valueOf(to.getVersion()));
    }
}
