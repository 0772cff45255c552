package org.shangda.concern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.ConcernPages.ExitChoice;
import org.shangda.programme.LevelAnswer;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What an answer must say beside its words, by the table {@code level-answers}; and how that is told. */
@Component
class Closings {

    private static final String NOT_ADOPTED = "not-adopted";

    /** 采纳、部分采纳、留作研究、不采纳; only the last one is asked for a reason. */
    static final WordKind SETTLED = WordKind.any("settled", "adopted", "partly-adopted", "kept-for-study", NOT_ADOPTED);

    static final WordKind CHECK = WordKind.any("closing-check");

    private final Rules rules;
    private final Words words;
    private final Labels labels;
    private final Sentences say;
    private final Together together;

    Closings(Rules rules, Words words, Labels labels, Sentences say, Together together) {
        this.rules = rules;
        this.words = words;
        this.labels = labels;
        this.say = say;
        this.together = together;
    }

    // --- asked -------------------------------------------------------------------------------------------------------

    /**
     * What is asked of what leaves with an exit; nothing where it is no answer. An answer to several that are handled together
     * is asked what is asked of any of them, and what is said holds for each.
     */
    LevelAnswer asked(Handling handling, String exit, Outcome outcome) {
        return asked(situations(handling), exit, outcome);
    }

    LevelAnswer asked(Handling handling, LevelExit exit) {
        return asked(handling, exit.code(), exit.outcome());
    }

    private LevelAnswer asked(List<Situation> all, String exit, Outcome outcome) {
        return outcome == Outcome.ANSWERED
                ? all.stream().map(at -> rules.answer(at, exit)).reduce(LevelAnswer.NOTHING, LevelAnswer::and)
                : LevelAnswer.NOTHING;
    }

    private List<Situation> situations(Handling handling) {
        return together.all(handling).stream()
                .map(Handling::situation)
                .distinct()
                .toList();
    }

    /** What of it is said of one that leaves with others: of a problem, say, not what became of a suggestion. */
    Closing of(Handling one, String exit, Closing closing) {
        return closing.of(rules.answer(one.situation(), exit));
    }

    /** The exits as a form offers them. */
    List<ExitChoice> choices(Handling handling, List<LevelExit> open) {
        List<Situation> all = situations(handling);
        return open.stream()
                .map(exit -> {
                    LevelAnswer asked = asked(all, exit.code(), exit.outcome());
                    return new ExitChoice(
                            labels.exit(exit.code(), handling.level()),
                            exit.code(),
                            Exit.of(exit).code(),
                            asked.settled(),
                            !asked.checks().isEmpty());
                })
                .toList();
    }

    /** @param open the exits that the form offers */
    ClosingPage page(Handling handling, List<LevelExit> open) {
        List<Situation> all = situations(handling);
        List<LevelAnswer> asked = handling.awaitsDecision()
                ? List.of(asked(all, LevelAnswer.DECISION, Outcome.ANSWERED))
                : open.stream()
                        .map(exit -> asked(all, exit.code(), exit.outcome()))
                        .toList();
        Closing last = handling.proposal().closing();
        return new ClosingPage(
                asked.stream().anyMatch(LevelAnswer::settled) ? words.choices(SETTLED) : List.of(),
                asked.stream()
                        .flatMap(one -> one.checks().stream())
                        .distinct()
                        .map(check -> new Choice(labels.of(CHECK.name(), check), check))
                        .toList(),
                Objects.requireNonNullElse(last.settled(), ""),
                Objects.requireNonNullElse(last.settledBecause(), ""),
                last.held(),
                Objects.requireNonNullElse(last.checksBecause(), ""),
                Stream.of(settled(last), checks(last))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    /**
     * What was asked for, and nothing else that was filled in.
     *
     * @throws Refusal when something that is asked for is missing or is none of the choices
     */
    Closing of(LevelAnswer asked, ClosingInput input) {
        String settled = null;
        String because = null;
        if (asked.settled()) {
            settled = words.chosen(SETTLED, input.settled(), "settled");
            if (WordKind.plain(settled).equals(NOT_ADOPTED)) {
                because = Inputs.blankToNull(input.settledBecause());
                if (because == null) {
                    throw Refusal.invalid("text.missing", Inputs.label("settledBecause"));
                }
            }
        }
        return checked(asked, input, settled, because);
    }

    private Closing checked(LevelAnswer asked, ClosingInput input, String settled, String because) {
        Set<String> named = input.checks() == null ? Set.of() : new LinkedHashSet<>(input.checks());
        List<String> held = asked.checks().stream().filter(named::contains).toList();
        List<String> not = new ArrayList<>(asked.checks());
        not.removeAll(held);
        String why = not.isEmpty() ? null : Inputs.blankToNull(input.checksBecause());
        if (!not.isEmpty() && why == null) {
            throw Refusal.invalid("closing.not-held", called(not));
        }
        return new Closing(settled, because, List.copyOf(asked.checks()), held, why);
    }

    // --- told --------------------------------------------------------------------------------------------------------

    /** What became of the matter, without the reason; empty where it was not asked for. */
    String settledAs(Closing closing) {
        return closing.settled() == null ? "" : labels.of(SETTLED.name(), closing.settled());
    }

    /** What became of the matter, with the reason; empty where it was not asked for. */
    String settled(Closing closing) {
        if (closing.settled() == null) {
            return "";
        }
        String what = labels.of(SETTLED.name(), closing.settled());
        return closing.settledBecause() == null
                ? say.of("closing.settled", what)
                : say.of("closing.settled-because", what, closing.settledBecause());
    }

    /** What the unit said of its answer, for offices; empty where it was not asked. */
    String checks(Closing closing) {
        String held = closing.held().isEmpty() ? "" : say.of("closing.held", called(closing.held()));
        String not = closing.notHeld().isEmpty()
                ? ""
                : say.of("closing.because", called(closing.notHeld()), closing.checksBecause());
        return Stream.of(held, not).filter(part -> !part.isEmpty()).collect(Collectors.joining());
    }

    private String called(List<String> checks) {
        return checks.stream()
                .map(check -> labels.of(CHECK.name(), check))
                .collect(Collectors.joining(say.of("closing.and")));
    }
}
