package org.shangda.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shangda.numbering.CaseNumbers;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.programme.DutyRules;
import org.shangda.programme.EventDuty;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Answering;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 事件谈话: the arranging office names a person and a code, the right person talks to them. No reason is written down
 * anywhere, and the code is for the two alone.
 */
@Service
@Transactional
public class EventTalkService {

    private final EventTalks talks;
    private final Pairs pairs;
    private final Programmes programmes;
    private final DutyRules rules;
    private final Obligations obligations;
    private final University university;
    private final People people;
    private final ContactClock clock;
    private final ContactProperties properties;
    private final CaseNumbers numbers;
    private final Inputs inputs;
    private final Words words;
    private final PracticeDays days;

    EventTalkService(
            EventTalks talks,
            Pairs pairs,
            Programmes programmes,
            DutyRules rules,
            Obligations obligations,
            University university,
            People people,
            ContactClock clock,
            ContactProperties properties,
            CaseNumbers numbers,
            Inputs inputs,
            Words words,
            PracticeDays days) {
        this.talks = talks;
        this.pairs = pairs;
        this.programmes = programmes;
        this.rules = rules;
        this.obligations = obligations;
        this.university = university;
        this.people = people;
        this.clock = clock;
        this.properties = properties;
        this.numbers = numbers;
        this.inputs = inputs;
        this.words = words;
        this.days = days;
    }

    /**
     * What the arranging office fills in.
     *
     * @param person staff number or full name
     * @param occasion a code of {@code event-duties}
     */
    public record Arrangement(
            @Text(max = 64) String person, @Text(max = 40) String occasion) {}

    /** The dates by which a talk is reminded of and due. */
    public record Deadlines(String number, Instant remindAt, Instant dueAt) {}

    /** Occasions that may call for a talk, under the programmes of all colleges. */
    public List<Choice> occasions() {
        return words.choices("occasion", rules.occasions());
    }

    public Deadlines arrange(String caller, Arrangement input) {
        inputs.check(input);
        Person person = people.meant(input.person(), "person");
        String college = university.collegeOf(person.branch()).map(Unit::code).orElse(null);
        if (!mayArrange(caller, college)) {
            throw Refusal.invalid("event-talk.not-yours");
        }
        String programme = programmes.inForce(college, clock.today()).code();
        EventDuty duty = rules.eventDuty(programme, input.occasion())
                .orElseThrow(() -> Refusal.invalid("event-talk.not-in-programme"));
        // Only what the same person arranged: that others did, and why, is for the two alone.
        if (talks.existsByPersonAndOccasionAndArrangedByAndStateIn(
                person.id(), duty.occasion(), caller, Set.of(EventTalk.State.DUE, EventTalk.State.LATE))) {
            throw Refusal.conflict("event-talk.twice");
        }
        EventTalk talk =
                new EventTalk(numbers.next("ET"), person.id(), duty, programme, talker(duty.who(), person, college));
        talk.arranged(person.branch(), college, caller, clock.now());
        String campus = obligations.campusOf(person.branch());
        setDue(talk, clock.daysFrom(clock.now(), duty.withinDays(), campus), campus);
        talks.saveAndFlush(talk);
        return dates(talk);
    }

    private void setDue(EventTalk talk, Instant due, String campus) {
        // The day before: what is to be done within days is not to be reminded of weeks before.
        talk.due(clock.daysBefore(due, 1, campus), due);
    }

    private static Deadlines dates(EventTalk talk) {
        return new Deadlines(talk.number(), talk.remindAt(), talk.dueAt());
    }

    private boolean mayArrange(String caller, String college) {
        Set<String> units = university.unitsAnsweredBy(caller);
        return units.stream()
                .anyMatch(
                        unit -> unit.equals(college) || properties.arrangedBy().contains(unit));
    }

    /** Whoever the table names; where there is none, the branch secretary. Nobody talks to themselves. */
    private String talker(String who, Person person, String college) {
        return switch (who) {
            case "linked-member" -> linked(person, "member-person");
            case "linked-leader" -> linked(person, "leader-person");
            case "unit-head" ->
                first(university.headOf(college == null ? person.branch() : college, Set.of(person.id())));
            default -> secretary(person);
        };
    }

