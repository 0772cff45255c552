package org.shangda.monitoring.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.monitoring.RehearsedRules;
import org.shangda.numbering.Monitors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is deployed in a transaction counts for it alone; so a table is deployed, asked, and the deployment is rolled back. */
@Component
class DeployedAndTakenBack implements RehearsedRules {

    private static final String NAME = "what-if";

    private final ProcessEngine engine;
    private final Monitors monitors;
    private final TransactionTemplate transaction;

    DeployedAndTakenBack(ProcessEngine engine, Monitors monitors, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.monitors = monitors;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public <T> T with(String file, byte[] content, Supplier<T> asked) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            // The engine's own lock is of the whole JVM: whoever waited in it would keep everybody else waiting.
            monitors.hold(List.of("rules"));
            engine.getRepositoryService()
                    .createDeployment()
                    .name(NAME)
                    .addInputStream(file, new ByteArrayInputStream(content))
                    .deploy();
            return asked.get();
        });
    }
}
