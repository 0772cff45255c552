package org.shangda.reporting;

import java.time.Instant;

/** The way of a summary, as the domain needs it. */
public interface SummaryProcess {

    /** @param remind when whoever writes it is reminded */
    void setOut(String number, Instant remind, Instant due);
}
