package org.shangda.monitoring;

import java.util.Locale;

/** How often a cause is looked for. */
public enum Pace {
    /** Every minute: asks indexes only. */
    MINUTE,
    /** Every quarter of an hour: looks at every open case. */
    PROOF;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
