package org.shangda.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.shangda.programme.StalledWhen.Cause;

/**
 * How one cause is found.
 *
 * @param sightings everything that has it at a moment, in a few statements for all cases
 */
public record CauseRule(Cause cause, Pace pace, Measure measure, Function<Instant, List<Sighting>> sightings) {

    /** What the number {@code n} of the table counts. */
    public enum Measure {
        /** Working days since. */
        DAYS,
        /** The amount that was seen. */
        TIMES,
        /** Nothing: it stands still as soon as it is seen. */
        ALWAYS
    }
}
