package org.shangda.concern;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shangda.attachment.Attachments;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the colleague does with the concern on its way, and what the college in charge of it (跟踪责任单位) does on the
 * colleague's behalf.
 */
@Service
@Transactional
public class FollowingService {

    private final EntityManager entities;
    private final Concerns concerns;
    private final Steps steps;
    private final Supervisions supervisions;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Tidings tidings;
    private final Words words;
    private final Attachments attachments;
    private final Together together;

    FollowingService(
            EntityManager entities,
            Concerns concerns,
            Steps steps,
            Supervisions supervisions,
            University university,
            LevelClock clock,
            Inputs inputs,
            Tidings tidings,
            Words words,
            Attachments attachments,
            Together together) {
        this.entities = entities;
        this.concerns = concerns;
        this.steps = steps;
        this.supervisions = supervisions;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
        this.tidings = tidings;
        this.words = words;
        this.attachments = attachments;
        this.together = together;
    }

    // --- 我的事项 ------------------------------------------------------------------------------------------------------

    /**
     * What the colleague does in 「我的事项」.
     *
     * @param action {@code paper}, {@code urge}, {@code travel} or {@code withdraw}
     * @param words the paper, in words; optional with the others
     * @param travel for {@code travel}
     * @param files for {@code paper}: ids of files that the person has uploaded and not used yet
     */
    public record Action(
            @Text(max = 40) String action,
            @Text(max = 20_000, required = false) String words,
            @Text(max = 40, required = false) String travel,
            List<@Text(max = 64) String> files) {}

