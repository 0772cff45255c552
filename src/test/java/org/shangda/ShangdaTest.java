package org.shangda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.shangda.account.FreshLogins;
import org.shangda.concern.process.MergedCases;
import org.shangda.once.ChangingRequests;
import org.shangda.probe.ProbeApi;
import org.shangda.probe.process.ProbeSteps;
import org.shangda.university.EverybodyThere;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product with the demonstration university, on the database that the system property {@code
 * shangda.test.database} names: {@code h2} in memory, or {@code postgres}, a real one that is started for the tests. Time
 * stands still until a test moves it; nothing happens in the background.
 *
 * <p>{@code mvn test} runs them on H2, {@code mvn verify} on both. A class with the tag {@code postgresql} besides runs on
 * PostgreSQL only, one with the tag {@code browser} or {@code h2} on H2 only: docs/architecture.md says which and why.
 */
@Tag("product")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "shangda.call-back.drawing=-",
            "shangda.contact.opening=-",
            "shangda.contact.opening-after-start=P3650D",
            "shangda.demo.concerns=false",
            "shangda.demo.pairs=false",
            "shangda.files.sweep=P3650D",
            "shangda.monitoring.every=P3650D",
            "shangda.notification.poll=P3650D",
            "shangda.requests.patience=PT10M",
            "shangda.reporting.look=-",
            "shangda.roster.keep-up=P3650D",
            "shangda.suspensions.every=P3650D",
            "spring.main.banner-mode=off"
        })
@ActiveProfiles("demo")
@Import({
    TestTime.class,
    TakenFlows.class,
    Cases.class,
    CalledBack.class,
    EverybodyThere.class,
    Pairings.class,
    Contacts.class,
    OpenForms.class,
    OpenTasks.class,
    ChangingRequests.class,
    Summaries.class,
    FreshLogins.class,
    SentStatements.class,
    MergedCases.class,
    ProbeSteps.class,
    ProbeApi.class
})
@ContextConfiguration(initializers = {TestDatabase.class, Mailbox.class, Scanner.class})
public @interface ShangdaTest {}
