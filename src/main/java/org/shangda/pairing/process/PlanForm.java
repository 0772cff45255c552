package org.shangda.pairing.process;

import java.util.Map;
import java.util.Set;
import org.shangda.engine.StartForm;
import org.shangda.pairing.WavePlanning;
import org.shangda.pairing.WavePlanning.Plan;
import org.springframework.stereotype.Component;

/** 「计划一批结对」. */
@Component
class PlanForm implements StartForm<Plan> {

    private final WavePlanning planning;

    PlanForm(WavePlanning planning) {
        this.planning = planning;
    }

    @Override
    public String id() {
        return "plan-wave";
    }

    @Override
    public String process() {
        return PairingWave.PROCESS;
    }

    @Override
    public Class<Plan> values() {
        return Plan.class;
    }

    @Override
    public Set<String> mayLack() {
        return Set.of("most");
    }

    @Override
    public Started submit(String caller, Plan plan) {
        return new Started(planning.plan(caller, plan), Map.of());
    }
}
