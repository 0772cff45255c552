package org.shangda.work;

import java.util.function.BinaryOperator;
import org.shangda.refusal.Sentences;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/**
 * What a piece of work is called. Handling is called after its level, so that a level which only a school's own diagram and
 * tables know has a name in everybody's list; every other kind has a sentence under {@code work.<code>}. A word of the kind
 * {@code task}, for the level or for the work, goes before both.
 */
@Component
public class WorkTitles {

    private static final String HANDLE = "handle.";

    private final Sentences sentences;
    private final Words words;

    WorkTitles(Sentences sentences, Words words) {
        this.sentences = sentences;
        this.words = words;
    }

    /** In the language of the present request. @param what as in {@link Offer#what} */
    public String of(String what) {
        return title(what, words::label, sentences::of);
    }

    /** What a task is called: as its element in the diagram says, where that follows a template. */
    public String of(Work work, Offer offer) {
        String beside = work.setting(Sentences.language().getLanguage() + ".name");
        String named = beside.isEmpty() ? work.setting("name") : beside;
        return named.isEmpty() ? of(offer.what()) : named;
    }

    public String inChinese(String what) {
        return title(what, words::inChinese, sentences::inChinese);
    }

    private String title(String what, BinaryOperator<String> word, Sentence sentence) {
        boolean handling = what.startsWith(HANDLE);
        String code = handling ? what.substring(HANDLE.length()) : what;
        if (words.knows("task", code)) {
            return word.apply("task", code);
        }
        if (handling) {
            return sentence.of("work.handle", word.apply("level", code));
        }
        return sentences.knows("work." + what) ? sentence.of("work." + what) : what;
    }

    private interface Sentence {
        String of(String code, Object... arguments);
    }
}
