package org.shangda.university;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.ShippedWords;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterImport.Terms;
import org.shangda.words.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A roster of three units and three people in a database of its own, who imports it, and who hears of it. */
@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@Import({
    RosterTables.class,
    RosterImports.class,
    RosterChange.class,
    CurrentUniversity.class,
    RosterImport.class,
    UnitKinds.class,
    ImportedRoster.Setting.class
})
@EnableConfigurationProperties(RosterProperties.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class ImportedRoster {

    static final String UNITS = """
            单位代码,单位名称,单位类型,上级单位代码,校区
            u,大学,学校,,east
            c,学院党委,院级党组织,u,
            b,一支部,党支部,c,
            """;
    static final String PEOPLE = """
            工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,任职日期,免职日期
            top,校领导,b,是,u,校长,,
            zhang,张伟,b,是,b,书记,2025-01-01,
            li,李梅,b,否,,,,
            """;

    @TestConfiguration
    static class Setting {

        @Bean
        Words words() {
            return ShippedWords.words();
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(LocalDate.of(2026, 3, 2));
        }

        @Bean
        Listener listener(University university) {
            return new Listener(university);
        }
    }

    static class Listener {
        private final University university;
        RosterChanged heard;
        List<String> secretaryWhenHeard;
        RuntimeException thrown;
        RosterUndone undone;
        List<PassedOn> passedOn = List.of();

        @Autowired
        private ApplicationEventPublisher events;

        Listener(University university) {
            this.university = university;
        }

        @EventListener
        void on(RosterChanged changed) {
            heard = changed;
            secretaryWhenHeard = ids(university.handlersOf("b", Set.of()));
            if (thrown != null) {
                throw thrown;
            }
            passedOn.forEach(events::publishEvent);
        }

        @EventListener
        void on(RosterUndone undone) {
            this.undone = undone;
        }
    }

    @Autowired
    RosterImport roster;

    @Autowired
    CurrentUniversity university;

    @Autowired
    RosterTables tables;

    @Autowired
    Listener listener;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void startEmpty() {
        jdbc.execute("delete from roster_import");
        jdbc.execute("delete from post");
        jdbc.execute("delete from person");
        jdbc.execute("update unit set parent = null");
        jdbc.execute("delete from unit");
        jdbc.execute("update roster set version = version + 1, revision = revision + 1, known_on = null");
        clock.set(LocalDate.of(2026, 3, 2));
        university.keepUp();
        listener.heard = null;
        listener.thrown = null;
        listener.passedOn = List.of();
    }

    RosterReport without(String line, String confirmed) {
        return roster.run(List.of(file(Part.PEOPLE, PEOPLE.replace(line, ""))), new Terms(false, confirmed, "admin"));
    }

    static List<String> ids(Answering answering) {
        return answering.people().stream().map(Person::id).toList();
    }

    /** By somebody who confirms whatever is to be confirmed. */
    RosterReport imported(List<RosterFile> files) {
        RosterReport report = roster.run(files, new Terms(false, null, "admin"));
        return report.toConfirm()
                ? roster.run(files, new Terms(false, report.losses().confirmation(), "admin"))
                : report;
    }

    static List<RosterFile> files(String units, String people) {
        return List.of(file(Part.UNITS, units), file(Part.PEOPLE, people));
    }

    static RosterFile file(Part part, String text) {
        return Tables.csv(part, text);
    }
}
