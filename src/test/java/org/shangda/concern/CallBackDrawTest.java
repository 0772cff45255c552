package org.shangda.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.programme.CallBackRule;

/** Which of those answered are called back. */
class CallBackDrawTest {

    private static final CallBackDraw.Of MARCH = new CallBackDraw.Of("2026-03", "jsj");

    private static final List<String> NUMBERS =
            IntStream.range(0, 200).mapToObj("SD26-%08d"::formatted).toList();

    @Test
    void J25_the_same_are_drawn_again_in_whatever_order_they_come() {
        List<String> shuffled = new ArrayList<>(NUMBERS);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(CallBackDraw.sample(MARCH, shuffled, 20))
                .isEqualTo(CallBackDraw.sample(MARCH, NUMBERS, 20))
                .hasSize(20);
    }

    @Test
    void J25_another_month_and_another_unit_draw_others() {
        List<String> march = CallBackDraw.sample(MARCH, NUMBERS, 20);

        assertThat(new HashSet<>(CallBackDraw.sample(new CallBackDraw.Of("2026-04", "jsj"), NUMBERS, 20)))
                .isNotEqualTo(new HashSet<>(march));
        assertThat(new HashSet<>(CallBackDraw.sample(new CallBackDraw.Of("2026-03", "jx"), NUMBERS, 20)))
                .isNotEqualTo(new HashSet<>(march));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9, 1", "10, 1", "11, 2", "100, 10", "101, 11"})
    void J25_one_of_ten_is_drawn_and_one_at_least(int answered, int drawn) {
        assertThat(new CallBackRule(10, 1, null, 10, "").of(answered)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 50, 0", "0, 3, 2, 2", "100, 0, 7, 7"})
    void J25_a_school_draws_none_a_few_or_all(int share, int atLeast, int answered, int drawn) {
        assertThat(new CallBackRule(share, atLeast, null, 10, "").of(answered)).isEqualTo(drawn);
    }
}
