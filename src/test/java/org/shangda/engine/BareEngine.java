package org.shangda.engine;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** An engine of its own, without Spring, with the product's settings for rights. */
final class BareEngine {

    private static ProcessEngine shared;

    private BareEngine() {}

    /** One engine for many tests, as empty as a new one. */
    static ProcessEngine emptied() {
        if (shared == null) {
            shared = start();
        }
        var repository = shared.getRepositoryService();
        repository.createDeploymentQuery().list().forEach(it -> repository.deleteDeployment(it.getId(), true));
        var filters = shared.getFilterService();
        filters.createFilterQuery().list().forEach(it -> filters.deleteFilter(it.getId()));
        var identities = shared.getIdentityService();
        identities.createUserQuery().list().forEach(it -> identities.deleteUser(it.getId()));
        identities.createGroupQuery().list().forEach(it -> identities.deleteGroup(it.getId()));
        var rights = shared.getAuthorizationService();
        rights.createAuthorizationQuery().list().forEach(it -> rights.deleteAuthorization(it.getId()));
        return shared;
    }

    static ProcessEngine start() {
        return configuration().buildProcessEngine();
    }

    static ProcessEngineConfigurationImpl configuration() {
        String name = UUID.randomUUID().toString();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setAuthorizationEnabled(true);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setQueryMaxResultsLimit(3);
        configuration.setHistoryTimeToLive("P1D");
        configuration.setMetricsEnabled(false);
        return configuration;
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** What somebody who logged in gets. */
    static <T> T as(ProcessEngine engine, String user, Supplier<T> request) {
        var identities = engine.getIdentityService();
        List<String> groups = identities.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(user, groups);
        try {
            return request.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
