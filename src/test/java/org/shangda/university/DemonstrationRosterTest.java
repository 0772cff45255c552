package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shangda.ShippedWords;
import org.shangda.university.RosterFile.Part;
import org.springframework.core.io.ClassPathResource;

class DemonstrationRosterTest {

    private static RosterPlan plan;
    private static Snapshot university;

    @BeforeAll
    static void plan() throws Exception {
        RosterFiles files =
                new RosterFiles(List.of(file(Part.UNITS, "demo/units.csv"), file(Part.PEOPLE, "demo/people.csv")));
        assertThat(files.remarks()).isEmpty();
        LocalDate today = LocalDate.of(2026, 3, 2);
        plan = new RosterPlan(
                Roster.EMPTY,
                files.units(),
                files.people(),
                today,
                new PostTitles(Map.of()),
                new UnitKinds(ShippedWords.words()));
        university = new Snapshot(plan.after(), today);
    }

    private static RosterFile file(Part part, String path) throws Exception {
        ClassPathResource resource = new ClassPathResource(path);
        return new RosterFile(part, path, resource.contentLength(), resource);
    }

    @Test
    void every_row_is_new() {
        assertThat(plan.rows()).allMatch(row -> row.outcome() == RosterReport.Outcome.NEW);
    }

    @Test
    void three_colleges_nine_branches_six_departments_two_offices_and_about_a_hundred_and_fifty_people() {
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("college"))
                .hasSize(3);
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("branch"))
                .hasSize(9);
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("department"))
                .extracting(Unit::code)
                .containsExactlyInAnyOrder("rsc", "hqc", "kyy", "jwc", "bwc", "cwc", "zzb", "dxb");
        assertThat(university.people()).hasSizeBetween(145, 160);
        assertThat(university.units()).extracting(Unit::campus).containsOnly("zijingang", "yuquan");
        assertThat(university.people()).extracting(Person::name).doesNotHaveDuplicates();
    }

    @Test
    void its_vacancies_are_a_branch_without_secretary_a_college_without_clerk_and_a_department_without_head() {
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("branch"))
                .filteredOn(unit -> university.holders(unit.code(), "head").isEmpty())
                .extracting(Unit::code)
                .containsExactly("jx3");
        assertThat(university.handlersOf("jx3", Set.of()).people())
                .extracting(Person::id)
                .containsExactly("luohao");
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("college"))
                .filteredOn(unit -> university.holders(unit.code(), "clerk").isEmpty())
                .extracting(Unit::code)
                .containsExactly("jg");
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("department"))
                .filteredOn(unit -> university.holders(unit.code(), "head").isEmpty())
                .extracting(Unit::code)
                .containsExactly("kyy");
    }

    @Test
    void every_department_has_two_or_three_clerks() {
        assertThat(university.units())
                .filteredOn(unit -> unit.kind().equals("department"))
                .allSatisfy(unit -> {
                    Answering answering = university.handlersOf(unit.code(), Set.of());
                    assertThat(answering.whole()).isTrue();
                    assertThat(answering.people()).hasSizeBetween(2, 3);
                });
    }

    @Test
    void some_people_hold_two_posts() {
        assertThat(university.unitsAnsweredBy("songmei")).containsExactlyInAnyOrder("jwc", "jg2");
        assertThat(university.unitsAnsweredBy("zhangwei")).containsExactly("jsj1");
    }
}
