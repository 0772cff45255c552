package org.shangda.engine.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Modeler.shipped;
import static org.shangda.Modeler.withCell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.FifthLevel;
import org.shangda.engine.versions.Merge.Why;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** An administrator's changes and those of a new version of the product, of the files that are shipped. */
class MergeTest {

    private static final String DEADLINES = "bpmn/level-deadlines.dmn";
    private static final String WAY = "bpmn/concern-escalation.bpmn";
    private static final String FORM = "forms/rate-answer.form";

    // --- what is the same ---

    static Stream<String> everythingShipped() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        return Stream.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form").flatMap(pattern -> {
            try {
                return Arrays.stream(resolver.getResources("classpath:" + pattern))
                        .map(file -> pattern.substring(0, pattern.indexOf('/') + 1) + file.getFilename());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everythingShipped")
    void a_file_that_is_only_written_otherwise_says_the_same(String file) {
        String content = shipped(file);
        Structure before = read(file, content);
        Structure after = read(file, savedElsewhere(file, content));
        assertThat(before.parts()).isNotEmpty();
        assertThat(Difference.between(before, after).changes()).isEmpty();
        assertThat(before.saysTheSameAs(after)).isTrue();
    }

    /** Another program's lines and spaces; diagrams moved by ten. */
    private static String savedElsewhere(String file, String content) {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        if (file.endsWith(".bpmn")) {
            return Bpmn.convertToString(Bpmn.readModelFromStream(bytes)).replaceAll("\\bx=\"(\\d+)", "x=\"1$1");
        }
        return file.endsWith(".dmn")
                ? Dmn.convertToString(Dmn.readModelFromStream(bytes)).replaceAll("\n *", "\n")
                : content.replaceAll("\n *", "\n  ");
    }

    // --- tables ---

    @Test
    void a_cell_of_the_administrators_and_a_row_of_the_product_are_both_there() {
        String mine = withCell("level-deadlines", "Rule_Department", "handleDays", "17");
        String ships = FifthLevel.files().get("level-deadlines.dmn");

        Structure merged = merged(DEADLINES, mine, ships);

        assertThat(merged.parts().keySet())
                .isEqualTo(read(DEADLINES, ships).parts().keySet());
        assertThat(merged.parts().get("Rule_Department").facts()).containsEntry("Output_HandleDays", "17");
        assertThat(merged.inOrder()).isEqualTo(read(DEADLINES, ships).inOrder());
    }

    @Test
    void a_row_that_both_have_changed_is_named_and_nothing_is_merged() {
        Merge merge = merge(
                DEADLINES,
                withCell("level-deadlines", "Rule_Department", "handleDays", "17"),
                withCell("level-deadlines", "Rule_Department", "remindDaysBefore", "3"));

        assertThat(merge.content()).isNull();
        assertThat(merge.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.why()).isEqualTo(Why.BOTH);
            assertThat(conflict.part().id()).isEqualTo("Rule_Department");
        });
    }

    @Test
    void both_sides_may_change_a_row_to_the_same() {
        String both = withCell("level-deadlines", "Rule_Department", "handleDays", "17");
        assertThat(merged(DEADLINES, both, both).saysTheSameAs(read(DEADLINES, both)))
                .isTrue();
    }

    @Test
    void a_row_that_one_side_deletes_and_the_other_changes_is_a_conflict_but_one_that_nobody_else_touches_goes() {
        String without = withoutRow("Rule_DepartmentSuggestion");
        assertThat(merge(
                                DEADLINES,
                                without,
                                withCell("level-deadlines", "Rule_DepartmentSuggestion", "handleDays", "9"))
                        .conflicts())
                .extracting(conflict -> conflict.part().id())
                .containsExactly("Rule_DepartmentSuggestion");
        assertThat(merged(DEADLINES, without, withCell("level-deadlines", "Rule_Branch", "handleDays", "9"))
                        .parts())
                .doesNotContainKey("Rule_DepartmentSuggestion");
    }

    @Test
    void a_new_row_of_the_administrators_stands_after_the_row_after_which_it_was_put() {
        String mine = shipped(DEADLINES)
                .replace(
                        "<rule id=\"Rule_Branch\">",
                        row("Rule_DepartmentSuggestion")
                                        .replace("Rule_DepartmentSuggestion", "Rule_Mine")
                                        .replace("\"InputEntry_", "\"Mine_Input")
                                        .replace("\"OutputEntry_", "\"Mine_Output")
                                + "<rule id=\"Rule_Branch\">");

        Structure merged = merged(DEADLINES, mine, FifthLevel.files().get("level-deadlines.dmn"));

        List<String> rows = merged.inOrder();
        assertThat(rows.indexOf("Rule_Mine"))
                .isEqualTo(rows.indexOf("Rule_Branch") - 1)
                .isPositive();
    }

    @Test
    void a_changed_row_fits_into_a_table_to_which_the_product_has_added_a_column() {
        String mine = withCell("level-deadlines", "Rule_Department", "handleDays", "17");
        String ships = shipped(DEADLINES)
                .replace(
                        "<output id=\"Output_Clause\"",
                        "<output id=\"Output_New\" label=\"新\" name=\"new\" typeRef=\"integer\" /><output id=\"Output_Clause\"")
                .replaceAll(
                        "(<outputEntry id=\"OutputEntry_(\\w+)_Clause\">)",
                        "<outputEntry id=\"OutputEntry_$2_New\"><text></text></outputEntry>$1")
                .replace("\"OutputEntry_Branch_New\"><text>", "\"OutputEntry_Branch_New\"><text>7");

        Structure merged = merged(DEADLINES, mine, ships);

        assertThat(merged.parts().get("Rule_Department").facts())
                .containsEntry("Output_HandleDays", "17")
                .doesNotContainKey("Output_New");
        assertThat(merged.parts().get("Rule_Department").fact("Output_Clause")).contains("实践做法");
        assertThat(merged.parts().get("Rule_Branch").facts()).containsEntry("Output_New", "7");
    }

    // --- diagrams ---

    @Test
    void a_name_of_the_administrators_is_kept_in_the_products_new_drawing_and_the_other_way_round() {
        String renamed = renamed("UserTask_Rate", "请您评价");
        String fifth = FifthLevel.files().get("concern-escalation.bpmn");
        for (Structure merged : List.of(merged(WAY, renamed, fifth), merged(WAY, fifth, renamed))) {
            assertThat(merged.parts()).containsKeys("CallActivity_Campus", "Gateway_CampusAnswered");
            assertThat(merged.parts().get("UserTask_Rate").name()).isEqualTo("请您评价");
        }
    }

    @Test
    void two_new_drawings_are_not_merged() {
        String fifth = FifthLevel.files().get("concern-escalation.bpmn");
        String other = fifth.replace("Campus", "Office");
        assertThat(merge(WAY, fifth, other).conflicts()).isNotEmpty();
    }

    @Test
    void what_a_level_gets_from_its_caller_is_taken_over_with_it() {
        String mine = shipped(WAY).replaceFirst("sourceExpression=\"college\"", "sourceExpression=\"campus\"");
        Structure merged = merged(WAY, mine, renamed("UserTask_Rate", "请您评价"));
        assertThat(merged.saysTheSameAs(read(
                        WAY,
                        renamed("UserTask_Rate", "请您评价")
                                .replaceFirst("sourceExpression=\"college\"", "sourceExpression=\"campus\""))))
                .isTrue();
    }

    // --- forms ---

    @Test
    void a_label_of_the_administrators_and_a_field_of_the_product_are_both_there() {
        String mine = shipped(FORM).replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"本校的叫法\"");
        String ships = shipped(FORM)
                .replaceFirst(
                        "\"components\": \\[",
                        "\"components\": [{\"type\": \"textfield\", \"id\": \"Field_New\", \"key\": \"new\"},");

        Structure merged = merged(FORM, mine, ships);

        assertThat(merged.parts()).containsKey("Field_New");
        assertThat(merged.parts().values()).extracting(Part::name).contains("本校的叫法");
        assertThat(merged.inOrder()).isEqualTo(read(FORM, ships).inOrder());
    }

    @Test
    void a_field_that_the_administrator_has_taken_out_stays_out_unless_the_product_has_changed_it() {
        FormStructure form = (FormStructure) read(FORM, shipped(FORM));
        String last = form.inOrder().get(form.inOrder().size() - 1);
        String mine = new String(
                form.with(read(FORM, "{\"id\": \"rate-answer\"}"), java.util.Set.of(last)), StandardCharsets.UTF_8);
        assertThat(merged(FORM, mine, shipped(FORM).replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"新叫法\""))
                        .parts())
                .doesNotContainKey(last);
    }

    // --- reading ---

    private static Structure merged(String file, String mine, String ships) {
        Merge merge = merge(file, mine, ships);
        assertThat(merge.conflicts()).isEmpty();
        return Structure.of(file, merge.content());
    }

    private static Merge merge(String file, String mine, String ships) {
        return Merge.of(content -> Structure.of(file, content), bytes(shipped(file)), bytes(mine), bytes(ships));
    }

    private static Structure read(String file, String content) {
        return Structure.of(file, bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String id) {
        String table = shipped(DEADLINES);
        int from = table.indexOf("<rule id=\"" + id + "\">");
        return table.substring(from, table.indexOf("</rule>", from) + "</rule>".length());
    }

    private static String withoutRow(String id) {
        return shipped(DEADLINES).replace(row(id), "");
    }

    private static String renamed(String id, String name) {
        String changed = shipped(WAY).replaceFirst("(id=\"" + id + "\" name=\")[^\"]*", "$1" + name);
        assertThat(changed).isNotEqualTo(shipped(WAY));
        return changed;
    }
}
