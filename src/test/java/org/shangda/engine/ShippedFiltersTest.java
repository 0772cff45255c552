package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShippedFiltersTest {

    private static final List<String> STANDING = List.of("UserTask_MyConcern");

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final ProcessEngine engine = BareEngine.emptied();
    private final TaskService tasks = engine.getTaskService();

    @BeforeEach
    void aClerkABranchSecretaryAndAColleague() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        IdentityService identities = engine.getIdentityService();
        for (String group : List.of("staff", "uc1", "uc2")) {
            identities.saveGroup(identities.newGroup(group));
        }
        for (String user : List.of("clerk", "deskmate", "secretary", "stranger")) {
            identities.saveUser(identities.newUser(user));
            identities.createMembership(user, "staff");
        }
        identities.createMembership("clerk", "uc1");
        identities.createMembership("deskmate", "uc1");
        identities.createMembership("stranger", "uc2");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "case.bpmn",
                        Bpmn.createExecutableProcess("case")
                                .startEvent()
                                .parallelGateway("fork")
                                .userTask("UserTask_Handle")
                                .camundaAssignee("${assignee}")
                                .camundaCandidateGroups("${group}")
                                .camundaDueDate("${due}")
                                .endEvent()
                                .moveToNode("fork")
                                .userTask("UserTask_MyConcern")
                                .camundaAssignee("${colleague}")
                                .camundaDueDate("${due}")
                                .endEvent()
                                .done())
                .deploy();
        ship();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void everybody_of_the_staff_sees_the_lists_in_their_order_with_chinese_names() {
        assertThat(BareEngine.as(
                        engine,
                        "stranger",
                        () -> List.of(
                                engine.getFilterService().createFilterQuery().count(),
                                visible("我的在办", "待办", "即将到期", "已逾期", "待签收·将到期", "我的事项"))))
                .containsExactly(6L, 6L);
        assertThat(filters().stream()
                        .sorted((one, other) -> Integer.compare(priority(one), priority(other)))
                        .map(Filter::getName))
                .containsExactly("我的在办", "待办", "即将到期", "已逾期", "待签收·将到期", "我的事项");
        assertThat(filter("待办").getProperties())
                .containsEntry("refresh", true)
                .containsKeys("color")
                .containsEntry("description", "等待签收：已送到您或您所在单位、尚无人签收的事项")
                .containsEntry("en.name", "To do")
                .extractingByKey("variables")
                .asList()
                .first()
                .isEqualTo(Map.of("name", "number", "label", "编号", "en.label", "Number"));
    }

    @Test
    void what_a_unit_has_to_receive_is_in_the_to_do_list_of_its_members_only() {
        open(null, "uc1", "stranger", 5);

        assertThat(seen("clerk", "待办")).containsExactly("UserTask_Handle");
        assertThat(seen("deskmate", "待办")).containsExactly("UserTask_Handle");
        assertThat(seen("stranger", "待办")).isEmpty();
        assertThat(seen("secretary", "待办")).isEmpty();
        assertThat(seen("clerk", "我的在办")).isEmpty();
    }

    @Test
    void what_one_has_received_moves_to_ones_own_list() {
        String task = open(null, "uc1", "stranger", 5);
        tasks.claim(task, "clerk");

        assertThat(seen("clerk", "我的在办")).containsExactly("UserTask_Handle");
        assertThat(seen("clerk", "待办")).isEmpty();
        assertThat(seen("deskmate", "待办")).isEmpty();
    }

    @Test
    void what_is_assigned_to_a_branch_secretary_is_in_their_own_list() {
        open("secretary", null, "stranger", 5);

        assertThat(seen("secretary", "我的在办")).containsExactly("UserTask_Handle");
        assertThat(seen("secretary", "即将到期")).isEmpty();
        assertThat(seen("secretary", "已逾期")).isEmpty();
    }

    @Test
    void what_is_due_within_two_days_is_listed_as_due_soon() {
        open("secretary", null, "stranger", 1);

        assertThat(seen("secretary", "即将到期")).containsExactly("UserTask_Handle");
        assertThat(seen("secretary", "已逾期")).isEmpty();
        assertThat(seen("stranger", "即将到期")).isEmpty();
    }

    @Test
    void what_is_past_its_deadline_is_listed_as_overdue_and_not_as_due_soon() {
        open("secretary", null, "stranger", -1);

        assertThat(seen("secretary", "已逾期")).containsExactly("UserTask_Handle");
        assertThat(seen("secretary", "即将到期")).isEmpty();
        assertThat(seen("stranger", "已逾期")).isEmpty();
    }

    @Test
    void what_nobody_of_a_unit_has_received_is_listed_for_its_members_when_it_is_due_soon_or_overdue() {
        open(null, "uc1", "stranger", 5);
        assertThat(seen("clerk", "待签收·将到期")).isEmpty();
        for (int daysLeft : new int[] {1, -1}) {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .list()
                    .forEach(one -> engine.getRuntimeService().deleteProcessInstance(one.getId(), "next"));
            String task = open(null, "uc1", "stranger", daysLeft);

            assertThat(seen("clerk", "待签收·将到期")).containsExactly("UserTask_Handle");
            assertThat(seen("stranger", "待签收·将到期")).isEmpty();
            tasks.claim(task, "deskmate");
            assertThat(seen("clerk", "待签收·将到期")).isEmpty();
        }
    }

    @Test
    void a_colleagues_standing_task_is_among_their_concerns_and_nobodys_work() {
        open("secretary", null, "stranger", -1);

        assertThat(seen("stranger", "我的事项")).containsExactly("UserTask_MyConcern");
        assertThat(seen("stranger", "我的在办")).isEmpty();
        assertThat(seen("secretary", "我的事项")).isEmpty();
    }

    @Test
    void another_start_writes_the_same_filters_instead_of_more() {
        Filter renamed = filter("待办");
        renamed.setName("All of it");
        engine.getFilterService().saveFilter(renamed);
        ship();

        assertThat(filters()).hasSize(6);
        assertThat(filter("待办").getId()).isEqualTo(renamed.getId());
    }

    @Test
    void an_administrators_own_filter_is_left_alone() {
        engine.getFilterService()
                .saveFilter(engine.getFilterService().newTaskFilter("待办").setProperties(Map.of()));
        ship();

        assertThat(filters()).hasSize(7);
    }

    @Test
    void staff_read_the_lists_but_cannot_change_them() {
        Filter todo = filter("待办");

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(todo.getId())
                        .unlimitedList())
                .singleElement()
                .satisfies(right -> {
                    assertThat(right.getGroupId()).isEqualTo("staff");
                    assertThat(right.isPermissionGranted(Permissions.UPDATE)).isFalse();
                });
    }

    private void ship() {
        new ShippedFilters(engine, BareEngine.messages(), () -> STANDING).ship();
    }

    private String open(String assignee, String group, String colleague, int daysLeft) {
        var variables = new HashMap<String, Object>();
        variables.put("assignee", assignee);
        variables.put("group", group == null ? List.of() : group);
        variables.put("colleague", colleague);
        variables.put("due", Date.from(NOW.plus(daysLeft, ChronoUnit.DAYS)));
        engine.getRuntimeService().startProcessInstanceByKey("case", variables);
        return tasks.createTaskQuery()
                .taskDefinitionKey("UserTask_Handle")
                .singleResult()
                .getId();
    }

    /** As Tasklist asks: the stored filter, extended by an order. */
    private List<String> seen(String user, String filter) {
        String id = filter(filter).getId();
        return BareEngine.as(engine, user, () -> {
            List<Task> listed = engine.getFilterService()
                    .listPage(
                            id, tasks.createTaskQuery().orderByTaskCreateTime().desc(), 0, 3);
            assertThat(engine.getFilterService().count(id)).isEqualTo(listed.size());
            return listed.stream().map(Task::getTaskDefinitionKey).toList();
        });
    }

    private long visible(String... names) {
        long visible = 0;
        for (String name : names) {
            visible += engine.getFilterService()
                    .createFilterQuery()
                    .filterName(name)
                    .count();
        }
        return visible;
    }

    private List<Filter> filters() {
        return engine.getFilterService().createFilterQuery().unlimitedList();
    }

    private Filter filter(String name) {
        return engine.getFilterService().createFilterQuery().filterName(name).singleResult();
    }

    private static int priority(Filter filter) {
        return ((Number) filter.getProperties().get("priority")).intValue();
    }
}
