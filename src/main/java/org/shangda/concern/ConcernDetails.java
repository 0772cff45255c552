package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shangda.concern.ConcernPages.Row;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.work.Detail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who raised a concern and what was said of it last, as the form of the work shows it to the same reader. Asked of those of
 * one page to whom the work is offered.
 */
@Service
@Transactional(readOnly = true)
public class ConcernDetails {

    private static final int LONGEST = 100;

    /** A unit that is asked for its opinion, or whose name nobody needs: it reads the least. */
    private static final String ANY_UNIT = "";

    private final Concerns concerns;
    private final Steps steps;
    private final StepWords stepWords;
    private final Together together;
    private final University university;
    private final Labels labels;
    private final Sentences say;

    ConcernDetails(
            Concerns concerns,
            Steps steps,
            StepWords stepWords,
            Together together,
            University university,
            Labels labels,
            Sentences say) {
        this.concerns = concerns;
        this.steps = steps;
        this.stepWords = stepWords;
        this.together = together;
        this.university = university;
        this.labels = labels;
        this.say = say;
    }

    /** The ways of some concerns, read at once. */
    public Ways of(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return new Ways(Map.of(), Map.of());
        }
        Set<String> all = Set.copyOf(numbers);
        return new Ways(
                steps.findByNumberInOrderById(all).stream().collect(Collectors.groupingBy(Step::number)),
                together.sizes(all.stream()
                        .map(concerns::get)
                        .flatMap(concern -> concern.handlings().stream())
                        .filter(Handling::open)));
    }

    /** Of each of them what one reader is told. */
    public final class Ways {

        private final Map<String, List<Step>> taken;

        /** How many are handled together, by the id of the visit that leads. */
        private final Map<Long, Integer> sizes;

        private Ways(Map<String, List<Step>> taken, Map<Long, Integer> sizes) {
            this.taken = taken;
            this.sizes = sizes;
        }

        /** For the unit that handles it; with the draft that is to be signed. @param handling id of the visit */
        public Detail atLevel(String number, long handling) {
            Handling at = concerns.get(number).visits().of(handling);
            String draft = at.proposed()
                    ? say.of(
                            "concern.detail",
                            labels.exit(at.proposal().code(), at.level()),
                            Optional.ofNullable(at.proposal().words()).orElse(""))
                    : null;
            return detail(number, at.answeringUnit(), draft, sizes.getOrDefault(handling, 0));
        }

        /** For a unit that assists. */
        public Detail forOthers(String number) {
            return detail(number, ANY_UNIT, null, 0);
        }

        /** For the unit in charge towards the colleague. */
        public Detail inCharge(String number) {
            return detail(number, concerns.get(number).inCharge(university), null, 0);
        }

        /** For who follows it. */
        public Detail followed(String number) {
            return detail(number, null, null, 0);
        }

        /** For who supervises it: which unit is late, and nothing of what it is about. */
        public Detail supervised(String number, long handling) {
            return new Detail(
                    null, null, labels.unitOf(concerns.get(number).visits().of(handling)), 0);
        }

        private Detail detail(String number, String unit, String preview, int size) {
            Concern concern = concerns.get(number);
            List<Row> way = stepWords.way(concern, taken.getOrDefault(number, List.of()), unit);
            return new Detail(
                    labels.colleague(concern, unit),
                    newest(way).map(this::words).orElse(null),
                    preview,
                    size);
        }

        /** The last that has words; else the last. */
        private Optional<Row> newest(List<Row> way) {
            Function<Row, Boolean> said = row -> !row.words().isBlank();
            return way.stream()
                    .filter(said::apply)
                    .reduce((earlier, later) -> later)
                    .or(() -> way.stream().reduce((earlier, later) -> later));
        }

        private String words(Row row) {
            return row.words().isBlank()
                    ? row.what()
                    : say.of(
                            "concern.detail",
                            row.what(),
                            Inputs.shortened(row.words().strip().replaceAll("\\s+", " "), LONGEST));
        }
    }
}
