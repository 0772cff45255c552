package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.probe.Http.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.probe.process.ProbeSteps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShangdaTest
class QueryExpressionsTest {

    private static final String EVIL = "${spy.called()}";
    private static final String OR = "{\"orQueries\":[{\"dueAfterExpression\":\"" + EVIL + "\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
        ProbeSteps.Spy.CALLS.set(0);
    }

    @AfterEach
    void nothing_was_evaluated() {
        assertThat(ProbeSteps.Spy.CALLS).hasValue(0);
    }

    @Test
    void an_or_branch_evaluates_nothing() {
        assertThatThrownBy(() -> branch().list()).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> branch().count()).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> branch().singleResult()).isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> branch().listPage(0, 1)).isInstanceOf(RefusedRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task?maxResults=5", "/task/count"})
    void an_or_branch_evaluates_nothing_through_any_door(String address) {
        assertThat(http.post("/engine-rest" + address, OR, as("admin", "demo")).statusCode())
                .isEqualTo(400);
        browser();
        var answer = http.post(
                "/camunda/api/engine/engine/default" + address, OR, "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("查询条件中不能使用表达式");
    }

    @Test
    void a_filter_with_such_a_branch_is_not_stored() throws Exception {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":%s}";
        for (String query : new String[] {OR, "{\"dueAfterExpression\":\"" + EVIL + "\"}"}) {
            assertThat(http.post("/engine-rest/filter/create", filter.formatted(query), as("admin", "demo"))
                            .statusCode())
                    .isEqualTo(400);
            Filter harmless = stored(engine.getTaskService().createTaskQuery());
            assertThat(http.send(
                                    "PUT",
                                    "/engine-rest/filter/" + harmless.getId(),
                                    filter.formatted(query),
                                    as("admin", "demo"))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThatThrownBy(() -> stored(branch())).isInstanceOf(RefusedRequest.class);
        browser();
        assertThat(http.post(
                                "/camunda/api/engine/engine/default/filter/create",
                                filter.formatted(OR),
                                "X-XSRF-TOKEN",
                                http.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(engine.getFilterService()
                        .createFilterQuery()
                        .filterName("evil")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/list?maxResults=5", "/list", "/count", "/singleResult"})
    void a_filter_is_not_extended_by_such_a_branch(String address) {
        Filter filter = stored(engine.getTaskService().createTaskQuery());
        assertThat(http.post("/engine-rest/filter/" + filter.getId() + address, OR, as("admin", "demo"))
                        .statusCode())
                .isEqualTo(400);
        browser();
        assertThat(http.post(
                                "/camunda/api/engine/engine/default/filter/" + filter.getId() + address,
                                OR,
                                "X-XSRF-TOKEN",
                                http.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "#{ now() }",
                "${dateTime().plusDays(3)}",
                "${dateTime().minusHours(3).withTimeAtStartOfDay()}"
            })
    void the_few_expressions_that_filters_need_are_stored_and_work(String expression) throws Exception {
        TaskQuery query = expression.contains("currentUser")
                ? engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression)
                : engine.getTaskService().createTaskQuery().dueBeforeExpression(expression);
        Filter filter = stored(query);
        var answer = http.post("/engine-rest/filter/" + filter.getId() + "/count", "{}", as("admin", "demo"));
        assertThat(new ObjectMapper().readTree(answer.body()).has("count"))
                .as(answer.body())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${now().getClass()}",
                "${dateTime().plusDays(spy.called())}",
                "x${currentUser()}",
                "${currentUser()}${spy.called()}",
                "${currentUser() == spy.called()}"
            })
    void any_other_expression_is_not_stored(String expression) {
        assertThatThrownBy(
                        () -> stored(engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression)))
                .isInstanceOf(RefusedRequest.class);
    }

    private TaskQuery branch() {
        return engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskName("a")
                .dueAfterExpression(EVIL)
                .endOr();
    }

    private Filter stored(TaskQuery query) {
        Filter filter = engine.getFilterService().newTaskFilter("probe").setQuery(query);
        return engine.getFilterService().saveFilter(filter);
    }

    private void browser() {
        assertThat(http.logInAt("tasklist", "admin", "demo").statusCode()).isEqualTo(200);
    }
}
