package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.PERSONNEL_CLERK;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands still, whoever runs the system, and what they are told of it. */
abstract class ToldOfStalled extends Told {

    /** Answers for a unit that none of these concerns, and runs the system. */
    static final String OPERATOR = PERSONNEL_CLERK;

    @LocalServerPort
    int port;

    @Autowired
    Monitoring monitoring;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void nothing_stands_still_and_there_is_an_operator() {
        identities.createMembership(OPERATOR, "operators");
        fresh();
    }

    @AfterEach
    void over() {
        identities.deleteMembership(OPERATOR, "operators");
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
        look();
    }

    final void fresh() {
        cases.endAll();
        look();
        database.update("delete from notice");
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    final void look() {
        assertThat(monitoring.look()).isTrue();
    }

    final List<Mail> mails(String person) {
        return Mailbox.mailsTo(person).stream()
                .filter(mail -> mail.text().contains("停滞"))
                .toList();
    }

    final String suspended() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        suspend(number);
        return number;
    }

    final void suspend(String number) {
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());
    }

    final void activate(String number) {
        runtime.activateProcessInstanceById(
                cases.instance(number, "level-handling").getId());
    }

    final String lateAtTheBranch() {
        return lateAtTheBranch(Cases.concern());
    }

    final String lateAtTheBranch(Map<String, Object> form) {
        String number = cases.raise(COLLEAGUE, form);
        cases.passTo(number, "2026-03-12T10:00:00");
        return number;
    }
}
