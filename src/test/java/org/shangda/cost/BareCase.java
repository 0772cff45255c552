package org.shangda.cost;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.shangda.Cases;
import org.shangda.NoDueDates;

/** The engine alone, without the domain, with the product's settings: what a case costs at the least. */
final class BareCase {

    private static final Date LATER = new Date(System.currentTimeMillis() + 7 * 24 * 3_600_000L);
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private BareCase() {}

    // --- the smallest shape ------------------------------------------------------------------------------------------

    /** Four levels, each a called process with one task, offered to a group, and one timer; then a rating. */
    static ProcessEngine smallest(DataSource database, boolean authorization) {
        ProcessEngine engine = engine(database, authorization, Map.of());
        deploy(
                engine,
                engine.getRepositoryService()
                        .createDeployment()
                        .addModelInstance("way.bpmn", way())
                        .addModelInstance("level.bpmn", level()));
        return engine;
    }

    private static BpmnModelInstance way() {
        var way = Bpmn.createExecutableProcess("concern-escalation")
                .camundaHistoryTimeToLiveString("P1825D")
                .startEvent();
        var activity = way.callActivity("Level1");
        for (int level = 1; level <= 4; level++) {
            if (level > 1) {
                activity = activity.callActivity("Level" + level);
            }
            activity.calledElement("level")
                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                    .camundaIn("dueAt", "dueAt")
                    .camundaIn("unit", "unit")
                    .camundaOut("outcome", "outcome");
        }
        return activity.userTask("UserTask_Rate")
                .camundaAssignee("${colleagueId}")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance level() {
        return Bpmn.createExecutableProcess("level")
                .camundaHistoryTimeToLiveString("P1825D")
                .startEvent()
                .userTask("UserTask_Handle")
                .camundaCandidateGroups("${unit}")
                .boundaryEvent()
                .timerWithDate("${dueAt}")
                .endEvent()
                .moveToActivity("UserTask_Handle")
                .endEvent()
                .done();
    }

    static void driveSmallest(CountedCase smallest) {
        smallest.raise(
                Cases.COLLEAGUE,
                "concern-escalation",
                Map.of("colleagueId", Cases.COLLEAGUE, "unit", "uhqc", "dueAt", LATER));
        for (int level = 1; level <= 4; level++) {
            smallest.submitUnclaimed(Cases.DEPARTMENT_CLERK, "UserTask_Handle", Map.of("outcome", "passed-up"));
        }
        smallest.act(Cases.COLLEAGUE, "UserTask_Rate", Map.of("verdict", "closed"));
    }

    // --- the product's own shape -------------------------------------------------------------------------------------

    /**
     * The product's diagrams without its forms: who gets a task stands in the diagram, and what the domain
     * would answer is the same for every case.
     */
    static ProcessEngine ownShape(DataSource database) {
        Map<Object, Object> domain = Map.of(
                "desk",
                new Desk(),
                "enterLevel",
                (JavaDelegate) execution -> execution.setVariables(Map.of(
                        "passedOver",
                        false,
                        "merged",
                        false,
                        "outcome",
                        "passed-up",
                        "assisting",
                        0,
                        "handlingId",
                        1L,
                        "nextAt",
                        LATER)),
                "grantConfirmation",
                (ExecutionListener)
                        execution -> execution.setVariables(Map.of("confirmBy", LATER, "secondReturn", false)),
                "deliverAnswer",
                (JavaDelegate) execution -> execution.setVariable("rateBy", LATER));
        ProcessEngine engine = engine(database, true, domain);
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String diagram : List.of("concern-escalation", "level-handling", "supervision")) {
            deployment.addModelInstance(diagram + ".bpmn", withoutForms(diagram));
        }
        deploy(engine, deployment);
        return engine;
    }

    private static BpmnModelInstance withoutForms(String diagram) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(BareCase.class.getResourceAsStream("/bpmn/" + diagram + ".bpmn"));
        model.getModelElementsByType(StartEvent.class).forEach(start -> start.removeAttributeNs(CAMUNDA, "formRef"));
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            task.removeAttributeNs(CAMUNDA, "formRef");
            task.setCamundaAssignee("${desk.person(execution)}");
            task.setCamundaCandidateGroups("${desk.groups(execution)}");
        }
        return model;
    }

    /** Who gets a task, as the product gives it in the case that is counted. */
    public static final class Desk {

        public String person(DelegateExecution at) {
            return switch (at.getCurrentActivityId()) {
                case "UserTask_MyConcern", "UserTask_Rate" -> Cases.COLLEAGUE;
                case "UserTask_Handle" -> level(at).equals("branch") ? Cases.SECRETARY : null;
                case "UserTask_Sign" -> Cases.COLLEGE_HEAD;
                case "UserTask_RecordDecision" -> Cases.ORGANIZATION_CLERK;
                default -> null;
            };
        }

        public List<String> groups(DelegateExecution at) {
            return switch (at.getCurrentActivityId()) {
                case "UserTask_Handle" ->
                    switch (level(at)) {
                        case "college" -> List.of("ujsj");
                        case "department" -> List.of("uhqc");
                        case "organization-department" -> List.of("uzzb");
                        default -> List.of();
                    };
                case "UserTask_ConfirmReferral" -> List.of("ujsj");
                default -> List.of();
            };
        }

        private static String level(DelegateExecution at) {
            return (String) at.getVariable("level");
        }
    }

    // --- the engine --------------------------------------------------------------------------------------------------

    private static ProcessEngine engine(DataSource database, boolean authorization, Map<Object, Object> beans) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-" + UUID.randomUUID());
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAuthorizationEnabled(authorization);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setTenantCheckEnabled(false);
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setBeans(beans);
        return NoDueDates.in(configuration.buildProcessEngine());
    }

    private static void deploy(ProcessEngine engine, DeploymentBuilder deployment) {
        deployment.deploy();
        grant(
                engine,
                Resources.PROCESS_DEFINITION,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(engine, Resources.PROCESS_INSTANCE, Permissions.CREATE);
    }

    private static void grant(ProcessEngine engine, Resource resource, Permission... permissions) {
        var right = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
        right.setGroupId("staff");
        right.setResource(resource);
        right.setResourceId("*");
        right.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(right);
    }
}
