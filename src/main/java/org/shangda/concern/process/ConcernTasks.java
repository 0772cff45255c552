package org.shangda.concern.process;

import java.util.Map;
import java.util.function.Function;
import org.shangda.concern.FollowingService;
import org.shangda.concern.HandlingService;
import org.shangda.concern.SupervisionService;
import org.shangda.engine.OfferedTasks;
import org.shangda.university.Offer;
import org.springframework.stereotype.Component;

/** Whose the open tasks of concerns are on today's roster. */
@Component
class ConcernTasks implements OfferedTasks {

    private final HandlingService handling;
    private final Map<String, Function<Work, Offer>> offers;

    ConcernTasks(HandlingService handling, SupervisionService supervision, FollowingService following) {
        this.handling = handling;
        this.offers = Map.of(
                LevelHandling.HANDLE,
                work -> {
                    handling.answerAnew(work.number(), handling(work));
                    return handling.offer(work.number(), handling(work), work.id());
                },
                LevelHandling.RECORD_DECISION,
                work -> {
                    handling.answerAnew(work.number(), handling(work));
                    return handling.offerDecision(work.number(), handling(work), work.id());
                },
                LevelHandling.SIGN,
                work -> handling.offerSignature(work.number(), handling(work), work.id()),
                LevelHandling.OPINION,
                work -> handling.offerOpinion(work.number(), handling(work), work.id()),
                SupervisionProcess.SUPERVISE,
                work -> supervision.offer(work.number(), handling(work), work.id()),
                ConcernEscalation.PASS_ON_ANSWER,
                work -> following.offerToUnitInCharge(work.number(), "pass-on"),
                ConcernEscalation.CONFIRM_REFERRAL,
                work -> following.offerToUnitInCharge(work.number(), "referral"));
    }

    private static long handling(Work work) {
        return work.id(LevelHandling.HANDLING);
    }

    @Override
    public Map<String, Function<Work, Offer>> offers() {
        return offers;
    }

    @Override
    public void handedOver(Work work, Offer offer) {
        handling.handedOver(work.number(), offer.what());
    }
}
