package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.reporting.SemesterEnd;
import org.springframework.beans.factory.annotation.Autowired;

/** The badges of a diagram say how many stand at an element and how many are late, whatever the diagram is about. */
@ShangdaTest
class ElementsProcessTest extends StalledCases {

    private static final String WRITER = "limei";

    @Autowired
    Contacts contacts;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @BeforeEach
    @AfterEach
    void forget() {
        pairings.clear();
        summaries.forget(WRITER);
    }

    @ParameterizedTest
    @CsvSource({
        "pair,    UserTask_ChooseAnother, 选定结对党员, 2026-03-16T17:01:00",
        "duty,    UserTask_Register,      联系登记,    2026-04-20T17:01:00",
        "summary, UserTask_Write,         撰写学期总结, 2026-03-05T17:01:00"
    })
    void what_stands_at_an_element_of_any_diagram_is_counted_and_so_is_what_is_late_there(
            String kind, String element, String name, String late) throws IOException {
        Task task = cases.task(make(kind), element);

        JsonNode before = badge(task, element);
        assertThat(before.path("name").asText()).isEqualTo(name);
        assertThat(before.path("open").asLong()).isPositive().isEqualTo(at(task).count());
        assertThat(before.path("late").asLong()).isEqualTo(lateAt(task));

        TestTime.set(late);
        JsonNode after = badge(task, element);
        assertThat(after.path("open").asLong()).isEqualTo(at(task).count());
        assertThat(after.path("late").asLong())
                .isGreaterThan(before.path("late").asLong())
                .isBetween(lateAt(task), at(task).count());
        assertThat(after.path("medianDays").asInt())
                .isGreaterThan(before.path("medianDays").asInt());
    }

    private String make(String kind) {
        return switch (kind) {
            case "pair" -> pairings.ask(COLLEAGUE, "");
            case "duty" -> {
                contacts.pair(TEACHER, TAUGHT);
                contacts.open();
                yield contacts.sheet(TEACHER, "2026-03");
            }
            default -> {
                contacts.pair(WRITER, "yebo");
                semesterEnd.open();
                yield database.queryForObject(
                        "select number from summary where person = ? and term = '2025-2026-1'", String.class, WRITER);
            }
        };
    }

    /** As the engine counts them itself. */
    private TaskQuery at(Task task) {
        return tasks.createTaskQuery()
                .processDefinitionId(task.getProcessDefinitionId())
                .taskDefinitionKey(task.getTaskDefinitionKey());
    }

    private long lateAt(Task task) {
        return at(task).dueBefore(Date.from(TestTime.now())).count();
    }

    private JsonNode badge(Task task, String element) throws IOException {
        String all = new Http(port)
                .get("/api/stalled/elements?definition=" + task.getProcessDefinitionId(), Http.as("yebo", "demo"))
                .body();
        for (JsonNode one : new ObjectMapper().readTree(all)) {
            if (one.path("element").asText().equals(element)) {
                return one;
            }
        }
        throw new AssertionError(element + " is not among " + all);
    }
}
