package org.shangda.monitoring.process;

import java.util.Objects;
import java.util.Set;
import org.shangda.engine.OfferingAnew;
import org.shangda.engine.running.Retrying;
import org.shangda.engine.running.Suspending;
import org.shangda.engine.running.Suspending.Suspension;
import org.shangda.monitoring.Detail;
import org.shangda.monitoring.Stalled;
import org.shangda.monitoring.StalledAction;
import org.shangda.monitoring.StalledAction.Field;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.refusal.Sentences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators and administrators do about steps, suspensions and tasks of nobody (adr/0052). */
@Configuration(proxyBeanMethods = false)
class EngineActions {

    private final Sentences sentences;

    EngineActions(Sentences sentences) {
        this.sentences = sentences;
    }

    /** A step that was given up, or is locked by a node that does not come back. */
    @Bean
    StalledAction retryStep(Retrying retrying) {
        return EngineAction.about("retry", Set.of(Cause.JOB_FAILED, Cause.JOB_LOCKED), (reader, row, said) -> {
            retrying.retry(row.item());
            return done("retry");
        });
    }

    @Bean
    StalledAction retryStepsOfOneCause(Retrying retrying) {
        return EngineAction.about(
                "retry-alike",
                Set.of(Cause.JOB_FAILED),
                (reader, row, said) -> done("retry-alike", retrying.retryAllLike(row.item())));
    }

    /** Of a case that is suspended already, the reason and the day change. */
    @Bean
    StalledAction suspendCase(Suspending suspending) {
        Set<Field> asks = Set.of(Field.WORDS, Field.UNTIL);
        return EngineAction.aboutCases("suspend", asks, Suspending.LONGEST_REASON, (reader, row, said) -> {
            suspending.suspend(row.number(), new Suspension(said.words(), said.until()), reader.person());
            return done("suspend", said.until().toString());
        });
    }

    @Bean
    StalledAction resume(Suspending suspending) {
        return EngineAction.about("resume", Set.of(Cause.SUSPENDED), (reader, row, said) -> {
            resume(suspending, row, reader.person());
            return done("resume");
        });
    }

    private static void resume(Suspending suspending, Stalled row, String by) {
        switch (Objects.requireNonNullElse(Detail.read(row.detail()).reason(), "")) {
            case JobCauses.STEPS -> suspending.resumeJobDefinition(row.item(), by);
            case JobCauses.DIAGRAM -> suspending.resumeDefinition(row.item(), by);
            default -> suspending.resume(row.number() == null ? row.item() : row.number(), by);
        }
    }

    @Bean
    StalledAction offerAnew(OfferingAnew offering) {
        return EngineAction.about("offer-anew", Set.of(Cause.NOBODY_CAN_ACT), (reader, row, said) -> {
            offering.offer(row.item());
            return done("offer-anew");
        });
    }

    private String done(String code, Object... arguments) {
        return sentences.of("stalled.act." + code + ".done", arguments);
    }
}
