package org.shangda.pairing.process;

import org.shangda.engine.StartForm;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.PairingService.Asking;
import org.shangda.pairing.Turn;
import org.springframework.stereotype.Component;

/** 「申请结对」: a Party member names a colleague, a leader a branch, a colleague a member or nobody yet (Z10). */
@Component
class AskForm implements StartForm<Asking> {

    private final PairingService forming;

    AskForm(PairingService forming) {
        this.forming = forming;
    }

    @Override
    public String id() {
        return "ask-for-pair";
    }

    @Override
    public String process() {
        return PairingLifecycle.PROCESS;
    }

    @Override
    public Class<Asking> values() {
        return Asking.class;
    }

    @Override
    public Started submit(String caller, Asking asking) {
        Turn turn = forming.ask(caller, asking);
        return new Started(turn.number(), PairingLifecycle.codes(turn));
    }
}
