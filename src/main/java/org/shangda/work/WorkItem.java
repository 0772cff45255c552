package org.shangda.work;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All that there is to say about one kind of work, which is one user task of a diagram. Every module describes its own,
 * each as one bean; whoever shows, offers, hands over or lists work reads it here.
 *
 * @param <V> what is handed in: a record with one component per key that the form submits
 */
public final class WorkItem<V extends Record> {

    private final String key;
    private final String form;
    private final Class<V> values;
    private Function<Work, Offer> offer;
    private Function<Work, Map<String, Object>> show;
    private BiFunction<Work, V, Map<String, Object>> submit;
    private List<Answer> answers = List.of(Answer.nothing());
    private Consumer<Set<String>> ahead = numbers -> {};
    private Function<Collection<Work>, Function<Work, Offer>> together = works -> this::offer;
    private final Listing listing = new Listing();
    private Function<Map<String, Object>, String> said = codes -> null;
    private Consumer<Work> placed = work -> {};
    private Consumer<Work> rosterTurned = work -> {};
    private BiConsumer<Work, String> received = (work, person) -> {};
    private BiConsumer<Work, Offer> handedOver = (work, to) -> {};
    private Predicate<Work> pressing = work -> false;
    private Function<Work, Instant> due;
    private Set<String> mayLack = Set.of();
    private Set<String> ownWords = Set.of();
    private Set<String> addedFieldsOf = Set.of();
    private boolean template, personal, standing, ownMatter;

    private WorkItem(String key, String form, Class<V> values) {
        this.key = key;
        this.form = form;
        this.values = values;
    }

    /**
     * @param key id of the user task in its diagram
     * @param form id of the form, which is also the name of its file
     */
    public static <V extends Record> WorkItem<V> of(String key, String form, Class<V> values) {
        return new WorkItem<>(key, form, values);
    }

    /**
     * Of any user task that an administrator draws after an element template.
     *
     * @param template id of the element template, which is the key of all of them
     */
    public static <V extends Record> WorkItem<V> ofTemplate(String template, String form, Class<V> values) {
        WorkItem<V> item = new WorkItem<>(template, form, values);
        item.template = true;
        return item;
    }

    /**
     * To whom the work is offered on today's roster. It is asked again at every step, so it changes nothing; what is to be
     * written when a task is given belongs into {@link #whenPlaced}.
     */
    public WorkItem<V> offeredTo(Function<Work, Offer> today) {
        offer = today;
        return this;
    }

    /**
     * What the form shows: text, numbers, booleans, and lists of those. It throws a {@link org.shangda.refusal.Refusal}
     * when the caller may not see it.
     */
    public WorkItem<V> shows(Function<Work, Map<String, Object>> page) {
        show = page;
        return this;
    }

    /**
     * Writes what was handed in, and gives codes, ids, dates and booleans for the process; never a story. What is written
     * in a form never becomes a process variable.
     */
    public WorkItem<V> takes(BiFunction<Work, V, Map<String, Object>> writer) {
        submit = writer;
        return this;
    }

    /** All that {@link #takes} may tell the process, where that is anything. */
    public WorkItem<V> answers(Answer... all) {
        answers = List.of(all);
        return this;
    }

    // --- what only some kinds have -----------------------------------------------------------------------------------

    /** Reads many cases, given by their numbers, in a few statements, so that none is needed for each offer. */
    public WorkItem<V> readAhead(Consumer<Set<String>> reader) {
        ahead = reader;
        return this;
    }

    /** For what {@link #readAhead} does not find: how many works are offered, asked for all of them at once. */
    public WorkItem<V> offeredTogether(Function<Collection<Work>, Function<Work, Offer>> reader) {
        together = reader;
        return this;
    }

    /**
     * What lists say of these works beside what they are called, asked for all of them at once, after {@link #readAhead}
     * and of those alone to whom they are offered.
     */
    public WorkItem<V> listedAs(Function<Collection<Work>, Function<Work, Card>> reader) {
        listing.cards = works -> reader.apply(works).andThen(Optional::of);
        return this;
    }

    /** The same where one person may have thousands (adr/0063). @param reader their cards; none of what the caller may not know of */
    public WorkItem<V> listedByTheThousand(Function<Collection<Work>, Function<Work, Optional<Card>>> reader) {
        listing.cards = reader;
        listing.byTheThousand = true;
        return this;
    }

    /** What a list shows of these works beside their cards, asked for those of one page to whom they are offered. */
    public WorkItem<V> detailedAs(Function<Collection<Work>, Function<Work, Detail>> reader) {
        listing.details = reader;
        return this;
    }

    /** The list of the desk in which they stand, beside those that go by their dates. */
    public WorkItem<V> listedUnder(String code) {
        listing.under = code;
        return this;
    }

    /** What is said after it was sent. @param code of what the process is told a code under {@code work.sent}, or null */
    public WorkItem<V> says(Function<Map<String, Object>, String> code) {
        said = code;
        return this;
    }

