package org.shangda.monitoring.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.yaml.snakeyaml.Yaml;

/** The files for Prometheus and Grafana ask for nothing that the product does not tell. */
@ShangdaTest
class WatchingFilesTest extends WatchedFromOutside {

    private static final Path ALERTS = Path.of("deploy/prometheus/shangda-alerts.yml");
    private static final Path SCRAPE = Path.of("deploy/prometheus/prometheus.yml");
    private static final Path DASHBOARD = Path.of("deploy/grafana/shangda-dashboard.json");
    private static final Path DOCUMENT = Path.of("docs/operations.md");
    private static final Pattern METRIC = Pattern.compile("\\b((?:shangda|http)_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern LABELS_BY = Pattern.compile("\\bby \\(([^)]*)\\)");

    @Test
    void what_the_alerts_ask_for_is_told() throws IOException {
        List<Map<String, Object>> rules = rules();
        assertThat(rules).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "labels", "annotations");
            assertThat(rule.get("annotations").toString()).containsPattern("\\p{IsHan}.* / [A-Z]");
        });
        assertThat(rules.stream().map(rule -> rule.get("alert"))).doesNotHaveDuplicates();

        assertToldByTheProduct(
                rules.stream().map(rule -> rule.get("expr").toString()).toList());
    }

    @Test
    void what_the_dashboard_shows_is_told_and_said_in_both_languages() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> expressions = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.path("title").asText()).containsPattern("\\p{IsHan}.* / [A-Z]");
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
        }

        assertThat(expressions).hasSizeGreaterThan(25);
        assertToldByTheProduct(expressions);
    }

    @Test
    void every_metric_is_on_the_dashboard_and_in_the_document() throws IOException {
        String dashboard = Files.readString(DASHBOARD);
        String document = Files.readString(DOCUMENT);

        assertThat(Arrays.stream(Measured.values()).map(Measured::meter).map(WatchingFilesTest::told))
                .allSatisfy(metric -> {
                    assertThat(dashboard).contains(metric);
                    assertThat(document).contains(metric);
                });
    }

    @Test
    void the_way_prometheus_asks_is_one_that_the_product_answers() throws IOException {
        Map<String, Object> scrape = new Yaml().load(Files.readString(SCRAPE));
        Map<?, ?> job = (Map<?, ?>) ((List<?>) scrape.get("scrape_configs")).get(0);

        assertThat(http.get(job.get("metrics_path").toString(), Http.as(WATCHER, Users.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        assertThat(((Map<?, ?>) job.get("basic_auth")).get("username")).isEqualTo(WATCHER);
        assertThat(scrape.get("rule_files"))
                .isEqualTo(List.of(ALERTS.getFileName().toString()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(ALERTS));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    private static String told(String meter) {
        return meter.replace('.', '_');
    }

    /** Each metric is there, with the values of the labels that it is asked for, and with those that it is grouped by. */
    private void assertToldByTheProduct(List<String> expressions) {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        http.get("/api/probe/refused/CONFLICT", Http.as("admin", "demo"));
        Scrape now = minute();
        for (String expression : expressions) {
            assertThat(expression.chars().filter(c -> c == '(').count())
                    .as(expression)
                    .isEqualTo(expression.chars().filter(c -> c == ')').count());
            List<String> metrics = new ArrayList<>();
            METRIC.matcher(expression).results().forEach(asked -> {
                metrics.add(asked.group(1));
                Map<String, String> labels = Scrape.labels(asked.group(2) == null ? "" : asked.group(2));
                assertThat(now.has(asked.group(1), labels)).as(asked.group()).isTrue();
            });
            assertThat(metrics).as(expression).isNotEmpty();
            LABELS_BY.matcher(expression).results().forEach(by -> {
                for (String label : by.group(1).split(", ?")) {
                    assertThat(label.equals("instance")
                                    || metrics.stream()
                                            .anyMatch(metric -> now.text
                                                    .lines()
                                                    .anyMatch(line -> line.startsWith(metric + "{")
                                                            && line.contains(label + "=\""))))
                            .as(expression + " by " + label)
                            .isTrue();
                }
            });
        }
    }
}
