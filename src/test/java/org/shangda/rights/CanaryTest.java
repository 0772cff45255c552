package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;
import static org.shangda.rights.Canary.NAMES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A distinctive word is written into every field of every form, over the API and round the forms. It reaches the
 * domain's tables and the people whom the concern has reached, and nothing and nobody else.
 */
@ShangdaTest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

    private static final List<String> ENGINE_LISTS = List.of(
            "/engine-rest/task?maxResults=200",
            "/engine-rest/variable-instance?maxResults=200",
            "/engine-rest/history/task?maxResults=200",
            "/engine-rest/history/variable-instance?maxResults=200",
            "/engine-rest/history/detail?maxResults=200",
            "/engine-rest/history/process-instance?maxResults=200");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Cases cases;

    @Autowired
    @Qualifier("delivery")
    Object delivery;

    @Autowired
    ProcessEngine engine;

    @Autowired
    University university;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private final Canary canary = new Canary();
    private final List<String> mails = new ArrayList<>();
    private CanaryForms forms;
    private CanaryStalled stalled;
    private CanaryPages pages;
    private Traces traces;
    private OverHttp http;
    private String underWay;

    @BeforeAll
    void everybodyWrites() {
        http = new OverHttp(port);
        traces = new Traces(engine, database);
        canary.listen();
        forms = writer(CanaryForms.class);
        forms.write();
        forms.takeBack();
        CanaryConcerns concerns = writer(CanaryConcerns.class);
        concerns.write();
        writer(CanaryPairs.class).write();
        stalled = writer(CanaryStalled.class);
        stalled.write();
        TestTime.set(TestTime.MONDAY);
        pages = writer(CanaryPages.class);
        pages.write();
        underWay = concerns.raise(MEMBER, "underWay");
        concerns.exit(SECRETARY, underWay, "pass-up", Map.of());
        CanaryDetours detours = writer(CanaryDetours.class);
        detours.roundTheForms(underWay);
        detours.failures();
        mailsOf("2026-03-03T08:00:00");
        mailsOf("2026-03-20T08:00:00");
    }

    private <W extends CanaryWriter> W writer(Class<W> type) {
        W writer = beans.createBean(type);
        writer.begin(canary);
        return writer;
    }

    @AfterAll
    void nobodyListens() {
        canary.stopListening();
        TestTime.set(TestTime.MONDAY);
        traces.end();
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    // --- what it must show -------------------------------------------------------------------------------------------

    /** A later capability is written into by being there, or asked for here by its name. */
    @Test
    void every_form_and_every_changing_request_of_the_product_is_written_into() {
        assertThat(forms.unknown())
                .as("Nobody has said how these come about: add them to OpenForms or to ChangingRequests.")
                .isEmpty();
        assertThat(forms.lost()).as("taken, but not kept").isEmpty();
        assertThat(forms.failed()).as("failures of the product").isEmpty();
    }

    @Test
    void what_people_write_is_kept_in_the_tables_of_the_domain() {
        String domain = String.join("\n", Canary.cells(database, table -> !table.startsWith("act_"), CANARY));
        assertThat(canary.written.entrySet().stream()
                        .filter(one -> !domain.contains(one.getKey()))
                        .map(Map.Entry::getValue))
                .as("written, but not kept")
                .isEmpty();
    }

    @Test
    void what_people_write_is_in_no_table_of_the_engine() {
        List<String> engineCells = Canary.cells(database, table -> table.startsWith("act_"), CANARY, underWay);
        assertThat(engineCells).as("the search sees the engine's tables").anyMatch(cell -> cell.contains(underWay));
        assertThat(engineCells.stream().filter(cell -> cell.contains(CANARY))).isEmpty();
    }

    @Test
    void what_people_write_is_on_no_line_of_the_log(CapturedOutput output) {
        assertThat(canary.log).as("failures are logged").anyMatch(line -> line.contains("Failure "));
        assertThat(canary.log.stream().filter(line -> line.contains(CANARY))).isEmpty();
        assertThat(output.getAll().lines().filter(line -> line.contains(CANARY)))
                .isEmpty();
    }

    @Test
    void what_people_write_is_in_no_mail_and_no_notice_and_mails_name_nobody() {
        assertThat(mails).as("people are told").hasSizeGreaterThan(5).anyMatch(mail -> mail.contains(underWay));
        assertThat(mails).anyMatch(mail -> mail.contains("处停滞"));
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail).doesNotContain(CANARY).doesNotContain(NAMES));
        assertThat(Canary.cells(database, "notice"::equals, underWay)).isNotEmpty();
        assertThat(Canary.cells(database, "notice"::equals, CANARY)).isEmpty();
    }

    /** Who is linked with whom is the domain's; the engine knows numbers, and who has a task. */
    @Test
    void nobodys_name_is_in_a_table_of_the_engine_but_those_of_its_users() {
        assertThat(Canary.cells(database, table -> table.startsWith("act_") && !table.startsWith("act_id_"), NAMES))
                .isEmpty();
        assertThat(Canary.cells(database, "act_id_user"::equals, NAMES[0])).isNotEmpty();
    }

    @Test
    void what_people_write_is_shown_to_nobody_whom_the_concern_has_not_reached() {
        Set<String> inside = inside();
        List<String> addresses = new ArrayList<>(
                List.of("/api/concerns", "/api/concerns/" + underWay, "/api/concerns/" + underWay + "/clock"));
        cases.tasks(underWay).forEach(task -> addresses.add("/engine-rest/task/" + task.getId() + "/form-variables"));
        List<String> shown = new ArrayList<>();
        Set<String> knowing = new HashSet<>();
        everybody().forEach(person -> read(person, addresses, shown, knowing));
        readersOfTheEngine().forEach(person -> read(person, ENGINE_LISTS, shown, knowing));
        assertThat(shown).as("insiders see it").contains(COLLEAGUE + " /api/concerns/" + underWay);
        // Whoever raised another one, or was raised for, sees that one in the own list.
        database.queryForList("select raised_by from concern union select colleague from concern", String.class)
                .forEach(whose -> shown.remove(whose + " /api/concerns"));
        assertThat(shown.stream().map(one -> one.split(" ")[0]))
                .as("people who see it")
                .isSubsetOf(inside);
        // Administrators and operators see that there is a case, without its story.
        inside.add("admin");
        engine.getIdentityService().createUserQuery().memberOfGroup("operators").list().stream()
                .map(User::getId)
                .forEach(inside::add);
        assertThat(knowing).as("people who know of it").isSubsetOf(inside);
    }

    @Test
    void what_people_write_is_nowhere_in_what_stands_still() {
        ReadFiles files = new ReadFiles(port);
        Set<String> listing = new HashSet<>();
        Set<String> addresses = new HashSet<>(stalled.addresses());
        assertThat(addresses).hasSizeGreaterThan(10);
        for (String person : CanaryStalled.readers()) {
            for (String address : addresses) {
                String read = ReadFiles.is(address)
                        ? files.text(person, address)
                        : http.get(person, address).body();
                assertThat(read.replace(stalled.reason(), ""))
                        .as(person + " " + address)
                        .doesNotContain(CANARY);
                if (read.contains(stalled.number())) {
                    listing.add(address.replaceAll("\\?.*", ""));
                }
            }
        }
        assertThat(listing).contains("/api/stalled", "/api/stalled/stalled.xlsx", "/api/stalled/replay");
    }

    @Test
    void what_people_write_and_whose_it_is_is_in_no_figure() {
        Users.create(engine, "prometheus", "watchers");
        try {
            for (String address : List.of("/actuator/prometheus", "/actuator/health", "/actuator/health/work")) {
                String read = new Http(port)
                        .get(address, Http.as("prometheus", Users.PASSWORD))
                        .body();
                assertThat(read).as(address).doesNotContain(CANARY).doesNotContain(underWay, stalled.number());
            }
        } finally {
            engine.getIdentityService().deleteUser("prometheus");
        }
    }

    /** Of this one concern: everybody has some work of their own. */
    @Test
    void a_card_and_its_progress_show_a_story_to_nobody_whom_it_has_not_reached() {
        List<String> story = canary.written.entrySet().stream()
                .filter(one -> one.getValue().startsWith("underWay"))
                .map(Map.Entry::getKey)
                .toList();
        List<String> addresses = new ArrayList<>(List.of("/api/work"));
        cases.tasks(underWay).forEach(task -> addresses.add("/api/work/" + task.getId() + "/progress"));
        List<String> shown = new ArrayList<>();
        for (String person : everybody()) {
            for (String address : addresses) {
                String read = http.get(person, address).body();
                if (story.stream().anyMatch(read::contains)) {
                    shown.add(person);
                }
            }
        }
        assertThat(story).isNotEmpty();
        assertThat(shown).contains(MEMBER).isSubsetOf(inside());
    }

    @Test
    void pages_files_and_papers_tell_a_story_to_those_whom_it_has_reached_and_to_nobody_else() {
        assertThat(pages.tellingTo(CanaryPages.OUTSIDE)).isEmpty();
        assertThat(pages.tellingTo(CanaryPages.INSIDE)).as("insiders see it").containsAll(CanaryPages.TELLING);
    }

    @Test
    void what_becomes_of_many_at_once_is_told_without_a_story() {
        assertThat(pages.batches())
                .allSatisfy(results -> assertThat(results).contains("\"done\":").doesNotContain(CANARY));
    }

    private void read(String person, List<String> addresses, List<String> shown, Set<String> knowing) {
        for (String address : addresses) {
            Answer answer = http.get(person, address);
            if (answer.body().contains(CANARY)) {
                shown.add(person + " " + address);
            }
            if (answer.status() == 200 && answer.body().contains(underWay)) {
                knowing.add(person);
            }
        }
    }

    private Set<String> inside() {
        return Stream.concat(
                        Stream.of(COLLEAGUE, MEMBER),
                        university.people().stream()
                                .map(Person::id)
                                .filter(id -> university.unitsAnsweredBy(id).stream()
                                        .anyMatch(Set.of("jsj1", "jsj")::contains)))
                .collect(Collectors.toSet());
    }

    private List<String> everybody() {
        return Stream.concat(Stream.of("admin"), university.people().stream().map(Person::id))
                .toList();
    }

    /** What the engine lists goes by groups and by what was given to somebody by name: each of its lists takes its time. */
    private Set<String> readersOfTheEngine() {
        Map<Set<String>, String> byGroups = new HashMap<>();
        everybody().forEach(person -> byGroups.putIfAbsent(groups(person), person));
        Set<String> readers = new HashSet<>(byGroups.values());
        readers.addAll(database.queryForList(
                "select distinct user_id_ from act_ru_authorization where user_id_ is not null and resource_type_ = ?",
                String.class,
                Resources.TASK.resourceType()));
        readers.retainAll(everybody());
        return readers;
    }

    private Set<String> groups(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** Everybody is told of what waits for them. */
    private void mailsOf(String morning) {
        TestTime.set(morning);
        Mailbox.start();
        try {
            ReflectionTestUtils.invokeMethod(delivery, "deliverDue");
            Mailbox.mails().forEach(mail -> mails.add(mail.text()));
        } finally {
            Mailbox.stop();
        }
    }
}
