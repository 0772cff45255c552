package org.shangda.programme.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Proposal;

/** The levels: a code that a call of a diagram hands on, and for which the tables have rows. */
final class Levels {

    static final List<String> TABLES = List.of("level-units", "level-deadlines", "level-exits");

    private Levels() {}

    /** A call of a level, and its diagram. */
    record Call(Diagram diagram, CallActivity activity) {}

    /** Every call that says for which level, by that level; a level may be called in several places. */
    static Map<String, List<Call>> called(Proposal proposal) {
        Map<String, List<Call>> called = new LinkedHashMap<>();
        for (Diagram diagram : proposal.diagrams()) {
            for (CallActivity call : diagram.all(CallActivity.class)) {
                Diagram.constant(call, "level")
                        .ifPresent(level -> called.computeIfAbsent(level, any -> new java.util.ArrayList<>())
                                .add(new Call(diagram, call)));
            }
        }
        return called;
    }

    /** Those of the diagrams and those of the tables. */
    static Set<String> known(Proposal proposal) {
        Set<String> known = new LinkedHashSet<>(called(proposal).keySet());
        TABLES.forEach(table -> proposal.table(table).ifPresent(rows -> known.addAll(rows.codesOf("level"))));
        return known;
    }

    /** The types of concerns that come to one of these calls, as far as a question for a safety hazard parts them. */
    static Set<String> typesComingTo(List<Call> calls, Set<String> known) {
        Set<String> types = new LinkedHashSet<>();
        for (Call call : calls) {
            Ways ways = Ways.of(call.diagram());
            for (String type : known) {
                if (ways.leads(type.equals("hazard"), call.activity())) {
                    types.add(type);
                }
            }
        }
        return types;
    }
}
