package org.shangda.concern;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shangda.concern.AgendaItem.State;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Sentences;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 待汇总 for the office, and 落实 for the units: the agenda on the screen, in the reader's language. */
@Service
@Transactional(readOnly = true)
public class AgendaPages {

    /** So many days what a meeting has come to stays on the page. */
    private static final int KEPT = 180;

    private static final Set<State> WAITING = Set.of(State.LISTED, State.SUBMITTED, State.SIGNED);

    /** @param collects whether the reader is of the office; who signs in its place finds what waits for that, and no more */
    public record Office(boolean collects, List<Waiting> waiting, List<Item> items, List<Meeting> meetings) {}

    /**
     * A concern that is in no item yet.
     *
     * @param category code of what it is about, and {@code categoryName} what that is called
     * @param unit where its colleague belongs
     * @param together how many are handled together there, 1 for one that is alone
     * @param proposal what was proposed when it was put on the agenda
     */
    public record Waiting(
            String number,
            String title,
            String category,
            String categoryName,
            String unit,
            int together,
            boolean hazard,
            String proposal) {}

    /**
     * @param state code, and {@code stateName} what that is called
     * @param mine whether the reader may work on it
     * @param toSign whether it waits for the reader's signature
     * @param undoable whether the reader may take it apart again; an item of which no concern is left, at any time
     * @param task id of the task in which the reader records what the meeting has come to; null where that is not yet, or
     *     somebody else's
     * @param with whoever has that task instead; empty where nobody has
     * @param hidden how many of its concerns the reader may not read
     * @param sentBack why the head did not sign it; empty otherwise
     * @param carried null before a unit carries it out
     */
    public record Item(
            Long id,
            String state,
            String stateName,
            boolean mine,
            boolean toSign,
            boolean undoable,
            String task,
            String with,
            LocalDate meetsOn,
            AgendaDraft draft,
            List<Titled> concerns,
            int hidden,
            List<Choice> units,
            String sentBack,
            List<Heard> heard,
            Carried carried) {}

    public record Titled(String number, String title) {}

    /** What a meeting has come to. @param unit that carries it out; empty where none does */
    public record Heard(LocalDate meetsOn, String ruling, String unit, LocalDate on, String words) {}

    /** @param report empty before the unit has reported */
    public record Carried(String unit, String due, boolean late, String report) {}

    /** @param closes until when it takes items */
    public record Meeting(LocalDate on, String closes, boolean open) {}

    /**
     * An item that a unit of the reader's carries out.
     *
     * @param task id of the task that waits for the reader; null where none does
     */
    public record Own(
            Long id, String title, Heard decided, Carried carried, List<Titled> concerns, int hidden, String task) {}

    private final AgendaOffice office;
    private final AgendaVisits visits;
    private final AgendaItems items;
    private final Handlings handlings;
    private final CarriedOut carriedOut;
    private final Meetings meetings;
    private final Departments departments;
    private final Together together;
    private final LevelWork work;
    private final Reach reach;
    private final LevelClock clock;
    private final Labels labels;
    private final Words words;
    private final Sentences say;

    AgendaPages(
            AgendaOffice office,
            AgendaVisits visits,
            AgendaItems items,
            Handlings handlings,
            CarriedOut carriedOut,
            Meetings meetings,
            Departments departments,
            Together together,
            LevelWork work,
            Reach reach,
            LevelClock clock,
            Labels labels,
            Words words,
            Sentences say) {
        this.office = office;
        this.visits = visits;
        this.items = items;
        this.handlings = handlings;
        this.carriedOut = carriedOut;
        this.meetings = meetings;
        this.departments = departments;
        this.together = together;
        this.work = work;
        this.reach = reach;
        this.clock = clock;
        this.labels = labels;
        this.words = words;
        this.say = say;
    }

    // --- the office --------------------------------------------------------------------------------------------------

    public Office office(String person) {
        boolean collects = office.has(person);
        List<AgendaItem> toSign = visits.toSign(person);
        if (!collects && toSign.isEmpty()) {
            throw AgendaOffice.notFound();
        }
        Reach.Reader reader = reach.reader(person);
        List<AgendaItem> shown = items.under(WAITING, clock.today().minusDays(KEPT));
        CarriedOut.Read read = carriedOut.read(shown);
        return new Office(
                collects,
                collects ? waiting(reader) : List.of(),
                shown.stream()
                        .filter(item -> toSign.contains(item) || collects && read.isFor(item, reader))
                        .map(item -> item(item, toSign.contains(item), read, reader))
                        .toList(),
                meetings.ahead().stream()
                        .map(day -> new Meeting(day, labels.time(meetings.closes(day)), meetings.takesItems(day)))
                        .toList());
    }

    private List<Waiting> waiting(Reach.Reader reader) {
        List<Handling> visits = handlings.awaitingDecision(Outcome.AGENDA, reader.units()).stream()
                .filter(visit -> reader.knows(visit.concern()))
                .toList();
        Map<Long, Integer> sizes = together.sizes(visits.stream());
        return visits.stream()
                .map(visit -> waiting(visit, sizes.getOrDefault(visit.id(), 1)))
                .toList();
    }

