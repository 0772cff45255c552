package org.shangda.probe.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.work.Offer;
import org.shangda.work.WorkItem;
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

    /** The work of the security tests' task; nothing is asked. */
    @Bean
    WorkItem<Nothing> probe() {
        return WorkItem.of(TASK, "probe", Nothing.class)
                .offeredTo(work -> new Offer(null, null, List.of("sujian", "gaoyan"), null, "probe", List.of()))
                .shows(work -> Map.of())
                .takes((work, nothing) -> Map.of());
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