    private String linked(Person person, String relation) {
        return pairs.of(person.id()).stream()
                .filter(pair -> pair.relation().equals(relation) && pair.carrier() != null)
                .map(Pair::carrier)
                .findFirst()
                .orElseGet(() -> secretary(person));
    }

    private String secretary(Person person) {
        return first(university.headOf(person.branch(), Set.of(person.id())));
    }

    private static String first(Answering answering) {
        return answering.people().get(0).id();
    }

    // --- the talker --------------------------------------------------------------------------------------------------

    /** To the talker; to the branch secretary, where the talker has left. */
    public Offer offer(String number) {
        EventTalk talk = talk(number);
        return Offer.to(talkerToday(talk), talk.dueAt(), "event-talk", List.of());
    }

    /** Reads many talks at once, so that the transaction asks for none of them again. */
    public void readAhead(Set<String> numbers) {
        talks.findAllById(numbers);
    }

    /** Whoever talks today is asked from now on. */
    public void placed(String number) {
        EventTalk talk = talk(number);
        talk.talkedToBy(talkerToday(talk));
    }

    private String talkerToday(EventTalk talk) {
        return university.person(talk.talker()).isPresent()
                ? talk.talker()
                : university.person(talk.person()).map(this::secretary).orElse(talk.talker());
    }

    /**
     * That it took place: nothing about what was said.
     *
     * @param way {@code visit}, {@code talk}, {@code remote} or {@code condolence}
     */
    public record Held(LocalDate on, @Text(max = 40) String way) {}

    public void held(String number, String person, Held input) {
        inputs.check(input);
        EventTalk talk = talk(number);
        if (!talk.talker().equals(person)) {
            throw Refusal.notFound("contact.not-found");
        }
        LocalDate arranged = clock.dayOf(talk.arrangedAt());
        if (input.on() == null
                || input.on().isAfter(clock.today())
                || input.on().isBefore(arranged)) {
            throw Refusal.invalid("event-talk.day", arranged);
        }
        talk.held(input.on(), words.chosen("way", input.way(), "way"), clock.now());
    }

    // --- late --------------------------------------------------------------------------------------------------------

    public void late(String number) {
        talk(number).late();
    }

    /** The branch secretary, who is told that a talk is late and not why it was to be held. */
    public Offer offerFollowUp(String number) {
        EventTalk talk = talk(number);
        Instant due = clock.daysFrom(
                talk.dueAt(), days.of(PracticeDays.What.TALK_FOLLOW_UP), obligations.campusOf(talk.branch()));
        return Offer.to(
                university.handlersOf(talk.branch(), Set.of(talk.person(), talk.talker())),
                due,
                "follow-up-talk",
                List.of());
    }

    /**
     * @param missedReason as for a missed contact
     * @param talkMeasure {@code new-day}, {@code take-over} or {@code not-needed}, or another name of one of them
     * @param newDay until when, for the first two
     */
    public record LateTalk(
            @Text(max = 40) String missedReason,
            @Text(max = 40) String talkMeasure,
            LocalDate newDay) {}

    /** @return new dates, or null when the talk is not held */
    public Deadlines followUp(String number, String person, LateTalk input) {
        inputs.check(input);
        EventTalk talk = talk(number);
        String reason = words.chosen("missed-reason", input.missedReason(), "missedReason");
        TalkMeasure measure = new TalkMeasure(words.chosen(TalkMeasure.KIND, input.talkMeasure(), "talkMeasure"));
        talk.followedUp(reason, measure.code(), person, clock.now());
        if (measure.isNotNeeded()) {
            talk.notHeld(clock.now());
            return null;
        }
        LocalDate today = clock.today();
        if (input.newDay() == null
                || !input.newDay().isAfter(today)
                || input.newDay().isAfter(today.plusDays(60))) {
            throw Refusal.invalid("contact.new-day");
        }
        if (measure.isTakingOver()) {
            talk.talkedToBy(person);
        }
        setDue(talk, clock.closeOf(input.newDay()), obligations.campusOf(talk.branch()));
        return dates(talk);
    }

    EventTalk talk(String number) {
        return talks.findById(number).orElseThrow(() -> Refusal.notFound("contact.not-found"));
    }
}
