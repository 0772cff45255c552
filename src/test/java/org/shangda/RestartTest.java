package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was entered is there again after a restart, in the file in which the product keeps it as it is shipped. */
// Starts applications of its own, and the pages of the shared one find the last one started.
@Order(Integer.MAX_VALUE - 1)
class RestartTest {

    @TempDir
    Path folder;

    @Test
    void a_concern_and_its_open_task_are_there_again_after_a_restart() {
        String number;
        try (var first = start()) {
            number = cases(first).raise(Cases.COLLEAGUE, Cases.concernWith("title", "重启之前反映的事项"));
        }

        try (var second = start()) {
            Cases cases = cases(second);
            assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
            assertThat(cases.show(Cases.SECRETARY, cases.task(number, "UserTask_Handle")))
                    .containsEntry("heading", "重启之前反映的事项");
            cases.exit(Cases.SECRETARY, number, "answer");
            assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        }
    }

    private static Cases cases(ConfigurableApplicationContext application) {
        return new Cases(application.getBean(ProcessEngine.class), application.getBean(JdbcTemplate.class));
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ShangdaApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        // The engine's pages of other tests in this run find theirs by its name.
                        "--camunda.bpm.process-engine-name=restarted",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("shangda"));
    }
}
