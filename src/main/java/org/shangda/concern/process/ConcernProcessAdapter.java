package org.shangda.concern.process;

import org.shangda.concern.ConcernProcess;
import org.shangda.engine.ProcessStarter;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class ConcernProcessAdapter implements ConcernProcess {

    private final ProcessStarter starter;

    ConcernProcessAdapter(ProcessStarter starter) {
        this.starter = starter;
    }

    @Override
    public void setOut(Departure departure) {
        starter.start(ConcernEscalation.PROCESS, departure.number(), CodesOf.departure(departure));
    }
}
