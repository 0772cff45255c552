package org.shangda.pairing;

import java.util.Arrays;
import java.util.List;
import org.shangda.programme.DutyRules;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What forms about pairs offer to choose from, under the names of the table of words. */
@Component
public class PairLists {

    private final Words words;
    private final DutyRules rules;

    PairLists(Words words, DutyRules rules) {
        this.words = words;
        this.rules = rules;
    }

    public List<Choice> relations() {
        return words.choices(
                "relation", Arrays.stream(Relation.values()).map(Relation::code).toList());
    }

    /** Of all programmes: which of them a college knows is said when a wave is planned. */
    public List<Choice> categories() {
        return words.choices("group", rules.categories());
    }

    /** Why a pair may be ended by hand. */
    public List<Choice> endReasons() {
        return words.choices(
                "pair-reason", Reason.CHOSEN.stream().map(Reason::code).toList());
    }
}
