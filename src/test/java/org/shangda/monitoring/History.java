package org.shangda.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.TestTime;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Refusal;
import org.shangda.university.Absences;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens to a university's concerns, one thing after the other. A move that is not possible now changes nothing. */
class History {

    enum Kind {
        RAISE,
        WORK,
        TIME,
        TIMERS_STAND,
        DEPART,
        RETURN,
        LEAVE,
        SUSPEND,
        RESUME,
        FAIL,
        RETRY,
        FORGET,
        OFFER_NOBODY,
        OFFER_TO_EMPTY_GROUP,
        BREAK_TABLE,
        MEND_TABLE
    }

    /** @param which of those that there are, from a first one on and round again; and how */
    record Move(Kind kind, int which, int how) {}

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> TYPES = List.of("problem", "suggestion", "difficulty", "hazard");
    private static final List<String> UNITS = List.of("hqc", "jsj1", "jsj", "rsc", "zzb", "dxb");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cases cases;
    private final Pairings pairings;
    private final Absences absences;
    private final ProcessEngine engine;
    private final JdbcTemplate database;
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> undone = new ArrayList<>();
    private String brokenTable;
    private boolean departed;

    History(Cases cases, Pairings pairings, Absences absences, ProcessEngine engine, JdbcTemplate database) {
        this.cases = cases;
        this.pairings = pairings;
        this.absences = absences;
        this.engine = engine;
        this.database = database;
    }

    @Override
    public String toString() {
        return told.toString();
    }

    void go(Move move) {
        told.add(move.kind() + " " + move.which() + "/" + move.how());
        switch (move.kind()) {
            case RAISE -> cases.raise(Cases.COLLEAGUE, Cases.concernWith("type", any(TYPES, move.which())));
            case WORK -> pick(work(), move.which()).ifPresent(task -> act(task, move.how()));
            case TIME -> pass(TestTime.now().plus(1 + move.how() * 12L, ChronoUnit.HOURS));
            case TIMERS_STAND -> TestTime.set(TestTime.now().plus(1 + move.how(), ChronoUnit.HOURS));
            case DEPART -> depart(any(UNITS, move.which()));
            case RETURN -> comeBack();
            case LEAVE ->
                leave(any(List.of(Cases.SECRETARY, Cases.COLLEGE_CLERK, Cases.DEPARTMENT_CLERK), move.which()));
            case SUSPEND ->
                pick(instances(), move.which())
                        .ifPresent(one -> engine.getRuntimeService().suspendProcessInstanceById(one.getId()));
            case RESUME ->
                instances().stream()
                        .filter(ProcessInstance::isSuspended)
                        .forEach(one -> engine.getRuntimeService().activateProcessInstanceById(one.getId()));
            case FAIL -> pick(jobs(), move.which()).ifPresent(job -> retries(job, 0));
            case RETRY -> jobs().forEach(job -> retries(job, 3));
            case FORGET ->
                pick(instances(), move.which())
                        .map(one -> move.how() % 2 == 0 ? one.getRootProcessInstanceId() : one.getId())
                        .ifPresent(id -> engine.getRuntimeService().deleteProcessInstance(id, "lost"));
            case OFFER_NOBODY -> pick(running(), move.which()).ifPresent(this::offerNobody);
            case OFFER_TO_EMPTY_GROUP ->
                pick(running(), move.which()).ifPresent(task -> {
                    offerNobody(task);
                    engine.getTaskService().addCandidateGroup(task.getId(), "nobody-is-in-it");
                });
            case BREAK_TABLE -> breakTable(any(List.of("\"zzb\"", "\"dxb\""), move.which()));
            case MEND_TABLE -> mendTable();
        }
    }

    /** Everything is as it was before. */
    void end() {
        mendTable();
        comeBack();
        undone.forEach(Runnable::run);
        undone.clear();
    }

    // --- people ------------------------------------------------------------------------------------------------------

    private void act(Task task, int how) {
        String person = task.getAssignee() != null
                ? task.getAssignee()
                : pick(candidates(task), how).orElse(null);
        if (person == null) {
            return;
        }
        try {
            if (task.getAssignee() == null) {
                cases.claim(person, task);
            }
            VariableMap shown = cases.show(person, task);
            Map<String, Object> form = form(task, shown, how);
            told.add(person + " " + task.getTaskDefinitionKey() + " " + form);
            if (task.getTaskDefinitionKey().equals("UserTask_RecordDecision")) {
                cases.putToTheUniversity(shown.get("number").toString());
            }
            cases.submit(person, task, form);
        } catch (RefusedRequest | org.camunda.bpm.engine.SuspendedEntityInteractionException notNow) {
            told.add("not now");
        }
    }

