package org.shangda.contact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shangda.numbering.CaseNumbers;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.work.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A note about a contact, and what the colleague, or a linked branch's recorder, makes of it. */
@Service
@Transactional
public class NoteService {

    private static final Logger log = LoggerFactory.getLogger(NoteService.class);

    private final Notes notes;
    private final Pairs pairs;
    private final Periods periods;
    private final ContactProcess process;
    private final ContactClock clock;
    private final CaseNumbers numbers;
    private final Inputs inputs;
    private final Obligations obligations;
    private final PracticeDays days;

    NoteService(
            Notes notes,
            Pairs pairs,
            Periods periods,
            ContactProcess process,
            ContactClock clock,
            CaseNumbers numbers,
            Inputs inputs,
            Obligations obligations,
            PracticeDays days) {
        this.notes = notes;
        this.pairs = pairs;
        this.periods = periods;
        this.process = process;
        this.clock = clock;
        this.numbers = numbers;
        this.inputs = inputs;
        this.obligations = obligations;
        this.days = days;
    }

    void write(Contact contact, String words, String writtenBy) {
        Instant expires = contact.colleague() == null ? null : clock.endOf(periods.endOfSemester(clock.today()));
        Note note = notes.saveAndFlush(new Note(
                numbers.next("CN"),
                contact,
                words,
                writtenBy,
                pairs.confirms(contact.pairing()),
                expires,
                clock.now()));
        process.noteWritten(note.number(), expires);
    }

    /** To the colleague; for a linked branch to whoever confirms for it today. */
    public Offer offer(String number) {
        Note note = note(number);
        return Offer.to(
                confirmsToday(note),
                note.contact().colleague() == null ? dueForBranch(note) : note.expiresAt(),
                "confirm-note",
                List.of("way." + note.contact().way()));
    }

    /** Nothing happens to it on that day: the records of a branch do not expire, so somebody above hears of it. */
    private Instant dueForBranch(Note note) {
        String branch = pairs.pair(note.contact().pairing()).map(Pair::branch).orElse(null);
        return clock.daysFrom(note.proposedAt(), days.of(PracticeDays.What.NOTE_CONFIRM), obligations.campusOf(branch));
    }

    /** Reads many notes at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        notes.findAllById(numbers);
    }

    /** Whoever confirms for the branch today is asked from now on. */
    public void placed(String number) {
        Note note = note(number);
        note.confirmedBy(confirmsToday(note));
    }

    private String confirmsToday(Note note) {
        return note.contact().colleague() == null
                ? pairs.confirms(note.contact().pairing())
                : note.confirms();
    }

    /**
     * What the colleague decides.
     *
     * @param decision {@code confirm}, {@code correct} or {@code strike}
     * @param words as they should be, for {@code correct}
     */
    public record Decision(
            @Text(max = 40) String decision,
            @Text(max = 500, required = false) String words) {}

    public void decide(String number, String person, Decision input) {
        inputs.check(input);
        Note note = note(number);
        if (!note.confirms().equals(person)) {
            throw Refusal.notFound("contact.not-found");
        }
        switch (input.decision()) {
            case "confirm" -> note.confirm(person, clock.now());
            case "correct" -> {
                if (input.words() == null || input.words().isBlank()) {
                    throw Refusal.invalid("text.missing", Inputs.label("words"));
                }
                note.correct(input.words().strip(), person, clock.now());
            }
            case "strike" -> note.strike(person, clock.now());
            default -> throw Inputs.unknown("decision");
        }
    }

    /** The semester is over and nobody has confirmed it. The row stays, without its words, and shows that they are gone. */
    public void expire(String number) {
        Note note = note(number);
        if (note.state() == Note.State.PROPOSED) {
            note.expire(clock.now());
            log.info("The words of the unconfirmed note {} were deleted.", number);
        }
    }

    Note note(String number) {
        return notes.findById(number).orElseThrow(() -> Refusal.notFound("contact.not-found"));
    }
}
