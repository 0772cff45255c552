package org.shangda.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.concern.ConcernLists;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What forms about contacts offer to choose from, under the names of the table of words. */
@Component
public class ContactLists implements WordKinds {

    private final Words words;
    private final ConcernLists concerns;

    ContactLists(Words words, ConcernLists concerns) {
        this.words = words;
        this.concerns = concerns;
    }

    /** For whoever registers contacts and may raise a concern with one: by the names under which the form asks for them. */
    public Map<String, Object> registering(String person) {
        Map<String, Object> lists = new HashMap<>(concerns.raising(person));
        lists.put("ways", ways());
        lists.put("topicChoices", words.choices("topic"));
        lists.put("actionChoices", words.choices("action"));
        return lists;
    }

    public List<Choice> ways() {
        return words.choices("way");
    }

    public List<Choice> missedReasons() {
        return words.choices("missed-reason");
    }

    public List<Choice> missedMeasures() {
        return words.choices(MissedMeasure.KIND);
    }

    public List<Choice> talkMeasures() {
        return words.choices(TalkMeasure.KIND);
    }

    @Override
    public List<WordKind> wordKinds() {
        return List.of(
                MissedMeasure.KIND,
                TalkMeasure.KIND,
                WordKind.fixed("missed", "advice", "duty"),
                WordKind.any("way"),
                WordKind.any("topic"),
                WordKind.any("action"),
                WordKind.any("missed-reason"),
                WordKind.any("occasion"),
                WordKind.any("duty"));
    }
}
