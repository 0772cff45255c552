package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import org.shangda.refusal.Refusal;

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

    /** A visit is supervised before its time: its supervision sets out. @param workItem through which the visit is worked on */
    void supervisedAhead(String workItem);

    /** A supervision was decided otherwise than through its own work item, which is over with that. */
    void supervisionDecided(String workItem, SupervisionService.Decided decided);

    /** Work that is under way is one person's to receive, and nobody else's. */
    void givenTo(String workItem, String person);

    /**
     * It is handled together with another one from now on, and waits.
     *
     * @throws Refusal {@code merge.older-way} when its case runs on a diagram that has no place to wait;
     *     {@code merge.suspended} when it is suspended
     */
    void merged(String number);

    /**
     * One that waits goes on, as soon as everything else in this transaction is done: the leading one goes first.
     *
     * @throws Refusal {@code merge.suspended} when it is suspended; the leading one then waits for it
     */
    void goOn(String number);

    /** Whether its case is suspended, and goes nowhere until it is resumed. */
    boolean suspended(String number);

    /** Levels at which the diagram that a case runs on takes it up for the first time; none when nothing runs. */
    List<String> levels(String number);

    /**
     * Whatever is under way of a case ends, and it sets out anew at a level. In the surrounding transaction.
     *
     * @param level one of {@link #levels}
     * @throws Refusal when the way cannot go on there; everything is to be as before then
     */
    void putBack(String number, String level);

    /** 回访 has been drawn. In the transaction in which it was stored. @param numbers of the call-backs */
    void calledBack(List<String> numbers);

    /**
     * A closed concern sets out once more: the unit that has answered handles it again, as after a first 不满意.
     *
     * @throws Refusal when the diagram in force has no such step
     */
    void handledAgain(Departure departure);

    /**
     * What the way needs to know of a concern that was raised: codes, neither the story nor whose it is. A task's
     * variables are read by whoever holds the task, and the name may be withheld from them.
     *
     * @param hazard a safety hazard goes to college and department at once
     * @param onBehalf somebody else than the colleague follows it too
     */
    record Departure(String number, String type, String category, boolean hazard, boolean onBehalf) {}
}
