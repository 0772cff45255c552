package org.shangda.concern;

import java.time.Instant;

/** What a concern needs of whatever moves it along its way. */
public interface ConcernProcess {

    /** The concern was raised: it sets out. In the transaction in which it was stored. */
    void setOut(Departure departure);

    /**
     * The deadline of work that is under way has moved, and what people see of it moves with it.
     *
     * @param nextAt when the level's clock is to be looked at next
     */
    void deadlineMoved(String workItem, Instant due, Instant nextAt);

    /**
     * What the way needs to know of a concern that was raised: codes, neither the story nor whose it is. A task's
     * variables are read by whoever holds the task, and the name may be withheld from them.
     *
     * @param hazard a safety hazard goes to college and department at once
     * @param onBehalf somebody else than the colleague follows it too
     */
    record Departure(String number, String type, String category, boolean hazard, boolean onBehalf) {}
}
