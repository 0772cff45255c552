package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.PERSONNEL_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 审签: where the table says so, an exit takes effect when the unit's head has approved it (B.2). */
@ShangdaTest
class SigningProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Sentences sentences;

    @Autowired
    Pairings pairings;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void what_the_college_passes_up_leaves_it_when_its_head_has_approved() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc", "words", "学院无权限。", "tried", "已协调两次。"));
        ProcessInstance level = cases.instance(number, "level-handling");

        assertThat(level).isWaitingAt("UserTask_Sign").hasNotPassed("UserTask_Sign", "EndEvent_Left");
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);
        assertThat(cases.steps(number)).endsWith("RECEIVED", "PROPOSED");
        assertThat(cases.handling(number, "college", "outcome")).isNull();
        assertThat(cases.show(COLLEGE_HEAD, cases.task(number, "UserTask_Sign")))
                .containsEntry("exitLabel", "提请职能部门办理")
                .containsEntry("words", "学院无权限。")
                .containsEntry("tried", "已协调两次。");
        cases.act(
                COLLEGE_HEAD,
                number,
                "UserTask_Sign",
                Map.of("decision", "approve", "words", "学院无权限。", "tried", "已协调两次。"));

        assertThat(level)
                .isEnded()
                .hasPassedInOrder("UserTask_Handle", "UserTask_Sign", "EndEvent_Handled", "EndEvent_Left")
                .hasNotPassed("EndEvent_LeftUpwards", "EndEvent_PassedOver");
        assertThat(cases.handling(number, "college", "signed_by")).isEqualTo(COLLEGE_HEAD);
        assertThat(cases.handling(number, "college", "exit_by")).isEqualTo(COLLEGE_CLERK);
        assertThat(cases.handling(number, "college", "exit_words")).isEqualTo("学院无权限。");
        assertThat(cases.handling(number, "department", "unit")).isEqualTo("rsc");
    }

    /** The college is headed by its secretary and its dean; what it passes up is the secretary's to sign. */
    @Test
    void which_head_signs_is_said_by_the_table_and_not_by_staff_numbers() {
        pairings.roster(people -> people.replaceAll("(?m)^zhouzhengming(,.*)$", "aaronzhou$1"));
        try {
            String number = cases.at("college", "problem");
            cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc"));
            assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);
        } finally {
            pairings.roster(people -> people);
        }
    }

    /** A school that leaves the cell empty lets any head sign: whoever receives it. */
    @Test
    void where_several_may_sign_one_of_them_receives_it() {
        Modeler modeler = new Modeler(port);
        modeler.deploy(Map.of(
                "level-deadlines.dmn",
                Modeler.changed(
                        Modeler.shipped("level-deadlines.dmn"), "<text>\"secretary\"</text>", "<text></text>")));
        try {
            String number = cases.at("college", "problem");
            cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc"));
            assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isNull();
            cases.approve("zhouzhengming", number);
            assertThat(cases.handling(number, "college", "signed_by")).isEqualTo("zhouzhengming");
        } finally {
            modeler.takeBack(repository);
        }
    }

    @Test
    void what_the_head_changed_is_what_leaves_the_department() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "下月修。"));

        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "本周五前修好。"));

        assertThat(cases.handling(number, "department", "exit_words")).isEqualTo("本周五前修好。");
        assertThat(cases.step(number, "EXIT", "words")).isEqualTo("本周五前修好。");
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer")))
                .containsEntry("answer", "本周五前修好。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate")).toString())
                .contains("本周五前修好。")
                .doesNotContain("下月修。");
    }

    @Test
    void what_the_head_sends_back_is_proposed_anew_by_the_same_handler() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "不归我们管。"));
        ProcessInstance level = cases.instance(number, "level-handling");

        assertRefused(
                () -> cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "send-back")),
                400,
                "请填写“理由”。");
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "send-back", "reason", "请写明何时修好。"));

        assertThat(level)
                .isWaitingAt("UserTask_Handle")
                .hasPassed("UserTask_Sign")
                .hasNotPassed("EndEvent_Left");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_CLERK);
        assertThat(cases.steps(number)).endsWith("PROPOSED", "SENT_BACK");
        assertThat(cases.handling(number, "department", "ended_at")).isNull();
        assertThat(cases.handling(number, "department", "taken")).isNullOrEmpty();
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("请写明何时修好。");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .doesNotContain("请写明何时修好。", "不归我们管。");

        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "周五修好。"));
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "周五修好。"));

        assertThat(level).isEnded().hasPassed("EndEvent_Left");
        assertThat(cases.handling(number, "department", "outcome")).isEqualTo("answered");
        assertThat(cases.handling(number, "department", "exit_words")).isEqualTo("周五修好。");
        assertThat(cases.steps(number)).containsSubsequence("PROPOSED", "SENT_BACK", "PROPOSED", "EXIT");
    }

    @Test
    void only_the_head_signs_and_the_draft_stays_where_the_head_writes_nothing() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        Map<String, Object> approval = Map.of("decision", "approve", "words", "同意。");

        assertRefused(
                () -> cases.act(DEPARTMENT_CLERK, number, "UserTask_Sign", approval),
                404,
                sentences.inChinese("engine.no-such-task"));
        assertRefused(
                () -> cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "perhaps")),
                400,
                "请在“意见”中选择一项。");

        assertThat(cases.openTasks(number)).contains("UserTask_Sign");
        assertThat(cases.handling(number, "department", "outcome")).isNull();
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", " "));
        assertThat(cases.step(number, "EXIT", "words")).isEqualTo("内容：answer");
    }

    @Test
    void a_head_who_handles_it_alone_signs_nothing() {
        // 机关党委 has no clerk, so its secretary handles what its branches pass up.
        String number = cases.raise("heping", Cases.concern());
        cases.exit("songmei", number, "pass-up");
        ProcessInstance level = cases.instance(number, "level-handling");
        assertThat(cases.handling(number, "college", "unit")).isEqualTo("jg");

        cases.exit("sunhuiling", number, "pass-up");

        assertThat(level).isEnded().hasPassed("EndEvent_Left").hasNotPassed("UserTask_Sign");
        assertThat(cases.handling(number, "college", "outcome")).isEqualTo("passed-up");
        assertThat(cases.steps(number)).doesNotContain("PROPOSED");
    }

    @Test
    void the_head_who_handles_it_again_after_a_dissatisfied_verdict_signs_nothing() {
        String number = cases.again("department", "problem");
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.exit(DEPARTMENT_HEAD, number, "answer");

        assertThat(level).isEnded().hasNotPassed("UserTask_Sign");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
    }

    @Test
    void exits_that_the_table_does_not_name_take_effect_at_once() {
        String byBranch = cases.at("branch", "problem");
        ProcessInstance branch = cases.instance(byBranch, "level-handling");
        cases.exit(SECRETARY, byBranch, "pass-up");
        String byCollege = cases.at("college", "problem");
        ProcessInstance college = cases.instance(byCollege, "level-handling");
        cases.exit(COLLEGE_CLERK, byCollege, "answer");
        String byDepartment = cases.at("department", "problem");
        ProcessInstance department = cases.instance(byDepartment, "level-handling");
        cases.exit(DEPARTMENT_CLERK, byDepartment, "pass-up");

        assertThat(branch).isEnded().hasNotPassed("UserTask_Sign");
        assertThat(college).isEnded().hasNotPassed("UserTask_Sign");
        assertThat(department).isEnded().hasNotPassed("UserTask_Sign");
    }

    @Test
    void a_head_of_another_unit_cannot_sign() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");

        assertRefused(() -> cases.approve(PERSONNEL_HEAD, number), 404, sentences.inChinese("engine.no-such-task"));
    }
}
