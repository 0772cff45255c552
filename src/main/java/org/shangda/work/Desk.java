package org.shangda.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shangda.calendar.RemainingTime.State;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.shangda.work.WorkCards.Listed;
import org.shangda.work.WorkCards.Time;
import org.shangda.work.WorkCards.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 工作台: what waits for one person, in lists with counts, a page at a time. Standing tasks are nobody's work and are not
 * on it. Counts go by what everybody may read of each; what a page shows, and what a title is found for, has passed the gate
 * (adr/0063).
 */
@Component
public class Desk {

    public static final int ROWS_OF_A_PAGE = 25;

    private static final String DONE = "done";

    /** In which of them something is looked for when the reader names none, the most pressing first. */
    private static final List<String> LISTS = List.of("late", "today", "receive", "sign", "doing", "rate");

    private static final int LONGEST = 100;

    /**
     * What a reader wants to see; what is null is not asked for.
     *
     * @param list code of a list: receive, doing, today, late, sign, rate, done; without it the first in which something waits
     * @param q what stands in title or number; at most 100 characters, as the others
     * @param unit code of the unit where it stands
     * @param state code of {@link State}
     * @param page from 0; no matter for a file
     */
    public record Wish(String list, String q, String unit, String category, String level, String state, Integer page) {

        public Wish {
            page = page == null ? 0 : page;
        }
    }

    /**
     * One row.
     *
     * @param task id of the task; null for what is done
     * @param raiser see {@link Detail}
     * @param unit name of the unit where it stands, or null
     * @param toReceive whether somebody still has to receive it (签收)
     * @param state the most pressing of its times
     * @param form id of its form: those of one form may be handed in together
     * @param preview see {@link Detail}
     * @param together see {@link Detail}
     */
    public record Row(
            String task,
            String number,
            String kind,
            String title,
            String raiser,
            String unit,
            String about,
            String where,
            String newest,
            boolean toReceive,
            String state,
            List<Time> times,
            String form,
            String preview,
            int together) {}

    /** @param count how many of the list it would leave */
    public record Choice(String value, String label, long count) {}

    /**
     * @param list the list that is shown
     * @param counts how many there are in each list, whatever else is wished
     * @param total how many of the list are left
     */
    public record Page(
            String list,
            Map<String, Long> counts,
            List<Row> rows,
            int total,
            int page,
            int pages,
            Map<String, List<Choice>> filters) {}

    private final WorkCards cards;
    private final Gate gate;
    private final WorkTitles titles;
    private final DeskNarrowing narrowing;
    private final University university;
    private final ObjectProvider<DoneWork> done;

    Desk(
            WorkCards cards,
            Gate gate,
            WorkTitles titles,
            DeskNarrowing narrowing,
            University university,
            ObjectProvider<DoneWork> done) {
        this.cards = cards;
        this.gate = gate;
        this.titles = titles;
        this.narrowing = narrowing;
        this.university = university;
        this.done = done;
    }

    /**
     * A page. Asked within one transaction, which does not write.
     *
     * @param person staff number of the reader
     * @param waiting all that waits for the reader
     */
    public Page page(String person, Collection<Waiting> waiting, Wish wish) {
        check(wish);
        List<Listed> all = listed(waiting);
        Map<String, Long> counts = counts(all);
        if (DONE.equals(wish.list())) {
            return done(person, wish, counts);
        }
        counts.put(DONE, allDoneBy(person));
        String list = wish.list() == null ? first(counts) : wish.list();
        List<Listed> listed = all.stream().filter(in(list)).toList();
        List<Listed> left = left(listed, wish);
        int page = within(wish.page(), left.size());
        int from = page * ROWS_OF_A_PAGE;
        return new Page(
                list,
                counts,
                rows(left.subList(from, Math.min(from + ROWS_OF_A_PAGE, left.size()))),
                left.size(),
                page,
                pages(left.size()),
                narrowing.choices(listed));
    }

    /**
     * All rows of a list that are left.
     *
     * @throws Refusal where they are more than so many, or done: those have a file of their own
     */
    public List<Row> rows(Collection<Waiting> waiting, Wish wish, int most) {
        check(wish);
        if (DONE.equals(wish.list())) {
            throw Refusal.invalid("desk.done-apart");
        }
        List<Listed> listed = listed(waiting).stream()
                .filter(wish.list() == null ? one -> true : in(wish.list()))
                .toList();
        List<Listed> left = left(listed, wish);
        if (left.size() > most) {
            throw Refusal.invalid("desk.file-too-large", left.size(), most);
        }
        return rows(left);
    }

