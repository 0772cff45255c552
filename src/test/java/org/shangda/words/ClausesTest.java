package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {

    @Test
    void a_policy_is_quoted_as_it_stands_in_every_language() {
        String clause = "党委发〔2016〕10号「能解决的要及时解决」（Z23）";

        assertThat(Clauses.in("zh", clause)).isEqualTo(clause);
        assertThat(Clauses.in("en", clause)).isEqualTo(clause);
    }

    @Test
    void what_no_policy_says_is_said_in_the_readers_language_alone() {
        assertThat(Clauses.in("zh", "实践做法，非制度规定 / practice, not policy")).isEqualTo("实践做法，非制度规定");
        assertThat(Clauses.in("zh", "实践做法，非制度规定")).isEqualTo("实践做法，非制度规定");
        assertThat(Clauses.in("en", "实践做法，非制度规定")).isEqualTo("Practice, not policy");
        assertThat(Clauses.in("en", "实践做法，非制度规定 / practice, not policy。参照 党委发〔2016〕10号「要及时解决」（Z23）"))
                .isEqualTo("Practice, not policy; after 党委发〔2016〕10号「要及时解决」（Z23）");
    }
}
