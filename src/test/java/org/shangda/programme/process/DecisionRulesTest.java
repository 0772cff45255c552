package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shangda.programme.ContactDuty;
import org.shangda.programme.DepartmentProposal;
import org.shangda.programme.Eligibility;
import org.shangda.programme.EventDuty;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelExit;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Situation;
import org.shangda.programme.SummaryTier;
import org.shangda.refusal.Misconfigured;

class DecisionRulesTest extends RulesAlone {

    private static final String PRACTICE = "实践做法，非制度规定";

    @Test
    void an_outcome_that_no_diagram_knows_is_refused_with_the_row_in_codes() throws IOException {
        deploy(engine, "level-exits", "\"answered\"", "\"answred\"");

        assertThatThrownBy(() -> rules.exits(AT_BRANCH))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContainingAll("level-exits", "branch", "outcome", "answred");
    }

    @Test
    void the_tables_answer_in_the_words_of_the_port() {
        assertThat(rules.levelUnit(AT_BRANCH))
                .contains(new LevelUnit(
                        "own-branch", null, "handlers", "own-college", null, "党委发〔2016〕10号「能解决的要及时解决」（Z23）"));
        assertThat(rules.exits(AT_DEPARTMENT))
                .contains(new LevelExit("return", Outcome.RETURNED, 1, 2, PRACTICE))
                .extracting(LevelExit::code)
                .startsWith("answer", "explain", "pass-up")
                .endsWith("extend");
        assertThat(rules.deadline(AT_DEPARTMENT))
                .contains(new LevelDeadline(
                        2,
                        null,
                        12,
                        2,
                        20,
                        Set.of("answer", "other-channel", "extend"),
                        "chief",
                        "supervise",
                        null,
                        false,
                        PRACTICE));
        assertThat(rules.departmentsFor("zhejiang", "health-and-family"))
                .containsExactly(
                        new DepartmentProposal("rsc", PRACTICE, false), new DepartmentProposal("hqc", PRACTICE, false));
        assertThat(rules.categories("zhejiang"))
                .containsExactly(
                        "pay",
                        "title-and-contract",
                        "housing",
                        "canteen-and-transport",
                        "research",
                        "teaching",
                        "finance",
                        "safety",
                        "health-and-family",
                        "campus-environment",
                        "other");
    }

    @Test
    void the_tables_of_pairs_and_contacts_answer_in_the_words_of_the_port() {
        String talk = "教工党支部党员联系群众制度「每月要主动邀请联系对象谈话一次」（T06）";
        String report = "教工党支部党员联系群众制度「每月听联系对象汇报工作一次」（T07）";
        assertThat(duties.contactDuties("teaching-branch", "member-person"))
                .containsExactly(
                        new ContactDuty("talk", 1, "month", "duty", Set.of("talk"), "monthly-meeting", 10, talk),
                        new ContactDuty(
                                "work-report",
                                1,
                                "month",
                                "duty",
                                Set.of("report", "talk"),
                                "monthly-meeting",
                                10,
                                report));
        assertThat(duties.eventDuty("teaching-branch", "setback"))
                .contains(
                        new EventDuty("setback", "talk", "linked-member", 5, false, "教工党支部党员联系群众制度「工作中遇到挫折时要谈话」（T14）"));
        assertThat(duties.occasions("jilin")).containsExactly("festival", "achievement", "serious-illness", "hardship");
        assertThat(duties.eligibility("teaching-branch", "member-person", "teacher"))
                .contains(new Eligibility(
                        Set.of("any-member"),
                        "branch",
                        true,
                        1,
                        1,
                        Set.of("teacher", "other"),
                        1,
                        Map.of("university-leader", Set.of("organization-department", "self")),
                        "教工党支部党员联系群众制度「每一位党员联系1名一般教师」（T05）"));
        assertThat(duties.categories("zhejiang", "member-person"))
                .containsExactly("high-level-talent", "in-difficulty", "young-teacher", "new-staff", "other");
        assertThat(duties.summaryTiers("jilin"))
                .extracting(SummaryTier::tier, SummaryTier::handsUpTo)
                .containsExactly(
                        tuple("college", "organization-department"),
                        tuple("office", "organization-department"),
                        tuple("organization-department", null));
        assertThat(duties.covers("jilin")).isTrue();
    }

    @Test
    void a_programme_that_no_table_knows_owes_nothing() {
        assertThat(duties.covers("jilin-2027")).isFalse();
        assertThat(duties.contactDuties("jilin-2027", "leader-branch")).isEmpty();
        assertThat(duties.eventDuty("jilin-2027", "festival")).isEmpty();
        assertThat(duties.occasions("jilin-2027")).isEmpty();
        assertThat(duties.eligibility("jilin-2027", "leader-branch", "branch")).isEmpty();
        assertThat(duties.categories("jilin-2027", "leader-branch")).isEmpty();
        assertThat(duties.summaryTiers("jilin-2027")).isEmpty();
        assertThat(duties.contactDuties("zhejiang", "leader-branch")).isEmpty();
    }

    @Test
    void what_the_tables_do_not_know_has_no_answer() {
        Situation unknown = new Situation("zhejiang", "faculty", "first", null);

        assertThat(rules.levelUnit(unknown)).isEmpty();
        assertThat(rules.exits(unknown)).isEmpty();
        assertThat(rules.deadline(unknown)).isEmpty();
        assertThat(rules.departmentsFor("zhejiang", "${1+1}")).isEmpty();
    }

    @Test
    void no_question_is_written_to_the_history() {
        rules.exits(AT_BRANCH);
        configuration().getCommandExecutorTxRequired().execute(context -> rules.deadline(AT_BRANCH));

        assertThat(engine.getHistoryService()
                        .createHistoricDecisionInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void a_caller_without_any_right_gets_the_same_rules() {
        engine.getIdentityService().setAuthentication("stranger", List.of("strangers"));
        try {
            assertThat(engine.getRepositoryService()
                            .createDecisionDefinitionQuery()
                            .listPage(0, 10))
                    .as("the stranger sees no decision")
                    .isEmpty();

            assertThat(rules.exits(AT_BRANCH)).hasSize(5);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void the_rules_can_be_asked_inside_a_command_of_the_engine_and_leave_its_checks_on() {
        engine.getIdentityService().setAuthentication("stranger", List.of("strangers"));
        try {
            configuration().getCommandExecutorTxRequired().execute(context -> {
                assertThat(rules.exits(AT_BRANCH)).hasSize(5);
                assertThat(context.isAuthorizationCheckEnabled()).isTrue();
                return null;
            });
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void a_table_that_is_not_deployed_is_named() {
        undeploy();
        seconds.addAndGet(10);

        assertThatThrownBy(() -> rules.exits(AT_BRANCH)).hasMessage("decision table level-exits is not deployed");
    }

    @Test
    void a_row_without_its_number_is_named() {
        deploy(engine, "level-deadlines", "<text>7</text>", "<text></text>");

        assertThatThrownBy(() -> rules.deadline(AT_BRANCH))
                .hasMessage("level-deadlines: handleDays is empty in the row of " + PRACTICE);
    }
}
