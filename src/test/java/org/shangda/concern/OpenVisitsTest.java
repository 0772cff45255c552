package org.shangda.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.process.MergedCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

/** What somebody may join is looked for among a few of the many that are open. */
@ShangdaTest
class OpenVisitsTest {

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    Handlings handlings;

    @BeforeEach
    @AfterEach
    void nothing_is_open() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void what_is_handled_with_something_at_the_place_is_found_before_what_is_later() {
        String leading = cases.raise(COLLEAGUE, Cases.concernWith("place", "教学楼"));
        merged.merge(SECRETARY, leading, merged.ofMember("place", "9 号楼 901"));
        cases.raise(COLLEAGUE, Cases.concern());

        assertThat(handlings.open("housing", "9 号楼 901", Set.of("jsj1"), Limit.of(1)))
                .singleElement()
                .satisfies(visit -> assertThat(visit.concern().number()).isEqualTo(leading));
    }
}
