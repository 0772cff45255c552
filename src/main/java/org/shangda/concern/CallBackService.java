package org.shangda.concern;

import java.util.List;
import java.util.Set;
import org.shangda.concern.ConcernProcess.Departure;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Text;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.WordKind;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 回访. Whoever calls learns who was answered, by whom and when, and not the story: the colleague knows it, and says of it what
 * they like. Where it is not settled and the colleague wants it, it is handled again as after 不满意.
 */
@Service
@Transactional
public class CallBackService {

    private static final String REACHED = "reached";

    static final WordKind WHETHER_REACHED = WordKind.named("reached", REACHED, "not-reached", "declined");
    static final WordKind PROMISE = WordKind.named("promise", "done", "not-done", "none");

    /**
     * What the caller writes down.
     *
     * @param reached {@code reached}, {@code not-reached} or {@code declined}, or another name of one
     * @param rating how satisfied the colleague is now: one of 评价's; asked of who was reached
     * @param promise whether what was promised is done; asked of who was reached
     * @param again the colleague wants it handled again
     * @param note required with {@code again}: whoever handles it again reads it, and the colleague
     */
    public record Call(
            @Text(max = 40) String reached,
            @Text(max = 40, required = false) String rating,
            @Text(max = 40, required = false) String promise,
            Boolean again,
            @Text(max = 2_000, required = false) String note) {}

    /** What the caller is shown; every text in the reader's language. */
    public record CallPage(
            String number,
            String kind,
            String colleague,
            String colleagueUnit,
            String telephone,
            String answeredBy,
            String answeredOn,
            String outcome,
            String because,
            boolean mayBeHandledAgain,
            List<Choice> reachedChoices,
            List<Choice> ratings,
            List<Choice> promises) {}

    private final CallBacks callBacks;
    private final Concerns concerns;
    private final Steps steps;
    private final ConcernProcess process;
    private final Closings closings;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;
    private final Labels labels;
    private final Sentences say;

    CallBackService(
            CallBacks callBacks,
            Concerns concerns,
            Steps steps,
            ConcernProcess process,
            Closings closings,
            University university,
            LevelClock clock,
            Inputs inputs,
            Words words,
            Labels labels,
            Sentences say) {
        this.callBacks = callBacks;
        this.concerns = concerns;
        this.steps = steps;
        this.process = process;
        this.closings = closings;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
        this.labels = labels;
        this.say = say;
    }

    public void readAhead(Set<String> numbers) {
        concerns.findAllById(
                callBacks.findAllById(numbers).stream().map(CallBack::concern).toList());
    }

    public Offer offer(String number) {
        CallBack call = callBacks.get(number);
        Concern concern = concerns.get(call.concern());
        List<String> card = concern.raising().card();
        return CallBackDrawing.callers(call.unit(), concern, university)
                .map(callers -> Offer.to(callers, call.dueAt(), "call-back", card))
                .orElseGet(() -> new Offer(null, null, List.of(), call.dueAt(), "call-back", card));
    }

    @Transactional(readOnly = true)
    public CallPage page(String number) {
        CallBack call = callBacks.get(number);
        Concern concern = concerns.get(call.concern());
        Handling answer = concern.visits().answeredBy().orElseThrow();
        Person colleague = university.person(concern.raising().colleague()).orElse(null);
        return new CallPage(
                concern.number(),
                labels.of("type", concern.raising().type().code()) + " · "
                        + labels.of("category", concern.raising().category()),
                university.nameOf(concern.raising().colleague()),
                labels.name(concern.raising().branch()),
                colleague == null || colleague.telephone() == null ? "" : colleague.telephone(),
                labels.unit(answer.answeringUnit()),
                clock.dayOf(concern.answeredAt()).toString(),
                closings.settledAs(answer.proposal().closing()),
                say.of("handling.because", call.clause()),
                mayBeHandledAgain(concern),
                words.choices(WHETHER_REACHED),
                words.choices(Rating.GIVEN),
                words.choices(PROMISE));
    }

    public void called(String number, String person, Call input) {
        inputs.check(input);
        words.chosen(WHETHER_REACHED, input.reached(), "reached");
        if (wasReached(input)) {
            words.chosen(Rating.GIVEN, input.rating(), "rating");
            words.chosen(PROMISE, input.promise(), "promise");
        }
        CallBack call = callBacks.get(number);
        Concern concern = concerns.get(call.concern());
        call.called(person, input, clock.now());
        steps.save(Step.of(concern, Step.Kind.CALLED_BACK, clock.now())
                .unit(call.unit())
                .by(person)
                .code(input.reached()));
        if (call.handledAgain()) {
            again(concern, call, person, input);
        }
    }

    private void again(Concern concern, CallBack call, String person, Call input) {
        if (Inputs.blankToNull(input.note()) == null) {
            throw Refusal.invalid("text.missing", Inputs.label("note"));
        }
        if (!mayBeHandledAgain(concern)) {
            throw Refusal.conflict("call-back.not-again");
        }
        concern.reopened();
        steps.save(Step.of(concern, Step.Kind.REOPENED, clock.now())
                .unit(call.unit())
                .by(person)
                .words(input.note()));
        process.handledAgain(new Departure(
                concern.number(),
                concern.raising().type().asked(),
                concern.raising().category(),
                concern.isHazard(),
                concern.raising().forAnother()));
    }

    /** A suggestion is rated, and not handled again; nor is what may not be known to who would handle it. */
    private static boolean mayBeHandledAgain(Concern concern) {
        return concern.state() == Concern.State.CLOSED
                && concern.mayTravel()
                && !concern.raising().type().isSuggestion();
    }

    static boolean wasReached(Call input) {
        return WordKind.plain(input.reached()).equals(REACHED);
    }
}
