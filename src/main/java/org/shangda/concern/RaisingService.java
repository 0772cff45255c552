package org.shangda.concern;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.shangda.attachment.Attachments;
import org.shangda.numbering.CaseNumbers;
import org.shangda.numbering.Submissions;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A concern is raised: by a colleague, or by a Party member for a colleague who consented (Z03, Z24). */
@Service
@Transactional
public class RaisingService {

    private final Concerns concerns;
    private final Steps steps;
    private final ConcernProcess process;
    private final Rules rules;
    private final Programmes programmes;
    private final University university;
    private final People people;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;
    private final CaseNumbers numbers;
    private final Submissions submissions;
    private final Attachments attachments;

    RaisingService(
            Concerns concerns,
            Steps steps,
            ConcernProcess process,
            Rules rules,
            Programmes programmes,
            University university,
            People people,
            LevelClock clock,
            Inputs inputs,
            Words words,
            CaseNumbers numbers,
            Submissions submissions,
            Attachments attachments) {
        this.concerns = concerns;
        this.steps = steps;
        this.process = process;
        this.rules = rules;
        this.programmes = programmes;
        this.university = university;
        this.people = people;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
        this.numbers = numbers;
        this.submissions = submissions;
        this.attachments = attachments;
    }

    /**
     * Raises a concern and sends it on its way.
     *
     * @param key the caller's idempotency key: a second call with the same key gives the first one's number
     * @return the concern's number
     * @throws Refusal {@code concern.key-used} when the key stands for something else
     */
    public String raise(String person, RaiseConcern input, String key) {
        if (key == null || key.isBlank() || key.length() > 100) {
            throw Refusal.invalid("concern.key-missing");
        }
        Optional<String> before = raisedWith(person, key, input);
        if (before.isPresent()) {
            return before.get();
        }
        Concern concern = store(person, input, key);
        // Another request with the same key waits here, before it does everything a second time.
        concerns.flush();
        process.setOut(departure(concern));
        return concern.number();
    }

    /**
     * As {@link #raise}, for what comes over the API: it may have come through the form a moment ago, or under another key.
     *
     * @throws Refusal {@code text.sent-just-now} when the same person sent the same less than two minutes ago
     */
    public String receive(String person, RaiseConcern input, String key) {
        Optional<String> same = submissions.startedBy(person, input);
        if (key != null && raisedWith(person, key, input).isEmpty()) {
            same.ifPresent(number -> {
                throw Refusal.conflict("text.sent-just-now", number);
            });
        }
        String number = raise(person, input, key);
        submissions.started(person, input, number);
        return number;
    }

    /**
     * Stores a concern whose way is about to be started by a start form, in the same transaction. The form has no key of the
     * caller's own; a second click is told by its content before it comes here.
     */
    public ConcernProcess.Departure store(String person, RaiseConcern input) {
        return departure(store(person, input, null));
    }

    /**
     * 附议: raises what joins another one, and sends it to where that one is.
     *
     * @param key of the joining: nobody joins the same one twice
     * @param visit at which the other one is
     * @throws Refusal {@code join.twice} when this person has joined there before, whatever has become of theirs
     */
    String joining(String person, RaiseConcern input, String key, Long visit) {
        if (concerns.findByRaisingRaisedByAndRaisingIdempotencyKey(person, key).isPresent()) {
            throw Refusal.conflict("join.twice");
        }
        Concern concern = store(person, input, key);
        concern.raising().joins(visit);
        concerns.flush();
        process.setOut(departure(concern));
        return concern.number();
    }

    /**
     * The number that a caller's key stands for, if it was used before.
     *
     * @throws Refusal {@code concern.key-used} when it stands for something else
     */
    private Optional<String> raisedWith(String person, String key, RaiseConcern input) {
        return concerns.findByRaisingRaisedByAndRaisingIdempotencyKey(person, key)
                .map(concern -> {
                    concern.raising().requireSame(input.digest());
                    return concern.number();
                });
    }

    private static ConcernProcess.Departure departure(Concern concern) {
        return new ConcernProcess.Departure(
                concern.number(),
                concern.raising().type().asked(),
                concern.raising().category(),
                concern.isHazard(),
                concern.raising().forAnother());
    }

    private Concern store(String person, RaiseConcern input, String key) {
        inputs.check(input);
        Person raiser = university.person(person).orElseThrow(() -> Refusal.invalid("concern.not-on-the-roster"));
        words.chosen(Travel.KIND, input.travel(), "travel");
        return store(raiser, colleague(raiser, input), input, null, key);
    }

