package org.shangda.concern;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Situation;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.University;

/**
 * Whom a handling waits for.
 *
 * @param unit code of the unit that answers
 * @param people staff numbers, at least one
 * @param whole whether these are all the handlers of the unit
 * @param vacantSince since when nobody has held a post of the unit whose work it is, so that another one answers for it;
 *     null while somebody does
 */
@Embeddable
record Asked(
        String unit, @Convert(converter = CodeList.class) List<String> people, boolean whole, Instant vacantSince) {

    /**
     * Who answers by a level's rule and today's roster, with who stands in for whom.
     *
     * @param aside staff numbers of those who stand aside
     */
    static Answering answering(
            Concern concern,
            Situation situation,
            LevelUnit rule,
            String unit,
            University university,
            Set<String> aside) {
        if (LineLeaders.answer(rule)) {
            return LineLeaders.answering(concern, situation, unit, university);
        }
        Function<Set<String>, Answering> asked = rule.handledBy().equals("head")
                ? notInPlace -> university.headOf(unit, aside, notInPlace)
                : notInPlace -> university.handlersOf(unit, aside, notInPlace);
        return concern.mayTravel() ? asked.apply(Set.of()) : withinTheUnit(asked, university);
    }

    /** What is for its first receiver alone is for nobody of another unit, not even in somebody's place. */
    static Answering withinTheUnit(Function<Set<String>, Answering> asked, University university) {
        Answering anybody = asked.apply(Set.of());
        Set<String> outsiders = anybody.inPlace().keySet().stream()
                .filter(person -> university.officesOf(person).stream()
                        .noneMatch(office -> office.unit().equals(anybody.unit().code())))
                .collect(Collectors.toSet());
        return outsiders.isEmpty() ? anybody : asked.apply(outsiders);
    }

    /** And one more of the same unit. */
    Asked and(String person) {
        return new Asked(unit, Stream.concat(people.stream(), Stream.of(person)).toList(), false, vacantSince);
    }

    /** The same people, in the place of a unit without anybody. */
    Asked vacantSince(Instant moment) {
        return new Asked(unit, people, whole, moment);
    }

    /** @param person null where nobody has received it */
    boolean includes(String person) {
        return person != null && people.contains(person);
    }

    boolean vacant() {
        return vacantSince != null;
    }

    /** One of those who answer for the unit, alone. */
    Asked only(String person) {
        return new Asked(unit, List.of(person), false, vacantSince);
    }

    static Asked of(Answering answering) {
        return new Asked(
                answering.unit().code(),
                answering.people().stream().map(Person::id).toList(),
                answering.whole(),
                null);
    }
}
