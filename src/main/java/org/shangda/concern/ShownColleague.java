package org.shangda.concern;

import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Whose a concern is, as far as it is shown: the name, and how to reach whoever bears it. */
@Component
class ShownColleague {

    private final University university;
    private final Labels labels;

    ShownColleague(University university, Labels labels) {
        this.university = university;
        this.labels = labels;
    }

    /**
     * @param name or that it is withheld
     * @param unit that the colleague works in; empty where the name is withheld
     * @param telephone empty where the name is withheld, or where there is none on the roster
     */
    record Whose(String name, String unit, String telephone) {}

    /** @param unit for which somebody reads it; null for who follows it */
    Whose of(Concern concern, String unit) {
        String name = labels.colleague(concern, unit);
        if (unit != null && !concern.nameShownTo(unit)) {
            return new Whose(name, "", "");
        }
        String colleague = concern.raising().colleague();
        return new Whose(
                name,
                university.nameOfUnit(concern.raising().branch()),
                university.person(colleague).map(Person::telephone).orElse(""));
    }
}
