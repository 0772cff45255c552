package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** One of every form, as it waits for somebody, with what that person fills in; a fresh one each time. */
@TestComponent
public class OpenForms {

    /**
     * A form that waits for somebody.
     *
     * @param address where it is sent
     * @param filledIn what is taken
     * @param send fills it in and submits it
     */
    public record Open(String person, String address, Map<String, Object> filledIn, Callable<Object> send) {}

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Map<String, Supplier<Open>> forms = new HashMap<>();
    private final Cases cases;
    private final CalledBack called;
    private final Pairings pairings;
    private final Contacts contacts;
    private final Summaries summaries;
    private final JdbcTemplate database;

    OpenForms(
            Cases cases,
            CalledBack called,
            Pairings pairings,
            Contacts contacts,
            Summaries summaries,
            JdbcTemplate database) {
        this.called = called;
        this.cases = cases;
        this.pairings = pairings;
        this.contacts = contacts;
        this.summaries = summaries;
        this.database = database;
        concerns();
        pairs();
        contacts();
        summaries();
        bulletins();
    }

    /** The records of all forms by their ids; other tests' forms, which have no file, are none of them. */
    public static Map<String, Class<? extends Record>> records(WorkItems items, Courses courses) {
        Map<String, Class<? extends Record>> records = new TreeMap<>();
        items.all().forEach(item -> records.put(item.form(), item.values()));
        courses.all().forEach(course -> course.startForm().ifPresent(form -> records.put(form.id(), form.values())));
        records.keySet().removeIf(form -> !Files.exists(Path.of("forms", form + ".form")));
        assertThat(records).hasSizeGreaterThan(25);
        return records;
    }

    /** Whether it is known how a form comes to wait for somebody. */
    public boolean know(String form) {
        return forms.containsKey(form);
    }

    /** @param form its id, which is the name of its file */
    public Open fresh(String form) {
        assertThat(forms)
                .as(
                        "Nobody has said how the form “%s” comes to wait for somebody, and what is filled in: add it to %s.",
                        form, OpenForms.class.getSimpleName())
                .containsKey(form);
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
        return forms.get(form).get();
    }

    // --- concerns ----------------------------------------------------------------------------------------------------

