package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import net.ttddyy.dsproxy.QueryCountHolder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

/** Which version of a table is asked, on which node, and what that costs. */
class RulesInForceTest extends RulesAlone {

    @Test
    void the_rows_of_a_new_version_are_in_force_when_they_are_deployed() {
        deploy(engine, "contact-duties", "\"jilin\"", "\"jilin\", \"jilin-2027\"");

        assertThat(duties.covers("jilin-2027")).isTrue();
        assertThat(duties.contactDuties("jilin-2027", "leader-branch"))
                .isEqualTo(duties.contactDuties("jilin", "leader-branch"))
                .hasSize(3);
    }

    @Test
    void a_newly_deployed_table_is_used_at_once() {
        assertThat(handleDays()).isEqualTo(7);

        deploy(engine, "level-deadlines", "<text>7</text>", "<text>6</text>");

        assertThat(handleDays()).isEqualTo(6);
    }

    @Test
    void who_asks_before_a_deployment_is_committed_does_not_keep_the_earlier_table() {
        int meanwhile = configuration().getCommandExecutorTxRequired().execute(context -> {
            deploy(engine, "level-deadlines", "<text>7</text>", "<text>6</text>");
            return CompletableFuture.supplyAsync(this::handleDays).join();
        });

        assertThat(meanwhile).isEqualTo(7);
        assertThat(handleDays()).isEqualTo(6);
    }

    @Test
    void a_table_deployed_by_another_node_is_used_within_ten_seconds() {
        assertThat(handleDays()).isEqualTo(7);
        ProcessEngine other = engine(database, new DeployedTables(), ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        try {
            deploy(other, "level-deadlines", "<text>7</text>", "<text>6</text>");
        } finally {
            other.close();
        }

        seconds.addAndGet(9);
        assertThat(handleDays()).isEqualTo(7);
        seconds.addAndGet(1);
        assertThat(handleDays()).isEqualTo(6);
    }

    @Test
    void the_earlier_table_is_in_force_again_when_the_latest_is_deleted() {
        String latest = deploy(engine, "level-deadlines", "<text>7</text>", "<text>6</text>");
        assertThat(handleDays()).isEqualTo(6);

        engine.getRepositoryService().deleteDeployment(latest);
        seconds.addAndGet(10);

        assertThat(handleDays()).isEqualTo(7);
    }

    @Test
    void a_question_asked_before_costs_no_statement_and_freshness_costs_one() {
        rules.exits(AT_BRANCH);
        QueryCountHolder.clear();

        rules.exits(AT_BRANCH);
        rules.exits(AT_DEPARTMENT);
        assertThat(statements()).isZero();

        seconds.addAndGet(10);
        rules.exits(AT_BRANCH);
        rules.exits(AT_BRANCH);
        assertThat(statements()).isEqualTo(1);
    }

    private static long statements() {
        return QueryCountHolder.getGrandTotal().getTotal();
    }
}
