package org.shangda.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.Term;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people are shown of duties, contacts, notes and event talks, each as much as is theirs to see. */
@Service
@Transactional(readOnly = true)
public class ContactView {

    private final DutyService duties;
    private final DutySheets sheets;
    private final ContactRecords contacts;
    private final NoteService noteService;
    private final Notes notes;
    private final EventTalkService talkService;
    private final EventTalks talks;
    private final Pairs pairs;
    private final AcademicTerms terms;
    private final University university;
    private final ContactClock clock;
    private final Sentences say;
    private final Words words;

    ContactView(
            DutyService duties,
            DutySheets sheets,
            ContactRecords contacts,
            NoteService noteService,
            Notes notes,
            EventTalkService talkService,
            EventTalks talks,
            Pairs pairs,
            AcademicTerms terms,
            University university,
            ContactClock clock,
            Sentences say,
            Words words) {
        this.duties = duties;
        this.sheets = sheets;
        this.contacts = contacts;
        this.noteService = noteService;
        this.notes = notes;
        this.talkService = talkService;
        this.talks = talks;
        this.pairs = pairs;
        this.terms = terms;
        this.university = university;
        this.clock = clock;
        this.say = say;
        this.words = words;
    }

    /**
     * A kind of contact that is owed for one pair.
     *
     * @param pairing number of the pair
     * @param name the colleague's, or the linked branch's
     * @param what label of the kind
     * @param strength {@code advice} or {@code duty}
     * @param clause 「为什么要我做?」
     * @param hint what is said of it when the period is over and it was missed, else empty
     */
    public record Row(
            String pairing,
            String name,
            String what,
            int done,
            int atLeast,
            String strength,
            String clause,
            String hint) {}

    /**
     * A sheet of duties.
     *
     * @param period as its users read it
     * @param state label
     * @param newDay when what was missed is made up for, or null
     */
    public record Sheet(
            String number,
            String period,
            LocalDate from,
            LocalDate to,
            String state,
            Instant dueAt,
            LocalDate newDay,
            List<Row> rows) {}

    /**
     * A sheet as its form shows it.
     *
     * @param carrier name
     * @param clock until when
     * @param pairs all pairs of the carrier
     * @param waiting numbers of the pairs for which something is still to be done
     */
    public record SheetPage(
            Sheet sheet, String heading, String carrier, String clock, List<Choice> pairs, List<String> waiting) {}

    public SheetPage page(String number) {
        DutySheet sheet = duties.sheet(number);
        Map<String, String> named = new LinkedHashMap<>();
        sheet.rows().forEach(row -> named.put(row.pairing(), nameOfPair(row.pairing())));
        pairs.carriedBy(sheet.carrier(), sheet.period().from(), sheet.period().to())
                .forEach(pair -> named.putIfAbsent(pair.number(), nameOf(pair)));
        return new SheetPage(
                view(sheet),
                say.of("contact.heading", label(sheet.period())),
                university.nameOf(sheet.carrier()),
                say.of("contact.until", day(sheet.dueAt()), day(sheet.closesAt())),
                named.entrySet().stream()
                        .map(entry -> new Choice(entry.getValue(), entry.getKey()))
                        .toList(),
                sheet.outstanding().stream().map(Owed::pairing).distinct().toList());
    }

    /**
     * Sheets of somebody, the latest first.
     *
     * @throws Refusal when the caller neither is that person nor answers for a unit above
     */
    public List<Sheet> sheetsOf(String person, String caller) {
        if (!person.equals(caller)) {
            String branch = university
                    .person(person)
                    .orElseThrow(() -> Refusal.notFound("contact.not-found"))
                    .branch();
            requireAbove(branch, caller);
        }
        return sheets.findByCarrierOrderByFromDayDescPeriod(person).stream()
                .map(this::view)
                .toList();
    }

    private Sheet view(DutySheet sheet) {
        return new Sheet(
                sheet.number(),
                label(sheet.period()),
                sheet.period().from(),
                sheet.period().to(),
                say.of("contact.state." + sheet.state().name()),
                sheet.dueAt(),
                sheet.newDay(),
                sheet.rows().stream().map(row -> view(sheet, row)).toList());
    }

    private Row view(DutySheet sheet, Owed row) {
        boolean missed = row.isOutstanding() && !sheet.isOpen();
        return new Row(
                row.pairing(),
                nameOfPair(row.pairing()),
                words.label("duty", row.kind()),
                row.done(),
                row.atLeast(),
                row.strength(),
                words.clause(row.clause()),
                missed ? words.label("missed", row.strength()) : "");
    }

    private String label(Period period) {
        int year = period.from().getYear();
        return switch (period.kind()) {
            case "month" ->
                say.of("contact.period.month", "" + year, "" + period.from().getMonthValue());
            case "quarter" ->
                say.of("contact.period.quarter", "" + year, "" + (period.from().getMonthValue() / 3 + 1));
            case "half-year" ->
                say.of(
                        period.from().getMonthValue() == 1 ? "contact.period.first-half" : "contact.period.second-half",
                        "" + year);
            default -> terms.term(period.code()).map(Term::name).orElse(period.code());
        };
    }

