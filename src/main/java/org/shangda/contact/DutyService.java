package org.shangda.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shangda.concern.RaiseConcern;
import org.shangda.concern.RaisingService;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a sheet of duties: contacts are written on it, it is reminded of, and what was missed is followed up. */
@Service
@Transactional
public class DutyService {

    /** More rows than a year has working days nobody means. */
    private static final int MOST_ROWS = 200;

    private final DutySheets sheets;
    private final ContactRecords contacts;
    private final NoteService notes;
    private final Pairs pairs;
    private final RaisingService raising;
    private final Obligations obligations;
    private final ContactProcess process;
    private final ContactClock clock;
    private final FollowUpLine line;
    private final Inputs inputs;
    private final Words words;
    private final ApplicationEventPublisher events;
    private final PracticeDays days;

    DutyService(
            DutySheets sheets,
            ContactRecords contacts,
            NoteService notes,
            Pairs pairs,
            RaisingService raising,
            Obligations obligations,
            ContactProcess process,
            ContactClock clock,
            FollowUpLine line,
            Inputs inputs,
            Words words,
            ApplicationEventPublisher events,
            PracticeDays days) {
        this.sheets = sheets;
        this.contacts = contacts;
        this.notes = notes;
        this.pairs = pairs;
        this.raising = raising;
        this.obligations = obligations;
        this.process = process;
        this.clock = clock;
        this.line = line;
        this.inputs = inputs;
        this.words = words;
        this.events = events;
        this.days = days;
    }

    // --- the carrier -------------------------------------------------------------------------------------------------

    public Offer offer(String number) {
        DutySheet sheet = sheet(number);
        return Offer.to(
                sheet.carrier(),
                sheet.dueAt(),
                "register." + sheet.period().kind(),
                sheet.outstanding().stream()
                        .map(row -> "duty." + row.kind())
                        .distinct()
                        .toList());
    }

    /**
     * Writes contacts down, all or none.
     *
     * @return whether everything that was owed in the period is done
     * @throws Refusal naming the row that is wrong
     */
    public boolean register(String number, String person, RegisterContacts input) {
        DutySheet sheet = sheet(number);
        sheet.requireState(DutySheet.State.OPEN);
        if (!sheet.carrier().equals(person)) {
            throw Refusal.notFound("contact.not-found");
        }
        inputs.check(input);
        List<RegisterContacts.Row> rows = input.contacts() == null ? List.of() : input.contacts();
        if (rows.size() > MOST_ROWS || rows.stream().noneMatch(row -> row != null && row.isMeant())) {
            throw Refusal.invalid("contact.nothing-registered");
        }
        int ordinal = contacts.lastOrdinal(number);
        for (int i = 0; i < rows.size(); i++) {
            RegisterContacts.Row row = rows.get(i);
            if (row != null && row.isMeant()) {
                register(sheet, ++ordinal, i + 1, row, input);
            }
        }
        countAnew(sheet);
        if (sheet.everythingDone()) {
            sheet.settle(clock.now());
        }
        return !sheet.isOpen();
    }

    private void register(DutySheet sheet, int ordinal, int line, RegisterContacts.Row row, RegisterContacts input) {
        try {
            inputs.check(row);
            Pair pair = carried(sheet, row.pairing());
            register(sheet, ordinal, pair, input.whole(row, pair.colleague() != null));
        } catch (Refusal wrong) {
            throw wrong.inRow(line);
        }
    }

    private void register(DutySheet sheet, int ordinal, Pair pair, RegisterContacts.Row row) {
        if (row.on() == null) {
            throw Refusal.invalid("text.missing", Inputs.label("on"));
        }
        if (row.on().isAfter(clock.today()) || !sheet.period().includes(row.on()) || !pair.livesOn(row.on())) {
            throw Refusal.invalid(
                    "contact.day",
                    later(sheet.period().from(), pair.since()),
                    earlier(sheet.period().to(), clock.today()));
        }
        String way = words.chosen("way", row.way(), "way");
        if (contacts.existsByPairingAndHeldOnAndWay(pair.number(), row.on(), way)) {
            throw Refusal.invalid("contact.recorded-already");
        }
        List<String> topics = words.chosen("topic", row.topics(), "topics");
        if (topics.isEmpty() && pair.colleague() != null) {
            throw Inputs.unknown("topics");
        }
        Contact contact = new Contact(pair, sheet, ordinal, row.on(), way, clock.now());
        contact.about(topics, words.chosen("action", row.actions(), "actions"));
        if (row.raises()) {
            contact.raised(raise(sheet, ordinal, pair, row));
        }
        contacts.saveAndFlush(contact);
        if (row.hasNote()) {
            notes.write(contact, row.note().strip(), sheet.carrier());
        }
    }

    /** A pair that is on the sheet, or another one of the carrier's: nobody is kept from contacting more often. */
    private Pair carried(DutySheet sheet, String number) {
        if (number == null || number.isBlank()) {
            throw Inputs.unknown("pairing");
        }
        return pairs.pair(number)
                .filter(pair -> sheet.carrier().equals(pair.carrier())
                        || sheet.allRows().stream()
                                .anyMatch(row -> row.pairing().equals(number)))
                .orElseThrow(() -> Inputs.unknown("pairing"));
    }

