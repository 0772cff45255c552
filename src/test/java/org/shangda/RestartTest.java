package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangda.outage.Server;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was entered is there again after a restart, in the file in which the product keeps it as it is shipped, and at the same
 * time: the second start is on a machine whose clock shows another zone, as a container's does.
 */
// Starts applications of its own, and the pages of the shared one find the last one started.
@Tag("afterwards")
@Order(Integer.MAX_VALUE - 1)
class RestartTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter IN_THE_MAIL = DateTimeFormatter.ofPattern(
                    "M月d日(E)HH:mm", Locale.SIMPLIFIED_CHINESE)
            .withZone(TestTime.ZONE);
    private static final DateTimeFormatter OF_THE_ENGINE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @TempDir
    Path folder;

    @AfterEach
    void stopMail() {
        Mailbox.stop();
    }

    @Test
    void a_concern_is_there_again_after_a_restart_and_due_at_the_same_time_on_page_task_timer_and_mail()
            throws IOException {
        String number;
        String hazard;
        List<Instant> timers;
        try (var first = start()) {
            Cases cases = new Cases(first.getBean(ProcessEngine.class), first.getBean(JdbcTemplate.class));
            number = cases.raise(Cases.COLLEAGUE, Cases.concernWith("title", "重启之前反映的事项"));
            hazard = cases.raise(Cases.COLLEAGUE, Cases.concernWith("type", "hazard"));
            timers = first.getBean(ProcessEngine.class).getManagementService().createJobQuery().list().stream()
                    .map(job -> job.getDuedate().toInstant())
                    .toList();
            assertThat(timers).hasSizeGreaterThan(2);
        }

        Mailbox.start();
        try (Server second = Server.start(
                url(),
                "UTC",
                Path.of("target", "restart", "server.log"),
                arguments("shangda.notification.poll=PT1S"))) {
            JsonNode task = tasks(second, Cases.SECRETARY, "&assignee=" + Cases.SECRETARY)
                    .get(0);
            String path = "/engine-rest/task/" + task.get("id").asText();
            assertThat(read(second.get(Cases.SECRETARY, path + "/form-variables"))
                            .at("/heading/value")
                            .asText())
                    .isEqualTo("重启之前反映的事项");
            assertThat(moment(task.get("due"))).as("task").isEqualTo(deadline(second, number));
            assertThat(timers(second)).as("timers").containsExactlyInAnyOrderElementsOf(timers);

            Instant hazardous = deadline(second, hazard);
            List<Instant> due = new ArrayList<>();
            tasks(second, Cases.COLLEGE_CLERK, "").forEach(one -> due.add(moment(one.get("due"))));
            tasks(second, Cases.DEPARTMENT_CLERK, "").forEach(one -> due.add(moment(one.get("due"))));
            assertThat(due).as("tasks of the hazard").contains(hazardous);
            await("the mail of the hazard")
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Mailbox.mails())
                            .anyMatch(mail -> mail.text().contains(hazard)
                                    && mail.text().contains(IN_THE_MAIL.format(hazardous))));

            HttpResponse<String> answered = second.post(
                    Cases.SECRETARY,
                    path + "/submit-form",
                    JSON.writeValueAsString(Map.of(
                            "variables",
                            Map.of("exit", Map.of("value", "answer"), "words", Map.of("value", "已经维修。")))));
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(204);
            assertThat(tasks(second, Cases.SECRETARY, "&assignee=" + Cases.SECRETARY))
                    .isEmpty();
        }
    }

    // --- four figures ------------------------------------------------------------------------------------------------

    private static Instant deadline(Server server, String number) throws IOException {
        return Instant.parse(read(server.get(Cases.COLLEAGUE, "/api/concerns/" + number + "/clock"))
                        .at("/level/deadline")
                        .asText())
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<Instant> timers(Server server) throws IOException {
        return StreamSupport.stream(
                        read(server.get("admin", "/engine-rest/job?maxResults=100"))
                                .spliterator(),
                        false)
                .filter(job -> job.hasNonNull("dueDate"))
                .map(job -> moment(job.get("dueDate")))
                .toList();
    }

    private static JsonNode tasks(Server server, String person, String more) throws IOException {
        return read(server.get(person, "/engine-rest/task?taskDefinitionKey=UserTask_Handle&maxResults=100" + more));
    }

    private static Instant moment(JsonNode text) {
        return OffsetDateTime.parse(text.asText(), OF_THE_ENGINE).toInstant();
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    // --- starting ----------------------------------------------------------------------------------------------------

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ShangdaApplication.class)
                .profiles("demo")
                .run(arguments(
                        "server.port=0",
                        // The engine's pages of other tests in this run find theirs by its name.
                        "camunda.bpm.process-engine-name=restarted",
                        "camunda.bpm.job-execution.enabled=false",
                        "shangda.demo.concerns=false",
                        "shangda.demo.pairs=false",
                        "shangda.notification.poll=P3650D",
                        "spring.datasource.url=" + url()));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("shangda");
    }

    private static String[] arguments(String... settings) {
        List<String> all = new ArrayList<>(Mailbox.settings());
        all.addAll(List.of(settings));
        return all.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }
}
