package org.shangda.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Answering;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A summary is written, handed up the tiers, accepted or sent back for correction. */
@Service
@Transactional
public class SummaryService {

    /** What whoever writes fills in: 做法, 问题, 打算. The figures are there already. */
    public record Written(
            @Text(max = 4_000) String practice,
            @Text(max = 4_000, required = false) String problems,
            @Text(max = 4_000, required = false) String plans) {}

    /** What is kept of that until it is handed up: as far as it has come. */
    public record Draft(
            @Text(max = 4_000, required = false) String practice,
            @Text(max = 4_000, required = false) String problems,
            @Text(max = 4_000, required = false) String plans) {}

    /**
     * What the tier above fills in.
     *
     * @param verdict {@code accept} or {@code send-back}
     * @param remark what is to be corrected; may be left empty to accept
     */
    public record Review(
            @Text(max = 40) String verdict,
            @Text(max = 2_000, required = false) String remark) {}

    /**
     * What the way reads after it was handed up.
     *
     * @param reviewBy when the tier above is reminded, null where the line ends
     */
    public record HandedUp(Instant reviewBy) {}

    /** What the way reads after the review. @param remind null when it was accepted, as is {@code due} */
    public record Reviewed(boolean accepted, Instant remind, Instant due) {}

    private final Summaries summaries;
    private final SummaryRows rows;
    private final SummaryDrafts drafts;
    private final Semesters semesters;
    private final University university;
    private final Inputs inputs;
    private final ApplicationEventPublisher events;
    private final PracticeDays days;

    SummaryService(
            Summaries summaries,
            SummaryRows rows,
            SummaryDrafts drafts,
            Semesters semesters,
            University university,
            Inputs inputs,
            ApplicationEventPublisher events,
            PracticeDays days) {
        this.summaries = summaries;
        this.rows = rows;
        this.drafts = drafts;
        this.semesters = semesters;
        this.university = university;
        this.inputs = inputs;
        this.events = events;
        this.days = days;
    }

    // --- whose it is -------------------------------------------------------------------------------------------------

    /** A member's own; when the member has left, and for a unit's, whoever answers for the unit. */
    public Offer offerWriting(String number) {
        Summary summary = summary(number);
        if (summary.isOfMember() && university.person(summary.person()).isPresent()) {
            return Offer.to(summary.person(), summary.dueAt(), "write-summary", card(summary));
        }
        return toAll(university.handlersOf(summary.unit(), Set.of()), summary.dueAt(), "write-summary", summary);
    }

    /** Nobody reviews what they handed up themselves. */
    public Offer offerReview(String number) {
        Summary summary = summary(number);
        return toAll(
                university.handlersOf(summary.superior(), Set.of(summary.handedUpBy())),
                reviewBy(summary),
                "review-summary",
                summary);
    }

    /** Where one person answers for a unit there is nobody else to receive it. */
    private static Offer toAll(Answering answering, Instant due, String what, Summary summary) {
        return answering.people().size() == 1
                ? Offer.toOnly(answering, due, what, card(summary))
                : Offer.to(answering, due, what, card(summary));
    }

    private static List<String> card(Summary summary) {
        return List.of("tier." + summary.tier().code());
    }

    // --- its way -----------------------------------------------------------------------------------------------------

    /**
     * Keeps what somebody has written so far, for them alone.
     *
     * @throws Refusal for a person whom the summary is not offered to, as for a number that does not exist
     */
    public void saveDraft(String number, String person, Draft draft) {
        inputs.check(draft);
        // Two savings of one summary come one after the other.
        Summary summary = summaries.findLockedByNumber(number).orElseThrow(SummaryService::notFound);
        if (offerWriting(number).people().stream().noneMatch(one -> one.equals(person))) {
            throw notFound();
        }
        summary.requireBeingWritten();
        drafts.save(number, person, draft, semesters.now());
    }

    public HandedUp handUp(String number, String person, Written written) {
        inputs.check(written);
        Summary summary = summary(number);
        rows.freeze(summary);
        summary.handUp(written.practice(), written.problems(), written.plans(), person, semesters.now());
        drafts.remove(number);
        return new HandedUp(summary.superior() == null ? null : reviewBy(summary));
    }

    public Reviewed review(String number, String person, Review review) {
        inputs.check(review);
        Summary summary = summary(number);
        switch (review.verdict()) {
            case "accept" -> {
                summary.accept(review.remark(), person, semesters.now());
                return new Reviewed(true, null, null);
            }
            case "send-back" -> {
                if (review.remark() == null || review.remark().isBlank()) {
                    throw Refusal.invalid("summary.remark-missing");
                }
                Instant due = semesters.workingDaysAfter(
                        semesters.now(), days.of(PracticeDays.What.SUMMARY_CORRECTION), campus(summary));
                summary.sendBack(review.remark(), person, semesters.now(), due);
                return new Reviewed(
                        false, semesters.before(due, days.of(PracticeDays.What.SUMMARY_REMIND), campus(summary)), due);
            }
            default -> throw Inputs.unknown("verdict");
        }
    }

    /** Whoever writes it is reminded before it is due. */
    public void remindWriting(String number) {
        remind(number, offerWriting(number));
    }

    /** Its time is over; the task stays, and whoever is above sees that it is late. */
    public void late(String number) {
        summary(number).late();
        remind(number, offerWriting(number));
    }

    /** Whoever reviews it is reminded. */
    public void remindReview(String number) {
        remind(number, offerReview(number));
    }

    private void remind(String number, Offer offer) {
        events.publishEvent(new SummaryReminded(number, offer.what(), offer.people()));
    }

    private Instant reviewBy(Summary summary) {
        return semesters.workingDaysAfter(
                summary.handedUpAt(), days.of(PracticeDays.What.SUMMARY_REVIEW), campus(summary));
    }

    private String campus(Summary summary) {
        return university.unit(summary.unit()).map(Unit::campus).orElse(null);
    }

    /** Reads many summaries at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        summaries.findAllById(numbers);
    }

    private Summary summary(String number) {
        return summaries.findById(number).orElseThrow(SummaryService::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("summary.not-found");
    }
}
