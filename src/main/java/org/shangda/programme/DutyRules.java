package org.shangda.programme;

import java.util.List;
import java.util.Optional;

/**
 * What the programmes say about pairs and contacts. The rules are rows of decision tables that an administrator edits;
 * every row carries the clause it comes from.
 *
 * <p>Relations are {@code member-person}, {@code leader-person} and {@code leader-branch}.
 */
public interface DutyRules {

    /** Whether {@code contact-duties} names this programme in a row. */
    boolean covers(String programme);

    /** What is owed in a relation, in the order of the table {@code contact-duties}; empty where nothing is. */
    List<ContactDuty> contactDuties(String programme, String relation);

    /** What an occasion calls for. Table {@code event-duties}. */
    Optional<EventDuty> eventDuty(String programme, String occasion);

    /** The occasions of a programme, in the order of {@code event-duties}. */
    List<String> occasions(String programme);

    /** The occasions of all programmes, in the order of {@code event-duties}. */
    List<String> occasions();

    /** Who may be paired with a colleague or a branch of a category. Table {@code pairing-eligibility}. */
    Optional<Eligibility> eligibility(String programme, String relation, String category);

    /** The categories of a relation that a programme knows, in the order of {@code pairing-eligibility}. */
    List<String> categories(String programme, String relation);

    /** The categories of all programmes and relations, in the order of {@code pairing-eligibility}. */
    List<String> categories();

    /** Who writes a summary at the end of a term, and to whom it goes. Table {@code summary-tiers}, lowest tier first. */
    List<SummaryTier> summaryTiers(String programme);
}
