package org.shangda.programme.process;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.programme.process.Levels.Call;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A level that a diagram calls has exits, a unit and a deadline for every concern that can come to it, and where it can
 * answer, the same for handling again and for review; a level that the tables open is called.
 */
@Component
class LevelsAreComplete implements Rule {

    private static final String FIRST = "first";

    /** With these the colleague is answered, and may be dissatisfied. */
    private static final Set<String> ANSWERS = Set.of("answered", "agenda");

    /** With these a level is left. */
    private static final Set<String> LEAVES =
            Set.of("answered", "agenda", "passed-up", "returned", "referred", "transfer");

    private final ObjectProvider<org.shangda.programme.Programmes> programmes;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    LevelsAreComplete(ObjectProvider<org.shangda.programme.Programmes> programmes) {
        this.programmes = programmes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        Map<String, RuleTable> tables = new HashMap<>();
        Levels.TABLES.forEach(key -> proposal.table(key).ifPresent(table -> tables.put(key, table)));
        if (tables.size() < Levels.TABLES.size()) {
            return;
        }
        Map<String, List<Call>> called = Levels.called(proposal);
        Set<String> known = TableShapes.types(proposal);
        stages(proposal, findings);
        for (String level : Levels.known(proposal)) {
            Set<String> types = Levels.typesComingTo(called.getOrDefault(level, List.of()), known);
            Examination one = new Examination(tables, level, called.get(level), known, types, findings);
            programmes.getObject().all().forEach(programme -> one.of(programme.code()));
            if (called.containsKey(level) && !one.opens) {
                for (Call call : called.get(level)) {
                    findings.refuse(call.diagram().file(), Diagram.place(call.activity()), "level.no-exit", level);
                }
            }
            if (one.opensInVain) {
                notCalled(proposal, level, findings);
            }
        }
    }

    private static void stages(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Set<String> called = diagram.all(CallActivity.class).stream()
                    .flatMap(call -> Diagram.constant(call, "stage").stream())
                    .collect(Collectors.toSet());
            if (called.contains(FIRST)) {
                Stream.of(TableShapes.STAGES)
                        .filter(stage -> !called.contains(stage))
                        .forEach(stage -> findings.refuse(diagram.file(), diagram.key(), "level.stage-missing", stage));
            }
            for (CallActivity call : diagram.all(CallActivity.class)) {
                String stage = Diagram.constant(call, "stage").orElse(FIRST);
                boolean first =
                        stage.equals(FIRST) && Diagram.constant(call, "stage").isPresent();
                if (!Set.of(TableShapes.STAGES).contains(stage)) {
                    findings.refuse(diagram.file(), Diagram.place(call), "level.stage", stage);
                } else if (first && Diagram.constant(call, "level").isEmpty()) {
                    findings.refuse(diagram.file(), Diagram.place(call), "call.lacks", "level");
                } else if (!first && Diagram.constant(call, "level").isPresent()) {
                    findings.refuse(diagram.file(), Diagram.place(call), "level.not-the-same", stage);
                }
            }
        }
    }

    /** Rows come before the diagram that needs them; a diagram that skips a level that has rows is another matter. */
    private static void notCalled(Proposal proposal, String level, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            boolean way = diagram.all(CallActivity.class).stream()
                    .anyMatch(call -> Diagram.constant(call, "level").isPresent());
            if (way && proposal.isUploaded(diagram.file())) {
                findings.refuse(diagram.file(), diagram.key(), "level.skipped", level);
            } else if (way) {
                findings.warn("level-exits.dmn", level, "level.uncalled", level);
            }
        }
    }

    /** One level, programme by programme. */
    private static final class Examination {

        private final Map<String, RuleTable> tables;
        private final String level;
        private final List<Call> calls;
        private final Set<String> known;
        private final Set<String> types;
        private final Findings findings;
        private boolean opens;
        private boolean opensInVain;

        Examination(
                Map<String, RuleTable> tables,
                String level,
                List<Call> calls,
                Set<String> known,
                Set<String> types,
                Findings findings) {
            this.tables = tables;
            this.level = level;
            this.calls = calls;
            this.known = known;
            this.types = types;
            this.findings = findings;
        }

        void of(String programme) {
            for (String type : known) {
                Set<String> outcomes = outcomes(programme, FIRST, type);
                opens |= !outcomes.isEmpty();
                opensInVain |= !outcomes.isEmpty() && !types.contains(type);
                if (outcomes.isEmpty()) {
                    if (types.contains(type)) {
                        missing("level-exits", programme, FIRST, type);
                    }
                    continue;
                }
                if (outcomes.stream().noneMatch(LEAVES::contains)) {
                    tell("level-exits.dmn", situation(programme, FIRST, type), "level.never-left");
                }
                rest(programme, FIRST, type);
                if (outcomes.stream().anyMatch(ANSWERS::contains)) {
                    for (String stage : List.of("again", "review")) {
                        onceMore(programme, stage, type);
                    }
                }
            }
        }

        private void onceMore(String programme, String stage, String type) {
            Set<String> outcomes = outcomes(programme, stage, type);
            if (outcomes.isEmpty()) {
                missing("level-exits", programme, stage, type);
            } else if (!outcomes.equals(Set.of("answered"))) {
                tell("level-exits.dmn", situation(programme, stage, type), "level.only-answers");
            }
            rest(programme, stage, type);
        }

        private void rest(String programme, String stage, String type) {
            for (String table : List.of("level-units", "level-deadlines")) {
                if (tables.get(table).first(question(programme, stage, type)).isEmpty()) {
                    missing(table, programme, stage, type);
                }
            }
        }

        /** Exits that can be taken at most so often are no way out for good. */
        private Set<String> outcomes(String programme, String stage, String type) {
            return tables.get("level-exits").matching(question(programme, stage, type)).stream()
                    .map(row -> row.text("outcome"))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Map<String, String> question(String programme, String stage, String type) {
            return Map.of("programme", programme, "level", level, "stage", stage, "type", type);
        }

        private void missing(String table, String programme, String stage, String type) {
            tell(tables.get(table).file(), situation(programme, stage, type), "level.no-row");
        }

        private String situation(String programme, String stage, String type) {
            return String.join("/", programme, level, stage, type);
        }

        private void tell(String file, String situation, String code) {
            if (calls == null) {
                findings.warn(file, situation, code);
            } else {
                findings.refuse(file, situation, code);
            }
        }
    }
}
