package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.OpenForms;
import org.shangda.OpenForms.Open;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.probe.Http;
import org.shangda.university.Absences.Entry;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 代办, for every form that a task brings to somebody: who is on leave holds nobody up. A later kind of work goes to the deputy
 * as well, or is said here to be somebody's own.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDeputyProcessTest extends OnLeave {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one is asked for oneself: about one's own concern, one's own pair, what one has talked about or done. */
    private static final Set<String> THEIR_OWN = Set.of(
            "my-concern",
            "supplement",
            "rate-answer",
            "consent-to-pair",
            "accept-pair",
            "tell-colleague",
            "register-contacts",
            "confirm-note",
            "event-talk",
            "write-summary");

    @Autowired
    OpenForms forms;

    @Autowired
    Summaries summaries;

    @Autowired
    WorkItems items;

    @Autowired
    Pairings pairings;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Traces traces;

    @BeforeAll
    void remember() {
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        everybodyIsThere();
        pairings.clear();
        traces.end();
    }

    /** Steps that a school draws itself are asked about where they are drawn; other tests' forms have no file. */
    private Set<String> tasksForms() {
        return items.all().stream()
                .filter(item -> !item.isTemplate())
                .map(WorkItem::form)
                .filter(form -> Files.exists(Path.of("forms", form + ".form")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_kind_of_work_is_asked_about() {
        assertThat(tasksForms()).hasSizeGreaterThan(20).containsAll(THEIR_OWN).allMatch(forms::know);
    }

    @TestFactory
    Stream<DynamicTest> the_work_of_somebody_on_leave_is_done_by_their_deputy() {
        return others().map(form -> DynamicTest.dynamicTest(form, () -> doneByDeputy(form)));
    }

    @TestFactory
    Stream<DynamicTest> what_the_deputy_has_not_done_comes_back_after_the_last_day() {
        return others().map(form -> DynamicTest.dynamicTest(form, () -> comesBack(form)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_ones_own_goes_to_nobody_else() {
        return THEIR_OWN.stream().sorted().map(form -> DynamicTest.dynamicTest(form, () -> stays(form)));
    }

    /** Of one's own one writes it oneself; a branch's is its secretary's by their post. */
    @Test
    void the_summary_of_a_branch_is_written_by_who_stands_in_for_its_secretary() {
        everybodyIsThere();
        summaries.forgetTerm("2025-2026-1");
        summaries.unwritten();
        String number = database.queryForObject(
                "select number from summary where unit = 'jsj1' and person = '' and term = '2025-2026-1'",
                String.class);
        String form = "/api/work/" + cases.task(number, "UserTask_Write").getId() + "/form";
        assertThat(status(SECRETARY, form)).isEqualTo(200);

        absences.enter(SECRETARY, new Entry(SECRETARY, today(), today().plusDays(2), COLLEGE_CLERK));

        assertThat(status(SECRETARY, form)).isEqualTo(404);
        assertThat(body(COLLEGE_CLERK, form)).contains("代" + university.nameOf(SECRETARY) + "办理（请假至");
        day(today().plusDays(3));
        assertThat(status(COLLEGE_CLERK, form)).isEqualTo(404);
        assertThat(status(SECRETARY, form)).isEqualTo(200);
    }

    private Stream<String> others() {
        return tasksForms().stream().filter(form -> !THEIR_OWN.contains(form));
    }

    // --- what happens ------------------------------------------------------------------------------------------------

    private void doneByDeputy(String form) {
        Open open = fresh(form);
        String deputy = onLeave(open);

        assertThat(body(deputy, form(open))).contains("代" + university.nameOf(open.person()) + "办理（请假至");
        assertThat(body(deputy, "/api/work")).contains(task(open), "代" + university.nameOf(open.person()) + "办理");
        assertThat(status(open.person(), form(open)))
                .as("it is with one of them")
                .isEqualTo(404);
        assertThat(send(deputy, open)).as("%s does it", deputy).isBetween(200, 299);
    }

    private void comesBack(String form) {
        Open open = fresh(form);
        String deputy = onLeave(open);
        LocalDate last = today().plusDays(2);

        TestTime.set(last + "T23:00:00");
        university.keepUp();
        assertThat(status(deputy, form(open))).isEqualTo(200);
        day(last.plusDays(1));

        assertThat(status(deputy, form(open))).isEqualTo(404);
        assertThat(body(open.person(), form(open))).doesNotContain("办理（请假至");
        assertThat(send(open.person(), open)).isBetween(200, 299);
    }

    private void stays(String form) {
        Open open = fresh(form);
        List<String> near = possibleDeputies(open.person()).limit(3).toList();
        absences.enter(
                open.person(),
                new Entry(open.person(), today(), today().plusDays(2), near.isEmpty() ? null : near.get(0)));

        near.forEach(other -> assertThat(status(other, form(open))).as(other).isEqualTo(404));
        assertThat(status(open.person(), form(open))).isEqualTo(200);
    }

    private Open fresh(String form) {
        everybodyIsThere();
        cases.endAll();
        return forms.fresh(form);
    }

    /**
     * The person is on leave for three days from today.
     *
     * @return who was named as the deputy: the first who may, has no part in the case yet, and was not asked themselves
     */
    private String onLeave(Open open) {
        String deputy = possibleDeputies(open.person())
                .filter(person -> !hasActed(open, person))
                .filter(person -> status(person, form(open)) == 404)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may be named"));
        absences.enter(open.person(), new Entry(open.person(), today(), today().plusDays(2), deputy));
        return deputy;
    }

    private boolean hasActed(Open open, String person) {
        return database.queryForObject(
                        "select count(*) from step where actor = ? and number = (select e.business_key_ from"
                                + " act_ru_task t join act_hi_procinst e on e.proc_inst_id_ = t.proc_inst_id_"
                                + " where t.id_ = ?)",
                        Integer.class,
                        person,
                        task(open))
                > 0;
    }

    /** Who may stand in for all that the person does. */
    private Stream<String> possibleDeputies(String person) {
        Set<String> units = unitsOf(person);
        return units.isEmpty()
                ? Stream.of()
                : university.people().stream()
                        .map(Person::id)
                        .filter(other -> !other.equals(person))
                        .filter(other -> university.snapshot().mayStandInFor(other, person))
                        .filter(other -> units.stream()
                                .allMatch(unit -> unitsOf(other).contains(unit)
                                        || unitsOf(other)
                                                .contains(university
                                                        .unit(unit)
                                                        .orElseThrow()
                                                        .parent())))
                        .sorted();
    }

    private Set<String> unitsOf(String person) {
        return university.officesOf(person).stream().map(Office::unit).collect(Collectors.toSet());
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private static LocalDate today() {
        return LocalDate.ofInstant(TestTime.now(), ZoneId.of("Asia/Shanghai"));
    }

    private static String task(Open open) {
        return open.address().split("/")[3];
    }

    private static String form(Open open) {
        return "/api/work/" + task(open) + "/form";
    }

    /** Received first where nobody has it. */
    private int send(String person, Open open) {
        Http http = new Http(port);
        http.post("/api/work/claim", json(Map.of("tasks", List.of(task(open)))), Http.as(person, "demo"));
        return http.post("/api/work/" + task(open), json(open.filledIn()), Http.as(person, "demo"))
                .statusCode();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
