package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.shangda.rights.Addresses.Address;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** The canary in all that is said from 停滞事项, about cases whose stories have it as well. */
class CanaryStalled extends CanaryWriter {

    private static final String OPERATOR = "yebo";

    @Autowired
    Monitoring monitoring;

    private String late;
    private String reason;

    /** The branch is late on Thursday of the next week, the department a week later. */
    void write() {
        late = raise(COLLEAGUE, "late");
        String extended = raise(COLLEAGUE, "extended");
        String takenOver = raise(COLLEAGUE, "taken over");
        String movedUp = raise(COLLEAGUE, "moved up");
        String suspended = raise(COLLEAGUE, "suspended");
        String given = atTheDepartment("given");
        TestTime.set("2026-03-12T10:00:00");
        assertThat(monitoring.look()).isTrue();

        said(COLLEGE_CLERK, "extend", extended, Map.of("words", text("extend")));
        said(COLLEGE_CLERK, "take-over", takenOver, Map.of("words", text("take over")));
        said(COLLEGE_CLERK, "move-up", movedUp, Map.of("words", text("move up")));
        reason = text("suspend");
        said(OPERATOR, "suspend", suspended, Map.of("words", reason, "until", "2026-03-27"));
        TestTime.set("2026-03-19T10:00:00");
        assertThat(monitoring.look()).isTrue();
        said(ASSIGNING_CLERK, "give", given, Map.of("words", text("give"), "unit", "rsc"));
        for (String action : List.of("give", "give-to-person", "fill", "urge", "watch")) {
            Answer answer =
                    order(COLLEGE_CLERK, action, late, Map.of("words", CANARY, "unit", CANARY, "person", CANARY));
            assertThat(answer.body()).as(action).doesNotContain(CANARY);
        }
        assertThat(monitoring.look()).isTrue();
    }

    private void said(String person, String action, String number, Map<String, Object> said) {
        Answer answer = order(person, action, number, said);
        assertThat(answer.body()).as(action).contains("\"done\":true").doesNotContain(CANARY);
    }

    private Answer order(String person, String action, String number, Map<String, Object> said) {
        Map<String, Object> order = new HashMap<>(said);
        order.put("rows", List.of(subject(number)));
        return http.post(person, "/api/stalled/act/" + action, order);
    }

    private String subject(String number) {
        return database.queryForObject(
                "select min(subject) from stalled where number = ? and cause = 'handle-overdue'", String.class, number);
    }

    // --- reading -----------------------------------------------------------------------------------------------------

    /** Of a case that stands still; it is on the list, and its words are nowhere. */
    String number() {
        return late;
    }

    /** What an operator has written for those who supervise the case that is suspended; they read it, and no more. */
    String reason() {
        return reason;
    }

    /** Everything that is read of what stands still; found, so that a later address is read as well. */
    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Address address :
                Addresses.described(http.get(COLLEAGUE, "/v3/api-docs").json())) {
            if (address.method().equals("GET") && address.path().startsWith("/api/stalled")) {
                addresses.addAll(filledIn(address));
            }
        }
        return addresses;
    }

    private List<String> filledIn(Address address) {
        String path = address.path();
        if (path.contains("{action}")) {
            return List.of("give", "give-to-person", "watch").stream()
                    .map(action -> path.replace("{action}", action) + "?rows=" + subject(late))
                    .toList();
        }
        assertThat(path).as("say what to put in").doesNotContain("{");
        List<String> filledIn = new ArrayList<>();
        if (!address.query().containsValue(true)) {
            filledIn.add(path);
        }
        address.query().forEach((parameter, needed) -> {
            switch (parameter) {
                case "number" -> filledIn.add(path + "?number=" + late);
                case "definition" ->
                    cases.instances(late)
                            .forEach(one -> filledIn.add(path + "?definition=" + one.getProcessDefinitionId()));
                case "instance" ->
                    cases.instances(late).forEach(one -> filledIn.add(path + "?instance=" + one.getId()));
                default ->
                    assertThat(needed).as("say what to put in for " + parameter).isFalse();
            }
        });
        return filledIn;
    }

    /** Those who read the list, and one who handles the case. */
    static List<String> readers() {
        return List.of(
                COLLEGE_CLERK,
                ORGANIZATION_CLERK,
                ASSIGNING_CLERK,
                "zhaomingyuan",
                "xujianhua",
                OPERATOR,
                "admin",
                SECRETARY);
    }
}