    /** Writes down that, and to whom, the work is given in this task. The same once more changes nothing. */
    public WorkItem<V> whenPlaced(Consumer<Work> writer) {
        placed = writer;
        return this;
    }

    /**
     * Writes down who is asked now that the roster has changed, also where the task stays with whom it is. The same once
     * more changes nothing.
     */
    public WorkItem<V> whenRosterTurns(Consumer<Work> writer) {
        rosterTurned = writer;
        return this;
    }

    /** 签收: somebody has received the work. */
    public WorkItem<V> whenReceived(BiConsumer<Work, String> writer) {
        received = writer;
        return this;
    }

    /** The work has gone to other hands, because the roster changed. */
    public WorkItem<V> whenHandedOver(BiConsumer<Work, Offer> writer) {
        handedOver = writer;
        return this;
    }

    /** Keys of fields in which each case has words of its own; left blank, they stay as they are. */
    public WorkItem<V> ownWords(String... keys) {
        ownWords = Set.of(keys);
        return this;
    }

    /** Keys that a form of this kind may do without; an administrator may take their fields away. */
    public WorkItem<V> mayLack(String... keys) {
        mayLack = Set.of(keys);
        return this;
    }

    /** Shows what was filled in fields that were added to these forms, earlier in the case; a {@link CaseWay} does it too. */
    public WorkItem<V> showsAddedFieldsOf(String... forms) {
        addedFieldsOf = Set.of(forms);
        return this;
    }

    /** Stands first in every list when it is created. */
    public WorkItem<V> pressingWhen(Predicate<Work> now) {
        pressing = now;
        return this;
    }

    /** Always offered until a day: a timer at the task waits for it by {@code ${dueDate(execution)}}. */
    public WorkItem<V> dated() {
        return dated(work -> offer(work).due());
    }

    /** The same, where the day is asked before there is a task: {@link Work#id()} is null. */
    public WorkItem<V> dated(Function<Work, Instant> day) {
        due = day;
        return this;
    }

    /** One's own, whatever post one holds: open tasks do not follow the roster. */
    public WorkItem<V> personal() {
        personal = true;
        return ownMatter();
    }

    /** Asked of somebody as the colleague that they are and for no post: the colleague's own page has it. */
    public WorkItem<V> ownMatter() {
        ownMatter = true;
        return this;
    }

    /** Nobody's work: a standing task by which somebody follows a case. */
    public WorkItem<V> standing() {
        standing = true;
        return personal();
    }

    /** @throws NullPointerException when something is not said that every kind of work needs */
    WorkItem<V> complete() {
        requireNonNull(offer, () -> key + " is offered to nobody");
        requireNonNull(show, () -> key + " shows nothing");
        requireNonNull(submit, () -> key + " takes nothing");
        return this;
    }

    // --- asked -------------------------------------------------------------------------------------------------------

    public String key() {
        return key;
    }

    public String form() {
        return form;
    }

    public Class<V> values() {
        return values;
    }

    /** Keys of the fields that every form of this kind has; see {@link DemandedFields}. */
    public Set<String> demanded() {
        return DemandedFields.of(values, mayLack);
    }

    /** See {@link #ownWords(String...)}. */
    public Set<String> ownWords() {
        return ownWords;
    }

    public Set<String> addedFieldsOf() {
        return addedFieldsOf;
    }

    public Offer offer(Work work) {
        return offer.apply(work);
    }

    /** Answers for each of these works; asked within one transaction. */
    public Function<Work, Offer> offers(Collection<Work> works) {
        ahead.accept(works.stream().map(Work::number).collect(toSet()));
        return together.apply(works);
    }

    /** The same after the roster has turned: what the works are about has followed it before. */
    public Function<Work, Offer> offersAnew(Collection<Work> works) {
        ahead.accept(works.stream().map(Work::number).collect(toSet()));
        works.forEach(rosterTurned);
        return together.apply(works);
    }

    public Map<String, Object> show(Work work) {
        return show.apply(work);
    }

    public Map<String, Object> submit(Work work, V handedIn) {
        return Answer.declared(key, answers, submit.apply(work, handedIn));
    }

    Listing listing() {
        return listing;
    }

    /** See {@link #says}. */
    public String said(Map<String, Object> codes) {
        return said.apply(codes);
    }

    public List<Answer> answers() {
        return answers;
    }

    public void placed(Work work) {
        placed.accept(work);
    }

    public void received(Work work, String person) {
        received.accept(work, person);
    }

    public void handedOver(Work work, Offer to) {
        handedOver.accept(work, to);
    }

    /** Whether a timer may wait for its day. */
    public boolean isDated() {
        return due != null;
    }

    /** When it is due; only of what is dated. @param work of which there may be no task yet */
    public Instant due(Work work) {
        return due.apply(work);
    }

    public boolean isPressing(Work work) {
        return pressing.test(work);
    }

    public boolean followsRoster() {
        return !personal;
    }

    /** Whether its tasks stand in no shipped diagram. */
    public boolean isTemplate() {
        return template;
    }

    public boolean isStanding() {
        return standing;
    }

    public boolean isOwnMatter() {
        return ownMatter;
    }
}
