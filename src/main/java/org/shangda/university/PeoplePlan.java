package org.shangda.university;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shangda.university.RosterReport.Outcome;

/** What becomes of the people: read, checked, compared with those who are there. */
final class PeoplePlan {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Set<String> YES =
            Set.of("是", "y", "yes", "true", "1", "√", "党员", "中共党员", "正式党员", "预备党员", "中共预备党员");
    private static final Set<String> NO = Set.of(
            "", "否", "n", "no", "false", "0", "非党员", "非中共党员", "群众", "团员", "共青团员", "无党派", "无党派人士", "民革党员", "民革会员",
            "民盟盟员", "民建会员", "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员");

    private final Roster before;
    private final UnitsPlan units;
    private final PostsPlan posts;
    private final AbsencesPlan absences;
    private final ReportRows rows;
    private final Map<String, Person> people;
    private final Set<String> left;

    PeoplePlan(Roster before, UnitsPlan units, PostsPlan posts, AbsencesPlan absences, ReportRows rows) {
        this.before = before;
        this.units = units;
        this.posts = posts;
        this.absences = absences;
        this.rows = rows;
        people = new TreeMap<>(before.people());
        left = new HashSet<>(before.left());
    }

    /** What becomes of the people and, by the same rows, of their posts and leave. */
    void plan(List<Line> lines) {
        Map<String, Person> given = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, List<Post>> givenPosts = new HashMap<>();
        Set<String> bare = new LinkedHashSet<>();
        CaseTwins twins = new CaseTwins(before.people().keySet());
        for (Line line : lines) {
            String id = line.half(Column.PERSON_ID);
            if (!rows.isCode(line, Column.PERSON_ID, twins)) {
                continue;
            }
            Person person = person(line, id, given.get(id), numbers.getOrDefault(id, 0));
            if (given.put(id, person) == null) {
                numbers.put(id, line.number());
                reportPerson(line.number(), person);
            }
            List<Post> mine = givenPosts.computeIfAbsent(id, none -> new ArrayList<>());
            Optional<Post> post = posts.read(line, id);
            if (post.isPresent() ? mine.stream().anyMatch(post.get()::sameAppointment) : !bare.add(id)) {
                rows.problem(line.number(), id, "person.repeated", person.name(), numbers.get(id));
            }
            post.ifPresent(found -> mine.add(posts.continued(found, line.number())));
            absences.read(line, person);
        }
        people.values().stream()
                .filter(person -> !given.containsKey(person.id()) && left.add(person.id()))
                .forEach(person -> rows.add(0, person.id(), Outcome.ENDS, "person.leaves", person.name()));
        people.putAll(given);
        left.removeAll(given.keySet());
        posts.merge(given.keySet(), givenPosts);
        absences.reportEnds();
    }

    private Person person(Line line, String id, Person earlier, int earlierNumber) {
        String name = Typed.personName(line.text(Column.PERSON_NAME));
        String branch = line.half(Column.PERSON_BRANCH);
        String member = Typed.key(line.half(Column.PERSON_MEMBER));
        String email = line.halfOrNull(Column.PERSON_EMAIL);
        String telephone = line.halfOrNull(Column.PERSON_TELEPHONE);
        rows.limit(line, id, Column.PERSON_NAME, 100);
        rows.limit(line, id, Column.PERSON_EMAIL, 200);
        rows.limit(line, id, Column.PERSON_TELEPHONE, 100);
        if (!YES.contains(member) && !NO.contains(member)) {
            rows.problem(line.number(), id, "person.member-unclear", line.text(Column.PERSON_MEMBER));
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            rows.problem(line.number(), id, "person.email-bad", email);
        }
        if (earlier != null) {
            agree(line, id, Column.PERSON_NAME, name, earlier.name(), earlierNumber);
            agree(line, id, Column.PERSON_BRANCH, branch, earlier.branch(), earlierNumber);
            if (!member.isEmpty() && YES.contains(member) != earlier.partyMember()) {
                rows.problem(line.number(), id, "person.disagrees", id, Column.PERSON_MEMBER.heading(), earlierNumber);
            }
            return new Person(
                    id,
                    earlier.name(),
                    earlier.branch(),
                    earlier.partyMember(),
                    earlier.email() == null ? email : earlier.email(),
                    earlier.telephone() == null ? telephone : earlier.telephone());
        }
        if (name.isEmpty()) {
            rows.problem(line.number(), id, "cell.missing", Column.PERSON_NAME.heading());
        }
        if (branch.isEmpty()) {
            rows.problem(line.number(), id, "cell.missing", Column.PERSON_BRANCH.heading());
        } else if (!units.isBranch(branch)) {
            rows.problem(line.number(), id, "branch.unknown", branch);
        }
        return new Person(id, name, branch, YES.contains(member), email, telephone);
    }

    private void agree(Line line, String id, Column column, String value, String earlier, int earlierNumber) {
        if (!value.isEmpty() && !Typed.key(value).equals(Typed.key(earlier))) {
            rows.problem(line.number(), id, "person.disagrees", id, column.heading(), earlierNumber);
        }
    }

    private void reportPerson(int number, Person person) {
        Person known = before.people().get(person.id());
        if (known == null) {
            rows.add(number, person.id(), Outcome.NEW, "person.new", person.name());
        } else if (before.left().contains(person.id())) {
            rows.add(number, person.id(), Outcome.NEW, "person.returns", person.name());
        } else if (known.equals(person)) {
            rows.add(number, person.id(), Outcome.UNCHANGED, "unchanged", person.name());
        } else {
            rows.add(number, person.id(), Outcome.CHANGED, "person.changed", person.name());
        }
    }

    /** Where the units change alone: those whose branch would be gone, by its code. */
    Map<String, Integer> stranded() {
        Map<String, Integer> stranded = new TreeMap<>();
        people.values().stream()
                .filter(person -> !left.contains(person.id()))
                .filter(person -> !units.isBranch(person.branch()))
                .forEach(person -> stranded.merge(person.branch(), 1, Integer::sum));
        return stranded;
    }

    Map<String, Person> people() {
        return people;
    }

    Set<String> left() {
        return left;
    }
}
