package org.shangda.university;

import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.university.Absences.Entry;
import org.shangda.university.Absences.Shown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A Monday on which nobody is away yet. */
abstract class OnLeave {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Autowired
    Absences absences;

    @Autowired
    CurrentUniversity university;

    @Autowired
    RosterTables tables;

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    @BeforeEach
    @AfterEach
    void everybodyIsThere() {
        // On the day on which it counts: on an earlier one nothing would follow, and a clerk would be in no group any
        // more.
        for (Absence one : tables.read().absences()) {
            absences.delete(ORGANIZATION_CLERK, one.person(), one.first());
        }
        TestTime.set(TestTime.MONDAY);
    }

    /** As the day turns while the product runs. */
    void day(LocalDate day) {
        TestTime.set(day + "T10:00:00");
        university.keepUp();
    }

    /** From Monday to Wednesday. */
    Shown away(String person) {
        return absences.enter(person, Entry.of(person, MONDAY, WEDNESDAY));
    }

    String signer(String number) {
        return cases.task(number, "UserTask_Sign").getAssignee();
    }

    String handler(String number) {
        return cases.task(number, "UserTask_Handle").getAssignee();
    }

    int status(String person, String path) {
        return get(person, path).statusCode();
    }

    String body(String person, String path) {
        return get(person, path).body();
    }

    private HttpResponse<String> get(String person, String path) {
        return new Http(port).get(path, Http.as(person, "demo"));
    }
}
