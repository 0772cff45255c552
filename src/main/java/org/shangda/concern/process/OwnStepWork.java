package org.shangda.concern.process;

import java.util.List;
import java.util.Map;
import org.shangda.concern.LevelWork;
import org.shangda.concern.OwnSteps;
import org.shangda.concern.OwnSteps.Asking;
import org.shangda.concern.OwnSteps.Said;
import org.shangda.words.Choice;
import org.shangda.work.Answer;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A step of one's own: any user task with the template {@code org.shangda.step}. Settings: {@code question}, who is asked
 * ({@code who}, {@code unit}), {@code told} ({@code colleague} or {@code units}), {@code answers} ({@code words} or {@code
 * yes-no}).
 */
@Configuration(proxyBeanMethods = false)
class OwnStepWork {

    static final String TEMPLATE = "org.shangda.step";

    /** Whether the answer of the step that was taken last is yes; a gateway after it may ask. */
    static final String STEP_ANSWER = "stepAnswer";

    private final OwnSteps own;
    private final LevelWork level;
    private final ListedConcerns listed;

    OwnStepWork(OwnSteps own, LevelWork level, ListedConcerns listed) {
        this.own = own;
        this.level = level;
        this.listed = listed;
    }

    @Bean
    WorkItem<Said> ownStep() {
        return WorkItem.ofTemplate(TEMPLATE, "own-step", Said.class)
                .offeredTo(work -> own.offer(work.number(), asking(work)))
                .shows(this::shown)
                .takes((work, said) ->
                        Map.of(STEP_ANSWER, own.answer(work.number(), asking(work), work.caller(), said)))
                .answers(Answer.oneOf(STEP_ANSWER, true, false))
                .dated()
                .readAhead(numbers -> level.readAhead(numbers))
                .listedAs(works -> listed.between(works));
    }

    private Map<String, Object> shown(Work work) {
        Map<String, Object> shown = ShownPage.of(own.page(work.number(), asking(work)));
        shown.put("question", work.setting("question"));
        shown.put("yesOrNo", asking(work).yesOrNo());
        shown.put("answers", List.of(new Choice("是 Yes", "yes"), new Choice("否 No", "no")));
        return shown;
    }

    private static Asking asking(Work work) {
        Object handling = work.variables().apply(LevelHandling.HANDLING);
        return new Asking(
                handling instanceof Number id ? id.longValue() : null,
                work.setting("name"),
                work.setting("who"),
                work.setting("unit"),
                work.setting("told").equals("colleague"),
                work.setting("answers").equals("yes-no"));
    }
}
