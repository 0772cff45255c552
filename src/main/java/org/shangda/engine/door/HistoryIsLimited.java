package org.shangda.engine.door;

import org.camunda.bpm.model.bpmn.instance.Process;

/** A process says how long the record of its cases is kept. */
final class HistoryIsLimited implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Process process = diagram.process();
            if (process.getCamundaHistoryTimeToLiveString() == null) {
                findings.warn(diagram.file(), diagram.key(), "history.kept");
            }
        }
    }
}