    /**
     * Stores a matter that was collected; whoever may collect needs no Party membership for it.
     *
     * @param colleague whose it is; the collector where nobody is named
     * @param key of the matter: nobody collects it twice
     */
    ConcernProcess.Departure collected(
            Person collector, Person colleague, RaiseConcern input, String channel, String key) {
        inputs.check(input);
        if (!colleague.id().equals(collector.id())) {
            requireConsent(input);
            words.chosen(Travel.KIND, input.travel(), "travel");
        }
        return departure(store(collector, colleague, input, channel, key));
    }

    private Concern store(Person raiser, Person colleague, RaiseConcern input, String channel, String key) {
        Unit branch = university.unit(colleague.branch()).orElseThrow(() -> Refusal.invalid("concern.without-branch"));
        String college = university.collegeOf(branch.code()).map(Unit::code).orElse(null);
        String programme = programmes.inForce(college, clock.today()).code();
        if (!rules.categories(programme).contains(input.category())) {
            throw Inputs.unknown("category");
        }
        words.chosen(ConcernType.KIND, input.type(), "type");
        StandAside aside = standAside(input.standAside());
        Concern concern = new Concern(numbers.next(ConcernWay.NUMBERED), input, aside, clock.now());
        concern.raising().by(raiser.id(), colleague.id(), input);
        concern.raising().collectedFrom(channel);
        concern.raising().startsAt(programme, branch.code(), college, branch.campus());
        if (!concern.mayTravel() && nobodyLeft(branch, aside, colleague.id())) {
            throw Refusal.invalid(
                    nobodyLeft(branch, StandAside.NOBODY, colleague.id())
                            ? "concern.first-receiver-away"
                            : "concern.first-receiver-stands-aside");
        }
        concern.raising().once(key, input.digest());
        concerns.save(concern);
        attachments.add(raiser.id(), input.files(), concern.number());
        Step raised = Step.of(concern, Step.Kind.RAISED, concern.raising().raisedAt())
                .unit(branch.code())
                .by(raiser.id());
        steps.save(
                channel != null
                        ? raised.collectedFrom(channel)
                        : raised.code(
                                concern.raising().forAnother()
                                        ? concern.raising().consentWay()
                                        : null));
        return concern;
    }

    private boolean nobodyLeft(Unit branch, StandAside aside, String colleague) {
        Set<String> people = new HashSet<>(aside.everybody(university));
        people.add(colleague);
        return aside.units().contains(branch.code())
                || !Asked.withinTheUnit(
                                notInPlace -> university.handlersOf(branch.code(), people, notInPlace), university)
                        .unit()
                        .code()
                        .equals(branch.code());
    }

    /** A Party member may raise it for a colleague whose consent is on record. */
    private Person colleague(Person raiser, RaiseConcern input) {
        if (input.colleague() == null || input.colleague().isBlank()) {
            return raiser;
        }
        Person colleague = named(input.colleague());
        if (colleague.id().equals(raiser.id())) {
            return raiser;
        }
        if (!raiser.partyMember()) {
            throw Refusal.invalid("concern.only-members-raise-for-others");
        }
        requireConsent(input);
        return colleague;
    }

    private void requireConsent(RaiseConcern input) {
        if (input.consentOn() == null
                || input.consentOn().isAfter(clock.today())
                || input.consentOn().isBefore(clock.today().minusYears(1))) {
            throw Refusal.invalid("concern.consent-day");
        }
        if (input.consentWay() == null || !words.codes("consent").contains(input.consentWay())) {
            throw Refusal.invalid("concern.consent-way");
        }
    }

    /** The one person whom a user means. */
    Person named(String text) {
        return people.meant(text, "colleague");
    }

    private StandAside standAside(String typed) {
        if (typed == null || typed.isBlank()) {
            return StandAside.NOBODY;
        }
        Set<String> persons = new HashSet<>();
        Set<String> units = new HashSet<>();
        for (String name : typed.strip().split("[、,,;;\\s]+")) {
            if (name.isEmpty()) {
                continue;
            }
            University.Named named = university.named(name);
            if (named.units().isEmpty()) {
                persons.add(People.one(named.people(), name).id());
            } else {
                units.add(People.one(named.units(), name).code());
            }
        }
        if (persons.size() + units.size() > 10) {
            throw Refusal.invalid("concern.too-many-stand-aside");
        }
        return new StandAside(Set.copyOf(persons), Set.copyOf(units));
    }
}
