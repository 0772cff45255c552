package org.shangda.engine.running;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Running cases can go on: the step at which one stands is in the new diagram, or it is said how many stay behind; a level at
 * which one stands keeps its rows, or loses all of them and ends by the last version that had it.
 */
@Component
class CasesGoOn implements Rule {

    private static final List<String> TABLES_OF_LEVELS = List.of("level-units", "level-deadlines", "level-exits");

    private final JdbcClient database;

    CasesGoOn(JdbcClient database) {
        this.database = database;
    }

    private record Standing(String process, String element, long cases) {}

    private record AtLevel(String level, String stage, long cases) {}

    @Override
    public void examine(Proposal proposal, Findings findings) {
        List<Diagram> diagrams = proposal.diagrams().stream()
                .filter(diagram -> proposal.isUploaded(diagram.file()))
                .toList();
        if (!diagrams.isEmpty()) {
            List<Standing> standing = standing();
            diagrams.forEach(diagram -> steps(diagram, standing, findings));
        }
        List<RuleTable> tables = TABLES_OF_LEVELS.stream()
                .flatMap(key -> proposal.table(key).stream())
                .filter(table -> proposal.isUploaded(table.file()))
                .toList();
        if (!tables.isEmpty()) {
            List<AtLevel> atLevels = atLevels();
            tables.forEach(table -> rows(table, atLevels, findings));
        }
    }

    private static void steps(Diagram diagram, List<Standing> standing, Findings findings) {
        Set<String> there =
                diagram.all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
        standing.stream()
                .filter(one -> one.process().equals(diagram.key()))
                .filter(one -> !there.contains(one.element().replaceFirst("#.*", "")))
                .forEach(one -> findings.warn(
                        diagram.file(), one.element(), "cases.stand", String.valueOf(one.cases()), one.element()));
    }

    private static void rows(RuleTable table, List<AtLevel> atLevels, Findings findings) {
        atLevels.stream()
                .filter(at -> table.rows().stream()
                        .noneMatch(row -> row.accepts("level", at.level()) && row.accepts("stage", at.stage())))
                .forEach(at -> rowsGone(table, at, findings));
    }

    /** A level that no row names any more ends by the last version that named it (adr/0039); half a level stops. */
    private static void rowsGone(RuleTable table, AtLevel at, Findings findings) {
        String place = at.level() + "/" + at.stage();
        Object[] said = {String.valueOf(at.cases()), at.level(), at.stage()};
        if (table.rows().stream().anyMatch(row -> row.codesOf("level").contains(at.level()))) {
            findings.refuse(table.file(), place, "cases.level", said);
        } else {
            findings.warn(table.file(), place, "cases.level-gone", said);
        }
    }

    private List<Standing> standing() {
        return database.sql("select d.key_, e.act_id_, count(distinct e.proc_inst_id_) from act_ru_execution e"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_ where e.act_id_ is not null"
                        + " and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)"
                        + " group by d.key_, e.act_id_ order by d.key_, e.act_id_")
                .query((row, number) -> new Standing(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Every level is an instance of its own, which has been told its level and stage. */
    private List<AtLevel> atLevels() {
        return database.sql("select l.text_, s.text_, count(*) from act_ru_variable l"
                        + " join act_ru_variable s on s.proc_inst_id_ = l.proc_inst_id_ and s.name_ = 'stage'"
                        + " and s.execution_id_ = s.proc_inst_id_"
                        + " where l.name_ = 'level' and l.execution_id_ = l.proc_inst_id_ and l.text_ is not null"
                        + " and s.text_ is not null group by l.text_, s.text_ order by l.text_, s.text_")
                .query((row, number) -> new AtLevel(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
