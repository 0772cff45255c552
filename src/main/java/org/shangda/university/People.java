package org.shangda.university;

import java.util.List;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The one person whom a user means who types a staff number, a full name, or both as forms show them: 陈宇(chenyu). */
@Component
public class People {

    /** A pasted cell may hold pages, which no sentence should quote. */
    private static final int LONGEST = 200;

    private final University university;

    People(University university) {
        this.university = university;
    }

    /**
     * @param field in which it was typed
     * @throws Refusal when nobody is meant, or more than one
     */
    public Person meant(String typed, String field) {
        if (typed == null || typed.isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label(field));
        }
        if (typed.length() > LONGEST) {
            throw Refusal.invalid("text.too-long", Inputs.label(field), LONGEST);
        }
        return one(university.named(typed).people(), typed);
    }

    /** @throws Refusal when there is none, or more than one */
    public static <T> T one(List<T> found, String typed) {
        if (found.isEmpty()) {
            throw Refusal.invalid("university.name-unknown", typed.strip());
        }
        if (found.size() > 1) {
            throw Refusal.invalid("university.name-ambiguous", typed.strip());
        }
        return found.get(0);
    }
}
