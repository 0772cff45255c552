package org.shangda.concern.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shangda.concern.Entering;
import org.shangda.concern.FollowingService;
import org.shangda.concern.LevelTime;
import org.shangda.concern.Merging;
import org.shangda.concern.Reminders;
import org.shangda.concern.SupervisionService;
import org.shangda.engine.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class ConcernDelegates {

    /** Of a reminder that says none. */
    static final String SENTENCE = "still-open";

    // --- level-handling ---

    @Bean
    Step enterLevel(Entering entering) {
        return Step.of(
                execution -> CodesOf.entered(
                        entering.enter(number(execution), (String) execution.getVariable(LevelHandling.LEVEL), (String)
                                execution.getVariable(LevelHandling.STAGE))),
                MayTell.ENTERED);
    }

    @Bean
    Step checkTime(LevelTime time) {
        return Step.of(execution -> CodesOf.time(time.checkTime(number(execution), handling(execution))), MayTell.TIME);
    }

    @Bean
    Step resumeHandling(LevelTime time) {
        return Step.of(
                execution -> CodesOf.progress(time.resume(number(execution), handling(execution))), MayTell.RESUMED);
    }

    /** What was handled together with another one ends as that did, or is taken apart. */
    @Bean
    Step goOn(Merging merging) {
        return Step.of(
                execution -> CodesOf.progress(merging.goesOn(number(execution), handling(execution))), MayTell.GOES_ON);
    }

    // --- what a school draws ---

    /** Settings: {@code whom} and {@code sentence}, properties of the element. Once for each time it is reached. */
    @Bean
    Step remind(Reminders reminders) {
        return Step.of((DelegateExecution execution) -> {
            Map<String, String> settings = Settings.of(execution.getBpmnModelElementInstance());
            reminders.remind(
                    number(execution),
                    execution.getVariable(LevelHandling.HANDLING) instanceof Number id ? id.longValue() : null,
                    execution.getCurrentActivityId() + "-"
                            + execution.getActivityInstanceId().replaceAll(".*:", ""),
                    settings.getOrDefault("whom", "handlers"),
                    settings.getOrDefault("sentence", SENTENCE));
        });
    }

    // --- supervision ---

    @Bean
    Step supervisionLapsed(SupervisionService supervision) {
        return Step.of(
                execution -> CodesOf.decided(supervision.lapse(number(execution), handling(execution))),
                MayTell.LAPSED);
    }

    // --- concern-escalation ---

    @Bean
    Step grantConfirmation(FollowingService following) {
        return Step.of(
                execution -> Map.of(
                        ConcernEscalation.CONFIRM_BY, CodesOf.date(following.confirmBy(number(execution))),
                        ConcernEscalation.SECOND_RETURN, following.returnedTwice(number(execution))),
                MayTell.CONFIRMATION);
    }

    @Bean
    Step grantReading(FollowingService following) {
        return Step.of(
                execution -> Map.of(
                        ConcernEscalation.CONFIRM_BY, CodesOf.date(following.confirmBy(number(execution))),
                        ConcernEscalation.ANSWERED_LEVEL, following.levelThatAnswered(number(execution))),
                MayTell.READING);
    }

    @Bean
    Step passOnBySilence(FollowingService following) {
        return Step.of(execution -> following.goesOn(number(execution), true));
    }

    @Bean
    Step referBySilence(FollowingService following) {
        return Step.of(execution -> following.goesOn(number(execution), false));
    }

    @Bean
    Step deliverAnswer(FollowingService following) {
        return Step.of(
                execution -> Map.of(ConcernEscalation.RATE_BY, CodesOf.date(following.answered(number(execution)))),
                MayTell.DELIVERED);
    }

    @Bean
    Step closeUnrated(FollowingService following) {
        return Step.of(execution -> following.unrated(number(execution)));
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private static long handling(DelegateExecution execution) {
        return ((Number) execution.getVariable(LevelHandling.HANDLING)).longValue();
    }
}
