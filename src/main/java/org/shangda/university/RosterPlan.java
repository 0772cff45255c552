package org.shangda.university;

import java.time.LocalDate;
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
import java.util.stream.Collectors;
import org.shangda.tables.Dates;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;

/**
 * What the roster becomes when the given tables take effect today, and what each row has to do with it. Touches no
 * database, so a rehearsal is the same computation as the import.
 */
final class RosterPlan {

    /** Also the engine's rule for the ids of users and groups. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,32}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Set<String> YES =
            Set.of("是", "y", "yes", "true", "1", "√", "党员", "中共党员", "正式党员", "预备党员", "中共预备党员");
    private static final Set<String> NO = Set.of(
            "", "否", "n", "no", "false", "0", "非党员", "非中共党员", "群众", "团员", "共青团员", "无党派", "无党派人士", "民革党员", "民革会员",
            "民盟盟员", "民建会员", "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员");

    private final Roster before;
    private final LocalDate today;
    private final PostTitles titles;
    private final ReportRows unitRows = new ReportRows(RosterFiles.UNITS);
    private final ReportRows peopleRows = new ReportRows(RosterFiles.PEOPLE);

    private final Map<String, Unit> units;
    private final Set<String> abolished;
    private final Map<String, Person> people;
    private final Set<String> left;
    private Set<Post> posts;

    /**
     * @param unitLines null leaves the units as they are
     * @param peopleLines null leaves the people as they are
     */
    RosterPlan(Roster before, List<Line> unitLines, List<Line> peopleLines, LocalDate today, PostTitles titles) {
        this.before = before;
        this.today = today;
        this.titles = titles;
        units = new TreeMap<>(before.units());
        abolished = new HashSet<>(before.abolished());
        people = new TreeMap<>(before.people());
        left = new HashSet<>(before.left());
        posts = new LinkedHashSet<>(before.posts());
        if (unitLines != null) {
            planUnits(unitLines);
        }
        if (peopleLines != null) {
            planPeople(peopleLines);
        } else if (unitLines != null) {
            keepPeopleInTheirUnits();
        }
        if (unitRows.clean() && peopleRows.clean()) {
            refuseHeadlessUniversity();
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(unitRows.rows());
        rows.addAll(peopleRows.rows());
        return rows;
    }

    Roster after() {
        return new Roster(before.version() + 1, units, abolished, people, left, posts);
    }

    boolean changesAnything() {
        return !(units.equals(before.units())
                && abolished.equals(before.abolished())
                && people.equals(before.people())
                && left.equals(before.left())
                && posts.equals(before.posts()));
    }

    // Units

    private void planUnits(List<Line> lines) {
        Map<String, Unit> given = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        CaseTwins twins = new CaseTwins(before.units().keySet());
        for (Line line : lines) {
            Unit unit = unit(line);
            if (!isCode(unitRows, line, Column.UNIT_CODE, twins)) {
                continue;
            }
            if (numbers.containsKey(unit.code())) {
                unitRows.problem(line.number(), unit.code(), "unit.doubled", unit.code(), numbers.get(unit.code()));
            } else {
                given.put(unit.code(), unit);
                numbers.put(unit.code(), line.number());
            }
        }
        checkTree(given, numbers);
        if (!unitRows.clean()) {
            // Nothing will be stored, but the people are checked against what the file means.
            units.putAll(given);
            return;
        }
        given.replaceAll((code, unit) -> onCampus(unit, given));
        for (Unit unit : given.values()) {
            if (unit.campus() == null) {
                unitRows.problem(numbers.get(unit.code()), unit.code(), "unit.campus-missing", unit.name());
                return;
            }
            Unit known = before.abolished().contains(unit.code())
                    ? null
                    : before.units().get(unit.code());
            unitRows.add(
                    numbers.get(unit.code()),
                    unit.code(),
                    known == null ? Outcome.NEW : known.equals(unit) ? Outcome.UNCHANGED : Outcome.CHANGED,
                    known == null ? "unit.new" : known.equals(unit) ? "unchanged" : "unit.changed",
                    unit.name());
            abolished.remove(unit.code());
        }
        units.keySet().stream()
                .filter(code -> !given.containsKey(code) && abolished.add(code))
                .map(units::get)
                .forEach(unit -> unitRows.add(0, unit.code(), Outcome.ENDS, "unit.abolished", unit.name()));
        units.putAll(given);
        posts = posts.stream()
                .map(post -> abolished.contains(post.unit()) ? ended(post) : post)
                .collect(Collectors.toSet());
    }

    private Unit unit(Line line) {
        String code = line.half(Column.UNIT_CODE);
        String name = line.text(Column.UNIT_NAME);
        if (name.isEmpty()) {
            unitRows.problem(line.number(), code, "cell.missing", Column.UNIT_NAME.heading());
        }
        Optional<UnitKind> kind = UnitKind.meantBy(line.half(Column.UNIT_KIND));
        if (kind.isEmpty()) {
            unitRows.problem(line.number(), code, "unit.kind-unknown", line.text(Column.UNIT_KIND));
        }
        limit(unitRows, line, code, Column.UNIT_NAME, 200);
        limit(unitRows, line, code, Column.UNIT_CAMPUS, 32);
        limit(unitRows, line, code, Column.UNIT_TELEPHONE, 100);
        limit(unitRows, line, code, Column.UNIT_DUTY_TELEPHONE, 100);
        return new Unit(
                code,
                name,
                kind.map(UnitKind::code).orElse(""),
                line.halfOrNull(Column.UNIT_PARENT),
                line.halfOrNull(Column.UNIT_CAMPUS),
                line.halfOrNull(Column.UNIT_TELEPHONE),
                line.halfOrNull(Column.UNIT_DUTY_TELEPHONE));
    }

    private void checkTree(Map<String, Unit> given, Map<String, Integer> numbers) {
        String top = null;
        for (Unit unit : given.values()) {
            int number = numbers.get(unit.code());
            boolean university = unit.kind().equals(UnitKind.UNIVERSITY.code());
            if (unit.parent() == null) {
                if (top != null) {
                    unitRows.problem(number, unit.code(), "unit.top-twice", top, unit.code());
                } else if (!university && !unit.kind().isEmpty()) {
                    unitRows.problem(number, unit.code(), "unit.top-kind", unit.name());
                }
                top = top == null ? unit.code() : top;
            } else if (!given.containsKey(unit.parent())) {
                unitRows.problem(number, unit.code(), "unit.parent-unknown", unit.parent());
            } else if (university) {
                unitRows.problem(number, unit.code(), "unit.university-below", unit.name(), unit.parent());
            } else if (inCycle(unit, given)) {
                unitRows.problem(number, unit.code(), "unit.cycle", unit.code(), unit.parent());
            }
        }
        if (top == null) {
            unitRows.problem(0, "", "unit.top-missing");
        }
    }

    private static boolean inCycle(Unit start, Map<String, Unit> given) {
        Set<String> seen = new HashSet<>();
        for (Unit unit = given.get(start.parent()); unit != null; unit = given.get(unit.parent())) {
            if (unit.code().equals(start.code())) {
                return true;
            }
            if (!seen.add(unit.code())) {
                return false;
            }
        }
        return false;
    }

    /** A unit without a campus is where the unit above is. */
    private static Unit onCampus(Unit unit, Map<String, Unit> given) {
        Unit where = unit;
        while (where.campus() == null && where.parent() != null) {
            where = given.get(where.parent());
        }
        return new Unit(
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.parent(),
                where.campus(),
                unit.telephone(),
                unit.dutyTelephone());
    }

    private boolean exists(String code) {
        return units.containsKey(code) && !abolished.contains(code);
    }

    private void keepPeopleInTheirUnits() {
        Map<String, Integer> stranded = new TreeMap<>();
        people.values().stream()
                .filter(person -> !left.contains(person.id()))
                .filter(person -> !isBranch(person.branch()))
                .forEach(person -> stranded.merge(person.branch(), 1, Integer::sum));
        stranded.forEach((code, count) -> unitRows.problem(0, code, "unit.still-peopled", code, count));
    }

    private boolean isBranch(String code) {
        return exists(code) && units.get(code).kind().equals(UnitKind.BRANCH.code());
    }

    private void refuseHeadlessUniversity() {
        if (!new Snapshot(after(), today).answersForever()) {
            Unit top = units.values().stream()
                    .filter(unit -> unit.parent() == null && exists(unit.code()))
                    .findFirst()
                    .orElse(null);
            if (top == null) {
                unitRows.problem(0, "", "units.needed");
            } else {
                peopleRows.problem(0, top.code(), "top-unanswered", top.name());
            }
        }
    }

    // People

    private void planPeople(List<Line> lines) {
        Map<String, Person> given = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, List<Post>> givenPosts = new HashMap<>();
        Set<String> bare = new LinkedHashSet<>();
        CaseTwins twins = new CaseTwins(before.people().keySet());
        for (Line line : lines) {
            String id = line.half(Column.PERSON_ID);
            if (!isCode(peopleRows, line, Column.PERSON_ID, twins)) {
                continue;
            }
            Person person = person(line, id, given.get(id), numbers.getOrDefault(id, 0));
            if (given.put(id, person) == null) {
                numbers.put(id, line.number());
                reportPerson(line.number(), person);
            }
            List<Post> mine = givenPosts.computeIfAbsent(id, none -> new ArrayList<>());
            Optional<Post> post = post(line, id);
            if (post.isPresent() ? mine.stream().anyMatch(post.get()::sameAppointment) : !bare.add(id)) {
                peopleRows.problem(line.number(), id, "person.repeated", person.name(), numbers.get(id));
            }
            post.ifPresent(found -> mine.add(continued(found, line.number())));
        }
        people.values().stream()
                .filter(person -> !given.containsKey(person.id()) && left.add(person.id()))
                .forEach(person -> peopleRows.add(0, person.id(), Outcome.ENDS, "person.leaves", person.name()));
        people.putAll(given);
        left.removeAll(given.keySet());
        mergePosts(given, givenPosts);
    }

    private Person person(Line line, String id, Person earlier, int earlierNumber) {
        String name = Typed.personName(line.text(Column.PERSON_NAME));
        String branch = line.half(Column.PERSON_BRANCH);
        String member = Typed.key(line.half(Column.PERSON_MEMBER));
        String email = line.halfOrNull(Column.PERSON_EMAIL);
        String telephone = line.halfOrNull(Column.PERSON_TELEPHONE);
        limit(peopleRows, line, id, Column.PERSON_NAME, 100);
        limit(peopleRows, line, id, Column.PERSON_EMAIL, 200);
        limit(peopleRows, line, id, Column.PERSON_TELEPHONE, 100);
        if (!YES.contains(member) && !NO.contains(member)) {
            peopleRows.problem(line.number(), id, "person.member-unclear", line.text(Column.PERSON_MEMBER));
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            peopleRows.problem(line.number(), id, "person.email-bad", email);
        }
        if (earlier != null) {
            agree(line, id, Column.PERSON_NAME, name, earlier.name(), earlierNumber);
            agree(line, id, Column.PERSON_BRANCH, branch, earlier.branch(), earlierNumber);
            if (!member.isEmpty() && YES.contains(member) != earlier.partyMember()) {
                peopleRows.problem(
                        line.number(), id, "person.disagrees", id, Column.PERSON_MEMBER.heading(), earlierNumber);
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
            peopleRows.problem(line.number(), id, "cell.missing", Column.PERSON_NAME.heading());
        }
        if (branch.isEmpty()) {
            peopleRows.problem(line.number(), id, "cell.missing", Column.PERSON_BRANCH.heading());
        } else if (!isBranch(branch)) {
            peopleRows.problem(line.number(), id, "branch.unknown", branch);
        }
        return new Person(id, name, branch, YES.contains(member), email, telephone);
    }

    private void agree(Line line, String id, Column column, String value, String earlier, int earlierNumber) {
        if (!value.isEmpty() && !Typed.key(value).equals(Typed.key(earlier))) {
            peopleRows.problem(line.number(), id, "person.disagrees", id, column.heading(), earlierNumber);
        }
    }

    private void reportPerson(int number, Person person) {
        Person known = before.people().get(person.id());
        if (known == null) {
            peopleRows.add(number, person.id(), Outcome.NEW, "person.new", person.name());
        } else if (before.left().contains(person.id())) {
            peopleRows.add(number, person.id(), Outcome.NEW, "person.returns", person.name());
        } else if (known.equals(person)) {
            peopleRows.add(number, person.id(), Outcome.UNCHANGED, "unchanged", person.name());
        } else {
            peopleRows.add(number, person.id(), Outcome.CHANGED, "person.changed", person.name());
        }
    }

    // Posts

    private Optional<Post> post(Line line, String id) {
        String unit = line.half(Column.POST_UNIT);
        String title = line.text(Column.POST_TITLE);
        if (unit.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        int problems = peopleRows.rows().size();
        Optional<Role> role = titles.roleOf(title);
        limit(peopleRows, line, id, Column.POST_TITLE, 100);
        if (unit.isEmpty()) {
            peopleRows.problem(line.number(), id, "cell.missing", Column.POST_UNIT.heading());
        } else if (!exists(unit)) {
            peopleRows.problem(line.number(), id, "unit.unknown", unit);
        }
        if (title.isEmpty()) {
            peopleRows.problem(line.number(), id, "cell.missing", Column.POST_TITLE.heading());
        } else if (role.isEmpty()) {
            peopleRows.problem(line.number(), id, "title.unknown", title);
        }
        LocalDate from = date(line, id, Column.POST_FROM);
        LocalDate to = date(line, id, Column.POST_TO);
        if (from != null && to != null && to.isBefore(from)) {
            peopleRows.problem(line.number(), id, "post.ends-before", from, to);
        }
        return peopleRows.rows().size() > problems
                ? Optional.empty()
                : Optional.of(new Post(id, unit, role.orElseThrow(), title, from, to));
    }

    private LocalDate date(Line line, String id, Column column) {
        String text = line.half(column);
        if (text.isEmpty() || text.equals("至今")) {
            return null;
        }
        Optional<LocalDate> date = Dates.read(text);
        if (date.isEmpty()) {
            peopleRows.problem(line.number(), id, "date.bad", column.heading(), text);
        }
        return date.orElse(null);
    }

    /** Reports a post of the file, and gives it the first day that is already known where the file has none. */
    private Post continued(Post post, int number) {
        Optional<Post> known =
                before.posts().stream().filter(old -> continues(post, old)).findFirst();
        Post merged = post.from() != null || known.isEmpty()
                ? post
                : new Post(
                        post.person(),
                        post.unit(),
                        post.role(),
                        post.title(),
                        known.get().from(),
                        post.to());
        boolean same = known.filter(merged::equals).isPresent();
        peopleRows.add(
                number,
                post.person(),
                known.isEmpty() ? Outcome.NEW : same ? Outcome.UNCHANGED : Outcome.CHANGED,
                known.isEmpty() ? "post.new" : same ? "post.unchanged" : "post.changed",
                units.get(post.unit()).name(),
                post.title(),
                merged.from() == null ? "" : merged.from().toString(),
                merged.to() == null ? "" : merged.to().toString());
        return merged;
    }

    private boolean continues(Post post, Post old) {
        if (post.sameAppointment(old)) {
            return true;
        }
        boolean running = old.to() == null || old.to().isAfter(today);
        return running
                && (post.from() == null || old.from() == null)
                && post.person().equals(old.person())
                && post.unit().equals(old.unit())
                && post.title().equals(old.title());
    }

    private void mergePosts(Map<String, Person> given, Map<String, List<Post>> givenPosts) {
        Set<Post> merged = new LinkedHashSet<>();
        for (Post old : posts) {
            boolean mentioned =
                    givenPosts.getOrDefault(old.person(), List.of()).stream().anyMatch(post -> continues(post, old));
            boolean running = old.to() == null || old.to().isAfter(today);
            if (mentioned) {
                continue;
            }
            if (running && given.containsKey(old.person())) {
                peopleRows.add(
                        0,
                        old.person(),
                        Outcome.ENDS,
                        "post.ends",
                        units.get(old.unit()).name(),
                        old.title());
            }
            merged.add(running ? ended(old) : old);
        }
        given.keySet().forEach(id -> merged.addAll(givenPosts.getOrDefault(id, List.of())));
        merged.removeIf(
                post -> post.from() != null && post.to() != null && post.to().isBefore(post.from()));
        posts = merged;
    }

    /** Ends today, unless it already has; one that has not begun yet never does. */
    private Post ended(Post post) {
        boolean over = post.to() != null && !post.to().isAfter(today);
        return over ? post : post.endingOn(today);
    }

    private static boolean isCode(ReportRows report, Line line, Column column, CaseTwins twins) {
        String code = line.half(column);
        if (!CODE.matcher(code).matches()) {
            report.problem(line.number(), code, "code.bad", column.heading(), code);
            return false;
        }
        Optional<String> twin = twins.of(code);
        twin.ifPresent(other -> report.problem(line.number(), code, "code.case", column.heading(), code, other));
        return twin.isEmpty();
    }

    private static void limit(ReportRows report, Line line, String subject, Column column, int most) {
        if (line.text(column).length() > most) {
            report.problem(line.number(), subject, "cell.too-long", column.heading(), most);
        }
    }
}
