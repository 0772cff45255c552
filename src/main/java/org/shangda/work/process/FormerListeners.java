package org.shangda.work.process;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Earlier diagrams name a listener at every user task. The engine has its own at each of them now, but cases that run on
 * those diagrams, and an administrator's copies of them, still call these names. To be deleted when no case is left on a
 * version from before December 2026.
 */
@Configuration(proxyBeanMethods = false)
class FormerListeners {

    @Bean({
        "offerHandling",
        "recordReceipt",
        "offerSignature",
        "offerSupplement",
        "offerOpinion",
        "offerDecision",
        "offerSupervision",
        "offerToColleague",
        "offerToRaiser",
        "offerAnswerToRead",
        "offerReferral",
        "offerRating",
        "offerRegistration",
        "offerFollowUp",
        "offerCollegeLook",
        "offerNote",
        "offerEventTalk",
        "offerTalkFollowUp",
        "offerConsent",
        "offerTelling",
        "offerAcceptance",
        "offerChoice",
        "offerFinding",
        "offerWave",
        "offerSummaryWriting",
        "offerSummaryReview"
    })
    TaskListener formerListener() {
        return task -> {};
    }
}
