package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.Reach;
import org.shangda.concern.Reach.Knowing;
import org.shangda.concern.Sight;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions of a query and the rule of every read give everybody the same answer about every concern. */
@ShangdaTest
class SightProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Reach reach;

    @Autowired
    University university;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void over() {
        cases.endAll();
    }

    @Test
    void a_query_finds_for_everybody_what_reach_tells_them() {
        concerns();
        List<String> numbers = database.queryForList("select number from concern", String.class);
        for (Person person : university.people()) {
            Map<String, Knowing> known = reach.of(person.id(), numbers);
            Sight sight = reach.sight(person.id());
            assertThat(found(sight, sight.exists("visits.number")))
                    .as(person.id() + " knows of")
                    .isEqualTo(those(known, Set.of(Knowing.A_FIGURE, Knowing.THE_CONCERN)));
            assertThat(found(sight, sight.readable("visits.number")))
                    .as(person.id() + " reads")
                    .isEqualTo(those(known, Set.of(Knowing.THE_CONCERN)));
            assertThat(found(sight, joined(sight.readable())))
                    .as(person.id() + " reads where concerns are joined")
                    .isEqualTo(those(known, Set.of(Knowing.THE_CONCERN)));
            assertThat(found(sight, joined(sight.aside())))
                    .as(person.id() + " stands aside")
                    .isEqualTo(reach.aside(person.id(), numbers));
        }
    }

    @Test
    void signs_that_stand_for_others_in_a_pattern_are_looked_for_as_they_are() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "水费涨了100%_!'"));
        cases.raise(COLLEAGUE, Cases.concernWith("title", "水费涨了100元"));
        assertThat(titled("100%_!'")).containsExactly(number);
        assertThat(titled("100_")).isEmpty();
        assertThat(titled(number.toLowerCase())).containsExactly(number);
    }

    private Set<String> titled(String typed) {
        Sight sight = reach.sight(COLLEAGUE);
        return new TreeSet<>(jdbc.sql("select distinct number from concern_visits visits where "
                        + sight.readable("visits.number") + " and " + sight.found("visits.number", "typed"))
                .params(sight.values())
                .param("typed", Sight.wanted(typed))
                .query(String.class)
                .list());
    }

    private Set<String> found(Sight sight, String condition) {
        return new TreeSet<>(jdbc.sql("select distinct number from concern_visits visits where " + condition)
                .params(sight.values())
                .query(String.class)
                .list());
    }

    private static String joined(String condition) {
        return "number in (select sight.number from concern sight where " + condition + ")";
    }

    private static Set<String> those(Map<String, Knowing> known, Set<Knowing> wanted) {
        Set<String> those = new TreeSet<>();
        known.forEach((number, knowing) -> {
            if (wanted.contains(knowing)) {
                those.add(number);
            }
        });
        return those;
    }

    /** Every way to travel, people and units aside, for oneself and for another. */
    private void concerns() {
        for (String travel : List.of("named", "nameless-above-branch", "first-receiver-only")) {
            cases.exit(SECRETARY, cases.raise(COLLEAGUE, Cases.concernWith("travel", travel)), "answer");
        }
        Map<String, Object> forAnother = Cases.concern();
        forAnother.putAll(Map.of(
                "forColleague", true, "colleague", COLLEAGUE, "consentOn", "2026-03-01", "consentWay", "in-person"));
        cases.raise(MEMBER, forAnother);
        for (String aside : List.of(SECRETARY, SECRETARY + "、保卫处", COLLEGE_CLERK + "、计算机系教工党支部")) {
            cases.raise(COLLEAGUE, Cases.concernWith("standAside", aside));
        }
        Map<String, Object> form = Cases.concernWith("standAside", DEPUTY_SECRETARY);
        form.put("travel", "first-receiver-only");
        cases.raise(COLLEAGUE, form);
        cases.at("department", "problem");
        cases.at("organization-department", "problem");
    }
}
