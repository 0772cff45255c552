package org.shangda.monitoring.outside;

import java.time.Instant;
import java.util.List;

/** A part of what is measured: in few statements about all cases, never one for each. */
public interface Figures {

    /** The value of the label {@code part}. */
    String part();

    List<Figure> at(Instant now);
}
