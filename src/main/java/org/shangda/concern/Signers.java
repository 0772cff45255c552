package org.shangda.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.Rules;
import org.shangda.refusal.Sentences;
import org.shangda.university.Answering;
import org.shangda.university.InPlace;
import org.shangda.university.Person;
import org.shangda.university.Signing;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Who signs what leaves a unit: by the post that the table names, never by the order of staff numbers. */
@Component
class Signers {

    private final Rules rules;
    private final University university;
    private final Labels labels;
    private final Sentences say;
    private final Together together;

    Signers(Rules rules, University university, Labels labels, Sentences say, Together together) {
        this.rules = rules;
        this.university = university;
        this.labels = labels;
        this.say = say;
        this.together = together;
    }

    /**
     * Staff numbers; any one of them. Nobody signs for the university's leader who is in charge.
     *
     * @return empty where nobody may: it then stays with whoever proposed it
     */
    List<String> of(Handling handling) {
        if (leadersAnswer(handling)) {
            return handling.asked().people();
        }
        return today(handling)
                .map(Answering::people)
                .map(people -> people.stream().map(Person::id).toList())
                .orElse(List.of());
    }

    /** @return {@code vacant} where nobody may sign, {@code on-leave} where those who may are on leave, else null */
    String obstacle(Handling handling) {
        List<String> signing = of(handling);
        if (signing.isEmpty()) {
            return "vacant";
        }
        return signing.stream().allMatch(university::isAway) ? "on-leave" : null;
    }

    /** 代签: the unit whose people sign in the place of the one that answers; empty where it signs itself, or nobody does. */
    Optional<String> inPlaceOf(Handling handling) {
        return leadersAnswer(handling)
                ? Optional.empty()
                : today(handling)
                        .map(signing -> signing.unit().code())
                        .filter(unit -> !unit.equals(handling.answeringUnit()));
    }

    /** What whoever is asked to sign is told of it; empty where the unit signs itself. */
    String note(Handling handling) {
        String unit = labels.name(handling.answeringUnit());
        if (of(handling).isEmpty()) {
            return say.of("handling.nobody-signs", unit);
        }
        return inPlaceOf(handling)
                .map(other -> say.of("step.signed-for", unit, labels.inPlace(other)))
                .orElse("");
    }

    /** Those of them who sign in the place of somebody on leave, and in whose. */
    Map<String, InPlace> deputies(Handling handling) {
        return leadersAnswer(handling)
                ? Map.of()
                : today(handling).map(Answering::inPlace).orElse(Map.of());
    }

    private boolean leadersAnswer(Handling handling) {
        return rules.levelUnit(handling.situation()).filter(LineLeaders::answer).isPresent();
    }

    private Optional<Answering> today(Handling handling) {
        Signing post = Signing.of(rules.deadline(handling.situation())
                .map(LevelDeadline::signedBy)
                .orElse(null));
        // Nobody signs what they have written themselves, only because they stand in for who would sign it.
        Set<String> author = Stream.ofNullable(handling.proposal().by()).collect(Collectors.toSet());
        return university.signersOf(handling.answeringUnit(), together.peopleAside(handling), author, post);
    }
}
