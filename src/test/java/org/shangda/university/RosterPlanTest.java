package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterReport.Outcome;

/** What becomes of a roster, and what is refused with which sentence. */
class RosterPlanTest extends SmallRoster {

    // Refusals

    static Stream<Arguments> wrongUnits() {
        return Stream.of(
                arguments("x,处,职能部门,nowhere,,,", 5, "unit.parent-unknown"),
                arguments("x,处,职能部门,y,,,\ny,处,职能部门,x,,,", 5, "unit.cycle"),
                arguments("x,处,职能部门,x,,,", 5, "unit.cycle"),
                arguments("x,另一大学,学校,,,,", 5, "unit.top-twice"),
                arguments("x,另一大学,学校,u,,,", 5, "unit.university-below"),
                arguments("b,又一支部,党支部,c,,,", 5, "unit.doubled"),
                arguments("x-1,处,职能部门,u,,,", 5, "code.bad"),
                arguments("处,处,职能部门,u,,,", 5, "code.bad"),
                arguments("x".repeat(33) + ",处,职能部门,u,,,", 5, "code.bad"),
                arguments(",处,职能部门,u,,,", 5, "code.bad"),
                arguments("x,,职能部门,u,,,", 5, "cell.missing"),
                arguments("x,处,大队,u,,,", 5, "unit.kind-unknown"),
                arguments("x," + "处".repeat(201) + ",职能部门,u,,,", 5, "cell.too-long"),
                arguments("x,处,职能部门,u,,=1+1,", 5, "cell.formula"));
    }

    @ParameterizedTest
    @MethodSource("wrongUnits")
    void a_wrong_unit_is_refused_with_its_row(String added, int row, String code) {
        plan(csv(Part.UNITS, UNITS + added + "\n"), csv(Part.PEOPLE, PEOPLE));
        assertRefused(row, code);
    }

    private static final String IN_CHARGE =
            "单位代码,单位名称,单位类型,上级单位代码,校区,分管领导\n" + "u,大学,学校,,east,\nc,学院党委,院级党组织,u,,%s\nb,一支部,党支部,c,west,\n";

    @Test
    void several_may_be_in_charge_of_a_unit_and_whoever_is_must_be_on_the_roster() {
        plan(csv(Part.UNITS, IN_CHARGE.formatted("top、zhang")), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.units().get("c").lineLeaders()).containsExactly("top", "zhang");

        plan(csv(Part.UNITS, IN_CHARGE.formatted("nobody")), csv(Part.PEOPLE, PEOPLE));
        assertThat(rows).extracting(RosterReport.Row::code).contains("university.roster.unit.line-leader-unknown");
    }

    static Stream<Arguments> wrongPeople() {
        return Stream.of(
                arguments("zhang,张三,b,是,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,c,是,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,b,否,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,b,是,b,书记,2025-01-01,,,", 4, "person.repeated"),
                arguments("li,李梅,b,是,,,,,,\nli,李梅,b,是,,,,,,", 5, "person.repeated"),
                arguments("li,李梅,nowhere,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,c,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,,是,,,,,,", 4, "cell.missing"),
                arguments("li,,b,是,,,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,也许,,,,,,", 4, "person.member-unclear"),
                arguments("li,李梅,b,是,nowhere,书记,,,,", 4, "unit.unknown"),
                arguments("li,李梅,b,是,b,班长,,,,", 4, "title.unknown"),
                arguments("li,李梅,b,是,b,,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,是,,书记,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,是,b,书记,昨天,,,", 4, "date.bad"),
                arguments("li,李梅,b,是,b,书记,2026-02-30,,,", 4, "date.bad"),
                arguments("li,李梅,b,是,b,书记,2026-03-02,2026-03-01,,", 4, "post.ends-before"),
                arguments("li,李梅,b,是,,,,,no address,", 4, "person.email-bad"),
                arguments("李,李梅,b,是,,,,,,", 4, "code.bad"),
                arguments("li,=A1,b,是,,,,,,", 4, "cell.formula"),
                arguments("li,李梅,b,是,,,,,,#REF!", 4, "cell.error"),
                arguments("li,李梅,b,是,,,,,,1.38E+10", 4, "cell.cut"),
                arguments("li,李,梅,b,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,b,是,b,书记,2023.1,,,", 4, "cell.january-or-october"),
                arguments("Zhang,张三,b,是,,,,,,", 4, "code.case"),
                arguments("li,李梅,b,是,,,,,,\nLi,李雷,b,是,,,,,,", 5, "code.case"));
    }

