package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.assertRefused;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.ShippedWords;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.springframework.beans.factory.annotation.Autowired;

/** Each exit of the table, at each level, for each type of concern: taken, or refused without an effect. */
@ShangdaTest
@Tag("h2")
class EveryExitProcessTest extends ExitsOfLevels {

    private static final List<String> LEVELS =
            List.of("branch", "college", "department", "organization-department", "carrying-out", "assigning-office");

    private static final List<String> TYPES = List.of("difficulty", "problem", "suggestion", "hazard");

    /** The ends of a level. Which of them is passed is part of every exit's effect. */
    private static final List<String> ENDS = List.of("EndEvent_Left", "EndEvent_LeftUpwards", "EndEvent_PassedOver");

    @Autowired
    Rules rules;

    @TestFactory
    Stream<DynamicTest> every_exit_of_the_table_is_taken_with_its_effect() {
        return situations()
                .flatMap(situation -> rules.exits(situation).stream()
                        .map(exit -> DynamicTest.dynamicTest(name(situation) + " → " + exit.code(), () -> {
                            monday();
                            taken(situation, exit);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> every_other_exit_is_refused_and_changes_nothing() {
        Set<String> all = new LinkedHashSet<>();
        situations().forEach(situation -> all.addAll(codes(situation)));
        assertThat(all).hasSize(14);
        return situations()
                .map(situation -> DynamicTest.dynamicTest(name(situation), () -> {
                    monday();
                    List<String> closed = new ArrayList<>(all);
                    closed.removeAll(codes(situation));
                    refused(situation, closed);
                }));
    }

    private List<String> codes(Situation situation) {
        return rules.exits(situation).stream().map(LevelExit::code).toList();
    }

    /** A hazard starts at college and department; only what was answered is handled again; a suggestion never is. */
    private static Stream<Situation> situations() {
        return LEVELS.stream()
                .flatMap(level -> TYPES.stream()
                        .flatMap(type -> Stream.of("first", "again", "review")
                                .map(stage -> new Situation("zhejiang", level, stage, type))))
                .filter(one -> !(one.type().equals("hazard")
                        && List.of("branch", "assigning-office").contains(one.level())))
                .filter(one -> one.stage().equals("first")
                        || !one.type().equals("suggestion") && !one.level().equals("assigning-office"));
    }

    private static String name(Situation situation) {
        return situation.level() + ", " + situation.stage() + ", " + situation.type();
    }

    private String reach(Situation situation) {
        return switch (situation.stage()) {
            case "first" -> cases.at(situation.level(), situation.type());
            case "again" -> cases.again(situation.level(), situation.type());
            default -> cases.review(situation.level(), situation.type());
        };
    }

    private static String handler(Situation situation) {
        return situation.stage().equals("review")
                ? Cases.reviewerOf(situation.level())
                : Cases.handlerAt(situation.level(), situation.stage());
    }

    private ProcessInstance levelOf(Task task) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
    }

    private void refused(Situation situation, List<String> closed) {
        String number = reach(situation);
        Task task = cases.handlingAt(number, situation.level());
        String handler = handler(situation);
        if (task.getAssignee() == null) {
            cases.claim(handler, task);
        }
        List<String> steps = cases.steps(number);
        List<String> versions = cases.handlings(number, "version");
        List<String> tasks = cases.openTasks(number);

        closed.forEach(exit -> assertRefused(
                () -> cases.submit(handler, task, Map.of("exit", exit, "words", "试一试", "tried", "试过")),
                409,
                "本级不能选择“" + ShippedWords.words().inChinese("exit", exit) + "”，请选择其他办理结果。"));

        assertThat(closed).isNotEmpty();
        assertThat(cases.steps(number)).isEqualTo(steps);
        assertThat(cases.handlings(number, "version")).isEqualTo(versions);
        assertThat(cases.openTasks(number)).isEqualTo(tasks);
        assertThat(cases.handlingAt(number, situation.level()).getId()).isEqualTo(task.getId());
    }

    private void taken(Situation situation, LevelExit exit) {
        String number = reach(situation);
        ProcessInstance way = cases.instance(number, "concern-escalation");
        ProcessInstance level = levelOf(cases.handlingAt(number, situation.level()));

        String handler = handler(situation);
        cases.exitAt(situation.level(), handler, number, exit.code(), asked(exit.code()));
        if (rules.deadline(situation).orElseThrow().signedExits().contains(exit.code())) {
            cases.approve(situation.level().equals("college") ? Cases.COLLEGE_HEAD : DEPARTMENT_HEAD, number);
        }

        assertThat(cases.step(number, "EXIT", "code")).isEqualTo(exit.code());
        assertThat(cases.step(number, "EXIT", "outcome"))
                .isEqualTo(exit.outcome().code());
        assertThat(cases.step(number, "EXIT", "channel"))
                .isEqualTo(exit.code().equals("other-channel") ? "trade-union" : null);
        assertThat(cases.step(number, "EXIT", "actor")).isEqualTo(handler);
        switch (exit.outcome()) {
            case ANSWERED, PASSED_UP, RETURNED, REFERRED -> left(situation, exit, number, level, way);
            case TRANSFER -> transferred(number, level);
            default -> stayed(situation, exit, number, level);
        }
    }

    private void left(Situation from, LevelExit exit, String number, ProcessInstance level, ProcessInstance way) {
        assertThat(level).isEnded().hasPassed("EndEvent_Left");
        passedNone(level, "EndEvent_Left");
        List<String> outcomes = cases.handlings(number, "outcome");
        assertThat(outcomes).contains(exit.outcome().code());
        boolean otherStillActs = from.type().equals("hazard")
                && from.stage().equals("first")
                && List.of("college", "department").contains(from.level());
        if (otherStillActs) {
            String other = from.level().equals("college") ? "department" : "college";
            assertThat(cases.handling(number, from.level(), "outcome"))
                    .isEqualTo(exit.outcome().code());
            assertThat(cases.handlingAt(number, other)).isNotNull();
            assertThat(way).hasNotPassed("Gateway_DepartmentOutcome", "ServiceTask_Answer");
            return;
        }
        switch (exit.outcome()) {
            case ANSWERED -> answered(from, number, way);
            case PASSED_UP -> passedUp(from, number, way);
            case RETURNED -> {
                assertThat(way).hasPassed("Gateway_SecondReturn").hasNotPassed("CallActivity_AssigningOffice");
                assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "jsj");
                assertThat(cases.concern(number, "returns")).isEqualTo("1");
            }
            default -> {
                assertThat(cases.handling(number, "department", "unit")).isEqualTo("rsc");
                assertThat(way).hasNotPassed("ServiceTask_Answer");
            }
        }
    }

    private void passedUp(Situation from, String number, ProcessInstance way) {
        assertThat(cases.step(number, "TRIED", "words")).isEqualTo("已联系维修。");
        assertThat(way).hasNotPassed("ServiceTask_Answer");
        switch (from.level()) {
            case "branch" -> assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
            case "college" -> assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
            case "carrying-out" ->
                assertThat(cases.handlings(number, "level")).endsWith("carrying-out", "organization-department");
            default -> assertThat(way).isWaitingAt("UserTask_ConfirmReferral");
        }
    }

    private void transferred(String number, ProcessInstance level) {
        assertThat(level).isNotEnded();
        passedNone(level, null);
        List<String> outcomes = cases.handlings(number, "outcome");
        assertThat(outcomes.get(outcomes.size() - 2)).isEqualTo("transfer");
        assertThat(outcomes.get(outcomes.size() - 1)).isNull();
        assertThat(cases.handling(number, "department", "unit")).isEqualTo("rsc");
        cases.claim(PERSONNEL_CLERK, cases.handlingAt(number, "department"));
    }

    private void stayed(Situation at, LevelExit exit, String number, ProcessInstance level) {
        assertThat(level).isNotEnded();
        passedNone(level, null);
        assertThat(cases.handling(number, at.level(), "ended_at")).isNull();
        assertThat(cases.handling(number, at.level(), "taken")).isEqualTo(exit.code());
        switch (exit.code()) {
            case "ask" -> {
                assertThat(level).isWaitingAtExactly("UserTask_Supplement");
                assertThat(cases.task(number, "UserTask_Supplement").getAssignee())
                        .isEqualTo(COLLEAGUE);
                assertThat(cases.pauses(number, "reason")).endsWith("asked-colleague");
                assertThat(cases.pauses(number, "to_at")).endsWith((String) null);
            }
            case "explain" -> {
                assertThat(level).isWaitingAtExactly("IntermediateEvent_Review");
                assertThat(cases.pauses(number, "reason")).containsExactly("explained");
            }
            case "agenda" -> {
                assertThat(level).isWaitingAt("UserTask_RecordDecision");
                assertThat(cases.pauses(number, "reason")).containsExactly("agenda");
            }
            case "assist" -> {
                assertThat(cases.opinions(number, "unit")).containsExactly("rsc", "cwc");
                assertThat(level).isWaitingAt("UserTask_Handle", "UserTask_Opinion");
            }
            case "hand-back" -> {
                assertThat(cases.handlingAt(number, at.level()).getAssignee()).isNull();
                assertThat(cases.handling(number, at.level(), "received_by")).isNull();
            }
            case "extend" -> {
                assertThat(cases.handling(number, at.level(), "days"))
                        .isEqualTo(
                                rules.deadline(at).orElseThrow().extendedDays().toString());
                assertThat(cases.handlingAt(number, at.level()).getAssignee()).isEqualTo(DEPARTMENT_CLERK);
            }
            default -> throw new AssertionError("no effect is written down for " + exit.code());
        }
    }

    private static void passedNone(ProcessInstance level, String but) {
        assertThat(level)
                .hasNotPassed(ENDS.stream().filter(end -> !end.equals(but)).toArray(String[]::new));
    }
}