    private void concerns() {
        start("raise-concern", Cases.COLLEAGUE, "concern-escalation", Cases::concern);
        start("collect-concerns", Cases.SECRETARY, "concern-collection", () -> {
            Map<String, Object> matter = Cases.concern();
            matter.putAll(Map.of("colleague", Cases.COLLEAGUE, "consentWay", "in-person"));
            return Map.of("channel", "meeting", "on", "2026-03-01", "rows", List.of(matter));
        });
        task(
                "handle-concern",
                "UserTask_Handle",
                Map.of("exit", "pass-up", "words", "请协调。", "tried", "已联系。"),
                () -> new Case(Cases.SECRETARY, cases.raise(Cases.COLLEAGUE, Cases.concern())));
        task(
                "my-concern",
                "UserTask_MyConcern",
                Map.of("action", "paper", "words", "补充一点。"),
                () -> new Case(Cases.COLLEAGUE, cases.raise(Cases.COLLEAGUE, Cases.concern())));
        task("supplement", "UserTask_Supplement", Map.of("words", "402 室。"), () -> {
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            cases.exit(Cases.SECRETARY, number, "ask");
            return new Case(Cases.COLLEAGUE, number);
        });
        task("sign-exit", "UserTask_Sign", Map.of("decision", "approve", "words", "同意。"), () -> {
            String number = cases.at("college", "problem");
            cases.exit(Cases.COLLEGE_CLERK, number, "pass-up", Map.of("unit", Cases.DEPARTMENT));
            return new Case(Cases.COLLEGE_HEAD, number);
        });
        task("confirm-referral", "UserTask_ConfirmReferral", Map.of("decision", "refer"), () -> {
            String number = cases.at("department", "problem");
            cases.exit(Cases.DEPARTMENT_CLERK, number, "pass-up");
            return new Case(Cases.COLLEGE_CLERK, number);
        });
        task("pass-on-answer", "UserTask_PassOnAnswer", Map.of("decision", "pass-on"), () -> {
            String number = cases.at("department", "problem");
            cases.exit(Cases.DEPARTMENT_CLERK, number, "answer");
            cases.approve(Cases.DEPARTMENT_HEAD, number);
            return new Case(Cases.COLLEGE_CLERK, number);
        });
        task(
                "rate-answer",
                "UserTask_Rate",
                Map.of("rating", "satisfied"),
                () -> new Case(Cases.COLLEAGUE, cases.answeredBy("branch", "problem")));
        task(
                "record-decision",
                "UserTask_RecordDecision",
                Map.of("ruling", "decided", "on", "2026-03-02", "unit", "jwc", "words", "列入计划。"),
                () -> {
                    String number = cases.at("organization-department", "problem");
                    cases.exit(Cases.ORGANIZATION_CLERK, number, "agenda");
                    cases.putToTheUniversity(number);
                    return new Case(Cases.ORGANIZATION_CLERK, number);
                });
        task(
                "call-back",
                "UserTask_CallBack",
                Map.of("reached", "reached", "rating", "satisfied", "promise", "done"),
                () -> new Case(Cases.COLLEGE_CLERK, called.one()));
        task("give-opinion", "UserTask_Opinion", Map.of("words", "没有异议。"), () -> {
            String number = cases.at("department", "problem");
            cases.exit(Cases.DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
            return new Case(Cases.PERSONNEL_CLERK, number);
        });
        task("supervise", "UserTask_Supervise", Map.of("measure", "urge", "words", "请尽快办理。"), () -> {
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            cases.passTo(number, "2026-03-12T10:00:00");
            return new Case(Cases.COLLEGE_CLERK, number);
        });
    }

    // --- pairs -------------------------------------------------------------------------------------------------------

    private void pairs() {
        start("ask-for-pair", "shixinyi", "pairing-lifecycle", () -> Map.of("partner", "mayan"));
        start("change-pair", "lubin", "pairing-change", () -> {
            pairings.pair("shixinyi", "lubin");
            return Map.of("change", "end", "endReason", "fulfilled");
        });
        start(
                "plan-wave",
                Cases.COLLEGE_CLERK,
                "pairing-wave",
                () -> Map.of("name", "第" + NAMES.incrementAndGet() + "批", "kind", "new", "relation", "member-person"));
        task(
                "consent-to-pair",
                "UserTask_Consent",
                Map.of("decision", "agree"),
                () -> new Case("majie", pairings.ask("sunyan", "majie")));
        task(
                "accept-pair",
                "UserTask_Accept",
                Map.of("decision", "accept"),
                () -> new Case("zhaoxin", pairings.ask("lubin", "zhaoxin")));
        task(
                "choose-partner",
                "UserTask_ChooseAnother",
                Map.of("decision", "choose", "partner", "heyan"),
                () -> new Case(Cases.COLLEGE_CLERK, pairings.ask("luohang", null)));
        task(
                "tell-colleague",
                "UserTask_TellColleague",
                Map.of("decision", "keep"),
                () -> new Case("zhanghui", pairings.existing(Cases.COLLEGE_CLERK, "wupeng", "zhanghui", "2025-09-01")));
        task("find-carrier", "UserTask_FindCarrier", Map.of("decision", "find", "partner", "shixinyi"), () -> {
            String vacant = pairings.pair("zhaohaoran", "yebo");
            pairings.without("zhaohaoran");
            pairings.roster(lines -> lines);
            return new Case(Cases.SECRETARY, vacant);
        });
        task(
                "review-wave",
                "UserTask_ReviewWave",
                Pairings.review("send", List.of(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"))),
                () -> new Case(
                        Cases.COLLEGE_CLERK,
                        pairings.plan(
                                Cases.COLLEGE_CLERK,
                                Map.of("kind", "existing", "list", "shixinyi\thanwenjing\t2025-09-01\t"))));
    }

    // --- contacts ----------------------------------------------------------------------------------------------------

    private void contacts() {
        forms.put("register-contacts", () -> {
            String first = contacts.pair("chenxin", "huyan");
            contacts.pair("chenxin", Cases.COLLEAGUE);
            contacts.open();
            // One of two that are owed: the sheet stays open, and its task comes back.
            Map<String, Object> form = Map.of("contacts", List.of(Contacts.raising(first, "2026-03-02", "visit")));
            return waiting("chenxin", contacts.registration(contacts.sheet("chenxin", "2026-03")), form);
        });
        task("confirm-note", "UserTask_ConfirmNote", Map.of("decision", "confirm"), () -> {
            String pair = contacts.pair("chenxin", Cases.COLLEAGUE);
            contacts.open();
            contacts.register(
                    "chenxin",
                    contacts.sheet("chenxin", "2026-03"),
                    Contacts.with(Contacts.row(pair, "2026-03-02", "talk"), "note", "多练习。"));
            return new Case(Cases.COLLEAGUE, contacts.notes(pair).get(0));
        });
        task(
                "follow-up",
                "UserTask_FollowUp",
                Map.of("missedReason", "busy", "missedMeasure", "reminded"),
                () -> new Case(Contacts.TEACHERS_SECRETARY, missed("2026-04-03T17:30:00")));
        task(
                "college-look",
                "UserTask_CollegeLook",
                Map.of("missedMeasure", "reminded"),
                () -> new Case(Contacts.TEACHERS_COLLEGE, missed("2026-04-14T18:00:00")));
        start(
                "arrange-event-talk",
                Cases.PERSONNEL_CLERK,
                "event-duty",
                () -> Map.of("person", Contacts.TAUGHT, "occasion", "praise-or-criticism"));
        task(
                "event-talk",
                "UserTask_EventTalk",
                Map.of("on", "2026-03-02", "way", "talk"),
                () -> new Case(
                        Contacts.TEACHERS_COLLEGE,
                        contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "appraisal")));
        task(
                "follow-up-talk",
                "UserTask_FollowUpTalk",
                Map.of("missedReason", "busy", "talkMeasure", "new-day", "newDay", "2026-03-13"),
                () -> {
                    contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
                    String late = contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
                    cases.passTo(late, "2026-03-09T18:00:00");
                    return new Case(Contacts.TEACHERS_SECRETARY, late);
                });
    }

    /** A sheet of a programme whose contacts are duties, after its end. */
    private String missed(String until) {
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(Contacts.TEACHER, "2026-03");
        cases.passTo(sheet, until);
        return sheet;
    }

    // --- summaries ---------------------------------------------------------------------------------------------------

    private void summaries() {
        task("write-summary", "UserTask_Write", Map.of("practice", "每月一次。"), summaries::unwritten);
        task("review-summary", "UserTask_Review", Map.of("verdict", "send-back", "remark", "请补充。"), () -> {
            Case written = summaries.unwritten();
            cases.act(written.person, written.number, "UserTask_Write", Map.of("practice", "每月一次。"));
            String reviewer = database.queryForObject(
                    "select p.person from post p join person a on a.branch = p.unit where a.id = ? and p.role = 'head'",
                    String.class,
                    written.person);
            return new Case(reviewer, written.number);
        });
    }

    // --- bulletins ---------------------------------------------------------------------------------------------------

    private void bulletins() {
        start("publish-bulletin", Cases.SECRETARY, "bulletin", () -> bulletin("jsj1"));
        task(
                "keep-bulletin",
                "UserTask_KeepBulletin",
                Map.of("decision", "retract", "reason", "日期有误。"),
                () -> new Case(Cases.SECRETARY, cases.start(Cases.SECRETARY, "bulletin", bulletin("jsj1"))));
    }

    /** What a unit tells its people; each time a little different. */
    public static Map<String, Object> bulletin(String audience) {
        Map<String, Object> form = new HashMap<>();
        form.put("title", "办公楼改造（第" + NAMES.incrementAndGet() + "期）");
        form.put("words", "暑期改造办公楼。\n搬迁安排另行通知。");
        form.put("audience", audience);
        form.put("lastDay", "2026-03-20");
        return form;
    }

    // --- how it is said ----------------------------------------------------------------------------------------------

    public record Case(String person, String number) {}

    private void task(String form, String key, Map<String, Object> filledIn, Supplier<Case> open) {
        forms.put(form, () -> {
            Case waits = open.get();
            return waiting(waits.person, cases.task(waits.number, key), filledIn);
        });
    }

    private Open waiting(String person, Task task, Map<String, Object> filledIn) {
        if (task.getAssignee() == null) {
            cases.claim(person, task);
        }
        return new Open(person, "/engine-rest/task/" + task.getId() + "/submit-form", filledIn, () -> {
            cases.submit(person, task, filledIn);
            return null;
        });
    }

    private void start(String form, String person, String process, Supplier<Map<String, Object>> filledIn) {
        forms.put(form, () -> {
            Map<String, Object> values = filledIn.get();
            return new Open(
                    person,
                    "/engine-rest/process-definition/key/" + process + "/submit-form",
                    values,
                    () -> cases.start(person, process, values));
        });
    }
}
