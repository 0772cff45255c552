package org.shangda.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What travels in one message: the notices that one attempt is made for.
 *
 * @param channel how it travels
 * @param lines at least one, all for the same recipient
 */
record Letter(String key, String channel, List<Line> lines) {

    Letter(String key, List<Line> lines) {
        this(key, MailChannel.NAME, lines);
    }

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** A notice in it; {@code attempts} with the present one. */
    record Line(
            String recipient,
            String task,
            String number,
            String what,
            String unit,
            boolean urgent,
            int attempts,
            Instant firstAttemptAt) {}

    String recipient() {
        return lines.get(0).recipient();
    }

    boolean urgent() {
        return lines.get(0).urgent();
    }

    /** Number of the record of a password that was set, when the letter tells of that and of no work. */
    Optional<String> passwordSet() {
        return Optional.of(lines.get(0))
                .filter(line -> line.what().equals(Notice.PASSWORD_SET))
                .map(Line::number);
    }

    /** What it reminds of, when it is a reminder and tells of no task. */
    Optional<Line> reminder() {
        return Optional.of(lines.get(0)).filter(line -> line.what().startsWith(Notice.REMINDER));
    }

    /** What it urges, when somebody is urged. */
    Optional<Line> urging() {
        return Optional.of(lines.get(0)).filter(line -> line.what().startsWith(Notice.URGED));
    }

    /** News about the recipient's own concerns, in the order in which it happened. */
    List<Line> news() {
        return lines.stream()
                .filter(line -> line.what().startsWith(Notice.NEWS))
                .toList();
    }

    /** That something stands still: each line is what was found together. */
    List<Line> stalled() {
        return lines.stream().filter(line -> line.what().equals(Notice.STALLED)).toList();
    }

    Set<String> tasks() {
        return lines.stream().map(Line::task).collect(Collectors.toSet());
    }

    /** The same for every attempt, so that a mail server or program can drop a second copy; it tells nobody's number. */
    String messageId() {
        String content = key + lines.stream().map(Line::task).sorted().collect(Collectors.joining(",", "=", ""));
        return "<" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "@shangda>";
    }

    /** One minute, two, four, up to an hour. */
    Instant nextAttempt(Instant now) {
        int attempts = lines.stream().mapToInt(Line::attempts).max().orElseThrow();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    Instant firstAttemptAt() {
        return lines.stream().map(Line::firstAttemptAt).min(Instant::compareTo).orElseThrow();
    }
}
