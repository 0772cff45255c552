package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_HEAD;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator draws a fifth level with the template, fills in its code, saves, deploys; then a concern takes it. */
@Tag("browser")
@ShangdaTest
class LevelInModelerTest extends InTheBrowser {

    private static final String DIAGRAM = "concern-escalation.bpmn";
    private static final String CAMPUS_CLERK = "yuanye";
    private static final String CAMPUS_HEAD = "shidayong";

    @Autowired
    RepositoryService repository;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_opens_modeler() {
        modeler = new Modeler(port);
    }

    @AfterEach
    void the_shipped_versions_are_in_force_again() {
        modeler.takeBack(repository);
    }

    @Test
    void a_level_that_the_template_drew_is_taken_also_when_the_colleague_is_dissatisfied_twice() {
        modeler.deploy(Map.of(
                DIAGRAM,
                drawn(),
                "level-units.dmn",
                rows("level-units.dmn", "organization-department"),
                "level-exits.dmn",
                rows("level-exits.dmn", "college"),
                "level-deadlines.dmn",
                rows("level-deadlines.dmn", "college")));

        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);
        cases.exit(CAMPUS_CLERK, number, "answer");
        rate(number);
        cases.exit(CAMPUS_HEAD, number, "answer");
        rate(number);
        cases.exit(ASSIGNING_HEAD, number, "answer");

        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "campus", "campus", "campus");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "bwc", "bwc", "dxb");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    private String drawn() {
        Editor editor = new Editor(browser);
        assertThat(editor.open(DIAGRAM, Modeler.shipped(DIAGRAM))).isEmpty();
        String level = editor.draw("bpmn:Task", "org.shangda.level", "分管校领导办理", 980, 1110);
        String answered = editor.draw("bpmn:ExclusiveGateway", null, "分管校领导已答复？", 1130, 1110);
        editor.lead("Flow_CollegeAnswered_Department", level);
        editor.connect(level, answered, null);
        editor.follow("org.shangda.outcome", editor.connect(answered, "ServiceTask_Answer", "是"));
        editor.byDefault(answered, editor.connect(answered, "CallActivity_Department", "否"));
        editor.select(level);
        editor.type("层级代码", "campus");
        browser.picture("modeler-level");
        return editor.save();
    }

    private void rate(String number) {
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "attitude"));
    }

    /** The shipped table with the rows of a level once more, for the new one. */
    private static String rows(String table, String like) {
        String shipped = Modeler.shipped(table);
        StringBuilder rows = new StringBuilder();
        Pattern.compile("<rule .*?</rule>", Pattern.DOTALL)
                .matcher(shipped)
                .results()
                .map(row -> row.group())
                .filter(row -> row.contains("<text>\"" + like + "\"</text>"))
                .forEach(row -> rows.append(row.replaceAll("id=\"([^\"]+)\"", "id=\"$1_Campus\"")
                        .replace("<text>\"" + like + "\"</text>", "<text>\"campus\"</text>")
                        .replace("<text>\"zzb\"</text>", "<text>\"bwc\"</text>")));
        return shipped.replace("</decisionTable>", rows + "</decisionTable>");
    }
}
