package org.shangda.programme.process;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.CallBackRule;
import org.shangda.programme.DepartmentProposal;
import org.shangda.programme.LevelAnswer;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelExit;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Misconfigured;
import org.springframework.stereotype.Component;

/** What the tables say about a concern's way. */
@Component
class DecisionRules implements Rules {

    private static final String UNITS = "level-units";
    private static final String EXITS = "level-exits";
    private static final String ANSWERS = "level-answers";
    private static final String CALLED = "call-back-sample";
    private static final String DEADLINES = "level-deadlines";
    private static final String ROUTING = "department-routing";

    private final DeployedTables tables;

    DecisionRules(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<LevelUnit> levelUnit(Situation situation) {
        return ask(UNITS, situation).stream()
                .findFirst()
                .map(row -> new LevelUnit(
                        row.text("rule"),
                        row.textOrNull("unit"),
                        row.text("handledBy"),
                        row.text("supervisionRule"),
                        row.textOrNull("supervisionUnit"),
                        row.text("clause")));
    }

    @Override
    public List<String> levels() {
        return tables.table(UNITS).codesOf("level");
    }

    @Override
    public Set<String> unitsOfLevels() {
        return tables.table(UNITS).codesGivenAs("unit");
    }

    @Override
    public Set<String> unitsNamed() {
        return Stream.of(
                        tables.table(UNITS).codesGivenAs("unit"),
                        tables.table(UNITS).codesGivenAs("supervisionUnit"),
                        tables.table(ROUTING).codesGivenAs("unit"))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<LevelExit> exits(Situation situation) {
        return ask(EXITS, situation).stream()
                .map(row -> new LevelExit(
                        row.text("code"),
                        outcome(situation, row),
                        row.numberOrNull("limit"),
                        row.numberOrNull("withinDays"),
                        row.text("clause")))
                .toList();
    }

    private static Outcome outcome(Situation situation, DeployedTable.Row row) {
        return Outcome.of(row.text("outcome"))
                .filter(Outcome::isOfAnExit)
                .orElseThrow(() -> Misconfigured.unknown(EXITS, situation, "outcome", row.text("outcome")));
    }

    @Override
    public LevelAnswer answer(Situation situation, String exit) {
        Map<String, Object> question = question(situation);
        question.put("exit", exit);
        List<DeployedTable.Row> rows = tables.table(ANSWERS).rows(question);
        Set<String> checks = new LinkedHashSet<>();
        rows.forEach(row -> checks.addAll(row.codes("checks")));
        return new LevelAnswer(rows.stream().anyMatch(row -> row.flag("settled")), checks);
    }

    @Override
    public Optional<CallBackRule> callBack(Situation situation) {
        return tables.table(CALLED).rows(question(situation)).stream()
                .findFirst()
                .map(row -> new CallBackRule(
                        row.number("share"),
                        row.number("atLeast"),
                        row.textOrNull("unit"),
                        row.number("withinDays"),
                        row.text("clause")));
    }

    @Override
    public Optional<LevelDeadline> deadline(Situation situation) {
        return ask(DEADLINES, situation).stream()
                .findFirst()
                .map(row -> new LevelDeadline(
                        row.numberOrNull("receiveDays"),
                        row.numberOrNull("receiveHours"),
                        row.number("handleDays"),
                        row.numberOrNull("remindDaysBefore"),
                        row.numberOrNull("extendedDays"),
                        row.codes("signedExits"),
                        row.textOrNull("signedBy"),
                        row.text("onOverdue"),
                        row.numberOrNull("moveAfterDays"),
                        row.flag("vacationsCount"),
                        row.text("clause")));
    }

    @Override
    public List<DepartmentProposal> departmentsFor(String programme, String category) {
        Map<String, Object> question = new HashMap<>();
        question.put("programme", programme);
        question.put("category", category);
        return tables.table(ROUTING).rows(question).stream()
                .map(row -> new DepartmentProposal(row.text("unit"), row.text("clause"), row.flag("emergency")))
                .toList();
    }

    @Override
    public List<String> categories(String programme) {
        return tables.table(ROUTING).codesOf("category").stream()
                .filter(category -> !departmentsFor(programme, category).isEmpty())
                .toList();
    }

    /**
     * A case may run on a diagram with a level of which the tables in force say nothing any more, because an earlier set is
     * in force again: it ends by the last version that knew the level.
     */
    private List<DeployedTable.Row> ask(String table, Situation situation) {
        Map<String, Object> question = question(situation);
        DeployedTable inForce = tables.table(table);
        List<DeployedTable.Row> rows = inForce.rows(question);
        if (rows.isEmpty() && !inForce.names("level", situation.level())) {
            return tables.latest(table, version -> version.names("level", situation.level()))
                    .map(version -> version.rows(question))
                    .orElse(rows);
        }
        return rows;
    }

    private static Map<String, Object> question(Situation situation) {
        Map<String, Object> question = new HashMap<>();
        question.put("programme", situation.programme());
        question.put("level", situation.level());
        question.put("stage", situation.stage());
        question.put("type", situation.type());
        return question;
    }
}
