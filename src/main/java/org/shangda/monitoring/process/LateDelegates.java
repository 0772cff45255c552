package org.shangda.monitoring.process;

import org.shangda.engine.LateTasks;
import org.shangda.engine.Step;
import org.shangda.monitoring.LateWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the timers of all diagrams tell monitoring. */
@Configuration(proxyBeanMethods = false)
class LateDelegates {

    @Bean
    Step workIsLate(LateTasks tasks, LateWork late) {
        return Step.of(execution -> tasks.at(execution).forEach(task -> late.tell(task.work(), task.offer())));
    }
}
