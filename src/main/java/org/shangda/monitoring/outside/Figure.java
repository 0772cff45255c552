package org.shangda.monitoring.outside;

import io.micrometer.core.instrument.Tags;

/**
 * One value.
 *
 * @param labels each from a closed list: no number of a case, no unit, no name
 */
public record Figure(Measured of, Tags labels, double value) {

    /** @param labels name, value, name, value */
    public static Figure of(Measured of, double value, String... labels) {
        return new Figure(of, Tags.of(labels), value);
    }
}
