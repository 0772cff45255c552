package org.shangda.concern;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 并案: a handler puts concerns about the same thing together, and takes them apart again (adr/0066). */
@Service
@Transactional
public class Merging {

    /** What a colleague is not satisfied with is handled again by itself. */
    static final String STAGE = "first";

    /** So many are handled in one step. */
    static final int MOST = 50;

    /** @param numbers of concerns */
    public record Selection(List<String> numbers) {}

    /**
     * What a handler reads of one that may be put together with theirs.
     *
     * @param place where it is, in words; empty where nothing was said
     * @param merged whether it is handled with theirs now
     * @param hindered why it cannot be put together with theirs now; empty where it can
     */
    public record Similar(
            String number, String title, String category, String place, String due, boolean merged, String hindered) {}

    private final Concerns concerns;
    private final Handlings handlings;
    private final Supervisions supervisions;
    private final AgendaItems agenda;
    private final Steps steps;
    private final Together together;
    private final LevelWork work;
    private final Reach reach;
    private final ConcernProcess process;
    private final LevelClock clock;
    private final Labels labels;
    private final Sentences say;

    Merging(
            Concerns concerns,
            Handlings handlings,
            Supervisions supervisions,
            AgendaItems agenda,
            Steps steps,
            Together together,
            LevelWork work,
            Reach reach,
            ConcernProcess process,
            LevelClock clock,
            Labels labels,
            Sentences say) {
        this.concerns = concerns;
        this.handlings = handlings;
        this.supervisions = supervisions;
        this.agenda = agenda;
        this.steps = steps;
        this.together = together;
        this.work = work;
        this.reach = reach;
        this.process = process;
        this.clock = clock;
        this.labels = labels;
        this.say = say;
    }

    /**
     * Of the same unit and category, what the handler works on as well: what is handled with it, then what is at the place of one
     * of these, then the others.
     *
     * @throws Refusal when the concern is not one that waits for this handler
     */
    @Transactional(readOnly = true)
    public List<Similar> similar(String number, String person) {
        Handling leading = ofHandler(number, person);
        Reach.Reader reader = reach.reader(person);
        String category = leading.concern().raising().category();
        List<Handling> others = handlings.atUnit(leading.level(), leading.answeringUnit()).stream()
                .filter(other -> other != leading)
                .filter(other -> isWith(leading, other)
                        || category.equals(other.concern().raising().category()))
                .toList();
        readAhead(others);
        List<String> places = together.all(leading).stream()
                .map(one -> one.concern().raising().place())
                .toList();
        return others.stream()
                .filter(other -> reader.knows(other.concern()))
                .map(other -> row(leading, other, person))
                .sorted(Comparator.comparing((Similar row) -> !row.merged())
                        .thenComparing(row -> places.stream()
                                .noneMatch(place -> SamePlace.isAround(place, row.place())
                                        || SamePlace.isAround(row.place(), place))))
                .toList();
    }

    private static boolean isWith(Handling leading, Handling other) {
        return leading.id().equals(other.terms().ledBy());
    }

    /** With their visits and pauses, so that no row asks for its own. */
    private void readAhead(List<Handling> others) {
        Set<String> numbers =
                others.stream().map(other -> other.concern().number()).collect(Collectors.toSet());
        if (!numbers.isEmpty()) {
            concerns.findAllById(numbers);
            handlings.withPauses(numbers);
        }
    }

    private Similar row(Handling leading, Handling other, String person) {
        boolean merged = isWith(leading, other);
        Refusal hindrance = merged ? null : hindrance(leading, other, person);
        return new Similar(
                other.concern().number(),
                other.concern().raising().title(),
                labels.of("category", other.concern().raising().category()),
                Objects.requireNonNullElse(other.concern().raising().place(), ""),
                labels.time(other.terms().dueAt()),
                merged,
                hindrance == null ? "" : say.of(hindrance));
    }

    /**
     * They are handled with this one from now on.
     *
     * @throws Refusal that says which of them cannot be, and why; then none is
     */
    public List<Similar> merge(String number, String person, Selection selection) {
        Handling leading = ofHandler(number, person);
        List<Handling> others = chosen(selection, number).stream()
                .map(other -> visible(other, person))
                .filter(other -> !isWith(leading, other))
                .toList();
        int more = others.stream().mapToInt(other -> together.all(other).size()).sum();
        if (together.all(leading).size() + more > MOST) {
            throw Refusal.conflict("merge.too-many", MOST);
        }
        for (Handling other : others) {
            Refusal hindrance = hindrance(leading, other, person);
            if (hindrance != null) {
                throw hindrance;
            }
            if (other.terms().receiptAsked() && other.receivedBy() == null) {
                work.received(other.concern().number(), other.workItem(), person);
            }
        }
        if (!others.isEmpty()) {
            put(leading, others, person);
        }
        return similar(number, person);
    }

    /** What waited in tasks of their own waits for the leading one from now on. @param others one at least */
    void put(Handling leading, List<Handling> others, String person) {
        Instant now = clock.now();
        for (Handling other : others) {
            supervisions.end(other, "merged", now);
            together.merge(other, leading);
            steps.save(Step.of(other.concern(), Step.Kind.MERGED, now).in(other).by(person));
            process.merged(other.concern().number());
        }
        steps.save(Step.of(leading.concern(), Step.Kind.LEADS, now)
                .in(leading)
                .by(person)
                .code(String.valueOf(others.size())));
    }

