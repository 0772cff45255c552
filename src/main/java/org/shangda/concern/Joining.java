package org.shangda.concern;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.Rules;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Text;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 附议: a colleague joins a concern of somebody else that is worked on. They read neither what it says nor whose it is, and what
 * they raise is a concern of their own, which is handled together with the other one from the start (adr/0066).
 */
@Service
@Transactional
public class Joining {

    private static final String OWN_BRANCH = "own-branch";

    /** Levels to which a concern comes from its branch without anybody's decision in between. */
    private static final Set<String> ON_THE_WAY = Set.of(OWN_BRANCH, "own-college", "routed");

    /** So many are shown. */
    private static final int SHOWN = 10;

    /** So many are looked at, the nearest first. */
    private static final Limit LOOKED_AT = Limit.of(200);

    /**
     * What everybody may read of a concern that may be joined.
     *
     * @param visit to be named when joining; it says nothing else
     * @param place where it is, no closer than whoever asks has named it; empty where either has named none
     * @param samePlace whether it is where theirs is
     * @param concerns how many are handled together there
     */
    public record Open(Long visit, String category, String place, boolean samePlace, String level, int concerns) {}

    /** What somebody looks for. @param place where theirs is, in words; null or empty for all of the category */
    private record Sought(@Text(max = 100, required = false) String place) {}

    /**
     * What somebody fills in to join.
     *
     * @param words in their own words; empty where they have nothing to add
     * @param travel how their own name travels
     * @param agrees that theirs is handled together with others, at the unit where those are
     * @param place where theirs is, in words
     * @param files ids of files that the person has uploaded and not used yet
     */
    public record Join(
            @Text(max = 20_000, required = false) String words,
            @Text(max = 40) String travel,
            Boolean agrees,
            @Text(max = 100, required = false) String place,
            List<@Text(max = 64) String> files) {}

    private final Handlings handlings;
    private final Together together;
    private final RaisingService raising;
    private final Reach reach;
    private final Rules rules;
    private final University university;
    private final Inputs inputs;
    private final Labels labels;
    private final Sentences say;

    Joining(
            Handlings handlings,
            Together together,
            RaisingService raising,
            Reach reach,
            Rules rules,
            University university,
            Inputs inputs,
            Labels labels,
            Sentences say) {
        this.handlings = handlings;
        this.together = together;
        this.raising = raising;
        this.reach = reach;
        this.rules = rules;
        this.university = university;
        this.inputs = inputs;
        this.labels = labels;
        this.say = say;
    }

    /**
     * Those of a category that a person may join: first those at the same place, then those that name none; ten at most. What is
     * at another place is another matter.
     *
     * @param place where theirs is, in words, at most 100 characters; null or empty for all of the category
     */
    @Transactional(readOnly = true)
    public List<Open> open(String person, String category, String place) {
        inputs.check(new Sought(place));
        String named = Objects.requireNonNullElse(place, "").strip();
        Reach.Reader reader = reach.reader(person);
        Set<String> near = near(person);
        return handlings.open(category, named.toLowerCase(Locale.ROOT), near, LOOKED_AT).stream()
                .filter(visit -> mayJoin(visit, person, reader))
                .sorted(Comparator.comparing((Handling visit) -> !near.contains(visit.unit()))
                        .thenComparing(Handling::id, Comparator.reverseOrder()))
                .map(visit -> open(visit, named))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Open::samePlace).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** Empty where all that is handled there is somewhere else. */
    private Optional<Open> open(Handling visit, String named) {
        List<Handling> all = together.all(visit);
        // A room is as good as a name: where that is withheld, nobody finds it out by naming rooms.
        List<String> places = all.stream()
                .map(Handling::concern)
                .filter(one -> one.travel().isNamed())
                .map(one -> one.raising().place())
                .filter(Objects::nonNull)
                .toList();
        String place = places.stream()
                .map(one -> asFarAsNamed(one, named))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        if (!named.isEmpty() && !places.isEmpty() && place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Open(
                visit.id(),
                labels.of("category", visit.concern().raising().category()),
                place,
                !place.isEmpty(),
                labels.of("level", visit.level()),
                all.size()));
    }

