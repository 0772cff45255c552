package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.shangda.Modeler;

/** Which call activity is which level's first visit. */
class FirstVisitsTest {

    private static final String SHIPPED = Modeler.shipped("concern-escalation.bpmn");

    private static final Map<String, String> VISITS = Map.of(
            "branch", "CallActivity_Branch",
            "college", "CallActivity_College",
            "department", "CallActivity_Department",
            "organization-department", "CallActivity_OrganizationDepartment",
            "carrying-out", "CallActivity_CarryingOut",
            "assigning-office", "CallActivity_AssigningOffice");

    @Test
    void the_shipped_diagram_takes_a_concern_up_at_each_of_its_levels() {
        assertThat(visits(SHIPPED)).isEqualTo(VISITS);
    }

    /** Modeler writes a diagram's elements in an order of its own. */
    @Test
    void of_a_hazards_two_that_wait_for_each_other_none_is_taken_wherever_they_stand_in_the_file() {
        assertThat(visits(first("CallActivity_HazardCollege", first("CallActivity_HazardDepartment", SHIPPED))))
                .isEqualTo(VISITS);
    }

    @Test
    void a_level_may_be_named_in_an_expression_and_a_further_one_is_found_by_its_being_there() {
        String diagram = SHIPPED.replace("sourceExpression=\"branch\"", "sourceExpression=\"${'party-group'}\"");
        assertThat(visits(diagram))
                .containsEntry("party-group", "CallActivity_Branch")
                .doesNotContainKey("branch");
    }

    private static Map<String, String> visits(String diagram) {
        return FirstVisits.of(
                Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8))));
    }

    private static String first(String id, String diagram) {
        Matcher element = Pattern.compile("<bpmn:callActivity id=\"" + id + "\".*?</bpmn:callActivity>", Pattern.DOTALL)
                .matcher(diagram);
        assertThat(element.find()).isTrue();
        String without = diagram.replace(element.group(), "");
        return without.replaceFirst(
                "</bpmn:extensionElements>", Matcher.quoteReplacement("</bpmn:extensionElements>" + element.group()));
    }
}