    @ParameterizedTest
    @MethodSource("wrongPeople")
    void a_wrong_person_is_refused_with_its_row(String added, int row, String code) {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE + added + "\n"));
        assertRefused(row, code);
    }

    @Test
    void a_problem_among_the_units_is_not_blamed_on_the_people() {
        plan(csv(Part.UNITS, UNITS + "x,处,职能部门,nowhere,,,\n"), csv(Part.PEOPLE, PEOPLE));
        assertThat(rows)
                .filteredOn(row -> row.outcome() == Outcome.PROBLEM)
                .extracting(RosterReport.Row::table)
                .containsExactly("units");
    }

    @Test
    void units_that_all_have_a_unit_above_are_refused() {
        plan(csv(Part.UNITS, UNITS.replace("u,大学,学校,,", "u,大学,学校,c,")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(0, "unit.top-missing");
    }

    @Test
    void a_top_unit_that_is_no_university_is_refused() {
        plan(csv(Part.UNITS, UNITS.replace("学校", "职能部门")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(2, "unit.top-kind");
    }

    @Test
    void a_university_without_a_campus_is_refused() {
        plan(csv(Part.UNITS, UNITS.replace("east", "")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(2, "unit.campus-missing");
    }

    @ParameterizedTest
    @CsvSource({"'u,校长,,', ',,,'", "'u,校长,,', 'u,校长,,2027-01-01'", "'u,校长,,', 'u,校长,2026-03-03,'", "'u,校长,,', 'u,委员,,'"
    })
    void a_roster_whose_top_unit_has_nobody_for_ever_is_refused(String before, String now) {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE.replace(before, now)));
        assertRefused(0, "top-unanswered");
    }

    @Test
    void the_first_import_needs_people_too() {
        plan(csv(Part.UNITS, UNITS));
        assertRefused(0, "top-unanswered");
    }

    @Test
    void units_may_not_drop_a_branch_that_still_has_people() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.UNITS, UNITS.replace("b,一支部", "b2,二支部")));
        assertRefused(0, "unit.still-peopled");
    }

    // What becomes of it

    @ParameterizedTest
    @CsvSource({
        "党支部书记,HEAD", "正职,HEAD", "处长(兼),HEAD", "院长,HEAD", "副书记,DEPUTY", "党委副书记、纪委书记,DEPUTY",
        "副处长（主持工作）,DEPUTY", "书记兼院长,HEAD", "组织员,CLERK", "党务秘书,CLERK", "经办人,CLERK", "干事,CLERK",
        "纪检委员,MEMBER", "党委委员,MEMBER", "班长,", "系主任,", "书记、班长,", "工会主席,MEMBER"
    })
    void titles_mean_roles_and_unknown_ones_nothing(String title, Role role) {
        assertThat(new PostTitles(Map.of("工会主席", "member")).roleOf(title)).isEqualTo(Optional.ofNullable(role));
    }

    @Test
    void a_unit_without_campus_is_where_the_unit_above_is() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.units().get("c").campus()).isEqualTo("east");
        assertThat(after.units().get("b").campus()).isEqualTo("west");
    }

    @Test
    void a_person_with_two_posts_has_two_rows() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE + "zhang,张伟,b,是,c,党委委员,,,,\n"));
        assertAccepted();
        assertThat(after.posts())
                .filteredOn(post -> post.person().equals("zhang"))
                .hasSize(2);
    }

    @Test
    void an_export_without_dates_continues_the_posts_that_are_known() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.PEOPLE, PEOPLE.replace("2025-01-01", "")));
        assertThat(rows).extracting(RosterReport.Row::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(after.posts()).isEqualTo(before.posts());
    }

    @Test
    void a_post_that_is_not_in_the_file_any_more_ends_today() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.PEOPLE, PEOPLE.replace("b,书记,2025-01-01", ",,")));
        assertThat(rows)
                .anyMatch(row -> row.outcome() == Outcome.ENDS && row.code().endsWith("post.ends"));
        assertThat(after.posts()).contains(new Post("zhang", "b", Role.HEAD, "书记", LocalDate.of(2025, 1, 1), TODAY));
    }

    @Test
    void what_looks_like_code_in_a_name_stays_text() {
        String name = "<script>${1+1}%_'😀";
        plan(csv(Part.UNITS, UNITS.replace("一支部", name)), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.units().get("b").name()).isEqualTo(name);
    }
}
