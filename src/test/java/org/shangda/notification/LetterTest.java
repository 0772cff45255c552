package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void pauses_between_attempts_double_from_a_minute_to_an_hour() {
        assertThat(IntStream.of(1, 2, 3, 6, 7, 8, 60, 100)
                        .mapToObj(attempt -> Duration.between(
                                        NOW, letter("p@d", attempt, "t").nextAttempt(NOW))
                                .toMinutes()))
                .containsExactly(1L, 2L, 4L, 32L, 60L, 60L, 60L, 60L);
    }

    @Test
    void a_mail_keeps_its_id_over_all_attempts_and_the_id_tells_no_staff_number() {
        String first = letter("zhangwei@2026-03-03", 1, "t1", "t2").messageId();

        assertThat(letter("zhangwei@2026-03-03", 5, "t2", "t1").messageId()).isEqualTo(first);
        assertThat(letter("zhangwei@2026-03-04", 1, "t1", "t2").messageId()).isNotEqualTo(first);
        assertThat(letter("zhangwei@2026-03-03", 1, "t1").messageId()).isNotEqualTo(first);
        assertThat(first).matches("<[0-9a-f-]{36}@shangda>");
    }

    private static Letter letter(String key, int attempts, String... tasks) {
        List<Letter.Line> lines = Arrays.stream(tasks)
                .map(task -> new Letter.Line("p", task, "C1", "sign", null, false, attempts, NOW))
                .toList();
        return new Letter(key, lines);
    }
}
