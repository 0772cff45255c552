package org.shangda.concern;

import java.util.List;
import org.shangda.words.Choice;

/**
 * What a form asks and shows of an answer beside its words.
 *
 * @param settledChoices what may become of the matter; empty where no answer from here says so
 * @param checkChoices what is checked before an answer leaves; empty where nothing is
 * @param settled code chosen last, empty before
 * @param settledBecause as it was written last, and so the others
 * @param told the same in words, for whoever signs; empty where there is nothing
 */
public record ClosingPage(
        List<Choice> settledChoices,
        List<Choice> checkChoices,
        String settled,
        String settledBecause,
        List<String> checks,
        String checksBecause,
        String told) {}
