package org.shangda.concern;

import java.util.List;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.Rules;
import org.shangda.university.Person;
import org.shangda.university.Signing;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Who signs what leaves a unit: by the post that the table names, never by the order of staff numbers. */
@Component
class Signers {

    private final Rules rules;
    private final University university;

    Signers(Rules rules, University university) {
        this.rules = rules;
        this.university = university;
    }

    /** Staff numbers; any one of them. Nobody signs for the university's leader who is in charge. */
    List<String> of(Handling handling) {
        if (rules.levelUnit(handling.situation()).filter(LineLeaders::answer).isPresent()) {
            return handling.asked().people();
        }
        Signing post = Signing.of(rules.deadline(handling.situation())
                .map(LevelDeadline::signedBy)
                .orElse(null));
        return university
                .signersOf(handling.answeringUnit(), handling.concern().peopleAside(university), post)
                .people()
                .stream()
                .map(Person::id)
                .toList();
    }
}
