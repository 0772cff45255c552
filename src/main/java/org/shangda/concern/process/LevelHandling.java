package org.shangda.concern.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.shangda.work.Work;

/** Names in {@code level-handling.bpmn}: one level's work, the same for all levels. */
final class LevelHandling {

    static final String PROCESS = "level-handling";

    static final String HANDLE = "UserTask_Handle";
    static final String SIGN = "UserTask_Sign";
    static final String SUPPLEMENT = "UserTask_Supplement";
    static final String OPINION = "UserTask_Opinion";
    static final String RECORD_DECISION = "UserTask_RecordDecision";

    /** The timers of a level's one clock. */
    static final List<String> CLOCK = List.of("StartEvent_TimeIsUp", "IntermediateEvent_NextDeadline");

    /** What one that is handled with others is told, and waits for. */
    static final String MERGED = "merged";

    static final String GOES_ON = "goes-on";

    static final String LEVEL = "level";
    static final String STAGE = "stage";
    static final String HANDLING = "handlingId";
    static final String PASSED_OVER = "passedOver";
    static final String TOGETHER = "merged";
    static final String OUTCOME = "outcome";
    static final String NEEDS_SIGNATURE = "needsSignature";
    static final String APPROVED = "approved";
    static final String NEXT_AT = "nextAt";
    static final String WAIT_UNTIL = "waitUntil";
    static final String ASSISTING = "assisting";
    static final String TIME_ACTION = "timeAction";
    static final String SUPERVISE_UNTIL = "superviseUntil";

    /** The visit to the level that a piece of work is about. */
    static long handling(Work work) {
        return work.id(HANDLING);
    }

    /** A moment that the case has; null where it is not set. */
    static Instant instant(Work work, String variable) {
        Date date = (Date) work.variables().apply(variable);
        return date == null ? null : date.toInstant();
    }

    private LevelHandling() {}
}