    private Map<String, Object> form(Task task, VariableMap shown, int how) {
        LocalDate today = LocalDate.ofInstant(TestTime.now(), CHINA);
        return switch (task.getTaskDefinitionKey()) {
            case "UserTask_Handle" -> {
                Map<String, Object> form = new HashMap<>();
                List<String> units = codes(shown, "unitChoices");
                form.put("exit", any(codes(shown, "exits"), how));
                form.put("words", "说明。");
                form.put("tried", "已做的工作。");
                form.put("channel", "trade-union");
                form.put("unit", any(units, how));
                form.put("units", List.of(any(units, how + 1)));
                form.put("on", today.plusDays(3 + how).toString());
                form.putAll(Cases.closing());
                yield form;
            }
            case "UserTask_Sign" -> Map.of("decision", "approve", "words", "同意。");
            case "UserTask_PassOnAnswer" -> Map.of("decision", "pass-on");
            case "UserTask_ConfirmReferral" -> Map.of("decision", "refer");
            case "UserTask_RecordDecision" ->
                Map.of("ruling", "refused", "on", today.toString(), "words", "研究决定。", "settled", "adopted");
            case "UserTask_Rate" ->
                how % 2 == 0 ? Map.of("rating", "dissatisfied", "reason", "not-solved") : Map.of("rating", "satisfied");
            case "UserTask_Supervise" -> {
                List<String> measures = codes(shown, "measures");
                yield measures.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "measure",
                                any(measures, how),
                                "words",
                                "请抓紧。",
                                "unit",
                                any(codes(shown, "unitChoices"), how));
            }
            default -> Map.of("words", "补充。");
        };
    }

    private List<String> candidates(Task task) {
        List<String> people = new ArrayList<>();
        for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                if (link.getUserId() != null) {
                    people.add(link.getUserId());
                } else {
                    engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                            .map(User::getId)
                            .forEach(people::add);
                }
            }
        }
        return people.stream().sorted().toList();
    }

    private void depart(String unit) {
        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*," + unit + ",.*\\R", ""));
        departed = true;
        told.add(unit + " is empty");
    }

    private void comeBack() {
        if (departed) {
            pairings.roster(lines -> lines);
            departed = false;
        }
    }

    private void leave(String person) {
        LocalDate today = LocalDate.ofInstant(TestTime.now(), CHINA);
        try {
            absences.enter(person, Absences.Entry.of(person, today, today.plusDays(5)));
            undone.add(() -> absences.delete(Cases.ORGANIZATION_CLERK, person, today));
        } catch (Refusal already) {
            told.add("not now");
        }
    }

    // --- time --------------------------------------------------------------------------------------------------------

    private void pass(Instant until) {
        for (Optional<Job> due = next(until); due.isPresent(); due = next(until)) {
            Instant at = due.get().getDuedate().toInstant();
            if (at.isAfter(TestTime.now())) {
                TestTime.set(at);
            }
            try {
                engine.getManagementService().executeJob(due.get().getId());
            } catch (RuntimeException broken) {
                // As the engine does after the last attempt.
                retries(due.get(), 0);
                told.add("a timer failed");
            }
        }
        TestTime.set(until);
    }

    private Optional<Job> next(Instant until) {
        return jobs().stream()
                .filter(job -> job.getRetries() > 0
                        && !job.isSuspended()
                        && !job.getDuedate().toInstant().isAfter(until))
                .min(Comparator.comparing(Job::getDuedate));
    }

    // --- what breaks -------------------------------------------------------------------------------------------------

    private void retries(Job job, int retries) {
        engine.getManagementService().setJobRetries(job.getId(), retries);
    }

    private void offerNobody(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
        for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
            if (link.getGroupId() != null) {
                engine.getTaskService().deleteCandidateGroup(task.getId(), link.getGroupId());
            } else if (link.getUserId() != null) {
                engine.getTaskService().deleteCandidateUser(task.getId(), link.getUserId());
            }
        }
    }

    /** Past the door, as it stood in a database from before there was one. */
    private void breakTable(String unit) {
        mendTable();
        brokenTable = engine.getRepositoryService()
                .createDeployment()
                .name("a unit that is not there")
                .addString("level-units.dmn", Modeler.shipped("level-units.dmn").replace(unit, "\"xxb\""))
                .deploy()
                .getId();
    }

    private void mendTable() {
        if (brokenTable != null) {
            engine.getRepositoryService().deleteDeployment(brokenTable, true);
            brokenTable = null;
        }
    }

    // --- what there is -----------------------------------------------------------------------------------------------

    private List<String> open() {
        return database.queryForList(
                "select number from concern where state in ('OPEN', 'ANSWERED') order by raised_at, number",
                String.class);
    }

    private List<ProcessInstance> instances() {
        return open().stream()
                .flatMap(number -> cases.instances(number).stream()
                        .sorted(Comparator.comparing(ProcessInstance::getProcessDefinitionId)))
                .toList();
    }

    private List<Job> jobs() {
        return instances().stream()
                .flatMap(one ->
                        engine.getManagementService().createJobQuery().processInstanceId(one.getId()).list().stream())
                .toList();
    }

    private List<Task> work() {
        return open().stream()
                .flatMap(number -> cases.tasks(number).stream())
                .filter(task -> !task.getTaskDefinitionKey().equals("UserTask_MyConcern"))
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey))
                .toList();
    }

    private List<Task> running() {
        return work().stream().filter(task -> !task.isSuspended()).toList();
    }

    private static <T> T any(List<T> all, int which) {
        return all.get(which % all.size());
    }

    private static <T> Optional<T> pick(List<T> all, int which) {
        return all.isEmpty() ? Optional.empty() : Optional.of(any(all, which));
    }

    private static List<String> codes(VariableMap shown, String key) {
        try {
            List<String> codes = new ArrayList<>();
            for (JsonNode choice : JSON.readTree(shown.get(key).toString())) {
                codes.add(choice.get("value").asText());
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