    private Waiting waiting(Handling visit, int size) {
        Concern concern = visit.concern();
        Raising raising = concern.raising();
        return new Waiting(
                concern.number(),
                raising.title(),
                raising.category(),
                labels.of("category", raising.category()),
                labels.name(Objects.requireNonNullElse(raising.college(), raising.branch())),
                size,
                concern.isHazard(),
                Objects.requireNonNullElse(visit.proposal().words(), ""));
    }

    private Item item(AgendaItem item, boolean toSign, CarriedOut.Read read, Reach.Reader reader) {
        List<Handling> open = AgendaVisits.open(item, read.of(item));
        Optional<Handling> leading = AgendaVisits.leading(open);
        List<Titled> titled = titled(read.of(item), reader);
        boolean mine =
                leading.filter(one -> one.asked().includes(reader.person())).isPresent();
        Optional<Handling> signed = leading.filter(one -> item.state() == State.SIGNED);
        Optional<String> with = signed.map(Handling::receivedBy).filter(one -> !one.equals(reader.person()));
        return new Item(
                item.id(),
                item.state().name(),
                say.of("agenda.state." + item.state().name()),
                mine,
                toSign,
                leading.isEmpty() ? WAITING.contains(item.state()) : mine && item.state() == State.LISTED,
                signed.filter(one -> mine && with.isEmpty())
                        .map(Handling::workItem)
                        .orElse(null),
                with.map(labels::person).orElse(""),
                item.hearing().meetsOn(),
                item.draft(),
                titled,
                item.parts().size() - titled.size(),
                leading.map(this::units).orElse(List.of()),
                Objects.requireNonNullElse(item.hearing().sentBack(), ""),
                item.hearings().stream()
                        .filter(hearing -> hearing.ruling() != null)
                        .map(this::heard)
                        .toList(),
                carried(item, read).orElse(null));
    }

    private List<Choice> units(Handling visit) {
        return departments.toChoose(visit).stream()
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
    }

    private static List<Titled> titled(Collection<Concern> concerns, Reach.Reader reader) {
        return concerns.stream()
                .filter(reader::knows)
                .map(concern -> new Titled(concern.number(), concern.raising().title()))
                .toList();
    }

    private Heard heard(Hearing hearing) {
        return new Heard(
                hearing.meetsOn(),
                labels.of("ruling", hearing.ruling().code()),
                hearing.leadUnit() == null ? "" : labels.name(hearing.leadUnit()),
                hearing.on(),
                hearing.words());
    }

    private Optional<Carried> carried(AgendaItem item, CarriedOut.Read read) {
        return item.state() != State.DECIDED
                ? Optional.empty()
                : read.visit(item)
                        .map(visit -> new Carried(
                                labels.unitOf(visit),
                                labels.time(visit.terms().dueAt()),
                                visit.open() && clock.passed(visit.terms().dueAt()),
                                read.report(visit)));
    }

    // --- the form ----------------------------------------------------------------------------------------------------

    /**
     * What the form of an item shows besides, by the names under which it asks for it: what was proposed is filled in, with the
     * day of the meeting as long as that is not still to come.
     */
    public Map<String, Object> forDecision(long handlingId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("rulingChoices", words.choices(Ruling.KIND));
        shown.put("itemTitle", "");
        shown.put("unit", "");
        items.ofVisit(handlingId).ifPresent(item -> {
            LocalDate meetsOn = item.hearing().meetsOn();
            LocalDate today = clock.today();
            shown.put("itemTitle", item.draft().title());
            shown.put("unit", Objects.requireNonNullElse(item.draft().leadUnit(), ""));
            shown.put("ruling", Ruling.DECIDED.code());
            shown.put("on", (meetsOn.isAfter(today) ? today : meetsOn).toString());
        });
        return shown;
    }

    // --- the units that carry it out ---------------------------------------------------------------------------------

    /** The items of the reader's units; 404 for who answers for none. */
    public List<Own> own(String person) {
        Reach.Reader reader = reach.reader(person);
        if (reader.units().isEmpty()) {
            throw AgendaOffice.notFound();
        }
        List<AgendaItem> mine = items.carriedOutBy(reader.units());
        CarriedOut.Read read = carriedOut.read(mine);
        return mine.stream()
                .filter(item -> read.isFor(item, reader))
                .map(item -> own(item, read, reader))
                .toList();
    }

    private Own own(AgendaItem item, CarriedOut.Read read, Reach.Reader reader) {
        List<Titled> titled = titled(read.of(item), reader);
        return new Own(
                item.id(),
                item.draft().title(),
                heard(item.hearing()),
                carried(item, read).orElse(null),
                titled,
                item.parts().size() - titled.size(),
                read.visit(item)
                        .filter(visit -> visit.open() && work.isFor(visit, reader.person()))
                        .map(Handling::workItem)
                        .orElse(null));
    }
}
