package org.shangda.university;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.university.RosterReport.Outcome;

/** What becomes of the posts: those of the file go on or begin, the others end. */
final class PostsPlan {

    private final Roster before;
    private final UnitsPlan units;
    private final ReportRows rows;
    private final LocalDate today;
    private final PostTitles titles;
    private Set<Post> posts;

    PostsPlan(Roster before, UnitsPlan units, ReportRows rows, LocalDate today, PostTitles titles) {
        this.before = before;
        this.units = units;
        this.rows = rows;
        this.today = today;
        this.titles = titles;
        posts = new LinkedHashSet<>(before.posts());
    }

    /** Nobody holds a post in a unit that is no more. */
    void endWithTheirUnits() {
        posts = posts.stream()
                .map(post -> units.exists(post.unit()) ? post : ended(post))
                .collect(Collectors.toSet());
    }

    /** The post that a row of the people gives; empty where it gives none, or none that can be. */
    Optional<Post> read(Line line, String id) {
        String unit = line.half(Column.POST_UNIT);
        String title = line.text(Column.POST_TITLE);
        if (unit.isEmpty() && title.isEmpty()) {
            return Optional.empty();
        }
        int problems = rows.rows().size();
        Optional<Role> role = titles.roleOf(title);
        rows.limit(line, id, Column.POST_TITLE, 100);
        if (unit.isEmpty()) {
            rows.problem(line.number(), id, "cell.missing", Column.POST_UNIT.heading());
        } else if (!units.exists(unit)) {
            rows.problem(line.number(), id, "unit.unknown", unit);
        }
        if (title.isEmpty()) {
            rows.problem(line.number(), id, "cell.missing", Column.POST_TITLE.heading());
        } else if (role.isEmpty()) {
            rows.problem(line.number(), id, "title.unknown", title);
        }
        LocalDate from = rows.date(line, id, Column.POST_FROM);
        LocalDate to = rows.date(line, id, Column.POST_TO);
        if (from != null && to != null && to.isBefore(from)) {
            rows.problem(line.number(), id, "post.ends-before", from, to);
        }
        return rows.rows().size() > problems
                ? Optional.empty()
                : Optional.of(new Post(id, unit, role.orElseThrow(), title, from, to));
    }

    /** Reports a post of the file, and gives it the first day that is already known where the file has none. */
    Post continued(Post post, int number) {
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
        rows.add(
                number,
                post.person(),
                known.isEmpty() ? Outcome.NEW : same ? Outcome.UNCHANGED : Outcome.CHANGED,
                known.isEmpty() ? "post.new" : same ? "post.unchanged" : "post.changed",
                units.nameOf(post.unit()),
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

    /** @param given who is in the file; their posts that it does not give end */
    void merge(Set<String> given, Map<String, List<Post>> givenPosts) {
        Set<Post> merged = new LinkedHashSet<>();
        for (Post old : posts) {
            boolean mentioned =
                    givenPosts.getOrDefault(old.person(), List.of()).stream().anyMatch(post -> continues(post, old));
            boolean running = old.to() == null || old.to().isAfter(today);
            if (mentioned) {
                continue;
            }
            if (running && given.contains(old.person())) {
                rows.add(0, old.person(), Outcome.ENDS, "post.ends", units.nameOf(old.unit()), old.title());
            }
            merged.add(running ? ended(old) : old);
        }
        given.forEach(id -> merged.addAll(givenPosts.getOrDefault(id, List.of())));
        merged.removeIf(
                post -> post.from() != null && post.to() != null && post.to().isBefore(post.from()));
        posts = merged;
    }

    /** Ends today, unless it already has; one that has not begun yet never does. */
    private Post ended(Post post) {
        boolean over = post.to() != null && !post.to().isAfter(today);
        return over ? post : post.endingOn(today);
    }

    Set<Post> posts() {
        return posts;
    }
}
