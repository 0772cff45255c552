package org.shangda;

import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED_BRANCH;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_SECRETARY;
import static org.shangda.Contacts.row;
import static org.shangda.Contacts.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.shangda.reporting.SemesterEnd;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** An open task of every kind of work; the first that is missing is asked for by {@code GateTest}. */
@TestComponent
public class OpenTasks {

    /** The security tests' own kind of work, of a diagram that is not the product's. */
    private static final Set<String> NOT_THE_PRODUCTS = Set.of("UserTask_First");

    private final Map<String, Task> open = new TreeMap<>();
    private final Cases cases;
    private final CalledBack called;
    private final Pairings pairings;
    private final Contacts contacts;
    private final Summaries written;
    private final SemesterEnd semesterEnd;
    private final JdbcTemplate database;

    OpenTasks(
            Cases cases,
            CalledBack called,
            Pairings pairings,
            Contacts contacts,
            Summaries summaries,
            SemesterEnd semesterEnd,
            JdbcTemplate database) {
        this.cases = cases;
        this.called = called;
        this.pairings = pairings;
        this.contacts = contacts;
        this.written = summaries;
        this.semesterEnd = semesterEnd;
        this.database = database;
    }

    /** The keys of the product's kinds of work. */
    public static Set<String> kinds(WorkItems items) {
        Set<String> kinds = items.all().stream().map(WorkItem::key).collect(Collectors.toCollection(TreeSet::new));
        kinds.removeAll(NOT_THE_PRODUCTS);
        return kinds;
    }

    /** One of each kind, by its key; fresh ones each time, on a Monday on which everybody is paired as these need it. */
    public Map<String, Task> ofEachKind() {
        open.clear();
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
        concerns();
        pairs();
        duties();
        summaries();
        opened(cases.start(SECRETARY, "bulletin", OpenForms.bulletin("jsj1")), "UserTask_KeepBulletin");
        TestTime.set(TestTime.MONDAY);
        return new TreeMap<>(open);
    }

    private void concerns() {
        opened(cases.at("branch", "problem"), "UserTask_Handle", "UserTask_MyConcern");
        Map<String, Object> forColleague = Cases.concern();
        forColleague.putAll(Map.of(
                "forColleague", true, "colleague", COLLEAGUE, "consentOn", "2026-03-01", "consentWay", "in-person"));
        opened(cases.raise(MEMBER, forColleague), "UserTask_RaisedForColleague");
        String signed = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, signed, "pass-up");
        opened(signed, "UserTask_Sign");
        String asked = cases.at("branch", "problem");
        cases.exit(SECRETARY, asked, "ask", Map.of("words", "请补充房号"));
        opened(asked, "UserTask_Supplement");
        String assisted = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, assisted, "assist", Map.of("units", List.of("cwc")));
        opened(assisted, "UserTask_Opinion");
        String answered = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, answered, "answer");
        cases.approve(DEPARTMENT_HEAD, answered);
        opened(answered, "UserTask_PassOnAnswer");
        String referred = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, referred, "pass-up");
        opened(referred, "UserTask_ConfirmReferral");
        String agenda = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, agenda, "agenda", Map.of("on", "2026-03-20"));
        cases.putToTheUniversity(agenda);
        opened(agenda, "UserTask_RecordDecision");
        opened(cases.answeredBy("branch", "problem"), "UserTask_Rate");
        String late = cases.at("branch", "problem");
        cases.passTo(late, "2026-03-20T18:00:00");
        opened(late, "UserTask_Supervise");
        opened(called.one(), "UserTask_CallBack");
        TestTime.set(TestTime.MONDAY);
    }

    private void pairs() {
        String gone = pairings.pair("sunyan", "yebo");
        pairings.without("sunyan");
        pairings.roster(lines -> lines);
        opened(gone, "UserTask_FindCarrier");
        opened(pairings.ask("sunyan", "majie"), "UserTask_Consent");
        opened(pairings.ask("zhanghui", "wupeng"), "UserTask_Accept");
        String another = pairings.ask("shixinyi", "mayan");
        cases.act("mayan", another, "UserTask_Consent", Map.of("decision", "somebody-else"));
        opened(another, "UserTask_ChooseAnother");
        opened(pairings.existing(COLLEGE_CLERK, "zhaoxin", "lubin", "2025-09-01"), "UserTask_TellColleague");
        opened(pairings.plan(COLLEGE_CLERK, Map.of()), "UserTask_ReviewWave");
    }

    private void duties() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(MEMBER, "huyan");
        contacts.pair(TEACHER, TAUGHT);
        contacts.pair(TEACHERS_SECRETARY, "pengfei");
        contacts.pair("wupeng", "hanwenjing");
        String linked = contacts.pair("leader-branch", LEADER, null, LED_BRANCH, LocalDate.of(2025, 9, 1));
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        contacts.register(MEMBER, sheet, with(row(pair, "2026-03-02", "visit"), "note", "住房困难"));
        opened(sheet, "UserTask_Register");
        opened(contacts.notes(pair).get(0), "UserTask_ConfirmNote");
        contacts.register(
                LEADER,
                contacts.sheet(LEADER, "2025-2026-2"),
                with(with(row(linked, "2026-03-02", "report"), "note", "支部反映"), "topics", List.of()));
        opened(contacts.notes(linked).get(0), "UserTask_ConfirmBranchNote");

        opened(contacts.arrange(PERSONNEL_CLERK, TAUGHT, "discipline"), "UserTask_EventTalk");
        String talk = contacts.arrange(PERSONNEL_CLERK, TAUGHT, "setback");
        cases.passTo(talk, "2026-03-09T18:00:00");
        opened(talk, "UserTask_FollowUpTalk");
        String missed = contacts.sheet(TEACHER, "2026-03");
        cases.passTo(missed, "2026-04-03T17:30:00");
        opened(missed, "UserTask_FollowUp");
        String unnoticed = contacts.sheet(TEACHERS_SECRETARY, "2026-03");
        cases.passTo(unnoticed, "2026-04-14T18:00:00");
        opened(unnoticed, "UserTask_CollegeLook");
        TestTime.set(TestTime.MONDAY);
    }

    private void summaries() {
        written.forget("wupeng");
        semesterEnd.open();
        opened(summary(MEMBER), "UserTask_Write");
        String handedUp = summary("wupeng");
        cases.act("wupeng", handedUp, "UserTask_Write", Map.of("practice", "按月联系。"));
        opened(handedUp, "UserTask_Review");
    }

    private String summary(String person) {
        return database.queryForObject(
                "select number from summary where person = ? and term = '2025-2026-1'", String.class, person);
    }

    private void opened(String number, String... keys) {
        for (String key : keys) {
            open.put(key, cases.task(number, key));
        }
    }
}
