package org.shangda.monitoring.outside;

/** Everything that is measured of the whole university, from the database: two nodes measure the same. */
public enum Measured {
    CONCERNS("shangda.concerns", "Open concerns by state and level; those that wait for a rating have no level"),
    STUCK("shangda.stuck", "What stands still by cause and severity, as the list has it"),
    HANDLINGS_DUE(
            "shangda.handlings.due",
            "Open visits whose clock runs: overdue, due today, due within two more working days"),
    HAZARDS_NOT_RECEIVED(
            "shangda.hazards.not.received", "Safety hazards that nobody has received in the time for that"),
    HANDLING_AGE_DAYS("shangda.handling.age.days", "Days of the calendar since an open visit began, by level"),
    CASE_AGE_DAYS("shangda.case.age.days", "Days of the calendar since an open concern was raised"),
    SUPERVISIONS(
            "shangda.supervisions",
            "Supervisions that nobody has decided: all of them, and those whose time has passed"),
    SUPERVISION_LAPSES("shangda.supervision.lapses.max", "How often the time of one supervision has passed at most"),
    WAITING("shangda.waiting", "Open visits whose clock stands: for the colleague, until a review, until a meeting"),
    UNITS_WITHOUT_ANYBODY(
            "shangda.units.without.anybody", "Units of today in which nobody holds a post of those who answer"),
    TASKS_WITHOUT_CANDIDATE("shangda.tasks.without.candidate", "Tasks that are offered to nobody"),
    JOBS("shangda.jobs", "Jobs: due, late by more than five minutes, without retries, locked, suspended"),
    JOB_LATENESS("shangda.job.lateness.seconds", "How long the oldest due job waits; 0 while none does"),
    LOCK_EXPIRED("shangda.lock.expired", "Jobs whose lock has run out: a node took them and did not finish"),
    INCIDENTS("shangda.incidents", "Open incidents by type"),
    SUSPENDED("shangda.suspended", "What is suspended by kind; what stands with something larger is not counted again"),
    INVARIANT_VIOLATIONS("shangda.invariant.violations", "Open cases without what every one must have, by rule"),
    INVARIANT_LAST_RUN(
            "shangda.invariant.last.run.timestamp.seconds", "When every open case was looked at last; 0 before"),
    LOOK_FAILED("shangda.stuck.look.failed", "1 while the latest look has failed, by pace"),
    OPENING_LAST_SUCCESS(
            "shangda.opening.last.success.timestamp",
            "When what the product does by itself last ran to its end; 0 before"),
    OUTBOX("shangda.outbox", "Messages by state"),
    OUTBOX_OLDEST(
            "shangda.outbox.oldest.waiting.seconds", "How long a message waits beyond its time; 0 while none does"),
    CALENDAR_KNOWN("shangda.calendar.known.days", "Days until the last one whose holidays are known"),
    TERMS_KNOWN("shangda.terms.known.days", "Days until the end of the last academic term that is known"),
    ROSTER_AGE("shangda.roster.age.days", "Days since the roster was imported"),
    DEPLOYMENT_FOREIGN(
            "shangda.deployment.foreign", "Diagrams, tables and forms in force that are an administrator's version"),
    CLOCK_SKEW("shangda.clock.skew.seconds", "How far the database's clock is ahead of this machine's"),
    FIGURES_TIMESTAMP("shangda.figures.timestamp.seconds", "When these figures were measured, by part");

    private final String meter;
    private final String description;

    Measured(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }
}
