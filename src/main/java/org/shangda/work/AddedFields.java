package org.shangda.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was filled in added fields (adr/0040): in the case's way, where it has one, and otherwise by its number, for
 * those who work on a later step of the same case.
 */
@Component
public class AddedFields {

    /** Key under which a form shows what was filled in before. */
    public static final String SHOWN = "addedFields";

    private final ObjectProvider<CaseWay> ways;
    private final JdbcClient database;
    private final Clock clock;

    AddedFields(ObjectProvider<CaseWay> ways, JdbcClient database, Clock clock) {
        this.ways = ways;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Hands a form in, and keeps what its added fields say.
     *
     * @param handIn writes what the record knows
     */
    public <T> T keep(Work work, String form, List<AddedField> fields, Supplier<T> handIn) {
        if (fields.isEmpty()) {
            return handIn.get();
        }
        Optional<CaseWay> way = way(work.number());
        long last = way.map(one -> one.last(work.number())).orElse(0L);
        T done = handIn.get();
        keep(way, work.number(), last, work.caller(), form, fields);
        return done;
    }

    /** Of a start form, whose case is new. */
    public void keep(String number, String caller, String form, List<AddedField> fields) {
        if (!fields.isEmpty()) {
            keep(way(number), number, 0, caller, form, fields);
        }
    }

    private Optional<CaseWay> way(String number) {
        return ways.stream().filter(way -> way.isOf(number)).findFirst();
    }

    private void keep(
            Optional<CaseWay> way, String number, long after, String person, String form, List<AddedField> fields) {
        if (way.isPresent()) {
            way.get().add(number, after, person, AddedField.inWords(fields));
        } else {
            fields.forEach(field -> database.sql(
                            "insert into added_field"
                                    + " (number, form, field_key, label, filled, filled_by, filled_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            form,
                            field.key(),
                            field.label(),
                            field.text(),
                            person,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update());
        }
    }

    /** What a kind of work shows, and with it what was filled in before in the forms that it reads. */
    public Map<String, Object> show(WorkItem<?> item, Work work) {
        if (item.addedFieldsOf().isEmpty()) {
            return item.show(work);
        }
        Map<String, Object> shown = new HashMap<>(item.show(work));
        shown.put(SHOWN, rows(work.number(), item.addedFieldsOf()));
        return shown;
    }

    private List<Map<String, String>> rows(String number, Set<String> forms) {
        var time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
        return database.sql(
                        "select filled_at, label, filled from added_field where number = :number and form in (:forms) order by id")
                .param("number", number)
                .param("forms", forms)
                .query((row, index) -> Map.of(
                        "at", time.format(row.getObject(1, OffsetDateTime.class)),
                        "what", row.getString(2),
                        "words", row.getString(3)))
                .list();
    }
}
