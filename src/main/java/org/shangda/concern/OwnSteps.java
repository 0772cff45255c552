package org.shangda.concern;

import java.time.Instant;
import org.shangda.concern.ConcernPages.Page;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Answering;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A step that a school has drawn into the way of its concerns: a question to somebody, whose words go into the way. */
@Service
@Transactional
public class OwnSteps {

    /** As long may what the step is called be in the way. */
    private static final int LONGEST_NAME = 64;

    private final Concerns concerns;
    private final Steps steps;
    private final ConcernPages pages;
    private final FollowingService following;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;

    OwnSteps(
            Concerns concerns,
            Steps steps,
            ConcernPages pages,
            FollowingService following,
            University university,
            LevelClock clock,
            Inputs inputs) {
        this.concerns = concerns;
        this.steps = steps;
        this.pages = pages;
        this.following = following;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
    }

    /**
     * What the diagram says of the step.
     *
     * @param handling id of the handling during which it is asked, or null between two levels
     * @param name what it is called
     * @param who {@code colleague}; {@code unit}, the unit that handles it, else the one in charge; {@code head} of that
     *     unit; or {@code named}
     * @param unit code of the unit that is named
     * @param told whether the colleague reads the words
     * @param yesOrNo whether the answer is yes or no, with words if one likes
     */
    public record Asking(Long handling, String name, String who, String unit, boolean told, boolean yesOrNo) {

        boolean ofColleague() {
            return who.equals("colleague");
        }
    }

    /** @param answer {@code yes} or {@code no} where that is asked for, otherwise null */
    public record Said(
            @Text(max = 8, required = false) String answer,
            @Text(max = 20_000, required = false) String words) {}

    public Offer offer(String number, Asking asking) {
        Concern concern = concerns.get(number);
        return asking.ofColleague()
                ? following.offerToColleague(number, "own-step", dueBy(concern))
                : LevelWork.toAll(concern, answering(concern, asking), dueBy(concern), "own-step");
    }

    private Instant dueBy(Concern concern) {
        return clock.within(PracticeDays.What.OWN_STEP_WITHIN, concern.raising().counting());
    }

    public Page page(String number, Asking asking) {
        Concern concern = concerns.get(number);
        return asking.ofColleague() ? pages.forFollower(number) : pages.forUnit(number, unit(concern, asking));
    }

    /** @return whether the answer is yes; also where words alone were asked for */
    public boolean answer(String number, Asking asking, String person, Said said) {
        inputs.check(said);
        boolean yes = !"no".equals(said.answer());
        if (asking.yesOrNo() && !"yes".equals(said.answer()) && yes) {
            throw Inputs.unknown("answer");
        }
        boolean wordless = said.words() == null || said.words().isBlank();
        if (!asking.yesOrNo() && wordless) {
            throw Refusal.invalid("text.missing", Inputs.label("words"));
        }
        Concern concern = concerns.get(number);
        boolean told = asking.told() || asking.ofColleague();
        Step step = Step.of(concern, told ? Step.Kind.OWN_STEP_TOLD : Step.Kind.OWN_STEP, clock.now())
                .by(person)
                .code(shortened(asking.name()))
                .words(asking.yesOrNo() ? (yes ? "是。" : "否。") + (wordless ? "" : said.words()) : said.words());
        steps.save(asking.ofColleague() ? step : step.unit(unit(concern, asking)));
        return yes;
    }

    private Answering answering(Concern concern, Asking asking) {
        String unit = unit(concern, asking);
        return asking.who().equals("head")
                ? university.headOf(unit, concern.peopleAside(university))
                : university.handlersOf(unit, concern.peopleAside(university));
    }

    /** A unit that stands aside is not asked, nor anybody new about what the colleague does not let travel. */
    private String unit(Concern concern, Asking asking) {
        boolean named = asking.who().equals("named")
                && concern.mayTravel()
                && university.unit(asking.unit()).isPresent()
                && !concern.standsAside(asking.unit());
        if (named) {
            return asking.unit();
        }
        return asking.handling() == null
                ? concern.inCharge(university)
                : concern.visits().of(asking.handling()).answeringUnit();
    }

    private static String shortened(String name) {
        return Inputs.shortened(name, LONGEST_NAME);
    }
}
