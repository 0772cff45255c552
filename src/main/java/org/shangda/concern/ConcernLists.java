package org.shangda.concern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms about concerns offer to choose from: as much as the domain takes, under the names of the table of words. */
@Service
@Transactional(readOnly = true)
public class ConcernLists {

    private final Words words;
    private final Rules rules;
    private final Programmes programmes;
    private final University university;
    private final LevelClock clock;

    ConcernLists(Words words, Rules rules, Programmes programmes, University university, LevelClock clock) {
        this.words = words;
        this.rules = rules;
        this.programmes = programmes;
        this.university = university;
        this.clock = clock;
    }

    /** For whoever raises a concern: by the names under which the forms ask for the lists. */
    public Map<String, Object> raising(String person) {
        return new HashMap<>(Map.of(
                "types", types(),
                "categories", categories(person),
                "travels", words.choices("travel", Travel.codes()),
                "consentWays", words.choices("consent")));
    }

    /** The same for whoever collects, with where it was heard. */
    public Map<String, Object> collecting(String person) {
        Map<String, Object> lists = raising(person);
        lists.put(
                "channels",
                words.choices(
                        "collected",
                        Arrays.stream(CollectedFrom.values())
                                .map(CollectedFrom::code)
                                .toList()));
        return lists;
    }

    /** How an answer may be rated, and why it does not satisfy. */
    public Map<String, Object> rating() {
        return Map.of(
                "ratings",
                words.choices(
                        "rating",
                        Arrays.stream(Rating.values())
                                .filter(rating -> rating != Rating.UNRATED)
                                .map(Rating::code)
                                .toList()),
                "reasons",
                words.choices("reason"));
    }

    private List<Choice> types() {
        return words.choices(
                "type",
                Arrays.stream(ConcernType.values()).map(ConcernType::code).toList());
    }

    /** Those that lead somewhere under the programme of the person's college. */
    private List<Choice> categories(String person) {
        String college = university
                .person(person)
                .map(Person::branch)
                .flatMap(university::collegeOf)
                .map(Unit::code)
                .orElse(null);
        return words.choices(
                "category",
                rules.categories(programmes.inForce(college, clock.today()).code()));
    }
}
