package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** What offices have written, for a meeting that does not need to know whose concerns it hears. */
@Component
class WithoutNames {

    private final University university;
    private final Sentences say;

    WithoutNames(University university, Sentences say) {
        this.university = university;
        this.say = say;
    }

    /** In Chinese, as offices write; null of null. @param concerns those whose colleagues may be named in it, or who has raised it for them */
    String of(String text, Collection<Concern> concerns) {
        if (text == null) {
            return null;
        }
        String unnamed = text;
        for (Concern concern : concerns) {
            Raising raising = concern.raising();
            for (String person : List.of(raising.colleague(), raising.raisedBy())) {
                unnamed = unnamed.replace(university.nameOf(person), say.inChinese("concern.follower"));
            }
        }
        return unnamed;
    }
}
