package org.shangda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product with the demonstration university, on the database that the system property {@code
 * shangda.test.database} names: {@code h2} in memory, or {@code postgres}, a real one that is started for the tests. Time
 * stands still until a test moves it; nothing happens in the background.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off"})
@ActiveProfiles("demo")
@Import({TestTime.class, TakenFlows.class, Cases.class})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ShangdaTest {}
