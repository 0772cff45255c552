package org.shangda.pairing.process;

import org.shangda.engine.CaseMessages;
import org.shangda.engine.ProcessStarter;
import org.shangda.pairing.PairingProcess;
import org.shangda.pairing.Turn;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class PairingProcessAdapter implements PairingProcess {

    private final ProcessStarter starter;
    private final CaseMessages messages;

    PairingProcessAdapter(ProcessStarter starter, CaseMessages messages) {
        this.starter = starter;
        this.messages = messages;
    }

    @Override
    public void setOut(Turn turn) {
        starter.start(PairingLifecycle.PROCESS, turn.number(), PairingLifecycle.codes(turn));
    }

    @Override
    public void carrierGone(String number) {
        messages.tell(number, PairingLifecycle.CARRIER_GONE);
    }

    @Override
    public void over(String number) {
        messages.tell(number, PairingLifecycle.OVER);
    }
}
