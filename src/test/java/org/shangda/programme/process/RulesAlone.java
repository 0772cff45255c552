package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.programme.Situation;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The shipped tables in an engine of their own, asked through the ports. */
abstract class RulesAlone {

    static final Situation AT_BRANCH = new Situation("zhejiang", "branch", "first", "problem");
    static final Situation AT_DEPARTMENT = new Situation("zhejiang", "department", "first", "problem");

    static final AtomicLong seconds = new AtomicLong();
    static final DeployedTables tables = new DeployedTables(() -> seconds.get() * 1_000_000_000L);
    static final DecisionRules rules = new DecisionRules(tables);
    static final DecisionDuties duties = new DecisionDuties(tables);
    static JdbcConnectionPool database;
    static ProcessEngine engine;

    @BeforeAll
    static void start() {
        database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        DataSource counted =
                ProxyDataSourceBuilder.create(database).countQuery().build();
        engine = engine(counted, tables, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    }

    @AfterAll
    static void stop() {
        engine.close();
        database.dispose();
    }

    @BeforeEach
    void deployTheShippedTables() {
        for (String table : List.of(
                "level-units",
                "level-exits",
                "level-answers",
                "level-deadlines",
                "department-routing",
                "contact-duties",
                "event-duties",
                "pairing-eligibility",
                "summary-tiers")) {
            deploy(engine, table, "", "");
        }
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId()));
    }

    int handleDays() {
        return rules.deadline(AT_BRANCH).orElseThrow().handleDays();
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    static ProcessEngine engine(DataSource database, DeployedTables tables, String schema) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setDataSource(database);
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setTransactionManager(new DataSourceTransactionManager(database));
        configuration.setDatabaseSchemaUpdate(schema);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setAuthorizationEnabled(true);
        configuration.setQueryMaxResultsLimit(1000);
        configuration.setMetricsEnabled(false);
        configuration.getProcessEnginePlugins().add(tables);
        return configuration.buildProcessEngine();
    }

    static String deploy(ProcessEngine engine, String table, String old, String changed) {
        try (InputStream file = RulesAlone.class.getResourceAsStream("/bpmn/" + table + ".dmn")) {
            String xml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains(old);
            DeploymentBuilder deployment =
                    engine.getRepositoryService().createDeployment().name(table);
            return deployment
                    .addString("bpmn/" + table + ".dmn", xml.replace(old, changed))
                    .deploy()
                    .getId();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
