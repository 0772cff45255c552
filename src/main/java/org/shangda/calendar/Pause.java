package org.shangda.calendar;

import java.time.Instant;

/**
 * A time during which a clock stands still.
 *
 * @param to null while it still stands
 * @param reason code, for example {@code asked-colleague}
 */
public record Pause(Instant from, Instant to, String reason) {}
