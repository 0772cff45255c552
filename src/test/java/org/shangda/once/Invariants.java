package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is true of the whole database whatever two have done at the same moment. */
final class Invariants {

    private Invariants() {}

    /** Rows of the domain's tables; what somebody sent last is no effect, and what a summary counts differs by author. */
    static Map<String, Long> rows(JdbcTemplate database) {
        Map<String, Long> rows = new TreeMap<>();
        database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> !table.toLowerCase(Locale.ROOT).matches("act_.*|submission|summary_row"))
                .forEach(table ->
                        rows.put(table, database.queryForObject("select count(*) from \"" + table + "\"", Long.class)));
        return rows;
    }

    static void hold(JdbcTemplate database) {
        nothing(
                database,
                "an open concern without an open task, of its own or of the one that it is handled with",
                "select number from concern c where state in ('OPEN', 'ANSWERED') and not exists (select 1"
                        + " from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
                        + " where e.business_key_ = c.number and t.task_def_key_ not in ('UserTask_MyConcern',"
                        + " 'UserTask_RaisedForColleague')) and not exists (select 1 from standing_merged m"
                        + " where m.number = c.number)");
        nothing(
                database,
                "a concern that is over, with an open task",
                "select number from concern c where state not in ('OPEN', 'ANSWERED') and exists (select 1"
                        + " from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
                        + " where e.business_key_ = c.number)");
        nothing(
                database,
                "a concern at one level twice",
                "select number from handling where ended_at is null group by number, level having count(*) > 1");
        nothing(
                database,
                "a concern that is no hazard in two places",
                "select h.number from handling h join concern c on c.number = h.number"
                        + " where h.ended_at is null and c.type <> 'hazard' group by h.number having count(*) > 1");
        nothing(
                database,
                "two open pairings of the same two",
                "select min(number) from pairing where state in ('PROPOSED', 'AGREED', 'ACTIVE') and carrier is not null"
                        + " group by carrier, coalesce(colleague, branch) having count(*) > 1");
        nothing(
                database,
                "a pairing that waits for an answer, without its task",
                "select number from pairing p where state in ('SOUGHT', 'PROPOSED', 'AGREED') and not exists (select 1"
                        + " from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
                        + " where e.business_key_ = p.number)");
        nothing(
                database,
                "an open sheet without its task",
                "select number from duty_sheet s where state = 'OPEN' and not exists (select 1"
                        + " from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_"
                        + " where e.business_key_ = s.number)");
    }

    private static void nothing(JdbcTemplate database, String what, String query) {
        assertThat(database.queryForList(query, String.class)).as(what).isEmpty();
    }
}
