package org.shangda.concern;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.shangda.refusal.Refusal;

/** The time that a visit has: its days, and the moments that follow from them; and what it is handled with. */
@Embeddable
class Terms {

    private static final Duration A_DAY = Duration.ofDays(1);

    private Instant receiveBy;
    private Instant remindAt;
    private Instant dueAt;
    private int days;
    private boolean extended;
    private boolean vacationsCount;
    private String givenTo;
    private Instant urgedAt;
    private Instant urgingAskedAt;

    /** Of visits that are handled together; null where one is alone. */
    private Long mergedGroup;

    /** Id of the visit that is worked on for this one too. */
    private Long ledBy;

    protected Terms() {}

    Terms(int days, boolean vacationsCount) {
        this.days = days;
        this.vacationsCount = vacationsCount;
    }

    void due(Instant toBeReceivedBy, Instant reminder, Instant due) {
        receiveBy = toBeReceivedBy;
        remindAt = reminder;
        dueAt = due;
    }

    void dueBy(Instant due, Instant reminder) {
        due(receiveBy, reminder, due);
    }

    void reminded() {
        remindAt = null;
    }

    /** Once. */
    void extend(int newDays) {
        if (extended) {
            throw Refusal.conflict("handling.extended-already");
        }
        extended = true;
        days = newDays;
    }

    /** The rule has changed meanwhile; the one extension that everybody may ask for is still open. */
    void given(int newDays) {
        days = newDays;
    }

    /** 改派经办人, by who supervises it; null where it is for all who answer for the unit. */
    void giveTo(String person) {
        givenTo = person;
    }

    /** 催办, by who supervises it. */
    void urged(Instant at) {
        urgedAt = at;
    }

    void urgingAsked(Instant at) {
        urgingAskedAt = at;
    }

    /** It is worked on for all of a group from now on. @param group id of the visit that was the first to lead it */
    void leads(Long group) {
        mergedGroup = group;
        ledBy = null;
    }

    void waitsFor(Handling leading) {
        mergedGroup = leading.terms().mergedGroup;
        ledBy = leading.id();
    }

    void alone() {
        mergedGroup = null;
        ledBy = null;
    }

    /** Whether it is worked on for a group; at its level it may be the only one of it as yet. */
    boolean leads() {
        return mergedGroup != null && ledBy == null;
    }

    /** What those have in common that are, or were, handled together; null of one that is alone. */
    Long mergedGroup() {
        return mergedGroup;
    }

    /** Null of one that is worked on itself. */
    Long ledBy() {
        return ledBy;
    }

    String givenTo() {
        return givenTo;
    }

    Instant urgedAt() {
        return urgedAt;
    }

    Instant urgingAskedAt() {
        return urgingAskedAt;
    }

    boolean receiptAsked() {
        return receiveBy != null;
    }

    /** What is to be received within a day is counted by the hour. @param entered when the time began to run */
    boolean receivedByTheHour(Instant entered) {
        return receiveBy != null && byTheHour(entered, receiveBy);
    }

    static boolean byTheHour(Instant entered, Instant receiveBy) {
        return Duration.between(entered, receiveBy).compareTo(A_DAY) < 0;
    }

    Instant receiveBy() {
        return receiveBy;
    }

    Instant remindAt() {
        return remindAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    int days() {
        return days;
    }

    boolean extended() {
        return extended;
    }

    boolean vacationsCount() {
        return vacationsCount;
    }
}
