package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.process.MergedCases;
import org.shangda.university.Absences.Entry;
import org.springframework.beans.factory.annotation.Autowired;

/** 代办: who stands in for the handler of concerns that are handled together does so for each of them. */
@ShangdaTest
class MergedInPlaceProcessTest extends OnLeave {

    @Autowired
    MergedCases merged;

    @Autowired
    ConcernPages pages;

    @BeforeEach
    void nothingElseIsOpen() {
        cases.endAll();
    }

    private void away(String person, String deputy) {
        absences.enter(person, new Entry(person, MONDAY, WEDNESDAY, deputy));
    }

    private List<String> way(String number, String person) {
        return cases.as(person, () -> pages.page(number, person)).way().stream()
                .map(row -> row.what())
                .toList();
    }

    @Test
    void who_stands_in_reads_and_answers_all_and_the_way_of_each_says_so() {
        List<String> two = merged.twoInTheBranch();

        away(SECRETARY, COLLEGE_CLERK);

        assertThat(cases.task(two.get(0), "UserTask_Handle").getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(way(two.get(1), COLLEGE_CLERK)).contains("与其他同类事项合并办理（并案）");
        cases.exit(COLLEGE_CLERK, two.get(0), "answer");
        for (String number : two) {
            assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
            assertThat(way(number, SECRETARY)).anyMatch(row -> row.startsWith("办理（代张伟办理，请假至 2026-03-04）"));
        }
        assertThat(way(two.get(1), MEMBER)).anyMatch(row -> row.startsWith("办理（由他人代办）"));
    }

    @Test
    void who_signs_in_somebodys_place_does_so_for_all_and_the_way_of_each_says_so() {
        String leading = cases.at("college", "problem");
        String other = merged.ofMember();
        cases.exit(SECRETARY, other, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(COLLEGE_CLERK, leading, other);
        cases.exit(COLLEGE_CLERK, leading, "pass-up", Map.of("unit", "rsc"));
        away(COLLEGE_HEAD, OTHER_COLLEGE_CLERK);

        cases.approve(OTHER_COLLEGE_CLERK, leading);

        for (String number : List.of(leading, other)) {
            assertThat(way(number, COLLEGE_CLERK)).contains("审签（代王海涛办理，请假至 2026-03-04）");
        }
    }

    @Test
    void who_stands_aside_in_one_of_them_stands_in_for_none() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String other = merged.ofMember("standAside", COLLEGE_CLERK);
        merged.merge(SECRETARY, leading, other);

        away(SECRETARY, COLLEGE_CLERK);

        assertThat(cases.task(leading, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
    }
}
