package org.shangda.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shangda.refusal.Refusal;

/**
 * The policies in force and which college follows which.
 *
 * <p>A duty is governed by the programme in force on the day on which it begins. So a version that comes in mid-semester
 * counts for duties not yet begun, and those that have begun stay as they were.
 */
public interface Programmes {

    /** Stands, as a college, for every college that has chosen none: its uses are the university's default. */
    String EVERY_OTHER = "-";

    /**
     * The programme that a college follows on a day. Never empty: a college that has chosen none follows the university's
     * default. A version whose validity has ended is followed until another is chosen; duties do not lapse because
     * nobody decided.
     *
     * @param college code, or null for whoever belongs to none
     */
    Programme inForce(String college, LocalDate day);

    Optional<Programme> programme(String code);

    /** All versions, by family and first day. */
    List<Programme> all();

    /** Who follows what, by college and first day; later uses of a college replace earlier ones from their day on. */
    List<ProgrammeUse> uses();

    /**
     * From a day on, a college follows a programme.
     *
     * @param college code, or {@link #EVERY_OTHER}
     * @param programme code of a version that is valid on that day
     * @param from today or later; another use from the same day is replaced
     * @param by login of whoever decides it
     * @throws Refusal when the college or the programme is unknown, the day has passed or lies outside the version's
     *     validity, or {@code contact-duties} has no row for the programme
     */
    void use(String college, String programme, LocalDate from, String by);

    /**
     * Adds a version of a policy, or a policy. The rows of the decision tables are deployed from Modeler, before or after.
     *
     * @param by login of whoever adds it
     * @throws Refusal when a field is wrong or the code is taken
     */
    void add(Programme programme, String by);

    /** Whether somebody answers for the organization department, which decides who follows what. */
    boolean decidedBy(String person);
}
