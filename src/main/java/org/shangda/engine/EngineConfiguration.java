package org.shangda.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of the engine's set-up that are tested on a bare engine, without Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    EngineIndexes engineIndexes(DataSource database) {
        return new EngineIndexes(database);
    }

    @Bean
    ProductDeployment productDeployment(ProcessEngine engine) {
        return new ProductDeployment(engine, "classpath*:");
    }

    @Bean
    IdentitySync identitySync(
            ProcessEngine engine, University university, MessageSource messages, ObjectProvider<Demonstration> demo) {
        return new IdentitySync(engine, university, messages, demo.getIfAvailable());
    }

    @Bean
    GroupRights groupRights(ProcessEngine engine) {
        return new GroupRights(engine);
    }

    @Bean
    ShippedFilters shippedFilters(ProcessEngine engine, MessageSource messages) {
        return new ShippedFilters(engine, messages);
    }

    @Bean
    TaskHandover taskHandover(ProcessEngine engine) {
        return new TaskHandover(engine);
    }

    @Bean
    RosterHandover rosterHandover(
            ProcessEngine engine,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            ObjectProvider<OfferedTasks> modules) {
        return new RosterHandover(engine.getTaskService(), handover, offering, asTheProduct, modules);
    }
}