    /**
     * Each of them goes on by itself where it stands, with its own clock.
     *
     * @throws Refusal when this one leads none, or waits for a signature; or one of the others is not handled with it
     */
    public List<Similar> apart(String number, String person, Selection selection) {
        Handling leading = ofHandler(number, person);
        if (leading.terms().ledBy() != null) {
            throw Refusal.conflict("merge.waits-itself", number);
        }
        if (together.waitingFor(leading).isEmpty()) {
            throw Refusal.conflict("merge.alone", number);
        }
        if (leading.proposed()) {
            throw Refusal.conflict("merge.being-signed", number);
        }
        if (agenda.ofVisit(leading.id()).isPresent()) {
            throw Refusal.conflict("merge.on-the-agenda", number);
        }
        for (String chosen : chosen(selection, number)) {
            Handling other = visible(chosen, person);
            if (!isWith(leading, other)) {
                throw Refusal.conflict("merge.not-together", chosen, number);
            }
            together.apart(other);
            steps.save(Step.of(other.concern(), Step.Kind.APART, clock.now())
                    .in(other)
                    .by(person));
        }
        return similar(number, person);
    }

    /** What one that has waited does next: it ends as the leading one did, or goes on by itself. */
    public Progress goesOn(String number, long handlingId) {
        Handling handling = concerns.get(number).visits().of(handlingId);
        if (!handling.open()) {
            Outcome outcome = handling.outcome() == Outcome.REASSIGNED ? Outcome.TRANSFER : handling.outcome();
            return new Progress(outcome, false, null, null, 0);
        }
        Outcome next = Outcome.HANDLE;
        Instant until = null;
        if (handling.awaitsDecision()) {
            next = Outcome.AGENDA;
        } else if (handling.paused()) {
            next = Outcome.EXPLAIN;
            until = clock.openingOf(handling.proposal().on());
        }
        return new Progress(next, false, clock.next(handling), until, 0);
    }

    // --- what may be put together ------------------------------------------------------------------------------------

    /** Why the two cannot be handled together now; null where they can. */
    private Refusal hindrance(Handling leading, Handling other, String person) {
        String number = other.concern().number();
        if (leading.terms().ledBy() != null) {
            return Refusal.conflict("merge.waits-itself", leading.concern().number());
        }
        if (other.terms().ledBy() != null) {
            return Refusal.conflict("merge.merged-already", number);
        }
        if (leading.concern().isHazard() || other.concern().isHazard()) {
            return Refusal.conflict("merge.hazard");
        }
        if (!leading.stage().equals(STAGE) || !other.stage().equals(STAGE)) {
            return Refusal.conflict("merge.handled-again", number);
        }
        if (!Together.inHand(leading)) {
            return Refusal.conflict("merge.not-in-hand", leading.concern().number());
        }
        if (!Together.inHand(other)) {
            return Refusal.conflict("merge.not-in-hand", number);
        }
        if (!work.isFor(other, person)) {
            return Refusal.conflict("merge.not-yours", number);
        }
        if (isWithAnother(leading, person) || leading.terms().receiptAsked() && leading.receivedBy() == null) {
            return Refusal.conflict("merge.receive-first");
        }
        if (isWithAnother(other, person)) {
            return Refusal.conflict("merge.with-another", number);
        }
        if (!together.mayBeJoined(leading, other)) {
            return Refusal.conflict("merge.not-the-same-people", number);
        }
        return null;
    }

    private static boolean isWithAnother(Handling handling, String person) {
        return handling.receivedBy() != null && !handling.receivedBy().equals(person);
    }

    /** Each once. @throws Refusal when there are none, or too many */
    static List<String> numbers(Selection selection) {
        if (selection == null
                || selection.numbers() == null
                || selection.numbers().isEmpty()
                || selection.numbers().stream().anyMatch(one -> one == null || one.isBlank())) {
            throw Refusal.invalid("text.missing", Inputs.label("numbers"));
        }
        if (selection.numbers().size() > MOST) {
            throw Refusal.invalid("merge.too-many", MOST);
        }
        return selection.numbers().stream().map(String::strip).distinct().toList();
    }

    private static List<String> chosen(Selection selection, String leading) {
        List<String> others =
                numbers(selection).stream().filter(one -> !one.equals(leading)).toList();
        if (others.isEmpty()) {
            throw Refusal.invalid("merge.itself", leading);
        }
        return others;
    }

    /** The open visit of a concern that waits for a handler. */
    private Handling ofHandler(String number, String person) {
        Handling handling = visible(number, person);
        if (!work.isFor(handling, person)) {
            throw Refusal.conflict("merge.not-yours", number);
        }
        return handling;
    }

    private Handling visible(String number, String person) {
        Reach.Reader reader = reach.reader(person);
        Concern concern = concerns.findById(number)
                .filter(reader::knows)
                .orElseThrow(() -> Refusal.notFound("concern.not-found"));
        return concern.handlings().stream()
                .filter(Handling::open)
                .reduce((one, later) -> later)
                .orElseThrow(() -> Refusal.conflict("merge.not-in-hand", number));
    }
}
