package org.shangda.reporting.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.shangda.engine.ProcessStarter;
import org.shangda.reporting.SummaryProcess;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class SummaryProcessAdapter implements SummaryProcess {

    private final ProcessStarter starter;

    SummaryProcessAdapter(ProcessStarter starter) {
        this.starter = starter;
    }

    @Override
    public void setOut(String number, Instant remind, Instant due) {
        starter.start(
                SemesterSummary.PROCESS,
                number,
                Map.of(SemesterSummary.REMIND_AT, Date.from(remind), SemesterSummary.DUE_AT, Date.from(due)));
    }
}
