package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** Who acts where a post is vacant. */
@ShangdaTest
class VacantPostsProcessTest extends StandingAside {

    @Test
    void the_deputy_handles_for_a_branch_without_a_secretary() {
        String number = cases.raise("xuhui", Cases.concern());

        assertThat(who(number, "UserTask_Handle")).containsExactly("luohao");
    }

    @Test
    void the_head_handles_for_a_college_without_a_clerk_and_signs_by_acting() {
        String number = cases.raise("zhengyang", Cases.concern());
        cases.exit("shenbin", number, "pass-up");

        assertThat(who(number, "UserTask_Handle")).containsExactly("sunhuiling");
        cases.exit("sunhuiling", number, "pass-up");
        assertThat(cases.handlings(number, "unit")).containsExactly("jg1", "jg", "hqc");
        assertThat(cases.steps(number)).doesNotContain("PROPOSED");
    }

    @Test
    void the_deputy_signs_for_a_department_without_a_head() {
        Map<String, Object> form = Cases.concern();
        form.put("category", "research");
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);

        cases.exit("yeqing", number, "answer");

        assertThat(who(number, "UserTask_Sign")).containsExactly("malin");
        cases.approve("malin", number);
        assertThat(cases.openTasks(number)).contains("UserTask_PassOnAnswer");
    }
}
