package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Modeler.withCell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.programme.Situation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which table is in force while somebody deploys one or takes one back. The branch has seven days, and six by the other. */
@ShangdaTest
class DeployedTablesTest {

    private static final Situation AT_BRANCH = new Situation("zhejiang", "branch", "first", "problem");

    @Autowired
    DeployedTables tables;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void the_shipped_table_is_in_force_again() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
        assertThat(days()).isEqualTo(7);
    }

    @Test
    void the_earlier_table_is_in_force_as_soon_as_the_latest_is_deleted() {
        String latest = deploy();
        assertThat(days()).isEqualTo(6);

        delete(latest);

        assertThat(days()).isEqualTo(7);
    }

    @Test
    void who_deploys_has_the_new_table_at_once_and_others_when_it_is_committed() {
        List<Integer> meanwhile = inTransaction(() -> {
            deploy();
            return List.of(days(), daysOfSomebodyElse());
        });

        assertThat(meanwhile).containsExactly(6, 7);
        assertThat(days()).isEqualTo(6);
    }

    @Test
    void who_deletes_has_the_earlier_table_at_once_and_others_when_it_is_committed() {
        String latest = deploy();

        List<Integer> meanwhile = inTransaction(() -> {
            delete(latest);
            return List.of(days(), daysOfSomebodyElse());
        });

        assertThat(meanwhile).containsExactly(7, 6);
        assertThat(days()).isEqualTo(7);
    }

    @Test
    void a_deployment_that_fails_leaves_nothing_behind() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    deploy();
                    assertThat(days()).isEqualTo(6);
                    assertThat(daysOfSomebodyElse()).isEqualTo(7);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        deployed.clear();

        assertThat(days()).isEqualTo(7);
    }

    @Test
    void a_deletion_that_fails_leaves_the_table_in_force() {
        String latest = deploy();

        assertThatThrownBy(() -> inTransaction(() -> {
                    delete(latest);
                    assertThat(days()).isEqualTo(7);
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        deployed.add(latest);

        assertThat(days()).isEqualTo(6);
    }

    @Test
    void another_node_asks_for_the_new_table_after_ten_seconds() {
        AtomicLong seconds = new AtomicLong();
        DeployedTables there = onAnotherNode(seconds);
        assertThat(days(there)).isEqualTo(7);
        deploy();

        seconds.set(9);
        assertThat(days(there)).isEqualTo(7);
        seconds.set(10);
        assertThat(days(there)).isEqualTo(6);
    }

    @Test
    void another_node_that_has_not_read_yet_what_is_deleted_takes_the_earlier_table() {
        DeployedTables there = onAnotherNode(new AtomicLong());
        String latest = deploy();
        assertThat(there.find("level-units")).isPresent();

        delete(latest);

        assertThat(days(there)).isEqualTo(7);
    }

    /** It has the same database, and hears nothing of what is done here. */
    private DeployedTables onAnotherNode(AtomicLong seconds) {
        DeployedTables there = new DeployedTables(() -> seconds.get() * 1_000_000_000L);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setCommandExecutorTxRequired(engine.getCommandExecutorTxRequired());
        there.preInit(configuration);
        return there;
    }

    private String deploy() {
        String id = repository
                .createDeployment()
                .name("six days")
                .addString("level-deadlines.dmn", withCell("level-deadlines", "Rule_Branch", "handleDays", "6"))
                .deploy()
                .getId();
        deployed.add(id);
        return id;
    }

    private void delete(String deployment) {
        repository.deleteDeployment(deployment, true);
        deployed.remove(deployment);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private int daysOfSomebodyElse() {
        return CompletableFuture.supplyAsync(this::days).join();
    }

    private int days() {
        return days(tables);
    }

    private static int days(DeployedTables tables) {
        return new DecisionRules(tables).deadline(AT_BRANCH).orElseThrow().handleDays();
    }
}
