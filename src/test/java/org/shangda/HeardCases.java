package org.shangda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.concern.AgendaDesk;
import org.shangda.concern.Dockets;
import org.shangda.concern.Merging.Selection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the office does with concerns on the university's agenda, so that a meeting can come to something. */
public abstract class HeardCases extends SeenCases {

    @Autowired
    AgendaDesk agenda;

    @Autowired
    Dockets dockets;

    HeardCases(ProcessEngine engine, JdbcTemplate database) {
        super(engine, database);
    }

    public abstract <T> T as(String person, Supplier<T> act);

    public abstract void act(String person, String number, String key, Map<String, Object> form);

    public abstract void exit(String person, String number, String exit);

    /** An item, with what it is handled together with, that the head has signed. @return id of the item */
    public long putToTheUniversity(String... numbers) {
        List<Long> there = database.queryForList(
                "select p.item_id from agenda_part p join handling h on h.id = p.handling_id join agenda_item i"
                        + " on i.id = p.item_id where h.number = ? and h.ended_at is null and i.state <> 'UNDONE'",
                Long.class,
                numbers[0]);
        long item = there.isEmpty() ? listed(numbers) : there.get(0);
        LocalDate day =
                database.queryForObject("select max(meets_on) from hearing where item_id = ?", LocalDate.class, item);
        String state = "select state from agenda_item where id = ?";
        if (!"SIGNED".equals(database.queryForObject(state, String.class, item))) {
            as(Cases.ORGANIZATION_CLERK, () -> {
                dockets.submit(Cases.ORGANIZATION_CLERK, day);
                return null;
            });
            as(Cases.ORGANIZATION_HEAD, () -> {
                dockets.sign(Cases.ORGANIZATION_HEAD, day);
                return null;
            });
        }
        return item;
    }

    /** Number of the concern in whose task it is recorded what has become of an item. */
    public String leadingOf(long item) {
        return database.queryForObject(
                "select h.number from agenda_part p join handling h on h.id = p.handling_id"
                        + " where p.item_id = ? and h.ended_at is null and h.led_by is null",
                String.class,
                item);
    }

    /** An item that nobody has signed yet. @return its id */
    public long listed(String... numbers) {
        return as(
                Cases.ORGANIZATION_CLERK,
                () -> agenda.collect(Cases.ORGANIZATION_CLERK, new Selection(List.of(numbers))));
    }

    /** What is listed for the meeting of 20 March waits for the head. */
    public void submitted() {
        as(Cases.ORGANIZATION_CLERK, () -> {
            dockets.submit(Cases.ORGANIZATION_CLERK, LocalDate.of(2026, 3, 20));
            return null;
        });
    }

    /** What the university has come to about it, and about what it is handled together with. */
    public void decided(String number, Map<String, Object> decision) {
        putToTheUniversity(number);
        act(Cases.ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision);
    }

    void decidedToCarryOut(String number) {
        exit(Cases.ORGANIZATION_CLERK, number, "agenda");
        decided(number, Map.of("ruling", "decided", "on", "2026-03-02", "unit", Cases.DEPARTMENT, "words", "列入今年计划。"));
    }
}
