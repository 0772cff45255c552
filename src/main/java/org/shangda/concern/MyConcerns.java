package org.shangda.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shangda.concern.Concern.State;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Text;
import org.shangda.university.University;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has raised, or what was raised for them, as they follow it: where it is, what has happened, how it ended.
 * What has ended stays for as long as the concern is kept. A page costs the same few statements however much is on it.
 */
@Service
@Transactional(readOnly = true)
public class MyConcerns {

    /** So many are on one page. */
    static final int ON_A_PAGE = 20;

    private static final Set<State> GOING_ON = EnumSet.of(State.OPEN, State.ANSWERED);
    private static final Set<State> ENDED = EnumSet.complementOf(EnumSet.copyOf(GOING_ON));

    /**
     * One page of them, the latest first.
     *
     * @param page counted from 0; the last one where fewer are left
     */
    public record Matters(List<Matter> concerns, long total, int page, int pages) {}

    /**
     * A concern as its colleague follows it; every text in the reader's language.
     *
     * @param code of the state: open, answered, closed or withdrawn
     * @param colleague whose it is where the reader has raised it for somebody else; empty otherwise
     * @param at the units that have it now; none while no level works on it
     * @param clock both clocks in one sentence
     * @param answer the latest answer in full, empty before there is one
     * @param rating null before it was rated
     * @param urgeAgainOn from which day on it can be urged again; empty when it can be now
     * @param together whether it is handled with concerns of others, of which the reader learns nothing else
     * @param way the latest first
     */
    public record Matter(
            String number,
            String type,
            String category,
            String title,
            String description,
            String code,
            String state,
            boolean hazard,
            String raisedOn,
            String colleague,
            String travel,
            String inCharge,
            String inChargeTelephone,
            List<Place> at,
            String clock,
            String answer,
            Rated rating,
            String urgeAgainOn,
            boolean together,
            List<Stop> way) {}

    /**
     * A unit at which it is.
     *
     * @param dutyTelephone reached at any hour; empty for what is no safety hazard
     */
    public record Place(String unit, String level, String telephone, String dutyTelephone) {}

    /** @param reason why it did not satisfy, empty otherwise */
    public record Rated(String rating, String reason, String words) {}

    /**
     * Something that happened to it.
     *
     * @param unit where, or who; empty for what happened by itself
     * @param telephone of the unit, empty where it has none
     */
    public record Stop(String at, String what, String unit, String telephone, String words) {}

    /** What was typed to find one. */
    private record Search(@Text(max = 100, required = false) String title) {}

    private final Concerns concerns;
    private final Handlings handlings;
    private final Steps steps;
    private final FollowingService following;
    private final StepWords stepWords;
    private final Together together;
    private final CaseClock clock;
    private final Labels labels;
    private final University university;
    private final Inputs inputs;

    MyConcerns(
            Concerns concerns,
            Handlings handlings,
            Steps steps,
            FollowingService following,
            StepWords stepWords,
            Together together,
            CaseClock clock,
            Labels labels,
            University university,
            Inputs inputs) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.steps = steps;
        this.following = following;
        this.stepWords = stepWords;
        this.together = together;
        this.clock = clock;
        this.labels = labels;
        this.university = university;
        this.inputs = inputs;
    }

    /**
     * @param person staff number of whoever follows them
     * @param ended those that have ended, instead of those that go on
     * @param text a part of title or number, at most 100 characters; null for all
     * @param page counted from 0
     */
    public Matters of(String person, boolean ended, String text, int page) {
        inputs.check(new Search(text));
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        Page<String> found = page(person, ended, part, Math.max(0, Math.min(page, 1_000_000)));
        if (found.isEmpty() && found.getTotalPages() > 0) {
            found = page(person, ended, part, found.getTotalPages() - 1);
        }
        return new Matters(
                matters(person, found.getContent()),
                found.getTotalElements(),
                found.isEmpty() ? 0 : found.getNumber(),
                found.getTotalPages());
    }

    private Page<String> page(String person, boolean ended, String part, int page) {
        return concerns.numbersFollowedBy(person, ended ? ENDED : GOING_ON, part, PageRequest.of(page, ON_A_PAGE));
    }

    private List<Matter> matters(String person, List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Concern> read = concerns.findAllById(numbers).stream()
                .collect(toMap(Concern::number, Function.identity(), (one, same) -> one));
        handlings.withPauses(numbers);
        Map<String, List<Step>> ways =
                steps.findByNumberInOrderById(numbers).stream().collect(groupingBy(Step::number));
        Set<Long> leading =
                together.sizes(read.values().stream().flatMap(MyConcerns::open)).keySet();
        return numbers.stream()
                .map(number -> matter(read.get(number), ways.getOrDefault(number, List.of()), leading, person))
                .toList();
    }

    private static Stream<Handling> open(Concern concern) {
        return concern.handlings().stream().filter(Handling::open);
    }

    /** @param leading ids of the visits for which others wait */
    private Matter matter(Concern concern, List<Step> way, Set<Long> leading, String person) {
        Raising raising = concern.raising();
        String inCharge = concern.inCharge(university);
        return new Matter(
                concern.number(),
                labels.of("type", raising.type().code()),
                labels.of("category", raising.category()),
                raising.title(),
                raising.description(),
                concern.state().name().toLowerCase(Locale.ROOT),
                labels.state(concern),
                concern.isHazard(),
                labels.time(raising.raisedAt()),
                raising.colleague().equals(person) ? "" : university.nameOf(raising.colleague()),
                labels.of("travel", concern.travel().code()),
                labels.name(inCharge),
                labels.telephone(inCharge),
                open(concern).map(at -> place(concern, at)).toList(),
                clock.read(concern).sentence(),
                stepWords.answer(concern, way, null),
                concern.rating() == null ? null : rated(way).orElse(null),
                following.urgeRests(concern).map(labels::time).orElse(""),
                open(concern).anyMatch(at -> at.terms().ledBy() != null || leading.contains(at.id())),
                stepWords.stops(concern, way));
    }

    private Place place(Concern concern, Handling at) {
        return new Place(
                labels.name(at.answeringUnit()),
                labels.of("level", at.level()),
                labels.telephone(at.answeringUnit()),
                labels.dutyTelephone(concern, at.answeringUnit()));
    }

    private Optional<Rated> rated(List<Step> way) {
        return way.stream()
                .filter(step -> step.kind() == Step.Kind.RATED || step.kind() == Step.Kind.CLOSED)
                .reduce((earlier, later) -> later)
                .map(step -> new Rated(
                        labels.of("rating", step.code()),
                        step.reason() == null ? "" : labels.of("reason", step.reason()),
                        step.words() == null ? "" : step.words()));
    }
}
