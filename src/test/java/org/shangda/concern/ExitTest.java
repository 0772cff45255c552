package org.shangda.concern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangda.programme.Outcome;

class ExitTest {

    @ParameterizedTest
    @CsvSource({
        "answer,        answered,  true",
        "answer,        passed-up, false",
        "ask,           ask,       true",
        "ask,           answered,  false",
        "refer,         referred,  true",
        "refer,         answered,  false",
        "other-channel, answered,  true",
        "hand-back,     handle,    true",
        "extend,        answered,  false",
        "phone-call,    answered,  true",
        "phone-call,    ask,       true",
        "phone-call,    reassigned, false"
    })
    void a_known_exit_has_the_outcome_of_its_nature_and_any_other_what_its_row_says(
            String exit, String outcome, boolean may) {
        assertThat(Exit.mayLeadTo(exit, Outcome.of(outcome).orElseThrow())).isEqualTo(may);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REASSIGNED", "PUT_BACK", "DECIDED"})
    void every_outcome_of_an_exit_has_a_plain_one_to_work_as(Outcome outcome) {
        assertThat(Exit.mayLeadTo(Exit.of("of-our-own", outcome).code(), outcome))
                .isTrue();
    }

    @Test
    void what_was_taken_more_than_once_is_counted_and_read_again() {
        Taken.Converter column = new Taken.Converter();
        Taken taken = Taken.NOTHING.with("ask").with("explain").with("ask");

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(taken)))
                .isEqualTo(taken);
        assertThat(taken.times("ask")).isEqualTo(2);
        assertThat(taken.times("assist")).isZero();
        assertThat(column.convertToEntityAttribute("ask,ask,explain")).isEqualTo(taken);
        assertThat(column.convertToEntityAttribute("")).isEqualTo(Taken.NOTHING);
    }
}