    /** @return whether the concern was withdrawn */
    public boolean act(String number, String person, Action action) {
        inputs.check(action);
        Concern concern = followed(number, person);
        Instant now = clock.now();
        switch (action.action()) {
            case "paper" -> {
                concern.requireState(Concern.State.OPEN, Concern.State.ANSWERED);
                inputs.check(new Paper(action.words()));
                attachments.add(person, action.files(), number);
                steps.save(Step.of(concern, Step.Kind.PAPER, now).by(person).words(action.words()));
            }
            case "urge" -> {
                if (urgeRests(concern).isPresent()) {
                    throw Refusal.conflict("concern.urged-lately", clock.days(PracticeDays.What.URGE_EVERY));
                }
                concern.urged(now);
                Step step = Step.of(concern, Step.Kind.URGED, now).by(person).words(Inputs.blankToNull(action.words()));
                tidings.urgedByColleague(steps.save(step), concern);
            }
            case "travel" -> {
                concern.travels(new Travel(words.chosen(Travel.KIND, action.travel(), "travel")));
                // Whoever passes it up at the same moment must not be overtaken: one of the two is refused.
                concern.handlings().stream()
                        .filter(Handling::open)
                        .forEach(one -> entities.lock(one, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
                steps.save(Step.of(concern, Step.Kind.TRAVEL_CHANGED, now)
                        .by(person)
                        .code(action.travel()));
            }
            case "withdraw" -> {
                concern.handlings().stream().filter(Handling::open).forEach(together::leaves);
                concern.withdraw(now);
                concern.handlings().forEach(one -> supervisions.end(one, "withdrawn", now));
                steps.save(Step.of(concern, Step.Kind.WITHDRAWN, now)
                        .by(person)
                        .words(Inputs.blankToNull(action.words())));
            }
            default -> throw Inputs.unknown("action");
        }
        return concern.state() == Concern.State.WITHDRAWN;
    }

    /** Until when it cannot be urged again; empty when it can be now. */
    Optional<Instant> urgeRests(Concern concern) {
        return Optional.ofNullable(concern.urgedAt())
                .map(urged -> clock.within(
                        PracticeDays.What.URGE_EVERY, urged, concern.raising().counting()))
                .filter(again -> clock.now().isBefore(again));
    }

    public Offer offerToColleague(String number, String what, Instant due) {
        Concern concern = concerns.get(number);
        return toPerson(concern, concern.raising().colleague(), what, due);
    }

    public Offer offerToRaiser(String number, String what) {
        Concern concern = concerns.get(number);
        return toPerson(concern, concern.raising().raisedBy(), what, null);
    }

    private static Offer toPerson(Concern concern, String person, String what, Instant due) {
        // A hazard waits for what is asked of the colleague; following and rating it has time.
        return Offer.to(person, due, what, concern.raising().card())
                .urgentIf(concern.isHazard() && what.equals("supplement"));
    }

    // --- the answer --------------------------------------------------------------------------------------------------

    /** The answer goes to the colleague. @return until when it can be rated */
    public Instant answered(String number) {
        Concern concern = concerns.get(number);
        concern.answered(clock.now());
        return clock.within(PracticeDays.What.RATE_WITHIN, concern.raising().counting());
    }

    /**
     * The colleague's verdict.
     *
     * @param rating {@code satisfied}, {@code basically-satisfied} or {@code dissatisfied}, or another name of one of them
     * @param reason from a closed list, for {@code dissatisfied}
     */
    public record RatingInput(
            @Text(max = 40) String rating,
            @Text(max = 40, required = false) String reason,
            @Text(max = 2_000, required = false) String words) {}

    /** @return {@code closed}, {@code again} or {@code review} */
    public String rate(String number, String person, RatingInput input) {
        inputs.check(input);
        Concern concern = followed(number, person);
        Rating rating = new Rating(words.chosen(Rating.GIVEN, input.rating(), "rating"));
        if (rating.isDissatisfied()
                && (input.reason() == null || !words.codes("reason").contains(input.reason()))) {
            throw Refusal.invalid("rating.reason-missing");
        }
        Verdict verdict = concern.rate(rating, clock.now());
        steps.save(Step.of(concern, Step.Kind.RATED, clock.now())
                .by(person)
                .rated(rating, rating.isDissatisfied() ? input.reason() : null)
                .words(Inputs.blankToNull(input.words())));
        return verdict.code();
    }

    /** Ten working days without a word: 未评价. */
    public void unrated(String number) {
        Concern concern = concerns.get(number);
        concern.unrated(clock.now());
        steps.save(Step.of(concern, Step.Kind.CLOSED, clock.now()).code(Rating.UNRATED.code()));
    }

    // --- the college in charge ---------------------------------------------------------------------------------------

    public Instant confirmBy(String number) {
        Concern concern = concerns.get(number);
        return clock.within(PracticeDays.What.CONFIRM_WITHIN, concern.raising().counting());
    }

    /** Code of the level whose answer is on its way to the colleague; a department's is read by the college first. */
    public String levelThatAnswered(String number) {
        return concerns.get(number).visits().answeredBy().map(Handling::level).orElseThrow();
    }

    /** Whether two departments have said that it is not theirs, so that the assigning office must decide. */
    public boolean returnedTwice(String number) {
        return concerns.get(number).returnedTwice();
    }

    public Offer offerToUnitInCharge(String number, String what) {
        Concern concern = concerns.get(number);
        return LevelWork.toAll(
                concern,
                university.handlersOf(concern.inCharge(university), concern.peopleAside(university)),
                clock.within(PracticeDays.What.CONFIRM_WITHIN, concern.raising().counting()),
                what);
    }

    /**
     * The college reads the department's answer first, or confirms that an unsolved concern goes on.
     *
     * @param agrees passes the answer on, or sends the concern on; false asks the department to complete its answer
     *     (once), or takes the concern back
     */
    public record Confirmation(
            boolean agrees,
            @Text(max = 2_000, required = false) String words) {}

    /** @return whether the answer goes to the colleague */
    public boolean passOn(String number, String person, Confirmation confirmation) {
        return confirm(number, person, confirmation, Step.Kind.PASSED_ON, Step.Kind.QUESTIONED, concern -> {
            Handling answer = concern.visits().answeredBy().orElseThrow();
            concern.questioned();
            concern.refer(answer.unit(), List.of());
        });
    }

    /** @return whether the concern goes on to the next level */
    public boolean referOn(String number, String person, Confirmation confirmation) {
        return confirm(number, person, confirmation, Step.Kind.REFERRED, Step.Kind.TAKEN_BACK, concern -> {});
    }

    private boolean confirm(
            String number,
            String person,
            Confirmation confirmation,
            Step.Kind agreed,
            Step.Kind refused,
            Consumer<Concern> whenRefused) {
        inputs.check(confirmation);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        if (!confirmation.agrees()) {
            if (confirmation.words() == null || confirmation.words().isBlank()) {
                throw Refusal.invalid("text.missing", Inputs.label("words"));
            }
            whenRefused.accept(concern);
        }
        steps.save(Step.of(concern, confirmation.agrees() ? agreed : refused, clock.now())
                .unit(concern.inCharge(university))
                .by(person)
                .words(Inputs.blankToNull(confirmation.words())));
        return confirmation.agrees();
    }

    /** Silence of the unit in charge: the answer, or the concern, goes on. */
    public void goesOn(String number, boolean answer) {
        Concern concern = concerns.get(number);
        steps.save(Step.of(concern, answer ? Step.Kind.PASSED_ON : Step.Kind.REFERRED, clock.now())
                .unit(concern.inCharge(university))
                .code("silence"));
    }

    private Concern followed(String number, String person) {
        Concern concern = concerns.get(number);
        if (!concern.raising().concerns(person)) {
            throw Refusal.notFound("concern.not-found");
        }
        return concern;
    }
}
