package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Refusal;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Loading, on both databases. */
class CalendarUpkeepTest {

    private static final Counting ANY = new Counting("zijingang", false);

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        DataSource database() {
            return new DriverManagerDataSource("jdbc:h2:mem:calendar;DB_CLOSE_DELAY=-1", "sa", "");
        }
    }

    @Nested
    class OnPostgreSQL extends OnADatabase {
        private EmbeddedPostgres postgres;

        @Override
        DataSource database() throws Exception {
            postgres = EmbeddedPostgres.start();
            return new SingleConnectionDataSource(postgres.getPostgresDatabase().getConnection(), true);
        }

        @AfterAll
        void stop() throws IOException {
            postgres.close();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnADatabase {

        private DataSource database;
        private JdbcClient jdbc;
        private CalendarTables tables;
        private LoadedCalendar calendar;
        private LoadedTerms terms;
        private CalendarUpkeep upkeep;

        abstract DataSource database() throws Exception;

        @BeforeAll
        void migrate() throws Exception {
            database = database();
            Flyway.configure().dataSource(database).load().migrate();
            jdbc = JdbcClient.create(database);
            tables = new CalendarTables(jdbc, new DataSourceTransactionManager(database), new Monitors(jdbc, null));
        }

        @BeforeEach
        void firstStart() {
            jdbc.sql("delete from calendar_day").update();
            jdbc.sql("delete from school_vacation").update();
            jdbc.sql("delete from academic_term").update();
            start();
        }

        private void start() {
            calendar = new LoadedCalendar(tables, Known.HOURS);
            terms = new LoadedTerms(tables);
            upkeep = new CalendarUpkeep(tables, calendar, terms, event -> {});
        }

        @Test
        void first_start_loads_the_shipped_notices_unchanged() {
            ClassPathResource shipped = new ClassPathResource("calendar/china-working-days-2018-2026.csv");
            assertThat(tables.noticeDays())
                    .isEqualTo(CalendarFile.noticeDays(shipped))
                    .hasSize(315);
            assertThat(calendar.knownUntil()).isEqualTo(2026);
        }

        @Test
        void later_start_adds_missing_years_and_keeps_what_the_administrator_loaded() {
            upkeep.loadNotice(
                    Known.file(Known.NOTICE_2027.replace("2027-", "2026-").replace("2026-02-20", "2026-02-21")));
            jdbc.sql("delete from calendar_day where notice_year = 2025").update();
            start();
            assertThat(upkeep.year(2026).days()).hasSize(11);
            assertThat(upkeep.year(2025).days()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\uFEFF"})
        void notice_of_the_next_year_is_known_at_once_with_or_without_byte_order_mark(String mark) {
            CalendarYear year = upkeep.loadNotice(Known.file(mark + Known.NOTICE_2027));
            assertThat(year.noticed()).isTrue();
            assertThat(year.days()).hasSize(11).isEqualTo(upkeep.year(2027).days());
            assertThat(calendar.knownUntil()).isEqualTo(2027);
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 5), ANY)).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 20), ANY)).isTrue();
        }

        @Test
        void notice_is_read_as_excel_saves_it() {
            String saved = Known.NOTICE_2027
                    .replace("holiday\n", "holiday,,\n")
                    .replace("节\n", "节,,\n")
                    .replace("-0", "/")
                    .replace("2027-", "2027/")
                    .replace("-", "/");
            assertThat(saved).contains("2027/2/5,off,春节,,");
            upkeep.loadNotice(new ByteArrayResource(saved.getBytes(Charset.forName("GBK"))));
            assertThat(upkeep.year(2027).days())
                    .hasSize(11)
                    .contains(new NoticeDay(LocalDate.of(2027, 2, 5), "off", "春节"));
        }

        @Test
        void new_notice_replaces_the_one_of_its_year() {
            upkeep.loadNotice(Known.file(Known.NOTICE_2027));
            upkeep.loadNotice(Known.file(Known.NOTICE_2027.replace("2027-02-20,work", "2027-02-21,work")));
            assertThat(upkeep.year(2027).days()).hasSize(11);
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 20), ANY)).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 21), ANY)).isTrue();
        }

        @Test
        void notice_may_begin_in_december_with_new_years_holiday() {
            upkeep.loadNotice(Known.file(Known.NOTICE_2027 + "2026-12-31,off,元旦\n"));
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 31), ANY)).isFalse();
            assertThat(upkeep.year(2026).days()).extracting(NoticeDay::date).contains(LocalDate.of(2026, 12, 31));
            upkeep.loadNotice(Known.file(Known.NOTICE_2027));
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 31), ANY)).isTrue();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        2027-02-05,off,春节       | 2027-02-30,off,春节         | calendar.file.date
                        2027-02-05,off,春节       | 2027-02,off,春节            | calendar.file.date
                        2027-02-05,off,春节       | 20270-02-05,off,春节        | calendar.file.date
                        2027-02-05,off,春节       | 1997-02-05,off,春节         | calendar.file.date
                        2027-02-05,off,春节       | '',off,春节                 | calendar.file.date
                        2027-02-05,off,春节       | 2027-02-05,OFF,春节         | calendar.file.kind
                        2027-02-05,off,春节       | 2027-02-05,休,春节          | calendar.file.kind
                        2027-02-05,off,春节       | 2027-02-05,off,             | calendar.file.name
                        2027-02-05,off,春节       | 2027-02-05,off              | calendar.file.name
                        2027-02-05,off,春节       | 2027-02-05,off,春节,x       | tables.row.too-wide
                        2027-02-05,off,春节       | 2027-02-06,off,春节         | calendar.file.twice
                        2027-02-05,off,春节       | 2027-02-06,work,春节        | calendar.file.twice
                        2027-02-05,off,春节       | 2028-02-05,off,春节         | calendar.notice.several-years
                        2027-06-09,off,端午节     | 2027-06-09,work,端午节      | calendar.notice.incomplete
                        2027-06-09,off,端午节     | 2027-06-09,off,劳动节       | calendar.notice.incomplete
                        2027-10-02,off,国庆节     | 2027-10-04,off,国庆节       | calendar.notice.not-free
                        2027-10-02,off,国庆节     | 2027-10-02,work,国庆节      | calendar.notice.not-free
                        2027-02-20,work,春节      | 2027-02-24,work,春节        | calendar.notice.weekday
                        2027-02-20,work,春节      | 2027-03-20,work,春节        | calendar.notice.far
                        2027-02-20,work,春节      | 2027-02-20,work,中秋节      | calendar.notice.far
                        2027-10-03,off,国庆节     | 2027-10-03,off,国庆节;2027-11-08,off,国庆节  | calendar.notice.season
                        2027-10-03,off,国庆节     | 2027-10-03,off,国庆节;2027-10-06,off,国庆节  | calendar.notice.apart
                        2027-02-06,off,春节       | 2027-02-10,off,春节         | calendar.notice.apart
                        2027-06-09,off,端午节     | 2027-09-06,off,端午节       | calendar.notice.season
                        2027-02-05,off,春节       | #N/A,off,春节               | tables.cell.error
                        2027-02-05,off,春节       | =A1,off,春节                | tables.cell.formula
                        2027-02-05,off,春节       | 2027.1,off,春节             | tables.cell.january-or-october
                        date,kind,holiday         | date,kind                   | tables.heading.missing
                        date,kind,holiday         | date,date,holiday           | tables.heading.doubled
                        date,kind,holiday         | 日期,类型,节日              | tables.heading.missing
                        2027-02-05,off,春节       | 2027-02-05,off,"春节        | tables.file.broken-csv
                        """)
        void notice_with_one_wrong_line_is_refused_as_a_whole(String right, String wrong, String code) {
            assertThat(Known.NOTICE_2027).contains(right);
            String text =
                    Known.NOTICE_2027.replace(right, wrong.replace("''", "").replace(';', '\n'));
            refused(text.getBytes(StandardCharsets.UTF_8), code);
        }

        @Test
        void files_that_are_no_notices_are_refused() {
            refused(new byte[0], "tables.file.empty");
            refused(Known.bytes("date,kind,holiday\n"), "tables.table.empty");
            refused(new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0}, "tables.file.type");
            refused(Known.bytes(Known.NOTICE_2027.replace("元旦", "元\0旦")), "tables.file.type");
            refused(Known.bytes(Known.NOTICE_2027.replace("元旦", "元\u0085旦")), "tables.cell.characters");
            refused(Known.bytes(Known.NOTICE_2027.replace("元旦", "元旦".repeat(26))), "calendar.file.name");
            refused(Known.bytes("date,kind,holiday\n" + "2027-01-01,off,元旦\n".repeat(2001)), "calendar.file.too-long");
        }

        @Test
        void notices_come_year_by_year() {
            refused(Known.bytes(Known.NOTICE_2027.replace("2027-", "2028-")), "calendar.notice.year");
            // The 19th, as the 20th was a Monday.
            refused(
                    Known.bytes(Known.NOTICE_2027.replace("2027-", "2017-").replace("02-20", "02-19")),
                    "calendar.notice.year");
        }

        @Test
        void refusal_names_the_line() {
            assertThatThrownBy(() -> upkeep.loadNotice(
                            Known.file(Known.NOTICE_2027.replace("2027-02-05,off", "2027-02-05,free"))))
                    .asInstanceOf(type(Refusal.class))
                    .extracting(refusal -> refusal.arguments()[0])
                    .isEqualTo(3);
        }

        @Test
        void when_the_database_refuses_a_row_nothing_of_the_notice_is_stored() {
            List<NoticeDay> before = tables.noticeDays();
            NoticeDay day = new NoticeDay(LocalDate.of(2027, 1, 1), "off", "元旦");
            assertThatThrownBy(() -> tables.replace(new Notice(2026, List.of(day, day))))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(tables.noticeDays()).isEqualTo(before);
        }

        @Test
        void vacations_are_known_at_once_and_replace_those_they_overlap() {
            upkeep.loadVacations(Known.file(
                    "campus,name,from,to\nzijingang,寒假,2027-01-25,2027-02-26\nyuquan,寒假,2027-01-25,2027-02-26\n"));
            upkeep.loadVacations(Known.file("campus,name,from,to\nzijingang,寒假,2027-01-18,2027-02-19\n"));
            assertThat(upkeep.year(2027).vacations())
                    .containsExactly(
                            new Vacation("yuquan", "寒假", LocalDate.of(2027, 1, 25), LocalDate.of(2027, 2, 26)),
                            new Vacation("zijingang", "寒假", LocalDate.of(2027, 1, 18), LocalDate.of(2027, 2, 19)));
            assertThat(upkeep.year(2026).vacations()).isEmpty();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 25), ANY)).isTrue();
            assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 18), ANY)).isFalse();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        zijingang,寒假,2027-02-26,2027-01-25                                       | calendar.file.vacation-length
                        zijingang,寒假,2027-01-01,2027-06-01                                       | calendar.file.vacation-length
                        zijingang,寒假,2027-01-25,soon                                             | calendar.file.date
                        zijingang,,2027-01-25,2027-02-26                                           | calendar.file.name
                        紫金港,寒假,2027-01-25,2027-02-26                                          | calendar.file.campus
                        ,寒假,2027-01-25,2027-02-26                                                | calendar.file.campus
                        zijingang,寒假,2027-01-25                                                  | calendar.file.date
                        zijingang,寒假,2027-01-25,2027-02-26;zijingang,春假,2027-02-26,2027-03-01  | calendar.file.overlap
                        """)
        void wrong_vacation_is_refused_and_nothing_stored(String rows, String code) {
            String text = "campus,name,from,to\nyuquan,暑假,2027-07-05,2027-08-27\n" + rows.replace(';', '\n');
            assertThatThrownBy(() -> upkeep.loadVacations(Known.file(text)))
                    .asInstanceOf(type(Refusal.class))
                    .returns(code, Refusal::code);
            assertThat(tables.vacations()).isEmpty();
        }

        @Test
        void demonstration_has_vacations_of_two_campuses_once() {
            new DemoCalendar(upkeep).run(null);
            new DemoCalendar(upkeep).run(null);
            assertThat(tables.vacations()).hasSize(8);
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 28), ANY)).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 28), new Counting("yuquan", false)))
                    .isTrue();
        }

        @Test
        void terms_are_known_at_once_and_replace_those_of_their_code() {
            upkeep.loadTerms(Known.file("code,name,from,to\n2026-2027-2,第二学期,2027-03-01,2027-07-04\n"
                    + "2026-2027-1,第一学期,2026-08-31,2027-01-24\n"));
            assertThat(terms.all()).extracting(Term::code).containsExactly("2026-2027-1", "2026-2027-2");
            assertThat(upkeep.loadTerms(Known.file("code,name,from,to\n2026-2027-1,第一学期,2026-09-07,2027-01-24\n")))
                    .hasSize(2);
            assertThat(terms.on(LocalDate.of(2026, 9, 6))).isEmpty();
            assertThat(terms.on(LocalDate.of(2026, 9, 7))).map(Term::name).contains("第一学期");
            assertThat(terms.on(LocalDate.of(2027, 1, 24))).isPresent();
            assertThat(terms.on(LocalDate.of(2027, 1, 25))).isEmpty();
            assertThat(terms.term("2026-2027-2")).isPresent();
            assertThat(terms.term("2026-2027-3")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        2026-2027-2,第二学期,2027-03-01,2027-03-01                                            | calendar.file.term-length
                        2026-2027-2,第二学期,2027-07-04,2027-03-01                                            | calendar.file.term-length
                        2026-2027-2,第二学期,2027-03-01,2028-07-04                                            | calendar.file.term-length
                        2026-2027-2,第二学期,2027-02-30,2027-07-04                                            | calendar.file.date
                        2026-2027-2,,2027-03-01,2027-07-04                                                    | calendar.file.name
                        第二学期,第二学期,2027-03-01,2027-07-04                                               | calendar.file.term-code
                        2026-2027-2,第二学期,2027-03-01                                                       | calendar.file.date
                        2026-2027-2,第二学期,2027-03-01,2027-07-04;2026-2027-3,夏季,2027-07-04,2027-07-20     | calendar.file.term-overlap
                        2026-2027-2,第二学期,2027-03-01,2027-07-04;2026-2027-2,夏季,2027-07-05,2027-07-20     | calendar.file.term-overlap
                        2026-2027-2,第二学期,2027-01-24,2027-07-04                                            | calendar.term.overlap
                        """)
        void wrong_term_is_refused_and_nothing_stored(String rows, String code) {
            upkeep.loadTerms(Known.file("code,name,from,to\n2026-2027-1,第一学期,2026-08-31,2027-01-24\n"));
            List<Term> before = terms.all();
            assertThatThrownBy(() -> upkeep.loadTerms(Known.file("code,name,from,to\n" + rows.replace(';', '\n'))))
                    .asInstanceOf(type(Refusal.class))
                    .returns(code, Refusal::code);
            assertThat(tables.terms()).isEqualTo(before).isEqualTo(terms.all());
        }

        @Test
        void demonstrations_terms_agree_with_its_vacations() {
            new DemoCalendar(upkeep).run(null);
            assertThat(terms.all()).hasSize(6).allSatisfy(term -> {
                assertThat(tables.vacations()).noneMatch(vacation -> vacation.overlaps(term.from(), term.to()));
                assertThat(calendar.workingDays(term.from(), term.to(), ANY)).isBetween(80, 110);
            });
        }

        @Test
        void year_out_of_range_is_refused() {
            assertThatThrownBy(() -> upkeep.year(20266))
                    .asInstanceOf(type(Refusal.class))
                    .returns("calendar.year", Refusal::code);
        }

        private void refused(byte[] notice, String code) {
            List<NoticeDay> before = tables.noticeDays();
            assertThatThrownBy(() -> upkeep.loadNotice(new ByteArrayResource(notice)))
                    .asInstanceOf(type(Refusal.class))
                    .returns(code, Refusal::code)
                    .returns(Refusal.Kind.INVALID, Refusal::kind);
            assertThat(tables.noticeDays()).isEqualTo(before);
            assertThat(calendar.knownUntil()).isEqualTo(2026);
        }
    }
}
