package org.shangda.concern;

import java.util.List;
import java.util.Objects;
import org.shangda.concern.ConcernPages.Other;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Sentences;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What whoever works on a visit is told of it: by which clause it is theirs, and whether others are answered with it. */
@Component
class WhyHere {

    /** So many characters of each are on the form. */
    private static final int STORY = 300;

    private final Together together;
    private final Words words;
    private final Sentences say;

    WhyHere(Together together, Words words, Sentences say) {
        this.together = together;
        this.words = words;
        this.say = say;
    }

    /** Whoever is asked for the one that leads may read each of them: it has come to their unit, and they stand aside in none. */
    List<Other> others(Handling at) {
        return together.waitingFor(at).stream()
                .map(one -> new Other(
                        one.concern().number(),
                        one.concern().raising().title(),
                        Objects.requireNonNullElse(one.concern().raising().place(), ""),
                        begun(one.concern().raising().description())))
                .toList();
    }

    private static String begun(String story) {
        String beginning = Inputs.shortened(story, STORY);
        return beginning.length() < story.length() ? beginning + "……" : story;
    }

    String of(Handling at) {
        int others = together.waitingFor(at).size();
        String because = say.of("handling.because", words.clause(at.clause() == null ? "" : at.clause()));
        return others == 0 ? because : because + "\n\n**" + say.of("handling.together", others + 1) + "**";
    }
}
