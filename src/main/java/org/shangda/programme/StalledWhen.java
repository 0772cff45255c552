package org.shangda.programme;

import java.util.Locale;

/** From when on something counts as standing still, how grave that is, and who is told. Table {@code stalled-when}. */
public interface StalledWhen {

    /** Why something stands still. */
    enum Cause {
        /** Working days beyond the time in which it was to be received. */
        RECEIVE_OVERDUE,
        /** Working days beyond its deadline. */
        HANDLE_OVERDUE,
        /** How often time for a decision has passed; from then on each silence takes it to the next supervisor. */
        SUPERVISION_LAPSED,
        /** Working days for which it waits for the colleague. */
        WAITS_COLLEAGUE,
        /** Working days for which it rests after an explanation. */
        RESTS,
        /** Working days since the university was to decide. */
        AGENDA_PASSED,
        /** How often it was returned. */
        RETURNED_AGAIN,
        /** How often it went to another unit at the same level. */
        MOVED_AGAIN,
        /** How many of its visits were extended. */
        EXTENDED_AGAIN,
        /** How often the colleague was dissatisfied. */
        DISSATISFIED,
        /** Working days without any step. */
        NO_MOVEMENT,
        /** Working days beyond the date of an opinion. */
        OPINION_UNANSWERED,
        /** Nobody holds a post of the unit: another one answers. */
        VACANT,
        /** The unit that answers would supervise itself. */
        SELF_SUPERVISED,
        /** Working days beyond the date of any other task. */
        TASK_OVERDUE,
        /** Working days since a task without a date was offered. */
        TASK_IDLE,
        /** A task that is offered to nobody. */
        NOBODY_CAN_ACT,
        /** A step of the product failed and is not tried again. */
        JOB_FAILED,
        /** A timer that was due more than five minutes ago. */
        TIMER_LATE,
        /** Suspended: neither people nor timers go on. */
        SUSPENDED,
        /** The table of levels names a unit that is not on the roster. */
        TABLE_UNIT_UNKNOWN,
        /** Days before the last day whose holidays are known. */
        CALENDAR_ENDS,
        /** An open concern that the engine does not know. */
        NO_INSTANCE,
        /** An open concern for which nobody has a task and no clock waits. */
        NO_TASK,
        /** An open concern without any date at which something will happen. */
        NO_DATE,
        /** An open visit that no unit of the roster supervises. */
        NOBODY_ABOVE,
        /** Of a hundred earlier cases like it, so many were late. */
        LIKELY_LATE,
        /** Days ahead in which a post ends and nobody of the unit is left to answer. */
        POST_ENDS,
        /** After so many silences a leader supervises, and nobody after the leader. */
        SUPERVISION_WITH_LEADER,
        /** The colleague, or whoever is asked to handle it, is not on the roster any more. */
        COLLEAGUE_LEFT,
        /** Whoever is asked to handle or to sign it is on leave, and nobody stands in. */
        ON_LEAVE,
        /** Nobody may sign what waits for a signature. */
        SIGNATURE_VACANT,
        /** An opinion is asked of a unit in which nobody holds a post. */
        OPINION_VACANT,
        /** How many visits a leader has because a unit has nobody. */
        LEADER_OVERFLOW,
        /** Days before the last day of the last academic term that is known. */
        TERMS_END,
        /** A step that a node has taken and does not come back to. */
        JOB_LOCKED,
        /** Anything else that the engine reports. */
        INCIDENT,
        /** A case at an element at which nothing will happen. */
        TOKEN_STANDS;

        /** As the table writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether no open case may have it: no owner, nobody who acts, no date, nobody above who hears (adr/0050). */
        public boolean breaksTheProof() {
            return switch (this) {
                case NO_INSTANCE, NO_TASK, NO_DATE, NOBODY_ABOVE, NOBODY_CAN_ACT, SELF_SUPERVISED -> true;
                default -> false;
            };
        }
    }

    /** How grave it is; the gravest first. */
    enum Severity {
        SEVERE,
        LATE,
        WAITING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a row says.
     *
     * @param n 0 to 250: working days or a number of times, as the cause says
     * @param told {@code supervisor}, {@code operator} or {@code leader}
     */
    record Threshold(int n, Severity severity, String told) {}

    /**
     * The row in force.
     *
     * @param programme empty where it concerns no concern, as level and type
     * @throws org.shangda.refusal.Misconfigured when the table has no row for it
     */
    Threshold of(Cause cause, String programme, String level, String type);
}
