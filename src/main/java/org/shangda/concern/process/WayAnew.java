package org.shangda.concern.process;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.Conflicts;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Refusal;
import org.shangda.words.Words;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A concern's way is taken up anew at a level, wherever it stands in the diagram. */
@Component
class WayAnew {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;
    private final WorkItems items;
    private final Words words;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    WayAnew(ObjectProvider<ProcessEngine> engine, AsTheProduct asTheProduct, WorkItems items, Words words) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
        this.items = items;
        this.words = words;
    }

    Collection<String> levels(String number) {
        return asTheProduct.call(
                () -> way(number).map(way -> visits(way).keySet()).orElse(Set.of()));
    }

    /** Id of the element of the diagram in force at which the unit that has answered handles it again. */
    String again() {
        return asTheProduct.call(() -> {
            var repository = engine.getObject().getRepositoryService();
            String latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(ConcernEscalation.PROCESS)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return FirstVisits.again(repository.getBpmnModelInstance(latest))
                    .orElseThrow(() -> Refusal.conflict("call-back.not-again"));
        });
    }

    /** Everything of the way ends but the standing tasks, with the levels and the supervision that it has called. */
    void startAt(String number, String level) {
        asTheProduct.run(() -> {
            ProcessInstance way = way(number).orElseThrow(() -> Refusal.conflict("put-back.not-running"));
            if (way.isSuspended()) {
                throw Refusal.conflict("put-back.suspended");
            }
            try {
                modification(way, visits(way).get(level)).execute(false, false);
            } catch (Refusal | RefusedRequest said) {
                throw said;
            } catch (RuntimeException broken) {
                throw Conflicts.among(broken) ? broken : failed(level, broken);
            }
        });
    }

    private ProcessInstanceModificationBuilder modification(ProcessInstance way, String visit) {
        var runtime = engine.getObject().getRuntimeService();
        ActivityInstance standsAt = runtime.getActivityInstance(way.getId());
        var modification = runtime.createProcessInstanceModification(way.getId());
        for (ActivityInstance one : standsAt.getChildActivityInstances()) {
            if (!items.standing().contains(one.getActivityId())) {
                modification.cancelActivityInstance(one.getId());
            }
        }
        for (TransitionInstance waiting : standsAt.getChildTransitionInstances()) {
            modification.cancelTransitionInstance(waiting.getId());
        }
        return modification.startBeforeActivity(visit);
    }

    private Refusal failed(String level, RuntimeException broken) {
        return Refusal.conflict("put-back.failed", words.label("level", level), Failures.report(broken));
    }

    private Optional<ProcessInstance> way(String number) {
        return Optional.ofNullable(engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(ConcernEscalation.PROCESS)
                .processInstanceBusinessKey(number)
                .singleResult());
    }

    private Map<String, String> visits(ProcessInstance way) {
        return FirstVisits.of(
                engine.getObject().getRepositoryService().getBpmnModelInstance(way.getProcessDefinitionId()));
    }
}