    /** In the same step; the contact's place on the sheet is the key, so that no contact starts two concerns. */
    private String raise(DutySheet sheet, int ordinal, Pair pair, RegisterContacts.Row row) {
        return raising.raise(
                sheet.carrier(),
                new RaiseConcern(
                        row.type(),
                        row.category(),
                        row.title(),
                        row.description(),
                        row.travel(),
                        null,
                        pair.colleague(),
                        row.on(),
                        row.consentWay()),
                sheet.number() + "/" + ordinal);
    }

    /** On this sheet, and on the carrier's sheets for periods of other lengths in which the days lie as well. */
    private void countAnew(DutySheet sheet) {
        for (DutySheet one : sheets.openOf(sheet.carrier())) {
            one.count(contacts.findByPairingInAndHeldOnBetween(
                    one.rows().stream().map(Owed::pairing).distinct().toList(),
                    one.period().from(),
                    one.period().to()));
            if (one != sheet && one.everythingDone()) {
                one.settle(clock.now());
                process.settled(one.number());
            }
        }
    }

    public boolean wasRemindedOf(String number) {
        return sheet(number).wasReminded();
    }

    public void remind(String number) {
        DutySheet sheet = sheet(number);
        if (sheet.isOpen()) {
            sheet.reminded(clock.now());
            events.publishEvent(new DutyReminded(number, sheet.carrier()));
        }
    }

    // --- the end of the period ---------------------------------------------------------------------------------------

    /**
     * The period and its days of grace are over.
     *
     * @param missed whether a duty was missed; a missed advice is a hint on the carrier's own list
     * @param followUpBy until when it is to be followed up, or null
     */
    public record Closed(boolean missed, Instant followUpBy) {}

    public Closed close(String number) {
        DutySheet sheet = sheet(number);
        if (!sheet.isOpen()) {
            return new Closed(false, null);
        }
        boolean missed = sheet.close(
                clock.now(),
                clock.daysFrom(
                        clock.now(),
                        days.of(PracticeDays.What.CONTACT_FOLLOW_UP),
                        obligations.campusOf(sheet.branch())));
        if (missed) {
            events.publishEvent(new DutyMissed(number, sheet.carrier()));
        }
        return new Closed(missed, sheet.followUpBy());
    }

    public Offer offerFollowUp(String number) {
        DutySheet sheet = sheet(number);
        return Offer.to(line.followsUp(sheet), sheet.followUpBy(), "follow-up", missed(sheet));
    }

    public Offer offerLook(String number) {
        DutySheet sheet = sheet(number);
        Instant due = clock.daysFrom(
                sheet.followUpBy(), days.of(PracticeDays.What.CONTACT_LOOK), obligations.campusOf(sheet.branch()));
        return Offer.to(line.looks(sheet), due, "college-look", missed(sheet));
    }

    /**
     * What whoever follows it up fills in. No story: the reason is one of a list.
     *
     * @param missedReason a word of the kind {@code missed-reason}
     * @param missedMeasure a word of the kind {@code missed-measure}
     * @param newDay when it is made up for, with {@code make-up}
     */
    public record FollowUp(
            @Text(max = 40) String missedReason,
            @Text(max = 40) String missedMeasure,
            LocalDate newDay) {}

    public void followUp(String number, String person, FollowUp input) {
        inputs.check(input);
        String reason = words.chosen("missed-reason", input.missedReason(), "missedReason");
        MissedMeasure measure = measure(input.missedMeasure());
        sheet(number)
                .followUp(
                        reason,
                        measure.code(),
                        measure.isMakingUp() ? newDay(input.newDay()) : null,
                        person,
                        clock.now());
    }

    private MissedMeasure measure(String chosen) {
        return new MissedMeasure(words.chosen(MissedMeasure.KIND, chosen, "missedMeasure"));
    }

    private LocalDate newDay(LocalDate day) {
        LocalDate today = clock.today();
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(60))) {
            throw Refusal.invalid("contact.new-day");
        }
        return day;
    }

    /** Nobody followed it up in time. */
    public void showToCollege(String number) {
        sheet(number).showToCollege();
    }

    /** @param missedMeasure one of the follow-up's */
    public record Look(@Text(max = 40) String missedMeasure) {}

    public void look(String number, String person, Look input) {
        inputs.check(input);
        MissedMeasure measure = measure(input.missedMeasure());
        sheet(number).look(measure.code(), person, clock.now());
    }

    private static List<String> missed(DutySheet sheet) {
        return sheet.outstanding().stream()
                .map(row -> "duty." + row.kind())
                .distinct()
                .toList();
    }

    /** Reads many sheets at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        sheets.findAllById(numbers);
    }

    DutySheet sheet(String number) {
        return sheets.findById(number).orElseThrow(() -> Refusal.notFound("contact.not-found"));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
