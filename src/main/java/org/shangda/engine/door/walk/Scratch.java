package org.shangda.engine.door.walk;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.util.ReflectionUtils;

/**
 * An engine of its own in memory, in which proposed diagrams run with stubs in place of the domain. It has no name by which
 * anybody could reach it, keeps no history, and does nothing by itself. One walk at a time.
 */
class Scratch implements AutoCloseable {

    private static final Pattern STEP = Pattern.compile("delegateExpression\\s*=\\s*[\"'][$#]\\{\\s*(\\w+)\\s*}");

    /** The functions that a diagram may call. */
    private static final Map<String, Method> FUNCTIONS = Map.of(
            "workingDays",
            Objects.requireNonNull(ReflectionUtils.findMethod(Scratch.class, "workingDays", long.class)),
            "dueDate",
            Objects.requireNonNull(ReflectionUtils.findMethod(Scratch.class, "dueDate", DelegateExecution.class)));

    private final ProcessEngine engine;
    private final Map<Object, Object> beans;
    private final Stage stage;

    private final ScratchTables tables;
    private String deployment;
    private boolean running;

    private Scratch(ProcessEngine engine, Map<Object, Object> beans, Stage stage) {
        this.engine = engine;
        this.tables = new ScratchTables(engine.getProcessEngineConfiguration().getDataSource());
        this.beans = beans;
        this.stage = stage;
    }

    static Scratch start() {
        Stage stage = new Stage();
        Map<Object, Object> beans = new ConcurrentHashMap<>();
        String id = "walk-" + UUID.randomUUID();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(id);
        configuration.setJdbcUrl("jdbc:h2:mem:" + id);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_CREATE_DROP);
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_NONE);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        // What breaks is a finding, and no failure of the server.
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        // In the order of creation, so that a way that is gone again meets the same things in the same order.
        AtomicLong ids = new AtomicLong();
        configuration.setIdGenerator(() -> String.format("%012d", ids.incrementAndGet()));
        // An error event that nobody catches stops the walk, where the engine would quietly end the case.
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<BpmnParseListener>(List.of(stage)));
        configuration.setBeans(beans);
        ProcessEngine engine = configuration.buildProcessEngine();
        FUNCTIONS.forEach((name, function) -> {
            ReflectionUtils.makeAccessible(function);
            configuration.getExpressionManager().addFunction(name, function);
        });
        // Nobody is to find it over the API.
        ProcessEngines.unregister(engine);
        return new Scratch(engine, beans, stage);
    }

    private static Date workingDays(long days) {
        return Stage.DAY;
    }

    private static Date dueDate(DelegateExecution execution) {
        return Stage.DAY;
    }

    /** Not by the engine's own command, which would wait for every deployment of the product's engine, and those for it. */
    void deploy(Map<String, byte[]> files) {
        clear();
        files.forEach((name, content) -> STEP.matcher(new String(content, StandardCharsets.UTF_8))
                .results()
                .map(step -> step.group(1))
                .forEach(step -> beans.put(step, stage.stub(step))));
        deployment = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    DeploymentEntity entity = new DeploymentEntity();
                    entity.setName("walk");
                    entity.setDeploymentTime(ClockUtil.getCurrentTime());
                    entity.setNew(true);
                    files.forEach((name, content) -> {
                        ResourceEntity resource = new ResourceEntity();
                        resource.setName(name);
                        resource.setBytes(content);
                        entity.addResource(resource);
                    });
                    context.getDeploymentManager().insertDeployment(entity);
                    return entity.getId();
                });
    }

    /** What was deployed and whatever ran in it is gone. */
    void clear() {
        tables.empty();
        running = false;
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
        }
        deployment = null;
        beans.clear();
        stage.clear();
    }

    Stage stage() {
        return stage;
    }

    // --- one case ----------------------------------------------------------------------------------------------------

    void start(String process, Map<String, Object> codes) {
        if (running) {
            tables.empty();
        }
        running = true;
        engine.getRuntimeService().startProcessInstanceByKey(process, "WALK", codes);
    }

    /** One case as it stands, row by row. */
    record Kept(Map<String, List<Object[]>> rows) {}

    Kept keep() {
        return new Kept(tables.rows());
    }

    void putBack(Kept kept) {
        tables.empty();
        tables.fill(kept.rows());
        running = true;
    }

    void complete(String task, Map<String, Object> codes) {
        engine.getTaskService().complete(task, codes);
    }

    void fire(String timer) {
        engine.getManagementService().executeJob(timer);
    }

    void tell(String message, String execution) {
        engine.getRuntimeService().messageEventReceived(message, execution);
    }

    /** What waits now. Steps that would be taken by a job are taken at once. */
    Waiting look() {
        for (List<String> jobs = tables.asynchronous(); !jobs.isEmpty(); jobs = tables.asynchronous()) {
            jobs.forEach(this::fire);
        }
        return tables.waiting();
    }

    @Override
    public void close() {
        engine.close();
    }
}
