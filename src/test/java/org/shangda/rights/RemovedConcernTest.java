package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody has raised or handled stays in every list, with its answer, its files and its paper, for as long as the concern is
 * kept; removed as docs/operations.md says, it is gone from everywhere.
 */
@ShangdaTest
class RemovedConcernTest {

    private static final String ANSWER = "已派人维修，本周内完成。";

    /** Where a closed concern is read by those whom it has reached. */
    private static final Set<String> KEPT = Set.of(
            "/api/desk",
            "/api/done",
            "/api/done/done.xlsx",
            "/api/registers/jsj1",
            "/api/registers/jsj1/register.xlsx",
            "/api/concerns/{number}",
            "/api/concerns/{number}/files",
            "/api/concerns/{number}/sheet.docx",
            "/api/concerns/{number}/sheet.pdf");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private static int nth;

    private OverHttp http;
    private CanaryPages pages;
    private String number;

    @BeforeEach
    void a_concern_with_a_photo_and_a_place() {
        http = new OverHttp(port);
        cases.forgetAll();
        Canary canary = new Canary();
        // So that nobody else has written the same.
        nth += 1_000;
        IntStream.range(0, nth).forEach(i -> canary.written.put("nothing " + i, "nowhere"));
        pages = beans.createBean(CanaryPages.class);
        pages.begin(canary);
        pages.write();
        number = pages.number();
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    private void answeredAndRated() {
        cases.exit(COLLEGE_CLERK, number, "answer", Map.of("words", ANSWER));
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
    }

    /** As the engine's own cleaning does five years after the end of a case. */
    private void theEngineRemembersNothing() {
        database.queryForList(
                        "select id_ from act_hi_procinst where root_proc_inst_id_ in"
                                + " (select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?)",
                        String.class,
                        number)
                .forEach(engine.getHistoryService()::deleteHistoricProcessInstance);
        assertThat(Canary.cells(database, table -> table.startsWith("act_"), number))
                .isEmpty();
    }

    /** What docs/operations.md says, in one transaction, as psql does it. */
    private void removed(String which) {
        String statements = said().replace(":'number'", "'" + which + "'");
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> Stream.of(statements.split(";"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .forEach(database::execute));
    }

    private static String said() {
        try {
            String chapter = Files.readString(Path.of("docs/operations.md")).split("## How long things are kept")[1];
            Matcher block = Pattern.compile("(?s)```sql\n(.*?)```").matcher(chapter);
            assertThat(block.find()).isTrue();
            return block.group(1)
                    .lines()
                    .filter(line -> !line.matches("\\\\.*|--.*|begin;|commit;"))
                    .reduce("", (one, other) -> one + "\n" + other);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_closed_stays_everywhere_with_its_answer_also_when_the_engine_has_forgotten_it() {
        answeredAndRated();
        assertThat(pages.tellingTo(CanaryPages.INSIDE)).containsAll(KEPT);

        String title = database.queryForObject("select title from concern where number = ?", String.class, number);

        theEngineRemembersNothing();
        TestTime.set("2036-03-03T10:00:00");

        assertThat(http.get(COLLEAGUE, "/api/mine?closed=true").body()).contains(number, title, ANSWER);

        assertThat(pages.tellingTo(CanaryPages.INSIDE)).containsAll(KEPT);
        for (String person : List.of(COLLEAGUE, SECRETARY, COLLEGE_CLERK)) {
            assertThat(http.get(person, "/api/done?period=all&q=" + number).body())
                    .as(person)
                    .contains(number, ANSWER);
            assertThat(new ReadFiles(port).text(person, "/api/concerns/" + number + "/sheet.docx"))
                    .as(person)
                    .contains(ANSWER);
        }
        assertThat(http.get(COLLEGE_CLERK, "/api/registers/jsj?q=" + number).body())
                .contains(number);
    }

    @Test
    void what_was_removed_is_gone_from_lists_registers_papers_exports_and_files_and_from_every_table() {
        answeredAndRated();
        String raised = cases.raise(COLLEAGUE, Cases.concern());
        theEngineRemembersNothing();

        removed(number);

        assertThat(pages.tellingTo(CanaryPages.INSIDE)).isEmpty();
        assertThat(http.get(COLLEAGUE, "/api/mine?closed=true").body()).doesNotContain(number);
        for (String path : List.of("", "/clock", "/files", "/sheet.docx", "/sheet.pdf")) {
            assertThat(http.get(COLLEAGUE, "/api/concerns/" + number + path))
                    .as(path)
                    .isEqualTo(ofNothing("/api/concerns/SD26-00000000" + path));
        }
        assertThat(Canary.cells(database, table -> true, number, ANSWER)).isEmpty();
        assertThat(Canary.cells(database, table -> true, raised)).isNotEmpty();
    }

    private Answer ofNothing(String path) {
        Answer answer = http.get(COLLEAGUE, path);
        assertThat(answer.status()).isEqualTo(404);
        return new Answer(answer.status(), answer.type(), answer.body().replace("SD26-00000000", number));
    }

    @Test
    void what_is_not_closed_is_not_removed() {
        Map<String, Long> before = BadlyAsked.rows(database);

        assertThatThrownBy(() -> removed(number)).hasMessageContaining("zero");

        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
        assertThat(pages.tellingTo(CanaryPages.INSIDE)).contains("/api/desk", "/api/concerns/{number}");
    }
}
