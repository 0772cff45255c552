package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.shangda.engine.RefusedRequest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Drives cases as people do: everybody logged in as themselves, through the same forms as in Tasklist. Between two acts
 * nobody is logged in, so that a test can look at the engine.
 */
@TestComponent
public class Cases extends HeardCases {

    // Who is who in the demonstration university.
    /** A colleague without a post, in the branch of {@link #SECRETARY}. */
    public static final String COLLEAGUE = "chenyu";

    /** A Party member without a post, in the same branch. */
    public static final String MEMBER = "sunyan";

    public static final String SECRETARY = "zhangwei";
    public static final String DEPUTY_SECRETARY = "wulei";
    public static final String COLLEGE_CLERK = "liumin";
    public static final String OTHER_COLLEGE_CLERK = "yangfan";
    public static final String COLLEGE_HEAD = "wanghaitao";

    /** The department proposed for housing. */
    public static final String DEPARTMENT = "hqc";

    public static final String DEPARTMENT_CLERK = "sujian";
    public static final String OTHER_DEPARTMENT_CLERK = "fanwei";
    public static final String DEPARTMENT_HEAD = "tianguoqing";
    public static final String PERSONNEL_CLERK = "gaoyan";
    public static final String PERSONNEL_HEAD = "wujianping";
    public static final String ORGANIZATION_CLERK = "xiexin";
    public static final String ORGANIZATION_HEAD = "guoaimin";
    public static final String ASSIGNING_CLERK = "luojing";
    public static final String ASSIGNING_HEAD = "hanzhiqiang";

    /** A handler of another college. */
    public static final String STRANGER = "tangjing";

    private static final AtomicInteger RAISED = new AtomicInteger();

    Cases(ProcessEngine engine, JdbcTemplate database) {
        super(engine, database);
    }

    // --- logging in --------------------------------------------------------------------------------------------------

