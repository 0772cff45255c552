package org.shangda.concern;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.concern.Concerns.Titled;
import org.shangda.concern.Reach.Knowing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lists of past and present concerns say of each, as far as the reader may read it; asked of many at once. */
@Service
@Transactional(readOnly = true)
public class Glances {

    /**
     * A concern in one line; every text but its title and its answer in the reader's language.
     *
     * @param colleague the colleague's name, or that it is withheld
     * @param where unit and level where it is, or the state in which it is
     * @param result how its latest handling has ended, empty before one has
     * @param answer the latest answer in full, empty before there is one, and for the colleague before it is delivered
     * @param rating empty before there is one
     */
    public record Glance(
            String number,
            String title,
            String type,
            String category,
            String colleague,
            String where,
            String state,
            String result,
            String answer,
            String rating) {}

    private static final Set<Step.Kind> RESULTS = Set.of(Step.Kind.EXIT, Step.Kind.DECISION);

    private final Reach reach;
    private final Concerns concerns;
    private final Steps steps;
    private final StepWords stepWords;
    private final Labels labels;

    Glances(Reach reach, Concerns concerns, Steps steps, StepWords stepWords, Labels labels) {
        this.reach = reach;
        this.concerns = concerns;
        this.steps = steps;
        this.stepWords = stepWords;
        this.labels = labels;
    }

    /**
     * Three questions to the database, whatever their number.
     *
     * @param person staff number of the reader
     * @return by number; without those that the reader may not read
     */
    public Map<String, Glance> of(String person, Collection<String> numbers) {
        Set<String> all = Set.copyOf(numbers);
        if (all.isEmpty()) {
            return Map.of();
        }
        Reach.Reader reader = reach.reader(person);
        List<Concern> readable =
                concerns.findAllById(all).stream().filter(reader::knows).toList();
        Map<String, List<Step>> results =
                steps
                        .findByNumberInAndKindInOrderById(
                                readable.stream().map(Concern::number).toList(), RESULTS)
                        .stream()
                        .collect(Collectors.groupingBy(Step::number));
        Map<String, Glance> glances = new LinkedHashMap<>();
        readable.forEach(concern -> glances.put(
                concern.number(), glance(concern, reader, results.getOrDefault(concern.number(), List.of()))));
        return glances;
    }

    /**
     * What they are called, for who may read them by their units: see {@link Reach#of}.
     *
     * @return by number; without those that the reader may not read
     */
    public Map<String, String> titles(String person, Collection<String> numbers) {
        List<String> readable = reach.of(person, numbers).entrySet().stream()
                .filter(known -> known.getValue() == Knowing.THE_CONCERN)
                .map(Map.Entry::getKey)
                .toList();
        return readable.isEmpty()
                ? Map.of()
                : concerns.titled(readable).stream().collect(Collectors.toMap(Titled::getNumber, Titled::getTitle));
    }

    private Glance glance(Concern concern, Reach.Reader reader, List<Step> results) {
        String unit = concern.raising().concerns(reader.person())
                ? null
                : reader.unit(concern).orElseThrow();
        Raising raising = concern.raising();
        return new Glance(
                concern.number(),
                raising.title(),
                labels.of("type", raising.type().code()),
                labels.of("category", raising.category()),
                labels.colleague(concern, unit),
                labels.where(concern),
                labels.state(concern),
                results.isEmpty() ? "" : result(results.get(results.size() - 1)),
                stepWords.answer(concern, results, unit),
                concern.rating() == null
                        ? ""
                        : labels.of("rating", concern.rating().code()));
    }

    private String result(Step last) {
        return last.kind() == Step.Kind.DECISION ? stepWords.bare(last) : labels.exit(last.code(), last.level());
    }
}
