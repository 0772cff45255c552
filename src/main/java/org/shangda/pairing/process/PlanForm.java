package org.shangda.pairing.process;

import java.util.Map;
import org.shangda.engine.StartForm;
import org.shangda.pairing.WaveService;
import org.shangda.pairing.WaveService.Plan;
import org.springframework.stereotype.Component;

/** 「计划一批结对」. */
@Component
class PlanForm implements StartForm<Plan> {

    private final WaveService waves;

    PlanForm(WaveService waves) {
        this.waves = waves;
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
    public Started submit(String caller, Plan plan) {
        return new Started(waves.plan(caller, plan), Map.of());
    }
}
