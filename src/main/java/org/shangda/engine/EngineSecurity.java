package org.shangda.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.shangda.university.University;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine. */
@Component
class EngineSecurity extends AbstractCamundaConfiguration {

    private final RefusedRequests refused;
    private final EngineProperties properties;
    private final DiscreetUsers.Factory users;
    private final ListableBeanFactory beans;
    private final SafeDiagrams door;

    EngineSecurity(
            RefusedRequests refused,
            EngineProperties properties,
            DiscreetUsers.Factory users,
            ListableBeanFactory beans,
            SafeDiagrams door) {
        this.refused = refused;
        this.properties = properties;
        this.users = users;
        this.beans = beans;
        this.door = door;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), guards(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), guards(engine)));
        engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), List.of(door)));
        engine.setHistoryEventProducer(new FailedJobs.History());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setPasswordEncryptor(new BcryptPasswords(properties.passwordStrength()));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(
                new PasswordPolicyLengthRuleImpl(10),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicyUserDataRuleImpl()));
        engine.setIdentityProviderSessionFactory(users);
    }

    /** Here because the starter sets its own factory after {@link #preInit}. */
    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        engine.setFailedJobCommandFactory(new FailedJobs());
    }

    private List<CommandInterceptor> guards(ProcessEngineConfigurationImpl engine) {
        return List.of(
                new CommandGuard(engine, refused, beans.getBeanProvider(University.class)),
                new QueryExpressions(refused),
                new ExaminedBeforehand(engine, door),
                new NotWhileSuspended(beans.getBeanProvider(Suspensions.class)));
    }

    private static <T> List<T> with(List<T> present, List<? extends T> more) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(more);
        return all;
    }
}