    /** Who names a building does not read the room, since that says whose it is. */
    private static String asFarAsNamed(String place, String named) {
        if (SamePlace.isAround(named, place)) {
            return named;
        }
        return SamePlace.isAround(place, named) ? place : "";
    }

    /** The person's branch and college. */
    private Set<String> near(String person) {
        String branch = university.person(person).map(Person::branch).orElse("");
        return university
                .collegeOf(branch)
                .map(college -> Set.of(branch, college.code()))
                .orElse(Set.of(branch));
    }

    /**
     * @return the number of the concern that the person has by that
     * @throws Refusal {@code join.gone} when there is none that this person may join, whatever the reason
     */
    public String join(String person, long visit, Join join) {
        inputs.check(join);
        if (!Boolean.TRUE.equals(join.agrees())) {
            throw Refusal.invalid("join.consent");
        }
        Handling leading = handlings
                .findById(visit)
                .filter(one -> mayJoin(one, person, reach.reader(person)))
                .orElseThrow(() -> Refusal.notFound("join.gone"));
        Person raiser = university.person(person).orElseThrow();
        if (new Travel(join.travel()).staysWithTheFirstReceiver()
                && !leading.answeringUnit().equals(raiser.branch())) {
            throw Refusal.invalid("join.stays-with-first");
        }
        Raising other = leading.concern().raising();
        String category = labels.of("category", other.category());
        String words = Inputs.blankToNull(join.words());
        RaiseConcern own = new RaiseConcern(
                other.type().code(),
                other.category(),
                say.of("join.title", category),
                words == null ? say.of("join.words", category) : words,
                join.travel(),
                null,
                null,
                null,
                null,
                join.place(),
                join.files());
        return raising.joining(person, own, "join-" + visit, visit);
    }

    /** Nothing of this tells why not. */
    private boolean mayJoin(Handling leading, String person, Reach.Reader reader) {
        Concern concern = leading.concern();
        return leading.stage().equals(Merging.STAGE)
                && leading.terms().ledBy() == null
                && Together.inHand(leading)
                && concern.state() == Concern.State.OPEN
                && !concern.isHazard()
                && concern.mayTravel()
                && comesBy(leading, person)
                && !leading.asked().people().contains(person)
                && together.supervisedWithout(leading, Set.of(person))
                && allMayBeJoined(leading, person, reader);
    }

    /** In one's own branch no name that is withheld can be guessed. */
    private boolean allMayBeJoined(Handling leading, String person, Reach.Reader reader) {
        List<Handling> all = together.all(leading);
        boolean named = rule(leading).equals(OWN_BRANCH);
        return all.size() < Merging.MOST
                && all.stream()
                        .map(Handling::concern)
                        .allMatch(one -> one.mayTravel()
                                && !one.raising().concerns(person)
                                && !reader.standsAside(one)
                                && (one.travel().isNamed() || !named));
    }

    private String rule(Handling leading) {
        return rules.levelUnit(leading.situation())
                .map(one -> one.rule())
                .filter(ON_THE_WAY::contains)
                .orElse("");
    }

    /** A concern of this person's own would come there. */
    private boolean comesBy(Handling leading, String person) {
        Person raiser = university.person(person).orElse(null);
        String rule = rule(leading);
        if (raiser == null || raiser.branch() == null || rule.isEmpty()) {
            return false;
        }
        return switch (rule) {
            case OWN_BRANCH -> leading.unit().equals(raiser.branch());
            case "own-college" ->
                Objects.equals(
                        leading.unit(),
                        university.collegeOf(raiser.branch()).map(Unit::code).orElse(null));
            default -> true;
        };
    }
}
