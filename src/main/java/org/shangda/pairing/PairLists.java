package org.shangda.pairing;

import java.util.List;
import org.shangda.programme.DutyRules;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What forms about pairs offer to choose from, under the names of the table of words. */
@Component
public class PairLists implements WordKinds {

    private final Words words;
    private final DutyRules rules;

    PairLists(Words words, DutyRules rules) {
        this.words = words;
        this.rules = rules;
    }

    public List<Choice> relations() {
        return words.choices(Relation.KIND);
    }

    /** Of all programmes: which of them a college knows is said when a wave is planned. */
    public List<Choice> categories() {
        return words.choices("group", rules.categories());
    }

    /** Why a pair may be ended by hand. */
    public List<Choice> endReasons() {
        return words.choices(Reason.KIND).stream()
                .filter(choice -> Reason.mayBeChosen(choice.value()))
                .toList();
    }

    /** @throws Refusal when it is none of {@link #endReasons} */
    String endReason(String code) {
        return endReasons().stream()
                .map(Choice::value)
                .filter(offered -> offered.equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown("endReason"));
    }

    @Override
    public List<WordKind> wordKinds() {
        return List.of(Relation.KIND, Reason.KIND, WordKind.any("group"));
    }
}
