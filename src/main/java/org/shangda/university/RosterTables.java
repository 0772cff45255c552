package org.shangda.university;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

/** The roster in the database. */
@Repository
class RosterTables {

    private final JdbcTemplate jdbc;

    RosterTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.queryForObject("select version from roster", Long.class);
    }

    long revision() {
        return jdbc.queryForObject("select revision from roster", Long.class);
    }

    /** Makes imports wait for each other until the transaction ends. */
    void lock() {
        // Where the row was changed while it was waited for, H2 has found nothing: its key is what changes.
        boolean held = false;
        while (!held) {
            held = !jdbc.queryForList("select version from roster for update", Long.class)
                    .isEmpty();
        }
    }

    /** The last day for which changes of hands were made known, null before the first import. */
    LocalDate knownOn() {
        return jdbc.queryForObject("select known_on from roster", LocalDate.class);
    }

    void know(LocalDate day) {
        jdbc.update("update roster set known_on = ?", date(day));
    }

    Roster read() {
        long version = version();
        long revision = revision();
        Map<String, Unit> units = new TreeMap<>();
        Set<String> abolished = new HashSet<>();
        jdbc.query("select * from unit", row -> {
            Unit unit = new Unit(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("parent"),
                    row.getString("campus"),
                    row.getString("telephone"),
                    row.getString("duty_telephone"),
                    lineLeaders(row.getString("line_leaders")));
            units.put(unit.code(), unit);
            if (row.getObject("abolished_on") != null) {
                abolished.add(unit.code());
            }
        });
        Map<String, Person> people = new TreeMap<>();
        Set<String> left = new HashSet<>();
        jdbc.query("select * from person", row -> {
            Person person = new Person(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("branch"),
                    row.getBoolean("party_member"),
                    row.getString("email"),
                    row.getString("telephone"));
            people.put(person.id(), person);
            if (row.getObject("left_on") != null) {
                left.add(person.id());
            }
        });
        List<Post> posts = jdbc.query(
                "select * from post",
                (row, number) -> new Post(
                        row.getString("person"),
                        row.getString("unit"),
                        Role.of(row.getString("role")),
                        row.getString("title"),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class)));
        List<Absence> absences = jdbc.query(
                "select * from absence",
                (row, number) -> new Absence(
                        row.getString("person"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("entered_by"),
                        row.getString("deputy")));
        List<StandInPost> standIns = jdbc.query(
                "select * from stand_in_post",
                (row, number) -> new StandInPost(
                        row.getString("unit"),
                        row.getString("person"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("named_by")));
        return new Roster(
                version,
                revision,
                units,
                abolished,
                people,
                left,
                Set.copyOf(posts),
                Set.copyOf(absences),
                Set.copyOf(standIns));
    }

    /** Stores what differs; {@code before} is what the tables hold. */
    void write(Roster before, Roster after, LocalDate today) {
        writeUnits(before, after, today);
        writePeople(before, after, today);
        writePosts(before, after);
        writeAbsences(before, after);
        writeStandIns(before, after);
        jdbc.update(
                "update roster set version = ?, revision = ?, known_on = ?",
                after.version(),
                after.revision(),
                date(today));
    }

    private void writeUnits(Roster before, Roster after, LocalDate today) {
        // A unit is inserted after the one above it.
        List<Unit> added = after.units().values().stream()
                .filter(unit -> !before.units().containsKey(unit.code()))
                .sorted(Comparator.comparingInt(unit -> depth(after, unit)))
                .toList();
        jdbc.batchUpdate(
                "insert into unit (name, kind, parent, campus, telephone, duty_telephone, line_leaders, code)"
                        + " values (?,?,?,?,?,?,?,?)",
                rows(added, RosterTables::columns));
        jdbc.batchUpdate(
                "update unit set name=?, kind=?, parent=?, campus=?, telephone=?, duty_telephone=?, line_leaders=? where code=?",
                rows(changed(before.units(), after.units()), RosterTables::columns));
        jdbc.batchUpdate(
                "update unit set abolished_on = ? where code = ?", ends(before.abolished(), after.abolished(), today));
    }

    private void writePeople(Roster before, Roster after, LocalDate today) {
        List<Person> added = after.people().values().stream()
                .filter(person -> !before.people().containsKey(person.id()))
                .toList();
        jdbc.batchUpdate(
                "insert into person (name, branch, party_member, email, telephone, id) values (?,?,?,?,?,?)",
                rows(added, RosterTables::columns));
        jdbc.batchUpdate(
                "update person set name=?, branch=?, party_member=?, email=?, telephone=? where id=?",
                rows(changed(before.people(), after.people()), RosterTables::columns));
        jdbc.batchUpdate("update person set left_on = ? where id = ?", ends(before.left(), after.left(), today));
    }

    private void writePosts(Roster before, Roster after) {
        Map<String, Set<Post>> stored = byPerson(before);
        Map<String, Set<Post>> wanted = byPerson(after);
        Set<String> touched = new HashSet<>(stored.keySet());
        touched.addAll(wanted.keySet());
        touched.removeIf(person -> stored.getOrDefault(person, Set.of()).equals(wanted.get(person)));
        jdbc.batchUpdate("delete from post where person = ?", rows(touched, person -> new Object[] {person}));
        List<Post> posts = after.posts().stream()
                .filter(post -> touched.contains(post.person()))
                .toList();
        jdbc.batchUpdate(
                "insert into post (person, unit, role, title, from_date, to_date) values (?,?,?,?,?,?)",
                rows(posts, post -> new Object[] {
                    post.person(), post.unit(), post.role().code(), post.title(), date(post.from()), date(post.to())
                }));
    }

    private void writeAbsences(Roster before, Roster after) {
        List<Absence> gone = before.absences().stream()
                .filter(one -> !after.absences().contains(one))
                .toList();
        List<Absence> added = after.absences().stream()
                .filter(one -> !before.absences().contains(one))
                .toList();
        jdbc.batchUpdate("delete from absence where person = ? and first_day = ?", rows(gone, one ->
                new Object[] {one.person(), date(one.first())}));
        jdbc.batchUpdate(
                "insert into absence (person, first_day, last_day, entered_by, deputy) values (?,?,?,?,?)",
                rows(added, one -> new Object[] {
                    one.person(),
                    date(one.first()),
                    date(one.last()),
                    new SqlParameterValue(Types.VARCHAR, one.enteredBy()),
                    new SqlParameterValue(Types.VARCHAR, one.deputy())
                }));
    }

    private void writeStandIns(Roster before, Roster after) {
        List<StandInPost> gone = before.standIns().stream()
                .filter(one -> !after.standIns().contains(one))
                .toList();
        List<StandInPost> added = after.standIns().stream()
                .filter(one -> !before.standIns().contains(one))
                .toList();
        jdbc.batchUpdate("delete from stand_in_post where unit = ?", rows(gone, one -> new Object[] {one.unit()}));
        jdbc.batchUpdate(
                "insert into stand_in_post (unit, person, first_day, last_day, named_by) values (?,?,?,?,?)",
                rows(added, one ->
                        new Object[] {one.unit(), one.person(), date(one.first()), date(one.last()), one.namedBy()}));
    }

    private static Map<String, Set<Post>> byPerson(Roster roster) {
        return roster.posts().stream().collect(Collectors.groupingBy(Post::person, Collectors.toSet()));
    }

    private static int depth(Roster roster, Unit unit) {
        return unit.parent() == null ? 0 : 1 + depth(roster, roster.units().get(unit.parent()));
    }

    private static List<String> lineLeaders(String column) {
        return column == null || column.isBlank() ? List.of() : List.of(column.split(" "));
    }

    private static Object[] columns(Unit unit) {
        return new Object[] {
            unit.name(),
            unit.kind(),
            unit.parent(),
            unit.campus(),
            unit.telephone(),
            unit.dutyTelephone(),
            String.join(" ", unit.lineLeaders()),
            unit.code()
        };
    }

    private static Object[] columns(Person person) {
        return new Object[] {
            person.name(), person.branch(), person.partyMember(), person.email(), person.telephone(), person.id()
        };
    }

    private static <T> List<T> changed(Map<String, T> before, Map<String, T> after) {
        return after.entrySet().stream()
                .filter(entry -> before.containsKey(entry.getKey()))
                .filter(entry -> !before.get(entry.getKey()).equals(entry.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A date for those who are gone now, none for those who are back. */
    private static List<Object[]> ends(Set<String> before, Set<String> after, LocalDate today) {
        List<Object[]> ends = new ArrayList<>();
        after.stream().filter(id -> !before.contains(id)).forEach(id -> ends.add(new Object[] {date(today), id}));
        before.stream().filter(id -> !after.contains(id)).forEach(id -> ends.add(new Object[] {date(null), id}));
        return ends;
    }

    private static <T> List<Object[]> rows(Collection<T> all, Function<T, Object[]> row) {
        return all.stream().map(row).toList();
    }

    private static SqlParameterValue date(LocalDate date) {
        return new SqlParameterValue(Types.DATE, date);
    }
}
