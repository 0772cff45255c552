package org.shangda.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回访: who of those answered was drawn in a semester to be asked by another office, and what they said. A unit counts the calls
 * about its own answers and those that it makes; the Organization Department all. Reads the view that {@code concern} publishes.
 */
@Component
class CallBacksOfTerm {

    private final JdbcClient jdbc;
    private final Semesters semesters;

    CallBacksOfTerm(JdbcClient jdbc, Semesters semesters) {
        this.jdbc = jdbc;
        this.semesters = semesters;
    }

    List<Recorded> in(Scope scope) {
        String whose = switch (scope.tier()) {
            case MEMBER -> null;
            case BRANCH, COLLEGE, OFFICE -> " and (answered_by = :unit or unit = :unit)";
            case ORGANIZATION_DEPARTMENT -> "";
        };
        if (whose == null) {
            return List.of();
        }
        return jdbc.sql("select number, unit, answered_by, drawn_at, called_at, reached, rating from concern_call_backs"
                        + " where drawn_at >= :from and drawn_at < :to" + whose + " order by drawn_at, number")
                .param("unit", scope.unit())
                .param("from", semesters.startOf(scope.from()))
                .param("to", semesters.startOf(scope.to().plusDays(1)))
                .query((row, n) -> Recorded.callBack(
                        row.getString("number"),
                        day(row.getObject("drawn_at", OffsetDateTime.class)),
                        countedBelow(scope, row.getString("unit"), row.getString("answered_by")),
                        cell(row.getObject("called_at"), row.getString("reached")),
                        row.getString("rating") == null ? null : ConcernsOfTerm.counted(row.getString("rating"))))
                .list();
    }

    /** The unit below in whose summary the call is counted too. */
    private static String countedBelow(Scope scope, String calls, String answered) {
        boolean ofTheUniversity = scope.tier() == Tier.ORGANIZATION_DEPARTMENT && !calls.equals(scope.unit());
        return ofTheUniversity || answered == null ? calls : answered;
    }

    private static String cell(Object calledAt, String reached) {
        if (calledAt == null) {
            return Recorded.WAITING;
        }
        return ConcernsOfTerm.counted(reached).equals(Recorded.REACHED) ? Recorded.REACHED : Recorded.UNREACHED;
    }

    private LocalDate day(OffsetDateTime at) {
        return semesters.dayOf(at.toInstant());
    }
}
