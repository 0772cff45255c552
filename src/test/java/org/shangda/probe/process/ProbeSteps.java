package org.shangda.probe.process;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Steps for the diagrams of the security tests. */
@TestConfiguration
public class ProbeSteps {

    private static final String TASK = "UserTask_First";

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

    /** The form of the security tests' task; nothing is asked. */
    @Bean
    TaskForm<Nothing> probeForm() {
        return new TaskForm<>() {
            @Override
            public String id() {
                return "probe";
            }

            @Override
            public boolean belongsTo(String taskKey) {
                return taskKey.equals(TASK);
            }

            @Override
            public Class<Nothing> values() {
                return Nothing.class;
            }

            @Override
            public Map<String, Object> show(OpenTask task) {
                return Map.of();
            }

            @Override
            public Map<String, Object> submit(OpenTask task, Nothing values) {
                return Map.of();
            }
        };
    }

    record Nothing() {}

    @Bean
    Spy spy() {
        return new Spy();
    }

    /** Counts how often somebody's expression was evaluated. */
    public static class Spy {

        public static final AtomicInteger CALLS = new AtomicInteger();

        public Date called() {
            CALLS.incrementAndGet();
            return new Date();
        }
    }

    public static class Rules {
        public boolean ready(Object execution, String text) {
            return true;
        }
    }
}
