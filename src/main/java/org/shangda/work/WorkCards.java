package org.shangda.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shangda.calendar.Counting;
import org.shangda.calendar.RemainingTime;
import org.shangda.calendar.RemainingTime.Remaining;
import org.shangda.calendar.RemainingTime.State;
import org.shangda.refusal.Sentences;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** Work as lists show it: what it is, where it stands and how much time is left, in the reader's language. */
@Component
public class WorkCards {

    /**
     * An open task.
     *
     * @param since when it was created
     * @param due its own date, or null
     */
    public record Waiting(Work work, Instant since, Instant due) {}

    /**
     * @param kind what it is called, see {@link WorkTitles}
     * @param title null where the reader may not read it, or there is none
     * @param about labels of the case's codes, and in whose place the reader is asked; empty where there is nothing to say
     * @param where null where there is nothing to say
     * @param toReceive whether somebody still has to receive it (签收)
     * @param standing nobody's work: by this task somebody follows a case
     * @param state the most pressing of the times, a code of {@link State}
     * @param form id of its form
     */
    public record WorkCard(
            String task,
            String number,
            String kind,
            String title,
            String about,
            String where,
            boolean toReceive,
            boolean standing,
            String state,
            List<Time> times,
            String form) {}

    /**
     * @param what code of the limit, see {@link TimeLimit}
     * @param label of the limit; empty where it is the only one
     * @param words how much is left
     * @param at null while it rests
     */
    public record Time(String what, String label, String state, String words, Instant at) {}

    private final WorkItems items;
    private final Gate gate;
    private final WorkTitles titles;
    private final Words words;
    private final RemainingTime remaining;
    private final University university;
    private final InPlaceWords inPlace;
    private final Sentences say;

    WorkCards(
            WorkItems items,
            Gate gate,
            WorkTitles titles,
            Words words,
            RemainingTime remaining,
            University university,
            InPlaceWords inPlace,
            Sentences say) {
        this.items = items;
        this.gate = gate;
        this.titles = titles;
        this.words = words;
        this.remaining = remaining;
        this.university = university;
        this.inPlace = inPlace;
        this.say = say;
    }

    /**
     * Those that the gate admits; the most pressing first. Asked within one transaction, in a few statements for each
     * kind of work however many there are.
     *
     * @param waiting all for the same caller
     */
    public List<WorkCard> of(Collection<Waiting> waiting) {
        return listed(waiting, item -> false).map(this::card).toList();
    }

    /**
     * One of a list.
     *
     * @param offer null where the gate is still to be asked
     * @param state the most pressing of its times
     * @param first the earliest of its dates; null where it has none
     */
    record Listed(Waiting waiting, WorkItem<?> item, Offer offer, Card card, State state, Instant first) {

        private static final Comparator<Listed> MOST_PRESSING = Comparator.comparing(Listed::state)
                .thenComparing(Listed::first, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(one -> one.waiting().work().number())
                .thenComparing(one -> one.waiting().work().id());

        Work work() {
            return waiting.work();
        }

        Listed offered(Offer admitted) {
            return new Listed(waiting, item, admitted, card, state, first);
        }
    }

    /**
     * All of them, the most pressing first, in a few statements for each kind however many there are. Of kinds of which one
     * person may have thousands, the gate is asked when they are shown.
     *
     * @param waiting all for the same caller
     */
    List<Listed> listed(Collection<Waiting> waiting) {
        return listed(waiting, item -> item.listing().byTheThousand).toList();
    }

    /** @param later of which kinds the gate is asked when they are shown */
    private Stream<Listed> listed(Collection<Waiting> waiting, Predicate<WorkItem<?>> later) {
        Map<String, List<Waiting>> byKind =
                waiting.stream().collect(groupingBy(one -> one.work().key(), TreeMap::new, toList()));
        return byKind.entrySet().stream()
                .flatMap(kind -> items.of(kind.getKey()).stream()
                        .flatMap(item -> listed(item, kind.getValue(), later.test(item))))
                .sorted(Listed.MOST_PRESSING);
    }

    private Stream<Listed> listed(WorkItem<?> item, List<Waiting> waiting, boolean later) {
        List<Work> works = waiting.stream().map(Waiting::work).toList();
        Map<Work, Offer> admitted = later ? Map.of() : gate.admitted(item, works);
        Function<Work, Optional<Card>> cards = item.listing().cards.apply(later ? works : admitted.keySet());
        return waiting.stream()
                .filter(one -> later || admitted.containsKey(one.work()))
                .flatMap(one ->
                        cards
                                .apply(one.work())
                                .map(card -> listed(item, one, admitted.get(one.work()), card))
                                .stream());
    }

    private Listed listed(WorkItem<?> item, Waiting waiting, Offer offer, Card card) {
        List<TimeLimit> limits = limits(waiting, offer, card);
        return new Listed(
                waiting,
                item,
                offer,
                card,
                limits.stream().map(this::state).min(Comparator.naturalOrder()).orElse(State.NONE),
                limits.stream()
                        .map(TimeLimit::at)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** How much time is left for a piece of work that was offered. */
    List<Time> times(Listed one, Offer offer) {
        return limits(one.waiting(), offer, one.card()).stream().map(this::time).toList();
    }

    private WorkCard card(Listed one) {
        Work work = one.work();
        return new WorkCard(
                work.id(),
                work.number(),
                titles.of(work, one.offer()),
                one.card().title(),
                about(work, one.offer()),
                one.card().where(),
                work.assignee() == null,
                one.item().isStanding(),
                one.state().code(),
                times(one, one.offer()),
                one.item().form());
    }

    /** Labels of the case's codes, and in whose place the reader is asked. */
    String about(Work work, Offer offer) {
        return Stream.concat(offer.card().stream().map(this::label), inPlace.of(offer, work.caller()).stream())
                .collect(joining(" · "));
    }

    private List<TimeLimit> limits(Waiting waiting, Offer offer, Card card) {
        if (card.limits() != null) {
            return card.limits();
        }
        return waiting.due() == null
                ? List.of()
                : List.of(
                        TimeLimit.until("due", waiting.since(), waiting.due(), counting(waiting.work(), offer), false));
    }

    /** Days of the campus of the unit whose work it is, or of whoever does it. */
    private Counting counting(Work work, Offer offer) {
        String campus = Optional.ofNullable(offer)
                .map(Offer::unit)
                .or(() -> university.person(work.caller()).map(Person::branch))
                .flatMap(university::unit)
                .map(Unit::campus)
                .orElse(null);
        return new Counting(campus, false);
    }

    private Time time(TimeLimit limit) {
        Remaining left = left(limit);
        return new Time(
                limit.what(),
                limit.what().equals("due") ? "" : say.of("limit." + limit.what()),
                left.state().code(),
                left.words(),
                limit.at());
    }

    private State state(TimeLimit limit) {
        return limit.rests() != null
                ? State.RESTS
                : remaining.state(limit.since(), limit.at(), limit.counting(), limit.byTheHour());
    }

    private Remaining left(TimeLimit limit) {
        return limit.rests() != null
                ? remaining.resting(limit.rests())
                : remaining.until(limit.since(), limit.at(), limit.counting(), limit.byTheHour());
    }

    private String label(String kindAndCode) {
        int dot = kindAndCode.indexOf('.');
        return words.label(kindAndCode.substring(0, dot), kindAndCode.substring(dot + 1));
    }
}
