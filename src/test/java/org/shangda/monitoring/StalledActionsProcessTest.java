package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions.Done;
import org.shangda.monitoring.StalledActions.Order;
import org.shangda.words.Choice;

/** What a supervising unit does from a row: the case has it, whoever is to act finds it, and the way says so. */
@ShangdaTest
class StalledActionsProcessTest extends StalledActing {

    private static final String OPERATOR = "yebo";
    private static final String LEADER = "zhaomingyuan";

    // --- urging ------------------------------------------------------------------------------------------------------

    @Test
    void the_supervising_unit_urges_before_anything_is_supervised_and_not_again_for_some_working_days() {
        String number = withoutMovement();

        Done first = act(ORGANIZATION_CLERK, "urge", number, null, null, null);
        Done second = act(ORGANIZATION_CLERK, "urge", number, null, null, null);

        assertThat(first.done()).as(first.sentence()).isTrue();
        assertThat(second.done()).isFalse();
        assertThat(second.sentence()).contains("5 个工作日内只能催办一次");
        assertThat(cases.openTasks(number)).doesNotContain("UserTask_Supervise");
        assertThat(supervisionSteps(number)).containsExactly("urge");
        assertThat(causes(number)).doesNotContain("no-movement");
    }

    @Test
    void an_operator_asks_the_supervising_unit_to_urge_and_decides_nothing() {
        String number = withoutMovement();

        assertThat(open(OPERATOR, Power.OPERATOR, number)).containsOnly("ask-to-urge", "suspend", "watch");
        Done asked = actions.act(OPERATOR, Power.OPERATOR, "ask-to-urge", order(number, null, null, null))
                .get(0);

        assertThat(asked.sentence()).contains("已请").contains("催办");
        assertThat(supervisionSteps(number)).isEmpty();
        assertThat(actions.act(OPERATOR, Power.OPERATOR, "urge", order(number, null, null, null))
                        .get(0)
                        .sentence())
                .contains("督办，请由其决定");
        assertThat(act(ORGANIZATION_CLERK, "urge", number, null, null, null).done())
                .isTrue();
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    @Test
    void each_measure_is_for_the_supervising_unit_alone() {
        String number = lateAtTheDepartment();
        String[] measures = {"urge", "extend", "take-over", "give", "give-to-person", "move-up"};

        assertThat(open(ASSIGNING_CLERK, Power.NONE, number)).contains(measures).doesNotContain("ask-to-urge");
        assertThat(open(OPERATOR, Power.OPERATOR, number)).containsOnly("ask-to-urge", "suspend", "watch");
        assertThat(open("admin", Power.ADMINISTRATOR, number))
                .contains("ask-to-urge", "watch")
                .doesNotContain(measures);
        assertThat(open(LEADER, Power.NONE, number)).containsOnly("watch");
        for (String measure : measures) {
            for (String person : List.of(LEADER, OPERATOR, "admin")) {
                Power power = person.equals(LEADER) ? Power.NONE : Power.ADMINISTRATOR;
                Done refused = actions.act(person, power, measure, order(number, "说明", "rsc", OTHER_DEPARTMENT_CLERK))
                        .get(0);
                assertThat(refused.done()).as(person + " " + measure).isFalse();
                assertThat(refused.sentence()).as(person + " " + measure).contains("督办，请由其决定");
            }
            for (String person : List.of(DEPARTMENT_CLERK, ORGANIZATION_CLERK, COLLEGE_CLERK)) {
                assertThat(actions.act(person, Power.NONE, measure, order(number, "说明", "rsc", OTHER_DEPARTMENT_CLERK))
                                .get(0)
                                .sentence())
                        .as(person + " " + measure)
                        .startsWith("未找到该事项，或您无权查看");
            }
        }
        assertThat(cases.handlings(number, "unit")).last().isEqualTo("hqc");
    }

    @Test
    void nothing_goes_further_than_the_colleague_allows_nor_to_who_stands_aside() {
        String kept = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.passTo(kept, "2026-03-12T10:00:00");

        look();
        assertThat(open(COLLEGE_CLERK, Power.NONE, kept))
                .contains("urge", "extend")
                .doesNotContain("give", "take-over", "move-up");
        Done given = act(COLLEGE_CLERK, "give", kept, "换个单位", "rsc", null);
        assertThat(given.done()).isFalse();
        assertThat(given.sentence()).contains("现在不能选择");
        assertThat(cases.handlings(kept, "level")).containsExactly("branch");
    }

    // --- measures ----------------------------------------------------------------------------------------------------

    @Test
    void what_is_given_to_another_handler_of_the_unit_is_found_by_them_and_by_nobody_else() {
        String number = lateAtTheDepartment();
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_CLERK);
        assertThat(actions.choices(ASSIGNING_CLERK, Power.NONE, "give-to-person", List.of(subject(number))))
                .extracting(Choice::value)
                .contains(OTHER_DEPARTMENT_CLERK)
                .doesNotContain(DEPARTMENT_CLERK);

        Done given = act(ASSIGNING_CLERK, "give-to-person", number, null, null, OTHER_DEPARTMENT_CLERK);

        assertThat(given.done()).as(given.sentence()).isTrue();
        Task task = cases.task(number, "UserTask_Handle");
        assertThat(task.getAssignee()).isNull();
        assertThat(offered(OTHER_DEPARTMENT_CLERK)).contains(task.getId());
        assertThat(offered(DEPARTMENT_CLERK)).doesNotContain(task.getId());
        Cases.assertRefused(() -> cases.claim(DEPARTMENT_CLERK, task), 404, "未找到该事项，或您无权查看。");
        cases.claim(OTHER_DEPARTMENT_CLERK, task);
        cases.exit(OTHER_DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void before_it_is_supervised_the_supervising_unit_gives_it_to_another_unit_through_the_process() {
        String number = atTheDepartmentWithoutMovement();
        assertThat(cases.openTasks(number)).doesNotContain("UserTask_Supervise");

        Done given = act(ASSIGNING_CLERK, "give", number, "请人事处办理", "rsc", null);

        assertThat(given.done()).as(given.sentence()).isTrue();
        assertThat(cases.handlings(number, "unit")).endsWith("hqc", "rsc");
        assertThat(cases.openTasks(number)).contains("UserTask_Handle").doesNotContain("UserTask_Supervise");
        cases.claim(PERSONNEL_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(causes(number)).doesNotContain("no-movement", "no-task", "no-date");
    }

    @Test
    void what_is_already_supervised_is_taken_to_the_next_level_and_its_supervision_is_over() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        look();
        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");

        Done up = act(COLLEGE_CLERK, "move-up", number, "支部不能解决", null, null);

        assertThat(up.done()).as(up.sentence()).isTrue();
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        assertThat(cases.openTasks(number)).doesNotContain("UserTask_Supervise");
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void the_colleague_reads_why_there_is_more_time_and_the_list_no_longer_has_it() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        look();

        Done extended = act(COLLEGE_CLERK, "extend", number, "维修材料三天后到货。", null, null);

        assertThat(extended.done()).as(extended.sentence()).isTrue();
        assertThat(String.valueOf(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")))
                .contains("维修材料三天后到货。");
        assertThat(causes(number)).doesNotContain("handle-overdue");
        assertThat(cases.openTasks(number)).contains("UserTask_Handle").doesNotContain("UserTask_Supervise");
        Task handle = cases.task(number, "UserTask_Handle");
        assertThat(handle.getDueDate()).isAfter(java.sql.Timestamp.valueOf("2026-03-12 10:00:00"));
    }

    @Test
    void taking_over_leaves_the_case_with_the_supervising_unit() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        look();

        assertThat(act(COLLEGE_CLERK, "take-over", number, "学院直接办理", null, null).done())
                .isTrue();
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
        assertThat(offered(COLLEGE_CLERK))
                .contains(cases.task(number, "UserTask_Handle").getId());
    }

    @Test
    void of_several_rows_one_that_is_refused_is_as_before_and_the_others_are_done() {
        String kept = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        String other = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(kept, "2026-03-12T10:00:00");
        cases.passTo(other, "2026-03-12T10:00:00");
        look();

        List<Done> results = actions.act(
                COLLEGE_CLERK,
                Power.NONE,
                "move-up",
                new Order(List.of(subject(kept), subject(other)), "支部不能解决", null, null, null));

        assertThat(results).extracting(Done::done).containsExactly(false, true);
        assertThat(cases.handlings(kept, "level")).containsExactly("branch");
        assertThat(cases.steps(kept)).doesNotContain("SUPERVISION");
        assertThat(cases.handlings(other, "level")).containsExactly("branch", "college");
    }

    @Test
    void each_row_is_looked_up_once_and_what_the_reader_may_see_once_for_all_of_them() {
        assertThat(askedOfTheList(List.of("gone:1", "gone:2", "gone:3", "gone:4")))
                .isEqualTo(askedOfTheList(List.of("gone:1")) + 3);
    }

    private long askedOfTheList(List<String> subjects) {
        return SentStatements.during(() ->
                        actions.act(COLLEGE_CLERK, Power.NONE, "urge", new Order(subjects, null, null, null, null)))
                .stream()
                .filter(one -> one.sql().contains("from stalled"))
                .count();
    }

    @Test
    void what_rests_is_not_urged_and_the_refusal_says_that_it_rests() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-04-20"));
        cases.passTo(number, "2026-03-20T10:00:00");
        look();

        assertThat(open(COLLEGE_CLERK, Power.NONE, number)).doesNotContain("urge", "give");
        assertThat(act(COLLEGE_CLERK, "urge", number, null, null, null).sentence())
                .startsWith("事项现在暂停");
    }
}
