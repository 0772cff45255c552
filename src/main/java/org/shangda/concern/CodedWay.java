package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has happened to a concern, in codes: for whoever looks after the product. Nothing that somebody wrote, chose for
 * themselves or was told, and nobody who did it.
 */
@Service
@Transactional(readOnly = true)
public class CodedWay {

    private final Steps steps;
    private final StepWords words;

    CodedWay(Steps steps, StepWords words) {
        this.steps = steps;
        this.words = words;
    }

    /**
     * One step.
     *
     * @param level code; null where it belongs to none
     * @param unit code of the unit that answered; null where none did
     * @param code what happened, and how where that is an office's decision, as {@code exit/pass-up}
     * @param label the same in words
     */
    public record Happened(Instant at, String level, String unit, String code, String label) {}

    /** @return in order; empty where there is no concern of that number */
    public List<Happened> of(String number) {
        return steps.findByNumberOrderById(number).stream()
                .map(step -> new Happened(step.at(), step.level(), step.unit(), StepWords.code(step), words.bare(step)))
                .toList();
    }
}
