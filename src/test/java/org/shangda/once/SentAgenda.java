package org.shangda.once;

import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.ORGANIZATION_HEAD;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is sent to collect items of the university's agenda, and to sign them. */
record SentAgenda(ChangingRequests all, Cases cases, JdbcTemplate database) {

    private static final String DAY = "2026-05-13";

    Map<String, Function<Integer, HttpRequest>> requests() {
        Map<String, Function<Integer, HttpRequest>> requests = new HashMap<>();
        requests.put(
                "POST /api/agenda/items",
                n -> send(ORGANIZATION_CLERK, "/items", Map.of("numbers", List.of(onTheAgenda()))));
        requests.put(
                "POST /api/agenda/items/{id}",
                n -> send(
                        ORGANIZATION_CLERK,
                        "/items/" + listed(),
                        Map.of("title", "周转房", "leadUnit", "hqc", "proposal", "第 " + n + " 稿")));
        requests.put(
                "POST /api/agenda/items/{id}/undo",
                n -> send(ORGANIZATION_CLERK, "/items/" + listed() + "/undo", Map.of()));
        requests.put("POST /api/agenda/meetings", n -> {
            forget();
            return send(ORGANIZATION_CLERK, "/meetings", Map.of("on", DAY));
        });
        requests.put("DELETE /api/agenda/meetings/{day}", n -> {
            forget();
            database.update(
                    "insert into meeting_day (id, version, meets_on, held) values (-1, 0, date '" + DAY + "', true)");
            return all.request(ORGANIZATION_CLERK, "/api/agenda/meetings/" + DAY)
                    .DELETE()
                    .build();
        });
        requests.put("POST /api/agenda/meetings/{day}/submit", n -> {
            listed();
            return send(ORGANIZATION_CLERK, "/meetings/2026-03-20/submit", Map.of());
        });
        requests.put("POST /api/agenda/meetings/{day}/sign", n -> {
            submitted();
            return send(ORGANIZATION_HEAD, "/meetings/2026-03-20/sign", Map.of());
        });
        requests.put("POST /api/agenda/meetings/{day}/send-back", n -> {
            submitted();
            return send(ORGANIZATION_HEAD, "/meetings/2026-03-20/send-back", Map.of("reason", "请补充。"));
        });
        return requests;
    }

    private HttpRequest send(String person, String address, Map<String, Object> body) {
        return all.json(person, "POST", "/api/agenda" + address, body).build();
    }

    private void forget() {
        TestTime.set(TestTime.MONDAY);
        database.update("delete from meeting_day where meets_on = date '" + DAY + "'");
    }

    private String onTheAgenda() {
        TestTime.set(TestTime.MONDAY);
        String number = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        return number;
    }

    private long listed() {
        return cases.listed(onTheAgenda());
    }

    private void submitted() {
        listed();
        cases.submitted();
    }
}
