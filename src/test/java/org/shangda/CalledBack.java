package org.shangda;

import java.util.List;
import java.util.Map;
import org.shangda.concern.CallBackDrawing;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Concerns that were answered in March and drawn in April. */
@TestComponent
public class CalledBack {

    /** When the time in which answers of March could be rated is over. */
    public static final String DRAWN = "2026-04-20T02:00:00";

    private final Cases cases;
    private final CallBackDrawing drawing;
    private final JdbcTemplate database;

    CalledBack(Cases cases, CallBackDrawing drawing, JdbcTemplate database) {
        this.cases = cases;
        this.drawing = drawing;
        this.database = database;
    }

    /** As if nothing had been drawn. */
    public void forget() {
        cases.end("call-back");
        database.update("delete from call_back");
        database.update("delete from call_back_draw");
    }

    /** @return the number of a concern that the branch has answered well */
    public String satisfied(Map<String, Object> form) {
        String number = cases.raise(Cases.COLLEAGUE, form);
        cases.exit(Cases.SECRETARY, number, "answer");
        cases.act(Cases.COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        return number;
    }

    /** @return how many were drawn */
    public int draw(String at) {
        TestTime.set(at);
        return drawing.draw();
    }

    /** @return numbers of those that were drawn */
    public List<String> numbers() {
        return database.queryForList("select number from call_back order by number", String.class);
    }

    /** One that the branch has answered and the college calls back. @return number of the call-back */
    public String one() {
        return one(Cases.concern());
    }

    public String one(Map<String, Object> form) {
        forget();
        TestTime.set(TestTime.MONDAY);
        String number = satisfied(form);
        withNoOther(number, () -> draw(DRAWN));
        TestTime.set(TestTime.MONDAY);
        return numbers().get(0);
    }

    /** As long as something is done, no other concern has been answered: one of many is drawn. */
    private void withNoOther(String number, Runnable act) {
        List<Map<String, Object>> others = database.queryForList(
                "select number, answered_at from concern where state = 'CLOSED' and number <> ?"
                        + " and answered_at is not null",
                number);
        others.forEach(
                one -> database.update("update concern set answered_at = null where number = ?", one.get("number")));
        try {
            act.run();
        } finally {
            others.forEach(one -> database.update(
                    "update concern set answered_at = ? where number = ?", one.get("answered_at"), one.get("number")));
        }
    }
}
