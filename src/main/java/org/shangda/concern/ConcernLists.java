package org.shangda.concern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms about concerns offer to choose from: as much as the domain takes, under the names of the table of words. */
@Service
@Transactional(readOnly = true)
public class ConcernLists implements WordKinds {

    private final Words words;
    private final Rules rules;
    private final Programmes programmes;
    private final University university;
    private final LevelClock clock;
    private final DutyTelephones duty;

    ConcernLists(
            Words words,
            Rules rules,
            Programmes programmes,
            University university,
            LevelClock clock,
            DutyTelephones duty) {
        this.words = words;
        this.rules = rules;
        this.programmes = programmes;
        this.university = university;
        this.clock = clock;
        this.duty = duty;
    }

    /** For whoever raises a concern: by the names under which the forms ask for the lists. */
    public Map<String, Object> raising(String person) {
        Map<String, Object> lists = new HashMap<>(Map.of(
                "types", words.choices(ConcernType.KIND),
                "categories", categories(person),
                "travels", words.choices(Travel.KIND),
                "consentWays", words.choices("consent")));
        lists.putAll(duty.shown(person));
        return lists;
    }

    /** The same for whoever collects, with where it was heard. */
    public Map<String, Object> collecting(String person) {
        Map<String, Object> lists = raising(person);
        lists.put("channels", words.choices("collected"));
        return lists;
    }

    /** How an answer may be rated, and why it does not satisfy. */
    public Map<String, Object> rating() {
        return Map.of("ratings", words.choices(Rating.GIVEN), "reasons", words.choices("reason"));
    }

    @Override
    public List<WordKind> wordKinds() {
        return List.of(
                ConcernType.KIND,
                Travel.KIND,
                Rating.KIND,
                WordKind.named(
                        "measure",
                        Stream.concat(
                                        SupervisionService.KIND.acted().stream(),
                                        Stream.of("moved-by-itself", "received", "lapsed"))
                                .toArray(String[]::new)),
                WordKind.fixed("supervision-reason", "overdue", "not-received", "not-decided"),
                WordKind.fixed("answer-decision", "pass-on", "question"),
                Closings.SETTLED,
                Ruling.KIND,
                Closings.CHECK,
                CallBackService.WHETHER_REACHED,
                CallBackService.PROMISE,
                WordKind.any("category"),
                WordKind.any("consent"),
                WordKind.any("collected"),
                WordKind.any("reason"),
                WordKind.any("channel"),
                WordKind.any("exit"),
                WordKind.any("reminder"));
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
