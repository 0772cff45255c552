package org.shangda.probe.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Steps for the diagrams of the security tests. */
@TestConfiguration
public class ProbeSteps {

    public static final String STORY = "CANARY-of-a-failed-job";

    @Bean
    JavaDelegate failingStep() {
        return execution -> {
            throw new IllegalStateException(STORY);
        };
    }

    @Bean
    Rules probeRules() {
        return new Rules();
    }

    public static class Rules {
        public boolean ready(Object execution, String text) {
            return true;
        }
    }
}