    @Override
    public <T> T as(String person, Supplier<T> act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return act.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** What somebody is told who may not do this: the status, and the sentence in Chinese. */
    public static void assertRefused(ThrowingCallable act, int status, String sentence) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.getMessage()).isEqualTo(sentence);
            assertThat(refused.status()).isEqualTo(status);
        });
    }

    // --- raising -----------------------------------------------------------------------------------------------------

    /** What a colleague without special wishes fills in; each time a little different, as it is with different concerns. */
    public static Map<String, Object> concern() {
        Map<String, Object> form = new HashMap<>();
        form.put("type", "problem");
        form.put("category", "housing");
        form.put("title", "教师公寓漏水");
        form.put("description", "三号楼 402 室天花板漏水两周。报修单 " + RAISED.incrementAndGet() + "。");
        form.put("travel", "named");
        return form;
    }

    public static Map<String, Object> concernWith(String key, Object value) {
        Map<String, Object> form = concern();
        form.put(key, value);
        return form;
    }

    /** @return the concern's number */
    public String raise(String person, Map<String, Object> form) {
        return start(person, "concern-escalation", form);
    }

    /** Submits a start form. @return the business key */
    public String start(String person, String process, Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                person,
                () -> engine.getFormService().submitStartForm(definition, form).getBusinessKey());
    }

    // --- working -----------------------------------------------------------------------------------------------------

    public void claim(String person, Task task) {
        as(person, () -> {
            engine.getTaskService().claim(task.getId(), person);
            return null;
        });
    }

    public VariableMap show(String person, Task task) {
        return as(person, () -> engine.getFormService().getTaskFormVariables(task.getId()));
    }

    public void submit(String person, Task task, Map<String, Object> form) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), form);
            return null;
        });
    }

    /** Receives the task if nobody has, and submits its form. */
    @Override
    public void act(String person, String number, String key, Map<String, Object> form) {
        Task task = task(number, key);
        if (task.getAssignee() == null) {
            claim(person, task);
        }
        submit(person, task(number, key), form);
    }

    /** A handler takes an exit with everything it may ask for. */
    @Override
    public void exit(String person, String number, String exit) {
        exit(person, number, exit, Map.of());
    }

    public void exit(String person, String number, String exit, Map<String, Object> more) {
        act(person, number, "UserTask_Handle", exitForm(exit, more));
    }

    /** What an answer says beside its words, wherever it is asked. */
    public static Map<String, Object> closing() {
        return Map.of("settled", "adopted", "checks", List.of("spoke", "explained", "owner"));
    }

    private static Map<String, Object> exitForm(String exit, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>();
        form.put("exit", exit);
        form.put("words", "内容：" + exit);
        form.put("tried", "已联系维修。");
        form.putAll(closing());
        form.putAll(more);
        return form;
    }

    // --- getting somewhere -------------------------------------------------------------------------------------------

    /** Who handles at a level, in the units that {@link #concern()} reaches. */
    public static String handlerAt(String level, String stage) {
        boolean byHead = !stage.equals("first");
        return switch (level) {
            case "branch" -> SECRETARY;
            case "college" -> byHead ? COLLEGE_HEAD : COLLEGE_CLERK;
            case "department" -> byHead ? DEPARTMENT_HEAD : DEPARTMENT_CLERK;
            case "organization-department" -> byHead ? ORGANIZATION_HEAD : ORGANIZATION_CLERK;
            case "carrying-out" -> byHead ? DEPARTMENT_HEAD : DEPARTMENT_CLERK;
            case "assigning-office" -> byHead ? ASSIGNING_HEAD : ASSIGNING_CLERK;
            default -> throw new IllegalArgumentException(level);
        };
    }

    /** Who handles again, one step above the level that answered. */
    public static String reviewerOf(String level) {
        return switch (level) {
            case "branch" -> COLLEGE_HEAD;
            case "college" -> ORGANIZATION_HEAD;
            default -> ASSIGNING_HEAD;
        };
    }

    /** A concern of a type on its ordinary way, where a level has it to handle. */
    public String at(String level, String type) {
        String number = raise(COLLEAGUE, concernWith("type", type));
        if (type.equals("hazard")) {
            hazardTo(number, level);
            return number;
        }
        if (!level.equals("branch")) {
            exit(SECRETARY, number, "pass-up");
        }
        switch (level) {
            case "branch", "college" -> {
                // it is there
            }
            case "department" -> passToDepartment(number, DEPARTMENT);
            case "organization-department" -> onTheWayToTheUniversity(number);
            case "carrying-out" -> {
                onTheWayToTheUniversity(number);
                decidedToCarryOut(number);
            }
            case "assigning-office" -> {
                passToDepartment(number, DEPARTMENT);
                exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc"));
                passToDepartment(number, "rsc");
                exit(PERSONNEL_CLERK, number, "return", Map.of("unit", DEPARTMENT));
            }
            default -> throw new IllegalArgumentException(level);
        }
        return number;
    }

    private void onTheWayToTheUniversity(String number) {
        passToDepartment(number, DEPARTMENT);
        exit(DEPARTMENT_CLERK, number, "pass-up");
        act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
    }

    /** A safety hazard is at college and department from the start. */
    private void hazardTo(String number, String level) {
        if (level.equals("organization-department") || level.equals("carrying-out")) {
            exitAt("college", COLLEGE_CLERK, number, "answer", Map.of());
            exitAt("department", DEPARTMENT_CLERK, number, "pass-up", Map.of());
            act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        }
        if (level.equals("carrying-out")) {
            decidedToCarryOut(number);
        }
    }

    /** The college passes it to a department, and its head signs. */
    public void passToDepartment(String number, String unit) {
        exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", unit));
        approve(COLLEGE_HEAD, number);
    }

    public void approve(String head, String number) {
        act(head, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意。"));
    }

    /** A concern of a type that a level has answered, for the colleague to rate. */
    public String answeredBy(String level, String type) {
        String number = at(level, type);
        switch (level) {
            case "branch" -> exit(SECRETARY, number, "answer");
            case "college" -> {
                if (type.equals("hazard")) {
                    // The department's answer would be the one that is rated; so the department has none.
                    exitAt("college", COLLEGE_CLERK, number, "answer", Map.of());
                    exitAt("department", DEPARTMENT_CLERK, number, "pass-up", Map.of());
                    Map<String, Object> back = Map.of("decision", "take-back", "words", "由学院继续处置。");
                    act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", back);
                }
                exit(COLLEGE_CLERK, number, "answer");
            }
            case "department" -> {
                if (type.equals("hazard")) {
                    exitAt("college", COLLEGE_CLERK, number, "answer", Map.of());
                }
                exit(DEPARTMENT_CLERK, number, "answer");
                approve(DEPARTMENT_HEAD, number);
                act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
            }
            case "organization-department" -> {
                exit(ORGANIZATION_CLERK, number, "agenda");
                Map<String, Object> decision = new HashMap<>(closing());
                decision.putAll(Map.of("ruling", "refused", "on", "2026-03-02", "words", "今年没有这笔经费。"));
                decided(number, decision);
            }
            case "carrying-out" -> {
                exit(DEPARTMENT_CLERK, number, "answer");
                approve(DEPARTMENT_HEAD, number);
            }
            default -> throw new IllegalArgumentException(level);
        }
        return number;
    }

    /** A concern that the head handles again after a first 不满意. */
    public String again(String level, String type) {
        String number = answeredBy(level, type);
        dissatisfied(number);
        return number;
    }

    /** A concern that is reviewed one step up after a second 不满意. */
    public String review(String level, String type) {
        String number = again(level, type);
        answeredAgain(level, number);
        dissatisfied(number);
        return number;
    }

    /** The head answers again; a department's answer is read by the college first. */
    public void answeredAgain(String level, String number) {
        exit(handlerAt(level, "again"), number, "answer");
        if (level.equals("department")) {
            act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        }
    }

    public void dissatisfied(String number) {
        act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "not-solved"));
    }

    /** The task through which a level handles a concern now; a safety hazard is at two levels at once. */
    public Task handlingAt(String number, String level) {
        String task = database.queryForObject(
                "select work_item from handling where number = ? and level = ? and ended_at is null",
                String.class,
                number,
                level);
        return engine.getTaskService().createTaskQuery().taskId(task).singleResult();
    }

    public void exitAt(String level, String person, String number, String exit, Map<String, Object> more) {
        Task task = handlingAt(number, level);
        if (task.getAssignee() == null) {
            claim(person, task);
        }
        submit(person, task, exitForm(exit, more));
    }
}
