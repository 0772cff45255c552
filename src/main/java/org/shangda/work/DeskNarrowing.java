package org.shangda.work;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.shangda.work.Desk.Choice;
import org.shangda.work.Desk.Wish;
import org.shangda.work.WorkCards.Listed;
import org.springframework.stereotype.Component;

/** Narrows a list of the desk by what its cards say, which is what the reader may read. */
@Component
class DeskNarrowing {

    private final University university;
    private final Words words;
    private final Sentences say;

    DeskNarrowing(University university, Words words, Sentences say) {
        this.university = university;
        this.words = words;
        this.say = say;
    }

    /** Whether one has what is wished for. */
    Predicate<Listed> to(Wish wish) {
        String typed = typed(wish);
        return one -> (typed.isEmpty()
                        || has(one.card().title(), typed)
                        || has(one.work().number(), typed))
                && is(wish.unit(), one.card().place().unit())
                && is(wish.category(), one.card().place().category())
                && is(wish.level(), one.card().place().level())
                && is(wish.state(), one.state().code());
    }

    /** Whether it is found by its title, and not by its number. */
    boolean byTitle(Wish wish, Listed one) {
        String typed = typed(wish);
        return !typed.isEmpty()
                && !has(one.work().number(), typed)
                && has(one.card().title(), typed);
    }

    private static String typed(Wish wish) {
        return wish.q() == null ? "" : wish.q().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean has(String text, String typed) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(typed);
    }

    private static boolean is(String wished, String code) {
        return wished == null || wished.isEmpty() || wished.equals(code);
    }

    /** By what it can be narrowed further. */
    Map<String, List<Choice>> choices(List<Listed> listed) {
        return Map.of(
                "unit", choices(listed, one -> one.card().place().unit(), university::nameOfUnit),
                "category",
                        choices(listed, one -> one.card().place().category(), code -> words.label("category", code)),
                "level", choices(listed, one -> one.card().place().level(), code -> words.label("level", code)),
                "state", choices(listed, one -> one.state().code(), code -> say.of("desk.state." + code)));
    }

    private static List<Choice> choices(
            List<Listed> listed, Function<Listed, String> code, Function<String, String> label) {
        Map<String, Long> counts = listed.stream()
                .map(code)
                .filter(Objects::nonNull)
                .collect(groupingBy(Function.identity(), TreeMap::new, counting()));
        return counts.entrySet().stream()
                .map(one -> new Choice(one.getKey(), label.apply(one.getKey()), one.getValue()))
                .toList();
    }
}