    /** What was typed is looked for in the titles of those alone that the gate admits, or a total would tell of a title. */
    private List<Listed> left(List<Listed> listed, Wish wish) {
        List<Listed> left = listed.stream().filter(narrowing.to(wish)).toList();
        Predicate<Listed> byTitle = one -> narrowing.byTitle(wish, one);
        Map<Work, Listed> admitted = admitted(left.stream().filter(byTitle).toList()).stream()
                .collect(toMap(Listed::work, Function.identity()));
        return left.stream()
                .map(one -> byTitle.test(one) ? admitted.get(one.work()) : one)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Listed> listed(Collection<Waiting> waiting) {
        return cards.listed(waiting).stream()
                .filter(one -> !one.item().isStanding())
                .toList();
    }

    private static void check(Wish wish) {
        if (wish.list() != null && !LISTS.contains(wish.list()) && !wish.list().equals(DONE)) {
            throw Refusal.invalid("desk.no-such-list");
        }
        if (wish.page() < 0) {
            throw Refusal.invalid("desk.page");
        }
        boolean tooLong = Stream.of(wish.q(), wish.unit(), wish.category(), wish.level(), wish.state())
                .anyMatch(text -> text != null && text.length() > LONGEST);
        if (tooLong) {
            throw Refusal.invalid("desk.too-long", LONGEST);
        }
    }

    // --- lists -------------------------------------------------------------------------------------------------------

    private static Predicate<Listed> in(String list) {
        return switch (list) {
            case "late" -> one -> one.state() == State.OVERDUE;
            case "today" -> one -> one.state() == State.TODAY;
            case "receive" -> one -> toReceive(one);
            case "doing" -> one -> !toReceive(one) && one.item().listing().under.equals(list);
            default -> one -> one.item().listing().under.equals(list);
        };
    }

    private static boolean toReceive(Listed one) {
        return one.work().assignee() == null;
    }

    private static Map<String, Long> counts(List<Listed> all) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String list : List.of("receive", "doing", "today", "late", "sign", "rate")) {
            counts.put(list, all.stream().filter(in(list)).count());
        }
        return counts;
    }

    private static String first(Map<String, Long> counts) {
        return LISTS.stream().filter(list -> counts.get(list) > 0).findFirst().orElse("doing");
    }

    /** The last page where there are not so many. */
    private static int within(int page, int rows) {
        return Math.min(page, Math.max(0, pages(rows) - 1));
    }

    private static int pages(int rows) {
        return (rows + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE;
    }

    // --- rows --------------------------------------------------------------------------------------------------------

    private List<Row> rows(List<Listed> some) {
        List<Listed> admitted = admitted(some);
        Map<WorkItem<?>, Function<Work, Detail>> details = new HashMap<>();
        byKind(admitted.stream())
                .forEach((item, works) ->
                        details.put(item, item.listing().details.apply(works)));
        return admitted.stream()
                .map(one -> row(one, details.get(one.item()).apply(one.work())))
                .toList();
    }

    /** Those that the gate admits, in their order. */
    private List<Listed> admitted(List<Listed> some) {
        Map<Work, Offer> offers = new HashMap<>();
        byKind(some.stream().filter(one -> one.offer() == null))
                .forEach((item, works) -> offers.putAll(gate.admitted(item, works)));
        return some.stream()
                .map(one -> one.offer() == null ? one.offered(offers.get(one.work())) : one)
                .filter(one -> one.offer() != null)
                .toList();
    }

    private static Map<WorkItem<?>, List<Work>> byKind(Stream<Listed> some) {
        return some.collect(groupingBy(Listed::item, mapping(Listed::work, toList())));
    }

    private Row row(Listed one, Detail detail) {
        Work work = one.work();
        Offer offer = one.offer();
        Card card = one.card();
        String unit = card.place().unit();
        return new Row(
                work.id(),
                work.number(),
                titles.of(work, offer),
                card.title(),
                detail.raiser(),
                unit == null ? null : university.nameOfUnit(unit),
                cards.about(work, offer),
                card.where(),
                detail.newest(),
                work.assignee() == null,
                one.state().code(),
                cards.times(one, offer),
                one.item().form(),
                detail.preview(),
                detail.together());
    }

    // --- done --------------------------------------------------------------------------------------------------------

    private long allDoneBy(String person) {
        return doneBy(person, "", null, 0, 0).total();
    }

    private DoneWork.Found doneBy(String person, String wanted, String category, int from, int most) {
        return done.stream()
                .findFirst()
                .map(one -> one.of(person, wanted, category, from, most))
                .orElse(new DoneWork.Found(List.of(), 0));
    }

    private Page done(String person, Wish wish, Map<String, Long> counts) {
        if (Stream.of(wish.unit(), wish.level(), wish.state()).anyMatch(one -> one != null && !one.isEmpty())) {
            throw Refusal.invalid("desk.done-narrowed");
        }
        String typed = wish.q() == null ? "" : wish.q().strip();
        DoneWork.Found found = donePage(person, typed, wish.category(), wish.page());
        int page = within(wish.page(), found.total());
        if (page < wish.page()) {
            found = donePage(person, typed, wish.category(), page);
        }
        boolean narrowed =
                !typed.isEmpty() || wish.category() != null && !wish.category().isEmpty();
        counts.put(DONE, narrowed ? allDoneBy(person) : found.total());
        List<Row> rows = found.rows().stream().map(Desk::row).toList();
        return new Page(DONE, counts, rows, found.total(), page, pages(found.total()), narrowing.choices(List.of()));
    }

    private DoneWork.Found donePage(String person, String typed, String category, int page) {
        int from = Math.min(page, Integer.MAX_VALUE / ROWS_OF_A_PAGE) * ROWS_OF_A_PAGE;
        return doneBy(person, typed, category, from, ROWS_OF_A_PAGE);
    }

    private static Row row(DoneWork.Done one) {
        return new Row(
                null,
                one.number(),
                one.kind(),
                one.title(),
                null,
                null,
                one.about(),
                one.where(),
                one.newest(),
                false,
                State.NONE.code(),
                List.of(new Time(DONE, "", State.NONE.code(), "", one.at())),
                null,
                null,
                0);
    }
}
