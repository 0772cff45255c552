package org.shangda.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void what_somebody_wrote_is_in_no_description() {
        assertThat(Failures.describe(new IllegalArgumentException("教师公寓漏水", new IllegalStateException("陈宇"))))
                .contains("IllegalArgumentException", "IllegalStateException")
                .doesNotContain("漏水", "陈宇");
    }

    @Test
    void what_is_wrong_with_the_rules_is_said_wherever_it_stands_among_the_causes() {
        assertThat(Failures.describe(new IllegalArgumentException(
                        "教师公寓漏水", new Misconfigured("level-units: no row for college, first, problem"))))
                .contains("Misconfigured (level-units: no row for college, first, problem)")
                .doesNotContain("漏水");
    }
}
