package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.shangda.Cases;
import org.shangda.concern.CaseClock.Clocks;
import org.shangda.concern.CaseClock.Why;
import org.shangda.concern.ConcernPages;
import org.shangda.university.University;
import org.springframework.jdbc.core.JdbcTemplate;

/** A concern of which it is proved, after each move, that it is in one place, owned, due, and told of in the same way by both sides. */
class ProvedCase {

    private static final Set<String> BETWEEN_LEVELS =
            Set.of("UserTask_PassOnAnswer", "UserTask_ConfirmReferral", "UserTask_Rate");
    /** Standing tasks, in which the colleague follows the concern: not somebody who can act (design, "no silent stop"). */
    private static final Set<String> STANDING = Set.of("UserTask_MyConcern", "UserTask_RaisedForColleague");

    final List<String> done = new ArrayList<>();
    String number;
    String colleague;
    Set<String> aside = Set.of();

    private final Cases cases;
    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final University university;
    private final ConcernPages pages;
    private List<String> steps = List.of();

    ProvedCase(Cases cases, ProcessEngine engine, JdbcTemplate database, University university, ConcernPages pages) {
        this.cases = cases;
        this.engine = engine;
        this.database = database;
        this.university = university;
        this.pages = pages;
    }

    boolean isOpen() {
        return List.of("OPEN", "ANSWERED").contains(cases.concern(number, "state"));
    }

    // --- what always holds -------------------------------------------------------------------------------------------

    void prove() {
        stepsAreNeverLost();
        bothClocksCanBeRead();
        List<Task> all = cases.tasks(number);
        if (isOpen()) {
            isInOnePlace(all);
            isOwned();
            somebodyCanActOrItGoesOnByItself();
            hasANextDeadline();
            nobodyWhoStandsAsideHasIt(all);
            supervisionIsTheSameInBoth();
        } else {
            assertThat(cases.instances(number)).as("%s", done).isEmpty();
            assertThat(openHandlings()).as("%s", done).isZero();
            assertThat(cases.supervisions(number, "decision")).as("%s", done).doesNotContainNull();
        }
    }

    private void stepsAreNeverLost() {
        List<String> now = database.queryForList(
                "select id || ' ' || kind || ' ' || coalesce(code, '') from step where number = ? order by id",
                String.class,
                number);
        assertThat(now.subList(0, Math.min(now.size(), steps.size())))
                .as("%s", done)
                .isEqualTo(steps);
        steps = now;
    }

    private void bothClocksCanBeRead() {
        Clocks clocks = pages.clocks(number, colleague);
        assertThat(clocks.sentence()).as("%s", done).isNotBlank();
        for (List<Why> stretches :
                List.of(clocks.level().stretches(), clocks.whole().stretches())) {
            for (int i = 1; i < stretches.size(); i++) {
                assertThat(stretches.get(i).from())
                        .as("%s", done)
                        .isEqualTo(stretches.get(i - 1).to());
            }
        }
    }

    private void isInOnePlace(List<Task> all) {
        long levels = levels();
        long between = all.stream()
                .filter(task -> BETWEEN_LEVELS.contains(task.getTaskDefinitionKey()))
                .count();
        assertThat(levels + between)
                .as("%s", done)
                .isBetween(1L, cases.concern(number, "type").equals("HAZARD") ? 2L : 1L);
        assertThat(openHandlings()).as("%s", done).isEqualTo(levels);
    }

    private void isOwned() {
        List<String> units = database.queryForList(
                "select answering_unit from handling where number = ? and ended_at is null", String.class, number);
        if (units.isEmpty()) {
            units = List.of(cases.concern(number, "branch"));
        }
        assertThat(units).as("%s", done).allMatch(unit -> university.unit(unit).isPresent());
    }

    private void somebodyCanActOrItGoesOnByItself() {
        for (Task task : work()) {
            List<String> people = task.getAssignee() != null ? List.of(task.getAssignee()) : candidates(task);
            assertThat(people).as("%s of %s", task.getTaskDefinitionKey(), done).isNotEmpty();
            assertThat(people)
                    .as("%s", done)
                    .allMatch(person -> university.person(person).isPresent());
            if (Set.of("UserTask_Handle", "UserTask_Sign").contains(task.getTaskDefinitionKey())) {
                assertThat(task.getDueDate()).as("%s", done).isEqualTo(dueOf(task));
            }
        }
        assertThat(work().size() + waitingForReview()).as("%s", done).isPositive();
    }

    private void hasANextDeadline() {
        List<Job> jobs = cases.instances(number).stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
        assertThat(jobs).as("%s", done).isNotEmpty().allMatch(job -> job.getRetries() > 0 && !job.isSuspended());
    }

    private void nobodyWhoStandsAsideHasIt(List<Task> all) {
        if (aside.contains("zhaomingyuan")) {
            // Everybody up to the university's head stands aside, and somebody has to act all the same.
            return;
        }
        for (Task task : all) {
            List<String> people = task.getAssignee() != null ? List.of(task.getAssignee()) : candidates(task);
            assertThat(people).as("%s", done).doesNotContainAnyElementsOf(aside);
        }
    }

    private void supervisionIsTheSameInBoth() {
        long open = cases.supervisions(number, "decision").stream()
                .filter(decision -> decision == null)
                .count();
        long supervised = database.queryForObject(
                "select count(*) from handling where number = ? and supervised and ended_at is null",
                Long.class,
                number);
        assertThat(open).as("%s", done).isEqualTo(supervised).isEqualTo(running("supervision"));
    }

    // --- looking -----------------------------------------------------------------------------------------------------

    /** Open tasks besides the standing ones. */
    List<Task> work() {
        return cases.tasks(number).stream()
                .filter(task -> !STANDING.contains(task.getTaskDefinitionKey()))
                .toList();
    }

    private long levels() {
        return running("level-handling");
    }

    private long running(String process) {
        return cases.instances(number).stream()
                .filter(instance -> instance.getProcessDefinitionId().startsWith(process + ":"))
                .count();
    }

    private long openHandlings() {
        return database.queryForObject(
                "select count(*) from handling where number = ? and ended_at is null", Long.class, number);
    }

    private long waitingForReview() {
        return cases.instances(number).stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("IntermediateEvent_Review")
                        .list()
                        .stream())
                .count();
    }

    private Date dueOf(Task task) {
        Instant due = database.queryForObject(
                        "select due_at from handling where work_item = ?", java.time.OffsetDateTime.class, task.getId())
                .toInstant();
        return Date.from(due);
    }

    List<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .flatMap(link -> people(link).stream())
                .sorted()
                .toList();
    }

    private List<String> people(IdentityLink link) {
        return link.getUserId() != null
                ? List.of(link.getUserId())
                : engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                        .map(User::getId)
                        .toList();
    }

    Set<String> standingAside(Set<String> named) {
        Set<String> people = new HashSet<>(named);
        university.people().forEach(person -> {
            if (!Collections.disjoint(university.unitsAnsweredBy(person.id()), named)) {
                people.add(person.id());
            }
        });
        return people;
    }
}
