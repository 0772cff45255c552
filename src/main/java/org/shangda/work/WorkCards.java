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
        Map<String, List<Waiting>> byKind =
                waiting.stream().collect(groupingBy(one -> one.work().key(), TreeMap::new, toList()));
        return byKind.entrySet().stream()
                .flatMap(kind -> items.of(kind.getKey()).stream().flatMap(item -> cards(item, kind.getValue())))
                .sorted(Comparator.<WorkCard, State>comparing(card -> State.of(card.state()))
                        .thenComparing(WorkCards::first, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(WorkCard::number))
                .toList();
    }

    private static Instant first(WorkCard card) {
        return card.times().stream()
                .map(Time::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<WorkCard> cards(WorkItem<?> item, List<Waiting> waiting) {
        Map<Work, Offer> admitted =
                gate.admitted(item, waiting.stream().map(Waiting::work).toList());
        Function<Work, Card> cards = item.cards(admitted.keySet());
        return waiting.stream()
                .filter(one -> admitted.containsKey(one.work()))
                .map(one -> card(item, one, admitted.get(one.work()), cards.apply(one.work())));
    }

    private WorkCard card(WorkItem<?> item, Waiting waiting, Offer offer, Card card) {
        Work work = waiting.work();
        List<Time> times = limits(waiting, offer, card).stream().map(this::time).toList();
        return new WorkCard(
                work.id(),
                work.number(),
                titles.of(work, offer),
                card.title(),
                about(work, offer),
                card.where(),
                work.assignee() == null,
                item.isStanding(),
                times.stream()
                        .map(Time::state)
                        .map(State::of)
                        .min(Comparator.naturalOrder())
                        .orElse(State.NONE)
                        .code(),
                times,
                item.form());
    }

    private String about(Work work, Offer offer) {
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
        String campus = Optional.ofNullable(offer.unit())
                .or(() -> university.person(work.caller()).map(Person::branch))
                .flatMap(university::unit)
                .map(Unit::campus)
                .orElse(null);
        return new Counting(campus, false);
    }

    private Time time(TimeLimit limit) {
        Remaining left = limit.rests() != null
                ? remaining.resting(limit.rests())
                : remaining.until(limit.since(), limit.at(), limit.counting(), limit.byTheHour());
        return new Time(
                limit.what(),
                limit.what().equals("due") ? "" : say.of("limit." + limit.what()),
                left.state().code(),
                left.words(),
                limit.at());
    }

    private String label(String kindAndCode) {
        int dot = kindAndCode.indexOf('.');
        return words.label(kindAndCode.substring(0, dot), kindAndCode.substring(dot + 1));
    }
}
