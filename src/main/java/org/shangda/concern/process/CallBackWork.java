package org.shangda.concern.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.concern.CallBackService;
import org.shangda.concern.CallBackService.Call;
import org.shangda.concern.CallBackService.CallPage;
import org.shangda.engine.door.Contract;
import org.shangda.work.Course;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the supervising unit does for a concern that was answered. */
@Configuration(proxyBeanMethods = false)
class CallBackWork {

    private final CallBackService callBacks;

    CallBackWork(CallBackService callBacks) {
        this.callBacks = callBacks;
    }

    @Bean
    Course callBack() {
        return Course.of(CallBackProcess.PROCESS).withTasks(CallBackProcess.CALL);
    }

    @Bean
    Contract callBackContract() {
        return Contract.of(CallBackProcess.PROCESS);
    }

    /** 回访: the colleague is asked; the form shows no story. */
    @Bean
    WorkItem<Call> callBackCall() {
        return WorkItem.of(CallBackProcess.CALL, "call-back", Call.class)
                .readAhead(numbers -> callBacks.readAhead(numbers))
                .offeredTo(work -> callBacks.offer(work.number()))
                .dated()
                .shows(work -> shown(callBacks.page(work.number())))
                .takes((work, call) -> {
                    callBacks.called(work.number(), work.caller(), call);
                    return Map.of();
                });
    }

    private static Map<String, Object> shown(CallPage page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("kind", page.kind());
        shown.put("colleagueName", page.colleague());
        shown.put("colleagueUnit", page.colleagueUnit());
        shown.put("telephone", page.telephone());
        shown.put("answeredBy", page.answeredBy());
        shown.put("answeredOn", page.answeredOn());
        shown.put("outcome", page.outcome());
        shown.put("because", page.because());
        shown.put("mayBeHandledAgain", page.mayBeHandledAgain());
        shown.put("reachedChoices", page.reachedChoices());
        shown.put("ratings", page.ratings());
        shown.put("promises", page.promises());
        return shown;
    }
}
