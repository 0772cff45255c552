package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator draws a reminder in working days, in Modeler: people are told once by mail, without a story. */
@ShangdaTest
@Tag("h2")
class ReminderTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate database;

    private Modeler modeler;

    @BeforeEach
    void an_administrator_opens_modeler() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
        database.update("delete from notice");
        Mailbox.start();
    }

    @AfterEach
    void the_shipped_diagram_is_in_force_again() {
        Mailbox.stop();
        database.update("delete from notice");
        cases.endAll();
        modeler.takeBack(repository);
    }

    @Test
    void whoever_has_not_handled_it_after_two_working_days_is_told_once_and_the_concern_goes_on() {
        modeler.deploy(Map.of("level-handling.bpmn", diagram("${workingDays(2)}", "handlers", "still-open")));
        TestTime.set("2026-03-06T10:00:00");
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.passTo(number, "2026-03-09T18:00:00");
        assertThat(reminders()).as("a weekend is no working time").isZero();
        cases.passTo(number, "2026-03-10T18:00:00");

        assertThat(reminders()).isEqualTo(1);
        TestTime.set("2026-03-11T09:00:00");
        delivery.deliverDue();
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY).stream()
                        .filter(mail -> mail.subject().contains("事项办理提醒")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("有一件事项尚未办结，请抓紧办理。", number, "计算机系教工党支部")
                        .doesNotContain("漏水", "陈宇"));
        assertThat(cases.steps(number)).contains("REMINDED");
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.openTasks(number)).isEmpty();
    }

    @Test
    void what_is_handled_in_time_reminds_nobody() {
        modeler.deploy(Map.of("level-handling.bpmn", diagram("${workingDays(2)}", "in-charge", "please-watch")));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");

        cases.passTo(number, "2026-03-06T18:00:00");

        assertThat(reminders()).isZero();
    }

    @Test
    void the_unit_in_charge_can_be_told_instead() {
        modeler.deploy(Map.of("level-handling.bpmn", diagram("${workingDays(1)}", "in-charge", "please-watch")));
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.passTo(number, "2026-03-03T18:00:00");

        assertThat(database.queryForList(
                        "select recipient from notice where what = 'reminder.please-watch'", String.class))
                .contains(COLLEGE_CLERK)
                .doesNotContain(SECRETARY);
    }

    @Test
    void a_reminder_and_the_mornings_mail_that_were_cut_off_are_both_told_the_next_morning() {
        modeler.deploy(Map.of("level-handling.bpmn", diagram("${workingDays(1)}", "colleague", "still-open")));
        String reminded = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(reminded, "2026-03-03T18:00:00");
        String passedUp = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, passedUp, "pass-up");
        TestTime.set("2026-03-04T08:00:00");
        // The node is stopped in the middle of every letter that is due.
        outbox.due(MailChannel.NAME, TestTime.now(), 100)
                .forEach(due -> outbox.claim(due.letter(), MailChannel.NAME, TestTime.now()));

        TestTime.set("2026-03-04T08:11:00");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();
        TestTime.set("2026-03-05T08:00:00");
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(COLLEAGUE))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail.subject()).contains("事项办理提醒"))
                .anySatisfy(mail -> assertThat(mail.text()).contains(passedUp, "已报上一级办理"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${workingDays(0)}",
                "${workingDays(251)}",
                "${workingDays(days)}",
                "${workingDays(2, 3)}",
                "${workingHours(2)}",
                "${workingDays(2)}${nextAt}"
            })
    void no_other_function_passes_the_door(String expression) {
        var answer = modeler.send(Map.of("level-handling.bpmn", diagram(expression, "handlers", "still-open")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void the_function_is_for_timers_only() {
        var answer = modeler.send(Map.of(
                "level-handling.bpmn",
                Modeler.changed(Modeler.shipped("level-handling.bpmn"), "${needsSignature}", "${workingDays(2)}")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    private int reminders() {
        return database.queryForObject("select count(*) from notice where what like 'reminder.%'", Integer.class);
    }

    /** As the element templates make it: a timer at 办理 that does not interrupt it, and a step. */
    private static String diagram(String when, String whom, String sentence) {
        String task = "<bpmn:exclusiveGateway id=\"Gateway_NeedsSignature\"";
        return Modeler.changed(
                Modeler.shipped("level-handling.bpmn"), task, """
                <bpmn:boundaryEvent id="BoundaryEvent_Remind" name="两个工作日" cancelActivity="false" attachedToRef="UserTask_Handle">
                  <bpmn:outgoing>Flow_Remind_Remind</bpmn:outgoing>
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="ServiceTask_Remind" name="提醒" camunda:modelerTemplate="org.shangda.reminder"
                  camunda:delegateExpression="${remind}">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="whom" value="%s"/>
                      <camunda:property name="sentence" value="%s"/>
                    </camunda:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_Remind_Remind</bpmn:incoming>
                  <bpmn:outgoing>Flow_Remind_Reminded</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:endEvent id="EndEvent_Reminded"><bpmn:incoming>Flow_Remind_Reminded</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_Remind_Remind" sourceRef="BoundaryEvent_Remind" targetRef="ServiceTask_Remind"/>
                <bpmn:sequenceFlow id="Flow_Remind_Reminded" sourceRef="ServiceTask_Remind" targetRef="EndEvent_Reminded"/>
                """.formatted(when, whom, sentence) + task);
    }
}
