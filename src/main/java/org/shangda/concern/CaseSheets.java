package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import org.shangda.attachment.AttachedFile;
import org.shangda.calendar.ClockReading;
import org.shangda.concern.CaseClock.Clocks;
import org.shangda.concern.ConcernPages.Page;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理单: a concern as an office files it. It says to a reader what the concern's page says to them, and nothing more. */
@Service
@Transactional(readOnly = true)
public class CaseSheets {

    /**
     * One concern for one reader; every text in the reader's language.
     *
     * @param raised when it was raised
     * @param closed when it was closed, empty before
     * @param rating empty before there is one
     * @param files what its files are called for the reader
     */
    public record Sheet(
            Page page,
            Clocks clocks,
            String raised,
            String closed,
            String rating,
            List<String> files,
            List<Visit> visits) {}

    /**
     * What became of it at one level.
     *
     * @param received when somebody first received it; empty while nobody has, like the other moments
     * @param due until when it was or is to be done
     * @param days working days that it took, or has taken so far
     * @param rested working days on which its clock stood still
     * @param handler who has chosen the last exit there; empty but for who answers for that unit
     * @param signer who has signed it; empty but for who answers for that unit
     */
    public record Visit(
            String unit,
            String level,
            String arrived,
            String received,
            String due,
            String ended,
            int days,
            int rested,
            String result,
            String handler,
            String signer) {}

    private final ConcernPages pages;
    private final Reach reach;
    private final Concerns concerns;
    private final CaseClock clock;
    private final LevelClock time;
    private final Labels labels;
    private final University university;
    private final Sentences say;

    CaseSheets(
            ConcernPages pages,
            Reach reach,
            Concerns concerns,
            CaseClock clock,
            LevelClock time,
            Labels labels,
            University university,
            Sentences say) {
        this.pages = pages;
        this.reach = reach;
        this.concerns = concerns;
        this.clock = clock;
        this.time = time;
        this.labels = labels;
        this.university = university;
        this.say = say;
    }

    /** @throws Refusal for whoever may not read the concern, as for one that does not exist */
    public Sheet sheet(String number, String person) {
        Page page = pages.page(number, person);
        Concern concern = concerns.get(number);
        Reach.Reader reader = reach.reader(person);
        Instant now = time.now();
        return new Sheet(
                page,
                clock.read(concern),
                labels.time(concern.raising().raisedAt()),
                moment(concern.closedAt()),
                concern.rating() == null
                        ? ""
                        : labels.of("rating", concern.rating().code()),
                page.files().stream().map(AttachedFile::name).toList(),
                concern.handlings().stream()
                        .map(at -> visit(at, reader.units().contains(at.answeringUnit()), now))
                        .toList());
    }

    private Visit visit(Handling at, boolean ours, Instant now) {
        ClockReading clocked = clock.read(at, now);
        return new Visit(
                labels.name(at.answeringUnit()),
                labels.of("level", at.level()),
                labels.time(at.enteredAt()),
                moment(at.receivedAt()),
                moment(at.terms().dueAt()),
                moment(at.endedAt()),
                clocked.daysCounted(),
                clocked.daysPaused(),
                say.of("outcome." + result(at)),
                ours ? name(at.proposal().by()) : "",
                ours ? name(at.proposal().signedBy()) : "");
    }

    /** As the view {@code register_visits} says it. */
    private static String result(Handling at) {
        if (at.open()) {
            return "open";
        }
        return at.outcome() != null && at.outcome().endsTheVisit()
                ? at.outcome().code()
                : "abandoned";
    }

    private String name(String person) {
        return person == null ? "" : university.nameOf(person);
    }

    private String moment(Instant at) {
        return at == null ? "" : labels.time(at);
    }
}
