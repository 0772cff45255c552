package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A distinctive word, where it was written, and where it is looked for. */
class Canary {

    static final String CANARY = "Kanarienvogel7391";

    /** Of some who were raised for, linked or talked to. */
    static final String[] NAMES = {"陈宇", "李梅", "马艳", "马杰", "赵欣", "胡艳", "郑洋", "苏博远", "赵浩然"};

    final Queue<String> log = new ConcurrentLinkedQueue<>();

    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    /** Where each text was written, by the text. */
    final Map<String, String> written = new LinkedHashMap<>();

    /** Everything that is logged from now on is heard. */
    void listen() {
        listener.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(listener);
        logger("org.shangda").setLevel(Level.TRACE);
    }

    void stopListening() {
        logger("org.shangda").setLevel(null);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(listener);
    }

    /** A text that is found again, written in one place only. */
    String text(String where) {
        String text = CANARY + "x" + written.size() + "y";
        written.put(text, where);
        return text;
    }

    // --- where it is looked for --------------------------------------------------------------------------------------

    /** Every value of every row of the chosen tables, as text whatever its type, in which one of the words is. */
    static List<String> cells(JdbcTemplate database, Predicate<String> chosen, String... words) {
        List<String> tables = database
                .queryForList(
                        "select table_name from information_schema.tables"
                                + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table -> chosen.test(table.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(tables).isNotEmpty();
        List<String> cells = new ArrayList<>();
        for (String table : tables) {
            inPortions(database, "select * from \"" + table + "\"", row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String cell = cell(row, i);
                    if (cell != null && Stream.of(words).anyMatch(cell::contains)) {
                        cells.add(table + "." + row.getMetaData().getColumnName(i) + ": " + cell);
                    }
                }
            });
        }
        return cells;
    }

    /** Without auto-commit PostgreSQL gives a few rows at a time, otherwise the whole table at once. */
    private static void inPortions(JdbcTemplate database, String query, RowCallbackHandler handler) {
        database.execute((ConnectionCallback<Void>) connection -> {
            JdbcTemplate portions = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            portions.setFetchSize(200);
            connection.setAutoCommit(false);
            try {
                portions.query(query, handler);
            } finally {
                connection.setAutoCommit(true);
            }
            return null;
        });
    }

    /** What asks the texts of all tables of the domain for a word, once for each of them. */
    static String search(JdbcTemplate database) {
        Map<String, List<String>> texts = new TreeMap<>();
        database.query(
                "select c.table_name, c.column_name from information_schema.columns c"
                        + " join information_schema.tables t on t.table_schema = c.table_schema"
                        + " and t.table_name = c.table_name where lower(t.table_schema) = 'public'"
                        + " and t.table_type = 'BASE TABLE' and lower(t.table_name) not like 'act!_%' escape '!'"
                        + " and lower(c.data_type) in ('character varying', 'character large object', 'text')",
                row -> {
                    texts.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add("\"" + row.getString(2) + "\" like word.w");
                });
        return "select count(*) from (select cast(? as varchar) as w) word where "
                + texts.entrySet().stream()
                        .map(table -> "exists (select 1 from \"" + table.getKey() + "\" where "
                                + String.join(" or ", table.getValue()) + ")")
                        .collect(Collectors.joining(" or "));
    }

    private static String cell(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof java.sql.Blob || value instanceof byte[]) {
            byte[] bytes = row.getBytes(column);
            // Both halves of what a serializer could have made of it.
            return new String(bytes, StandardCharsets.UTF_8) + "\n" + new String(bytes, StandardCharsets.UTF_16BE);
        }
        return value == null ? null : row.getString(column);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
