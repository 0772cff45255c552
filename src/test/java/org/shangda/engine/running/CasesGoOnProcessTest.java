package org.shangda.engine.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** The door knows what waits in running cases. It is Monday, 2 March 2026. */
@ShangdaTest
@Tag("h2")
class CasesGoOnProcessTest {

    private static final String COLLEGE = "\"college\"";

    /** The stage of the same row. */
    private static final String FIRST = "(</text>\\s*</inputEntry>\\s*<inputEntry[^>]*>\\s*<text>\"first\")";

    @Autowired
    Cases cases;

    @Autowired
    Door door;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @AfterEach
    void over() {
        cases.endAll();
    }

    @Test
    void it_is_said_how_many_cases_stand_at_a_step_that_the_new_diagram_does_not_have() throws IOException {
        cases.at("college", "problem");
        cases.at("college", "difficulty");

        assertThat(found("level-handling.bpmn", "UserTask_Handle\"", "UserTask_Do\""))
                .anyMatch(one -> one.code().equals("cases.stand")
                        && !one.refuses()
                        && one.place().equals("UserTask_Handle")
                        && one.arguments().get(0).equals("2"));
        assertThat(found("level-handling.bpmn", "本级回避？", "这一级回避？"))
                .noneMatch(one -> one.code().equals("cases.stand"));
    }

    @Test
    void a_level_at_which_a_case_stands_keeps_its_rows_or_loses_all_of_them() throws IOException {
        cases.at("college", "problem");
        String exits = Files.readString(Path.of("bpmn", "level-exits.dmn"));

        String units = Files.readString(Path.of("bpmn", "level-units.dmn"));
        assertThat(examined("level-units.dmn", units.replaceAll(COLLEGE + FIRST, "\"branch\"$1")))
                .as("others of the level are still there, so that nothing answers for it")
                .anyMatch(one -> one.code().equals("cases.level")
                        && one.refuses()
                        && one.place().equals("college/first"));
        assertThat(examined("level-exits.dmn", exits.replace(COLLEGE, "\"branch\"")))
                .as("it ends by the last version that has the level")
                .anyMatch(one -> one.code().equals("cases.level-gone")
                        && !one.refuses()
                        && one.place().equals("college/first"));
        assertThat(found("level-exits.dmn", "<text>\"assigning-office\"</text>", "<text>\"branch\"</text>"))
                .as("nobody stands there")
                .noneMatch(one -> one.code().startsWith("cases.level"));
    }

    private List<Finding> found(String file, String was, String is) throws IOException {
        String shipped = Files.readString(Path.of("bpmn", file));
        assertThat(shipped).contains(was);
        return examined(file, shipped.replace(was, is));
    }

    private List<Finding> examined(String file, String content) {
        return door.examine(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }
}
