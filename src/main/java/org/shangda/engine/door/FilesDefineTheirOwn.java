package org.shangda.engine.door;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.shangda.refusal.Sentences;

/** A file defines exactly one thing, and that has the file's name: else it would change nothing, or something else. */
final class FilesDefineTheirOwn implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.uploaded().forEach((name, keys) -> {
            String file = Definition.plain(name);
            String kind = Definition.kind(name);
            String own = Definition.stem(name);
            if (kind.isEmpty()
                    || proposal.unreadable().stream().anyMatch(it -> it.file().equals(file))) {
                return;
            }
            if (keys.isEmpty()) {
                findings.refuse(file, "", "key.none");
            } else if (keys.size() > 1) {
                several(proposal, findings, file, kind, keys);
            } else {
                one(proposal, findings, file, kind, own, keys.get(0));
            }
            executable(proposal, findings, file, keys);
        });
    }

    private static void one(Proposal proposal, Findings findings, String file, String kind, String own, String key) {
        if (own.equals(key)) {
            if (!proposal.isInForce(kind, key)) {
                findings.warn(file, "", "key.new", key);
            }
        } else if (proposal.isInForce(kind, key)) {
            findings.refuse(file, key, "key.of-another", key, key + "." + kind);
        } else if (proposal.isInForce(kind, own)) {
            findings.refuse(file, key, "key.changes-nothing", own, key);
        } else {
            findings.warn(file, key, "key.new", key);
        }
    }

    private static void several(Proposal proposal, Findings findings, String file, String kind, List<String> keys) {
        boolean known = keys.stream().anyMatch(key -> proposal.isInForce(kind, key))
                || proposal.isInForce(kind, Definition.stem(file));
        if (known) {
            findings.refuse(file, "", "key.several", Sentences.listed(keys));
        } else {
            keys.forEach(key -> findings.warn(file, key, "key.new", key));
        }
    }

    private static void executable(Proposal proposal, Findings findings, String file, List<String> keys) {
        for (String key : keys) {
            proposal.diagram(key)
                    .filter(diagram -> diagram.file().equals(file))
                    .map(Diagram::process)
                    .filter(process -> !process.isExecutable())
                    .map(Process::getId)
                    .ifPresent(process -> findings.refuse(file, process, "key.not-executable"));
        }
    }
}
