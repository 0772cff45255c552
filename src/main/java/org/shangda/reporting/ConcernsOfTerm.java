package org.shangda.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.shangda.programme.Outcome;
import org.shangda.words.WordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 反映事项: what a unit received in a semester and what became of it there; for a member, the university's leaders and the
 * whole university, what was raised and what became of it in the end. Reads the view that {@code concern} publishes.
 */
@Component
class ConcernsOfTerm {

    private final JdbcClient jdbc;
    private final UniversityLeaders leaders;
    private final Semesters semesters;

    ConcernsOfTerm(JdbcClient jdbc, UniversityLeaders leaders, Semesters semesters) {
        this.jdbc = jdbc;
        this.leaders = leaders;
        this.semesters = semesters;
    }

    /** A visit of a concern to a level, the only one where nothing is known of any. */
    private record Visit(
            String number,
            Instant raisedAt,
            String category,
            String college,
            String state,
            String rating,
            Instant enteredAt,
            String outcome,
            String type,
            String settled) {}

    List<Recorded> in(Scope scope) {
        boolean ofUnit = scope.tier() == Tier.BRANCH || scope.tier() == Tier.COLLEGE;
        Map<String, List<Visit>> concerns = new LinkedHashMap<>();
        visits(scope)
                .forEach(visit -> concerns.computeIfAbsent(visit.number(), number -> new ArrayList<>())
                        .add(visit));
        return concerns.values().stream()
                .map(visits -> ofUnit ? ofUnit(visits, scope.unit()) : altogether(visits))
                .toList();
    }

    private List<Visit> visits(Scope scope) {
        String whose = switch (scope.tier()) {
            case MEMBER -> "raised_by = :person and colleague <> :person and raised_at >= :from and raised_at < :to";
            case BRANCH, COLLEGE ->
                "unit = :unit and number in (select number from concern_visits where unit = :unit"
                        + " group by number having min(entered_at) >= :from and min(entered_at) < :to)";
            case OFFICE ->
                "raised_by in (:leaders) and colleague <> raised_by" + " and raised_at >= :from and raised_at < :to";
            case ORGANIZATION_DEPARTMENT -> "raised_at >= :from and raised_at < :to";
        };
        return jdbc.sql("select number, raised_at, category, college, state, rating, entered_at, outcome, type, settled"
                        + " from concern_visits where " + whose + " order by raised_at, number, visit")
                .param("person", scope.person())
                .param("unit", scope.unit())
                .param("leaders", leaders.today())
                .param("from", semesters.startOf(scope.from()))
                .param("to", semesters.startOf(scope.to().plusDays(1)))
                .query((row, n) -> new Visit(
                        row.getString("number"),
                        instant(row.getObject("raised_at", OffsetDateTime.class)),
                        row.getString("category"),
                        row.getString("college"),
                        row.getString("state"),
                        row.getString("rating"),
                        instant(row.getObject("entered_at", OffsetDateTime.class)),
                        row.getString("outcome"),
                        row.getString("type"),
                        row.getString("settled")))
                .list();
    }

    private Recorded ofUnit(List<Visit> visits, String unit) {
        Visit first = visits.get(0);
        Visit last = visits.get(visits.size() - 1);
        String cell = first.state().equals("WITHDRAWN") ? Recorded.OTHER : cell(last.outcome());
        return recorded(visits, semesters.dayOf(first.enteredAt()), unit, cell);
    }

    private Recorded altogether(List<Visit> visits) {
        Visit first = visits.get(0);
        Visit last = visits.get(visits.size() - 1);
        String cell = switch (first.state()) {
            case "ANSWERED", "CLOSED" -> Recorded.ANSWERED;
            case "WITHDRAWN" -> Recorded.OTHER;
            default -> {
                boolean higher =
                        visits.stream().anyMatch(visit -> cell(visit.outcome()).equals(Recorded.PASSED_UP));
                String now = cell(last.outcome());
                yield now.equals(Recorded.CONTINUING) ? now : higher ? Recorded.PASSED_UP : Recorded.OTHER;
            }
        };
        String college = Objects.requireNonNullElse(first.college(), "");
        return recorded(visits, semesters.dayOf(first.raisedAt()), college, cell);
    }

    private static Recorded recorded(List<Visit> visits, LocalDate day, String unit, String cell) {
        Visit concern = visits.get(0);
        boolean rated = concern.state().equals("CLOSED") && concern.rating() != null;
        String rating = !cell.equals(Recorded.ANSWERED) ? null : rated ? counted(concern.rating()) : Recorded.WAITING;
        String settled = cell.equals(Recorded.ANSWERED) ? settled(visits) : null;
        return Recorded.concern(concern.number(), day, unit, cell, rating, settled, concern.category());
    }

    /** As the latest of the answers says. */
    private static String settled(List<Visit> visits) {
        return counted(visits.get(0).type()).equals("suggestion")
                ? visits.stream()
                        .map(Visit::settled)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .map(WordKind::plain)
                        .orElse(Recorded.UNSAID)
                : Recorded.NO_SUGGESTION;
    }

    /** Whatever further name a school has for a code is counted as what it works as. @param code as it is stored */
    static String counted(String code) {
        return WordKind.plain(code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** 告知其他渠道 answers too; 提请学校研究 is the highest way up. */
    private static String cell(String outcome) {
        return Outcome.of(outcome)
                .map(one -> switch (one) {
                    case ANSWERED -> Recorded.ANSWERED;
                    case EXPLAIN -> Recorded.CONTINUING;
                    case PASSED_UP, AGENDA, DECIDED -> Recorded.PASSED_UP;
                    default -> Recorded.OTHER;
                })
                .orElse(Recorded.OTHER);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
