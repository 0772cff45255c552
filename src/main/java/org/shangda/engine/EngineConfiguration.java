package org.shangda.engine;

import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.shangda.engine.versions.ProductDeployment;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.work.CaseWay;
import org.shangda.work.Courses;
import org.shangda.work.Desk;
import org.shangda.work.WorkCards;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Parts of the engine's set-up that are tested on a bare engine, without Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    EngineIndexes engineIndexes(DataSource database) {
        return new EngineIndexes(database);
    }

    @Bean
    ProductDeployment productDeployment(
            ProcessEngine engine, SafeDiagrams door, PlatformTransactionManager transactions) {
        return new ProductDeployment(engine, "classpath*:", door::examine, new TransactionTemplate(transactions));
    }

    @Bean
    IdentitySync identitySync(
            ProcessEngine engine,
            University university,
            MessageSource messages,
            JdbcTemplate jdbc,
            Clock clock,
            ObjectProvider<Demonstration> demo) {
        return new IdentitySync(engine, university, messages, new FormerAccounts(jdbc, clock), demo.getIfAvailable());
    }

    @Bean
    GroupRights groupRights(ProcessEngine engine, Courses courses) {
        return new GroupRights(engine, courses::all);
    }

    @Bean
    ShippedFilters shippedFilters(ProcessEngine engine, MessageSource messages, WorkItems items) {
        return new ShippedFilters(engine, messages, items::standing);
    }

    @Bean
    TaskHandover taskHandover(ProcessEngine engine) {
        return new TaskHandover(engine);
    }

    @Bean
    RosterHandover rosterHandover(
            ProcessEngine engine,
            JdbcClient database,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            WorkItems items,
            ApplicationEventPublisher events) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return new RosterHandover(
                configuration.getCommandExecutorTxRequired(),
                new OpenTasks(engine, database),
                handover,
                offering,
                asTheProduct,
                items,
                events);
    }

    @Bean
    WaitingWork waitingWork(
            ProcessEngine engine,
            JdbcClient database,
            AsTheProduct asTheProduct,
            WorkCards cards,
            Desk desk,
            WorkItems items,
            Callers callers,
            ObjectProvider<CaseWay> ways,
            PlatformTransactionManager transactions) {
        return new WaitingWork(
                engine,
                new OpenTasks(engine, database),
                asTheProduct,
                cards,
                desk,
                new TasksOfPerson(database),
                items,
                callers,
                ways,
                transactions);
    }

    @Bean
    SpokenNames spokenNames(ProcessEngine engine, WaitingWork waiting, DrawnNames drawn, Sentences say) {
        return new SpokenNames(engine.getIdentityService(), waiting, drawn, say);
    }

    @Bean
    WorkForms workForms(
            ProcessEngine engine,
            WaitingWork waiting,
            AsTheProduct asTheProduct,
            RefusedRequests refused,
            Sentences say) {
        return new WorkForms(engine, waiting, asTheProduct, refused, say);
    }

    @Bean
    WorkTogether workTogether(
            ProcessEngine engine, WorkForms work, FormTransaction transaction, RefusedRequests refused, Sentences say) {
        return new WorkTogether(engine, work, transaction, refused, say);
    }

    @Bean
    OfferingAnew offeringAnew(
            ProcessEngine engine,
            WorkItems items,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            University university) {
        return new OfferingAnew(engine, items, handover, offering, asTheProduct, university);
    }

    @Bean
    MovedTasks movedTasks(OfferingAnew offering, AsTheProduct asTheProduct, RefusedRequests refused) {
        return new MovedTasks(offering, asTheProduct, refused);
    }
}
