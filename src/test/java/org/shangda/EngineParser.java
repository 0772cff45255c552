package org.shangda;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** What passes the door is parsed by the engine before it is in force, and refused with the parser's reason. */
final class EngineParser {

    private static ProcessEngine engine;

    private EngineParser() {}

    static synchronized boolean refuses(String file, byte[] content) {
        if (engine == null) {
            var configuration = new StandaloneInMemProcessEngineConfiguration();
            configuration.setProcessEngineName("parser");
            configuration.setJdbcUrl("jdbc:h2:mem:parser");
            configuration.setHistory("none");
            configuration.setJobExecutorActivate(false);
            configuration.setMetricsEnabled(false);
            configuration.setTaskMetricsEnabled(false);
            configuration.setCmmnEnabled(false);
            configuration.setEnforceHistoryTimeToLive(false);
            engine = NoDueDates.in(configuration.buildProcessEngine());
        }
        try {
            var repository = engine.getRepositoryService();
            repository.deleteDeployment(
                    repository
                            .createDeployment()
                            .addInputStream(file, new ByteArrayInputStream(content))
                            .deploy()
                            .getId(),
                    true);
            return false;
        } catch (ProcessEngineException refused) {
            return true;
        }
    }

    static synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
