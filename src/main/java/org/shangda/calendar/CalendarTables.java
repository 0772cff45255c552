package org.shangda.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar's tables. Each write is one transaction. */
@Component
class CalendarTables {

    private final JdbcClient jdbc;
    private final Monitors monitors;
    private final TransactionTemplate transaction;

    CalendarTables(JdbcClient jdbc, PlatformTransactionManager transactions, Monitors monitors) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.monitors = monitors;
    }

    List<NoticeDay> noticeDays() {
        return jdbc.sql("select on_day, kind, holiday from calendar_day order by on_day")
                .query((row, n) -> new NoticeDay(
                        row.getObject("on_day", LocalDate.class), row.getString("kind"), row.getString("holiday")))
                .list();
    }

    List<Vacation> vacations() {
        return jdbc.sql("select campus, name, from_day, to_day from school_vacation order by campus, from_day")
                .query((row, n) -> new Vacation(
                        row.getString("campus"),
                        row.getString("name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    List<Term> terms() {
        return jdbc.sql("select code, name, from_day, to_day from academic_term order by from_day")
                .query((row, n) -> new Term(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    /** Years that are there already stay as the administrator left them. */
    void addMissing(List<Notice> notices) {
        transaction.executeWithoutResult(status -> {
            Set<Integer> years = jdbc.sql("select distinct notice_year from calendar_day").query(Integer.class).stream()
                    .collect(Collectors.toSet());
            notices.stream().filter(notice -> !years.contains(notice.year())).forEach(this::insert);
        });
    }

    /** Two files at once: the second is compared with what the first has stored. */
    private void oneAfterTheOther(Runnable write) {
        transaction.executeWithoutResult(status -> {
            monitors.hold(Set.of("calendar"));
            write.run();
        });
    }

    /** A notice replaces an earlier one for its year, and what others said of its days. */
    void replace(Notice notice) {
        oneAfterTheOther(() -> {
            jdbc.sql("delete from calendar_day where notice_year = :year or on_day in (:days)")
                    .param("year", notice.year())
                    .param("days", notice.days().stream().map(NoticeDay::date).toList())
                    .update();
            insert(notice);
        });
    }

    /** Each vacation replaces those of its campus that it overlaps. */
    void replace(List<Vacation> vacations) {
        oneAfterTheOther(() -> {
            for (Vacation vacation : vacations) {
                jdbc.sql("delete from school_vacation where campus = ? and from_day <= ? and to_day >= ?")
                        .params(vacation.campus(), vacation.to(), vacation.from())
                        .update();
            }
            for (Vacation vacation : vacations) {
                jdbc.sql("insert into school_vacation (campus, name, from_day, to_day) values (?, ?, ?, ?)")
                        .params(vacation.campus(), vacation.name(), vacation.from(), vacation.to())
                        .update();
            }
        });
    }

    /**
     * Each term replaces the one of its code.
     *
     * @throws Refusal when one would overlap a term that stays; nothing is stored then
     */
    void replaceTerms(List<Term> terms) {
        oneAfterTheOther(() -> {
            jdbc.sql("delete from academic_term where code in (:codes)")
                    .param("codes", terms.stream().map(Term::code).toList())
                    .update();
            for (Term other : terms()) {
                if (terms.stream().anyMatch(other::overlaps)) {
                    throw Refusal.invalid("calendar.term.overlap", other.name());
                }
            }
            for (Term term : terms) {
                jdbc.sql("insert into academic_term (code, name, from_day, to_day) values (?, ?, ?, ?)")
                        .params(term.code(), term.name(), term.from(), term.to())
                        .update();
            }
        });
    }

    private void insert(Notice notice) {
        for (NoticeDay day : notice.days()) {
            jdbc.sql("insert into calendar_day (on_day, kind, holiday, notice_year) values (?, ?, ?, ?)")
                    .params(day.date(), day.kind(), day.holiday(), notice.year())
                    .update();
        }
    }
}
