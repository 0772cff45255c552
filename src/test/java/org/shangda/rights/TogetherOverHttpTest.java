package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.concern.MyConcerns;
import org.shangda.concern.process.MergedCases;
import org.shangda.engine.WaitingWork;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;

/** 并案: what a list says of concerns that are handled together, to who works on them and to who has raised one. */
@ShangdaTest
class TogetherOverHttpTest extends AskedOverHttp {

    @Autowired
    MergedCases merged;

    @Autowired
    MyConcerns mine;

    @Autowired
    WaitingWork waiting;

    @Test
    void the_row_of_the_one_that_leads_says_how_many_are_handled_and_the_others_have_none() {
        String alone = cases.raise(COLLEAGUE, Cases.concern());
        List<String> two = merged.twoInTheBranch();
        merged.merge(SECRETARY, two.get(0), merged.ofMember());

        assertThat(together(SECRETARY, two.get(0))).isEqualTo(3);
        assertThat(together(SECRETARY, alone)).isZero();
        assertThat(rows(SECRETARY, two.get(1))).isEmpty();

        merged.apart(SECRETARY, two.get(0), two.get(1));
        assertThat(together(SECRETARY, two.get(0))).isEqualTo(2);
        assertThat(together(SECRETARY, two.get(1))).isZero();
    }

    @Test
    void whoever_signs_reads_how_many_get_what_is_signed() {
        List<String> two = merged.twoAtTheDepartment();
        cases.exit(Cases.DEPARTMENT_CLERK, two.get(0), "answer");

        assertThat(together(Cases.DEPARTMENT_HEAD, two.get(0))).isEqualTo(2);
    }

    @Test
    void a_colleague_reads_that_theirs_is_handled_with_others_and_not_with_whose() {
        String alone = cases.raise(COLLEAGUE, Cases.concern());
        List<String> two = merged.twoInTheBranch();

        assertThat(matter(COLLEAGUE, two.get(0)).path("together").asBoolean()).isTrue();
        assertThat(matter(MEMBER, two.get(1)).path("together").asBoolean()).isTrue();
        assertThat(matter(COLLEAGUE, alone).path("together").asBoolean()).isFalse();
        assertThat(http.get(MEMBER, "/api/mine").body()).doesNotContain(two.get(0), "陈宇", COLLEAGUE);
        assertThat(http.get(COLLEAGUE, "/api/mine").body()).doesNotContain(two.get(1), "孙艳", MEMBER);

        merged.apart(SECRETARY, two.get(0), two.get(1));
        assertThat(matter(COLLEAGUE, two.get(0)).path("together").asBoolean()).isFalse();
        assertThat(matter(MEMBER, two.get(1)).path("together").asBoolean()).isFalse();
    }

    @Test
    void however_many_lead_they_are_counted_at_once_and_who_stands_aside_is_asked_once_for_each() {
        merged.twoInTheBranch();
        int onTheDesk = onTheDesk();
        int onTheirPage = onTheirPage();

        merged.twoInTheBranch();
        merged.twoInTheBranch();

        assertThat(onTheDesk()).isLessThanOrEqualTo(onTheDesk + 2);
        assertThat(onTheirPage()).isEqualTo(onTheirPage);
    }

    private int onTheDesk() {
        Wish first = new Wish("doing", null, null, null, null, null, 0);
        return cases.as(SECRETARY, () -> SentStatements.during(() -> waiting.desk(SECRETARY, first)))
                .size();
    }

    private int onTheirPage() {
        return cases.as(COLLEAGUE, () -> SentStatements.during(() -> mine.of(COLLEAGUE, false, "", 0)))
                .size();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private int together(String person, String number) {
        assertThat(rows(person, number)).as(person + " has " + number).hasSize(1);
        return rows(person, number).get(0).path("together").asInt();
    }

    private List<JsonNode> rows(String person, String number) {
        List<JsonNode> found = new ArrayList<>();
        for (String list : List.of("receive", "doing", "sign")) {
            http.get(person, "/api/desk?list=" + list).json().path("rows").forEach(row -> {
                if (row.path("number").asText().equals(number)) {
                    found.add(row);
                }
            });
        }
        return found;
    }

    private JsonNode matter(String person, String number) {
        for (JsonNode matter : http.get(person, "/api/mine").json().path("concerns")) {
            if (matter.path("number").asText().equals(number)) {
                return matter;
            }
        }
        throw new AssertionError(number + " is not on the page of " + person);
    }
}
