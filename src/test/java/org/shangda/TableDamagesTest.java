package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.Damaged.cell;
import static org.shangda.Damaged.form;
import static org.shangda.Damaged.replace;
import static org.shangda.Damaged.replaceFirst;
import static org.shangda.Damaged.xml;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.engine.door.Finding;

/** As {@link DamagesTest}, of tables and forms. */
class TableDamagesTest {

    private static final String DAYS = "level-deadlines.dmn";
    private static final String UNITS = "level-units.dmn";
    private static final String EXITS = "level-exits.dmn";

    /** Id, file, edit, and what the refusal must name. */
    static Stream<Arguments> harmful() {
        return Stream.of(
                arguments("D01", DAYS, cell("Rule_College", "handleDays", ""), "Rule_College"),
                arguments("D02", DAYS, cell("Rule_College", "handleDays", "0"), "Rule_College"),
                arguments("D03", DAYS, cell("Rule_College", "handleDays", "-5"), "Rule_College"),
                arguments("D04", DAYS, cell("Rule_College", "handleDays", "\"ten\""), "Rule_College"),
                arguments("D07", DAYS, cell("Rule_College", "onOverdue", "\"explode\""), "Rule_College"),
                arguments("D08", DAYS, cell("Rule_College", "signedExits", "\"pass-uq\""), "Rule_College"),
                arguments("D10", DAYS, xml(it -> it.delete("Rule_College")), "zhejiang/college/first"),
                arguments("D12", DAYS, replace("<text>level</text>", "<text>Level</text>"), "level-deadlines"),
                arguments("D13", DAYS, replace("name=\"handleDays\"", "name=\"days\""), "level-deadlines"),
                arguments("D15", DAYS, cell("Rule_College", "level", "\"college"), "Rule_College"),
                arguments("D17", DAYS, cell("Rule_College", "level", "“college”"), "Rule_College"),
                arguments("D19", DAYS, cell("Rule_College", "remindDaysBefore", "20"), "Rule_College"),
                arguments(
                        "D21",
                        DAYS,
                        replace("name=\"handleDays\" typeRef=\"integer\"", "name=\"handleDays\" typeRef=\"string\""),
                        "level-deadlines"),
                arguments("D22", DAYS, cell("Rule_College", "programme", "\"zhejang\""), "Rule_College"),
                arguments("D24", DAYS, cell("Rule_Branch", "moveAfterDays", "0"), "Rule_Branch"),
                arguments("D26", DAYS, cell("Rule_College", "receiveDays", "20"), "Rule_College"),
                arguments(
                        "U01",
                        UNITS,
                        cell("Rule_OrganizationDepartmentFirst", "unit", "\"zzx\""),
                        "Rule_OrganizationDepartmentFirst"),
                arguments("U02", UNITS, cell("Rule_CollegeFirst", "rule", "\"own-colege\""), "Rule_CollegeFirst"),
                arguments("U03", UNITS, cell("Rule_CollegeFirst", "handledBy", "\"everyone\""), "Rule_CollegeFirst"),
                arguments("U05", UNITS, cell("Rule_CollegeFirst", "supervisionRule", "\"own\""), "Rule_CollegeFirst"),
                arguments("U06", UNITS, cell("Rule_CollegeFirst", "supervisionUnit", ""), "Rule_CollegeFirst"),
                arguments(
                        "U09",
                        UNITS,
                        xml(it -> it.copyToTop("Rule_OrganizationDepartmentFirst", "Rule_All")
                                .cell("Rule_All", "programme", "-")
                                .cell("Rule_All", "level", "-")
                                .cell("Rule_All", "stage", "-")),
                        "Rule_BranchFirst"),
                arguments(
                        "X01",
                        EXITS,
                        xml(it -> it.named("rule").stream()
                                .map(row -> row.getAttribute("id"))
                                .filter(id -> id.startsWith("Rule_Branch"))
                                .forEach(it::delete)),
                        "CallActivity_Branch"),
                arguments(
                        "X03", EXITS, cell("Rule_DepartmentAnswer", "outcome", "\"solved\""), "Rule_DepartmentAnswer"),
                arguments(
                        "X04",
                        EXITS,
                        cell("Rule_DepartmentAnswer", "outcome", "\"passed-up\""),
                        "Rule_DepartmentAnswer"),
                arguments("X05", EXITS, cell("Rule_CollegePassUp", "outcome", "\"answered\""), "Rule_CollegePassUp"),
                arguments("X07", EXITS, cell("Rule_DepartmentReturn", "withinDays", "0"), "Rule_DepartmentReturn"),
                arguments("X08", EXITS, cell("Rule_BranchAnswer", "outcome", "\"transfer\""), "Rule_BranchAnswer"),
                arguments("X09", EXITS, cell("Rule_BranchAnswer", "outcome", "\"agenda\""), "Rule_BranchAnswer"),
                arguments(
                        "R01", "department-routing.dmn", cell("Rule_HousingHqc", "unit", "\"hqx\""), "Rule_HousingHqc"),
                arguments("R02", "department-routing.dmn", xml(it -> it.delete("Rule_HousingHqc")), "housing"),
                arguments(
                        "F03",
                        "handle-concern.form",
                        form(all -> all.removeIf(one -> one.path("key").asText().equals("exit"))),
                        "exit"),
                arguments(
                        "F04",
                        "rate-answer.form",
                        replaceFirst(
                                "\"components\": \\[",
                                "\"components\": [{\"type\":\"filepicker\",\"key\":\"f\",\"id\":\"Field_F\"},"),
                        "Field_F"),
                arguments(
                        "F05",
                        "handle-concern.form",
                        replace("\"valuesKey\": \"exits\"", "\"valuesKey\": \"exit\""),
                        "办理"),
                arguments(
                        "F08",
                        "rate-answer.form",
                        replaceFirst("\"type\": \"separator\"", "\"type\": \"seperator\""),
                        "rate-answer.form"),
                arguments(
                        "F11",
                        "rate-answer.form",
                        replace("\"id\": \"rate-answer\"", "\"id\": \"my-concern\""),
                        "my-concern"),
                arguments(
                        "F13",
                        "raise-concern.form",
                        replaceFirst("\"type\": \"textfield\"", "\"type\": \"number\""),
                        "number"),
                arguments(
                        "F14",
                        "rate-answer.form",
                        replaceFirst("\"disabled\": true", "\"disabled\": false"),
                        "heading"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void what_would_hurt_somebody_or_change_nothing_is_refused_with_its_place(
            String id, String file, UnaryOperator<String> edit, String named) {
        assertThat(Damaged.examine(file, edit).stream().filter(Finding::refuses).map(Damaged::said))
                .as(id)
                .isNotEmpty()
                .anyMatch(line -> line.contains(named));
    }

    /** Nobody has a duty telephone whom the demonstration's roster gives none: a branch, for one. */
    @Test
    void that_nobody_can_be_called_in_danger_is_said() {
        String routing = "department-routing.dmn";
        assertThat(Damaged.examine(routing, cell("Rule_SafetyBwc", "emergency", "")))
                .extracting(Finding::code)
                .contains("routing.nobody-in-danger");
        UnaryOperator<String> ofABranch = cell("Rule_SafetyBwc", "unit", "\"jsj1\"");
        assertThat(Damaged.examine(routing, ofABranch))
                .extracting(Finding::code)
                .contains("routing.no-duty-telephone")
                .doesNotContain("routing.nobody-in-danger");
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("D14", DAYS, replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")),
                arguments("D18", DAYS, replace(" camunda:historyTimeToLive=\"P1825D\"", "")),
                arguments("F06", "handle-concern.form", replaceFirst("\"hide\": \"=", "\"hide\": \"= = ")),
                arguments("F09", "rate-answer.form", replaceFirst("\"schemaVersion\": \\d+", "\"schemaVersion\": 99")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_does_no_harm_passes(String id, String file, UnaryOperator<String> edit) {
        assertThat(Damaged.examine(file, edit).stream().filter(Finding::refuses))
                .as(id)
                .isEmpty();
    }
}
