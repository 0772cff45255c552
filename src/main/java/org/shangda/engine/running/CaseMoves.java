package org.shangda.engine.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shangda.engine.DrawnNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of which cases were moved to another version, by whom and why. A concern says so in its way besides; pairs, what is
 * owed and summaries have no way of steps, so this is all that is kept of theirs.
 */
@Component
public class CaseMoves {

    /** So many cases are shown, the newest first. */
    static final int SHOWN = 1_000;

    /**
     * What was decided at once.
     *
     * @param name of the diagram, at that time
     * @param by login of the administrator
     * @param numbers of the cases
     */
    public record Moved(Instant at, String by, String name, int from, int to, List<String> numbers, String reason) {}

    /** @param to the version that a case is on now */
    record Decision(Instant at, String by, ProcessDefinition from, ProcessDefinition to, String reason) {}

    private record Row(Instant at, String by, String diagram, String name, int from, int to, String reason) {}

    private final JdbcClient jdbc;
    private final DrawnNames drawn;

    CaseMoves(JdbcClient jdbc, DrawnNames drawn) {
        this.jdbc = jdbc;
        this.drawn = drawn;
    }

    void record(String number, Decision decision) {
        jdbc.sql("insert into case_move (number, diagram, name, from_version, to_version, moved_at, moved_by, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        decision.to().getKey(),
                        DrawnNames.inChinese(decision.to()),
                        decision.from().getVersion(),
                        decision.to().getVersion(),
                        decision.at().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
                        decision.by(),
                        decision.reason())
                .update();
    }

    /** The newest decision first. */
    public List<Moved> latest() {
        Map<Row, List<String>> numbers = new LinkedHashMap<>();
        jdbc.sql("select number, diagram, name, from_version, to_version, moved_at, moved_by, reason from case_move"
                        + " order by id desc limit ?")
                .param(SHOWN)
                .query(found -> {
                    numbers.computeIfAbsent(row(found), none -> new ArrayList<>())
                            .add(found.getString("number"));
                });
        return numbers.entrySet().stream()
                .map(one -> moved(one.getKey(), one.getValue()))
                .toList();
    }

    private Moved moved(Row row, List<String> numbers) {
        return new Moved(
                row.at(),
                row.by(),
                drawn.known(row.diagram(), row.name()),
                row.from(),
                row.to(),
                numbers.stream().sorted().toList(),
                row.reason());
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getObject("moved_at", OffsetDateTime.class).toInstant(),
                found.getString("moved_by"),
                found.getString("diagram"),
                found.getString("name"),
                found.getInt("from_version"),
                found.getInt("to_version"),
                found.getString("reason"));
    }
}
