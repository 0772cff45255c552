package org.shangda.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 应联系, 已联系, 完成率: contacts that were owed in the periods that ended in a semester, and how many of them took place.
 * More than was owed does not make up for less elsewhere. Reads the view that {@code contact} publishes.
 */
@Component
class ContactsOfTerm {

    private final JdbcClient jdbc;
    private final UniversityLeaders leaders;

    ContactsOfTerm(JdbcClient jdbc, UniversityLeaders leaders) {
        this.jdbc = jdbc;
        this.leaders = leaders;
    }

    /** @param college null for somebody outside every college */
    private record Owed(String pair, LocalDate day, String branch, String college, int atLeast, int done) {}

    List<Recorded> in(Scope scope) {
        return owed(scope).stream()
                .flatMap(owed -> recorded(owed, scope.tier()))
                .toList();
    }

    private List<Owed> owed(Scope scope) {
        String whose = switch (scope.tier()) {
            case MEMBER -> "carrier = :person and relation = 'member-person'";
            case BRANCH -> "branch = :unit and relation = 'member-person'";
            case COLLEGE -> "college = :unit and carrier not in (:leaders)";
            case OFFICE -> "carrier in (:leaders)";
            case ORGANIZATION_DEPARTMENT -> "1 = 1";
        };
        return jdbc.sql("select pairing, to_day, branch, college, at_least, done from contacts_owed"
                        + " where to_day between :from and :to and " + whose)
                .param("person", scope.person())
                .param("unit", scope.unit())
                .param("leaders", leaders.today())
                .param("from", scope.from())
                .param("to", scope.to())
                .query((row, n) -> new Owed(
                        row.getString("pairing"),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("branch"),
                        row.getString("college"),
                        row.getInt("at_least"),
                        row.getInt("done")))
                .list();
    }

    private static Stream<Recorded> recorded(Owed owed, Tier tier) {
        String of = tier.showsEveryContact() || tier == Tier.COLLEGE ? owed.branch() : owed.college();
        String unit = of == null ? "" : of;
        int done = Math.min(owed.done(), owed.atLeast());
        return Stream.of(
                        Recorded.contact(owed.pair(), owed.day(), unit, Recorded.DONE, done),
                        Recorded.contact(owed.pair(), owed.day(), unit, Recorded.MISSED, owed.atLeast() - done))
                .filter(row -> row.times() > 0);
    }
}
