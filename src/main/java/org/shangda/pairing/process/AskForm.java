package org.shangda.pairing.process;

import org.shangda.engine.StartForm;
import org.shangda.pairing.Asking;
import org.shangda.pairing.Asking.Wish;
import org.shangda.pairing.Turn;
import org.springframework.stereotype.Component;

/** 「申请结对」: a Party member names a colleague, a leader a branch, a colleague a member or nobody yet (Z10). */
@Component
class AskForm implements StartForm<Wish> {

    private final Asking asking;

    AskForm(Asking asking) {
        this.asking = asking;
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
    public Class<Wish> values() {
        return Wish.class;
    }

    @Override
    public Started submit(String caller, Wish wish) {
        Turn turn = asking.ask(caller, wish);
        return new Started(turn.number(), PairingLifecycle.codes(turn));
    }
}
