package org.shangda.contact;

import java.time.Instant;
import java.util.List;

/** What the domain needs of whatever moves duties and notes along their way. */
public interface ContactProcess {

    /** Sheets were opened: their ways begin. In the transaction in which they were stored. */
    void opened(List<Opened> sheets);

    /** Nothing on the sheet is owed any longer: its way ends before its time. */
    void settled(String sheet);

    /** A note was written down and waits to be confirmed. */
    void noteWritten(String note, Instant expiresAt);

    /** @param closesAt when the period and its days of grace are over */
    record Opened(String number, Instant remindAt, Instant closesAt) {}
}
