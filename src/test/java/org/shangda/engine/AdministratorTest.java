package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangda.ShangdaApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
// Starts applications of its own, and the pages of the shared one find the last one started.
@Tag("afterwards")
@Order(Integer.MAX_VALUE - 1)
class AdministratorTest {

    @Test
    void without_a_password_for_the_administrator_nothing_starts(CapturedOutput log) {
        assertThatThrownBy(() -> start("refused")).hasRootCauseInstanceOf(RefusedStart.class);
        assertThat(log.getOut()).contains("系统没有管理员", "SHANGDA_ADMIN_PASSWORD");
        assertThatThrownBy(() -> start("refused", "shangda.admin.password=admin"))
                .hasRootCauseInstanceOf(RefusedStart.class);
    }

    @Test
    void the_administrator_is_created_once_and_nobody_else() {
        try (var first = start("kept", "shangda.admin.password=keep2this4you")) {
            var identity = first.getBean(IdentityService.class);
            assertThat(identity.checkPassword("admin", "keep2this4you")).isTrue();
            assertThat(identity.createUserQuery().count()).isOne();
        }
        try (var again = start("kept")) {
            assertThat(again.getBean(IdentityService.class).checkPassword("admin", "keep2this4you"))
                    .isTrue();
        }
    }

    @Test
    void a_database_of_the_demonstration_is_not_used_for_anything_else(CapturedOutput log) {
        start("demonstrated", "spring.profiles.active=demo").close();

        assertThatThrownBy(() -> start("demonstrated", "shangda.admin.password=keep2this4you"))
                .hasRootCauseInstanceOf(RefusedStart.class);
        assertThat(log.getOut()).contains("数据库中是演示数据");
    }

    private static ConfigurableApplicationContext start(String database, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                // The engine's pages of other tests in this run find theirs by its name.
                "--camunda.bpm.process-engine-name=" + database,
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new SpringApplicationBuilder(ShangdaApplication.class).run(arguments.toArray(String[]::new));
    }
}
