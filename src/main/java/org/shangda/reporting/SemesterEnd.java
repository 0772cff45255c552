package org.shangda.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.numbering.CaseNumbers;
import org.shangda.pairing.Pair;
import org.shangda.pairing.Pairs;
import org.shangda.programme.DutyRules;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.programme.SummaryTier;
import org.shangda.refusal.Failures;
import org.shangda.reporting.Semesters.Semester;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a term is over, everybody who is to sum it up finds their summary begun, under the programme that their college
 * follows on the term's last day.
 */
@Service
public class SemesterEnd {

    /** Also when the server stood still over a vacation, but not for terms before the product was there. */
    private static final int DAYS_LOOKED_BACK = 60;

    private final Semesters semesters;
    private final Programmes programmes;
    private final DutyRules duties;
    private final Rules rules;
    private final Pairs pairs;
    private final University university;
    private final Summaries summaries;
    private final CaseNumbers numbers;
    private final SummaryProcess process;
    private final TransactionTemplate transaction;
    private final PracticeDays days;

    SemesterEnd(
            Semesters semesters,
            Programmes programmes,
            DutyRules duties,
            Rules rules,
            Pairs pairs,
            University university,
            Summaries summaries,
            CaseNumbers numbers,
            SummaryProcess process,
            PlatformTransactionManager transactions,
            PracticeDays days) {
        this.semesters = semesters;
        this.programmes = programmes;
        this.duties = duties;
        this.rules = rules;
        this.pairs = pairs;
        this.university = university;
        this.summaries = summaries;
        this.numbers = numbers;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
        this.days = days;
    }

    /** Somebody who is to write one. @param person empty for a unit's */
    private record Author(
            Semester semester, Programme programme, SummaryTier rule, Tier tier, String unit, String person) {}

    /** Once a day, before people come. A second run opens nothing twice. */
    @Scheduled(cron = "${shangda.reporting.look:0 30 6 * * *}", zone = "${shangda.calendar.zone:Asia/Shanghai}")
    void look() {
        open();
    }

    /**
     * Opens the summaries of the terms that are over and that are not open yet. Each by itself: one that fails is logged
     * and comes again tomorrow.
     *
     * @return how many were opened
     */
    public int open() {
        int opened = 0;
        for (Semester semester : semesters.over(DAYS_LOOKED_BACK)) {
            for (Author author : authors(semester)) {
                opened += open(author) ? 1 : 0;
            }
        }
        return opened;
    }

    private boolean open(Author author) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> store(author)));
        } catch (RuntimeException failure) {
            Failures.report(failure);
            return false;
        }
    }

    private boolean store(Author author) {
        String term = author.semester().term().code();
        if (summaries.existsByTermAndTierAndUnitAndPerson(term, author.tier(), author.unit(), author.person())) {
            return false;
        }
        String campus = university.unit(author.unit()).map(Unit::campus).orElse(null);
        Instant due = semesters.due(author.semester().term(), author.rule().withinDays(), campus);
        Summary summary = new Summary(
                numbers.next("SU"), term, author.tier(), author.unit(), author.person(), semesters.now(), due);
        summary.follows(author.programme().code(), author.rule().clause(), superior(author));
        summaries.saveAndFlush(summary);
        process.setOut(summary.number(), semesters.before(due, days.of(PracticeDays.What.SUMMARY_REMIND), campus), due);
        return true;
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    private List<Author> authors(Semester semester) {
        List<Author> authors = new ArrayList<>();
        Set<String> once = new LinkedHashSet<>();
        university.units().stream()
                .filter(unit -> unit.kind().equals("college"))
                .forEach(college -> {
                    Programme programme =
                            programmes.inForce(college.code(), semester.term().to());
                    for (SummaryTier rule : duties.summaryTiers(programme.code())) {
                        Tier.of(rule.tier())
                                .ifPresent(tier -> whoWrites(semester, programme, college, tier)
                                        .forEach(who -> {
                                            if (once.add(tier + "/" + who.unit() + "/" + who.person())) {
                                                authors.add(new Author(
                                                        semester, programme, rule, tier, who.unit(), who.person()));
                                            }
                                        }));
                    }
                });
        return authors;
    }

    private record Who(String unit, String person) {}

    private List<Who> whoWrites(Semester semester, Programme programme, Unit college, Tier tier) {
        return switch (tier) {
            case MEMBER -> members(semester, college);
            case BRANCH ->
                university.units().stream()
                        .filter(unit -> unit.kind().equals("branch"))
                        .filter(unit -> isIn(unit.code(), college))
                        .map(unit -> new Who(unit.code(), ""))
                        .toList();
            case COLLEGE -> List.of(new Who(college.code(), ""));
            case OFFICE, ORGANIZATION_DEPARTMENT ->
                unitOf(tier.code(), programme, college.code())
                        .map(unit -> List.of(new Who(unit, "")))
                        .orElseGet(List::of);
        };
    }

    /** Whoever is a member of a branch of the college and carries or carried a colleague in the semester. */
    private List<Who> members(Semester semester, Unit college) {
        return pairs.carriers(semester.from(), semester.to()).stream()
                .map(university::person)
                .flatMap(Optional::stream)
                .filter(member -> isIn(member.branch(), college))
                .filter(member -> pairs.carriedBy(member.id(), semester.from(), semester.to()).stream()
                        .map(Pair::relation)
                        .anyMatch("member-person"::equals))
                .map((Person member) -> new Who(member.branch(), member.id()))
                .toList();
    }

    private boolean isIn(String branch, Unit college) {
        return university.unit(branch).isPresent()
                && university.collegeOf(branch).filter(college::equals).isPresent();
    }

    /** Null where the table hands it to nobody. */
    private String superior(Author author) {
        return author.rule().handsUpTo() == null
                ? null
                : unitOf(author.rule().handsUpTo(), author.programme(), author.unit())
                        .orElse(null);
    }

    /** The unit of a tier: the author's own line, or the one that the table {@code level-units} names. */
    private Optional<String> unitOf(String tier, Programme programme, String author) {
        return switch (tier) {
            case "branch" -> Optional.of(author);
            case "college" -> university.collegeOf(author).map(Unit::code);
            case "office" -> fixed(programme, "assigning-office");
            default -> fixed(programme, tier);
        };
    }

    private Optional<String> fixed(Programme programme, String level) {
        return rules.levelUnit(new Situation(programme.code(), level, "first", "problem"))
                .map(LevelUnit::unit)
                .filter(unit -> university.unit(unit).isPresent());
    }
}
