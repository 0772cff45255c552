package org.shangda.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this node can do its part: the tables are those of this version, and the job executor runs. On a node on which it
 * is switched off by a setting, others run the jobs.
 */
@Component
class EngineReady implements HealthIndicator {

    private final ProcessEngineConfigurationImpl configuration;
    private final Flyway migrations;
    private final boolean runsJobs;

    /** Tables do not become older again: what was found once need not be looked up with every question. */
    private volatile boolean migrated;

    EngineReady(
            ProcessEngine engine,
            Flyway migrations,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean runsJobs) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.migrations = migrations;
        this.runsJobs = runsJobs;
    }

    @Override
    public Health health() {
        if (!migrated) {
            migrated = migrations.info().pending().length == 0;
        }
        JobExecutor executor = configuration.getJobExecutor();
        boolean active = executor != null && executor.isActive();
        return (migrated && (active || !runsJobs) ? Health.up() : Health.down())
                .withDetail("migrated", migrated)
                .withDetail("jobs", active ? "run" : runsJobs ? "stopped" : "off")
                .build();
    }
}