    // --- contacts and notes ------------------------------------------------------------------------------------------

    /**
     * A contact.
     *
     * @param topics labels; empty for whoever is neither of the two
     * @param actions labels; empty for whoever is neither of the two
     * @param concern number of the concern that it started, for the two only, else null
     * @param note its words, null where there are none or none that the caller may see
     * @param noteState {@code proposed}, {@code confirmed}, {@code struck}, {@code expired}, or null
     */
    public record Entry(
            LocalDate on,
            String way,
            List<String> topics,
            List<String> actions,
            String concern,
            String note,
            String noteState) {}

    /**
     * What took place in a pair, the latest first. The two see everything; who answers for a unit above sees that a
     * contact took place, and notes that were confirmed.
     *
     * @throws Refusal for anybody else, as for a pair that does not exist
     */
    public List<Entry> contactsOf(String pairing, String caller) {
        Pair pair = pairs.pair(pairing).orElseThrow(() -> Refusal.notFound("contact.not-found"));
        boolean one = caller.equals(pair.carrier())
                || (pair.colleague() == null
                        ? caller.equals(pairs.confirms(pairing))
                        : caller.equals(pair.colleague()));
        if (!one) {
            requireAbove(pair.branch(), caller);
        }
        Map<Long, Note> noted = notes.of(pairing).stream()
                .collect(Collectors.toMap(note -> note.contact().id(), Function.identity()));
        return contacts.findByPairingOrderByHeldOnDescIdDesc(pairing).stream()
                .map(contact -> entry(
                        contact,
                        noted.get(contact.id()),
                        one,
                        one && (caller.equals(contact.carrier()) || !caller.equals(pair.carrier()))))
                .toList();
    }

    /** @param wasThere whoever carries the pair now is not one of the two who met before */
    private Entry entry(Contact contact, Note note, boolean one, boolean wasThere) {
        boolean seen = note != null && (wasThere || note.isConfirmed());
        return new Entry(
                contact.heldOn(),
                words.label("way", contact.way()),
                one ? labels("topic", contact.topics()) : List.of(),
                one ? labels("action", contact.actions()) : List.of(),
                wasThere ? contact.concern() : null,
                seen ? note.words() : null,
                seen ? note.state().name().toLowerCase(Locale.ROOT) : null);
    }

    /** A note as whoever confirms it sees it. */
    public record NotePage(
            String number,
            String carrier,
            LocalDate on,
            String way,
            List<String> topics,
            List<String> actions,
            String words) {}

    public NotePage notePage(String number, String caller) {
        Note note = noteService.note(number);
        if (!note.confirms().equals(caller)) {
            throw Refusal.notFound("contact.not-found");
        }
        Contact contact = note.contact();
        return new NotePage(
                number,
                university.nameOf(contact.carrier()),
                contact.heldOn(),
                words.label("way", contact.way()),
                labels("topic", contact.topics()),
                labels("action", contact.actions()),
                note.words());
    }

    private List<String> labels(String kind, List<String> codes) {
        return codes.stream().map(code -> words.label(kind, code)).toList();
    }

    // --- event talks -------------------------------------------------------------------------------------------------

    /**
     * An event talk.
     *
     * @param person name; null for whoever is neither of the two
     * @param occasion label, for the two only, else empty
     * @param diverted whether another channel is responsible; told to the talker only
     */
    public record Talk(
            String number,
            String person,
            String talker,
            String occasion,
            String clause,
            boolean diverted,
            LocalDate dueOn,
            LocalDate heldOn) {}

    public Talk talk(String number, String caller) {
        EventTalk talk = talkService.talk(number);
        return talk(talk, caller);
    }

    /** Those of somebody, as talker or as the person. */
    public List<Talk> talksOf(String caller) {
        return talks.between(caller).stream().map(talk -> talk(talk, caller)).toList();
    }

    private Talk talk(EventTalk talk, String caller) {
        boolean one = talk.isBetween(caller);
        return new Talk(
                talk.number(),
                one ? university.nameOf(talk.person()) : null,
                university.nameOf(talk.talker()),
                one && talk.occasion() != null ? words.label("occasion", talk.occasion()) : "",
                one ? words.clause(talk.clause()) : "",
                one && talk.isDiverted(),
                day(talk.dueAt()),
                talk.heldOn());
    }

    // --- names and rights --------------------------------------------------------------------------------------------

    private void requireAbove(String branch, String caller) {
        Set<String> answered = university.unitsAnsweredBy(caller);
        if (university.lineOf(branch).stream().map(Unit::code).noneMatch(answered::contains)) {
            throw Refusal.notFound("contact.not-found");
        }
    }

    private String nameOfPair(String number) {
        return pairs.pair(number).map(this::nameOf).orElse(number);
    }

    private String nameOf(Pair pair) {
        return pair.colleague() != null ? university.nameOf(pair.colleague()) : university.nameOfUnit(pair.branch());
    }

    private LocalDate day(Instant instant) {
        return clock.dayOf(instant);
    }
}
