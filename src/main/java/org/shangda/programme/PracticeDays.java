package org.shangda.programme;

/**
 * Days that no policy prescribes and that a university may set itself. Table {@code practice-days}, whose rows say
 * whether they are working days or days of the calendar.
 */
public interface PracticeDays {

    /** What has such a number of days. */
    enum What {
        CONFIRM_WITHIN,
        RATE_WITHIN,
        URGE_EVERY,
        SUPPLEMENT_WITHIN,
        REVIEW_WITHIN,
        MEETING_WITHIN,
        DECISION_WITHIN,
        AGENDA_CLOSES,
        AGENDA_FIRST_DAY,
        AGENDA_SECOND_DAY,
        PAIR_ANSWER_WITHIN,
        CONTACT_GRACE,
        CONTACT_REMIND,
        CONTACT_FOLLOW_UP,
        SUMMARY_REVIEW,
        SUMMARY_CORRECTION,
        SUMMARY_REMIND,
        OPINION_WITHIN,
        OWN_STEP_WITHIN,
        CONTACT_LOOK,
        TALK_FOLLOW_UP,
        NOTE_CONFIRM,
        WAVE_REVIEW,
        LATE_CLIMBS;

        /** As the table writes it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The days in force.
     *
     * @return 1 to 250
     * @throws org.shangda.refusal.Misconfigured when the table has no row for it
     */
    int of(What what);
}
