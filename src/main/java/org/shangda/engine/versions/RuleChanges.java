package org.shangda.engine.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shangda.refusal.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The product's own record of what was deployed by whom, when and why. */
@Component
public class RuleChanges {

    /**
     * @param reason why, for whoever asks later
     * @param document number of the document that asks for it
     */
    public record Reason(
            @Text(max = 500) String reason,
            @Text(max = 100, required = false) String document) {}

    /** @param author null: the product itself */
    record Change(long id, String deployment, String name, Instant at, String author, String reason, String document) {}

    private static final String SELECT =
            "select id, deployment, name, changed_at, author, reason, document from rule_change";

    private final JdbcClient jdbc;

    RuleChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(String deployment, String name, Instant at, String author) {
        jdbc.sql("insert into rule_change (deployment, name, changed_at, author) values (?, ?, ?, ?)")
                .params(deployment, name, at.atZone(ZoneId.systemDefault()).toOffsetDateTime(), author)
                .update();
    }

    void explain(Collection<String> deployments, String author, Reason reason) {
        deployments.forEach(deployment -> jdbc.sql(
                        "update rule_change set author = ?, reason = ?, document = ? where deployment = ?")
                .params(author, reason.reason().strip(), strippedOrNull(reason.document()), deployment)
                .update());
    }

    private static String strippedOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @param before an id, or null for the newest */
    List<Change> latest(Long before, int many) {
        return jdbc.sql(SELECT + " where id < ? order by id desc limit ?")
                .params(before == null ? Long.MAX_VALUE : before, many)
                .query(RuleChanges::change)
                .list();
    }

    Optional<Change> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(RuleChanges::change)
                .optional();
    }

    Map<String, Change> byDeployment() {
        return jdbc.sql(SELECT).query(RuleChanges::change).list().stream()
                .collect(Collectors.toMap(Change::deployment, Function.identity()));
    }

    /** Deployments up to and with a change. */
    Set<String> until(long id) {
        return jdbc
                .sql("select deployment from rule_change where id <= ?")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("deployment"),
                row.getString("name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("reason"),
                row.getString("document"));
    }
}
