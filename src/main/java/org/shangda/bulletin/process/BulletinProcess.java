package org.shangda.bulletin.process;

import org.shangda.work.Answer;
import org.shangda.work.Answer.Kind;

/** Names in {@code bulletin.bpmn}: 通报. */
final class BulletinProcess {

    static final String PROCESS = "bulletin";

    static final String KEEP = "UserTask_KeepBulletin";

    static final String ENDS_AT = "endsAt";
    static final String EXTENDED = "extended";

    static final Answer PUBLISHED = Answer.of(ENDS_AT, Kind.DAY);

    static final Answer[] KEPT = {
        Answer.of(EXTENDED, true).and(ENDS_AT, Kind.DAY).leadsTo(KEEP),
        Answer.of(EXTENDED, false).ends()
    };

    private BulletinProcess() {}
}
