package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.university.RosterChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        properties = {
            // The engine's pages of other tests in this run find theirs by its name.
            "camunda.bpm.process-engine-name=started",
            "spring.datasource.url=jdbc:h2:mem:engine-start;DB_CLOSE_DELAY=-1",
            "management.endpoints.web.exposure.include=info",
            "shangda.demo.concerns=false",
            "shangda.demo.pairs=false",
            "shangda.demo.operator=sun",
            "shangda.demo.accounts[0].role=教职工 / colleague",
            "shangda.demo.accounts[0].login=sun",
            "shangda.demo.accounts[1].role=党支部书记 / branch secretary"
        })
@ActiveProfiles("demo")
// Starts applications of its own, and the pages of the shared one find the last one started.
@Tag("afterwards")
@Order(Integer.MAX_VALUE - 1)
class EngineStartTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private AtTheDoor atTheDoor;

    @Autowired
    private SmallUniversity university;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private StartMessage message;

    @Autowired
    private InfoEndpoint info;

    @Test
    void everything_is_ready_before_the_first_request_and_the_first_job() {
        assertThat(atTheDoor.filters).isEqualTo(6);
        assertThat(atTheDoor.jobExecutorActive).isFalse();
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getJobExecutor()
                        .isActive())
                .isTrue();
    }

    @Test
    void nothing_is_deployed_but_what_the_product_deploys() {
        assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                .allSatisfy(deployment -> assertThat(deployment.getSource()).isEqualTo("shangda"));
    }

    @Test
    void the_engines_tables_are_indexed() {
        assertThat(database.queryForObject(
                        "select count(*) from information_schema.indexes"
                                + " where lower(index_name) like 'shangda_idx_%'",
                        Integer.class))
                .isEqualTo(7);
    }

    @Test
    void the_engine_uses_the_products_settings() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.getAuthorizationCheckRevokes()).isEqualTo("never");
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isTaskMetricsEnabled()).isFalse();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P1825D");
    }

    @Test
    void accounts_change_with_the_roster_in_one_transaction() {
        transaction.executeWithoutResult(status -> {
            university.person("new", "新同事");
            events.publishEvent(new RosterChanged(Set.of("new"), Set.of(), Set.of(), 1));
            assertThat(accounts("new")).isOne();
            status.setRollbackOnly();
        });
        assertThat(accounts("new")).isZero();

        transaction.executeWithoutResult(
                status -> events.publishEvent(new RosterChanged(Set.of("new"), Set.of(), Set.of(), 1)));
        assertThat(accounts("new")).isOne();
        assertThat(engine.getIdentityService().checkPassword("new", "demo")).isTrue();
    }

    @Test
    void the_console_says_where_everything_is_and_who_can_log_in() {
        assertThat(message.text())
                .contains("上达已启动 / Shangda is running")
                .contains("/camunda/app/tasklist/", "/camunda/app/cockpit/", "/camunda/app/admin/")
                .contains("/camunda/app/tasklist/", "/swagger-ui/index.html")
                .contains("演示账号，密码均为 demo")
                .containsPattern("sun +教职工 / colleague")
                .doesNotContain("党支部书记 / branch secretary");
    }

    @Test
    void the_info_endpoint_tells_where_the_diagrams_came_from() {
        assertThat(info.info()).containsKey("diagrams");
    }

    private long accounts(String id) {
        return engine.getIdentityService().createUserQuery().userId(id).count();
    }

    /** Sees the application as it is when the web server opens its port. */
    static class AtTheDoor implements SmartLifecycle {

        private final ProcessEngine engine;
        private long filters;
        private boolean jobExecutorActive;
        private boolean running;

        AtTheDoor(ProcessEngine engine) {
            this.engine = engine;
        }

        @Override
        public void start() {
            filters = engine.getFilterService().createFilterQuery().count();
            jobExecutorActive = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getJobExecutor()
                    .isActive();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }

    @TestConfiguration
    static class Setting {

        @Bean
        @Primary
        SmallUniversity smallUniversity() {
            return new SmallUniversity().person("sun", "孙丽").unit("c1", "信息学院党委", "sun");
        }

        @Bean
        AtTheDoor atTheDoor(ProcessEngine engine) {
            return new AtTheDoor(engine);
        }
    }
}
