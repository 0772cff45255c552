package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.ORGANIZATION_HEAD;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.concern.AgendaDesk.Change;
import org.shangda.concern.AgendaPages.Item;
import org.shangda.concern.AgendaPages.Office;
import org.shangda.concern.Dockets.SentBack;
import org.shangda.university.University;
import org.shangda.work.OwnPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 学校研究: who signs what is put to a meeting, when the head of the office does not (Z27). */
@ShangdaTest
class DocketSignersProcessTest extends OnTheAgenda {

    private static final String DEPUTY = "caiyun";

    @Autowired
    University university;

    @Autowired
    JdbcTemplate database;

    @Autowired
    List<OwnPage> ownPages;

    @Test
    void a_deputy_signs_what_the_head_stands_aside_in_and_the_head_all_else() {
        long ofTheHead = collect(onTheAgenda());
        long ofTheDeputy = collect(onTheAgendaWithout(ORGANIZATION_HEAD));
        submit();

        assertThat(itemFor(DEPUTY, ofTheDeputy).toSign()).isTrue();
        assertThat(itemFor(DEPUTY, ofTheHead).toSign()).isFalse();
        assertThat(itemFor(ORGANIZATION_HEAD, ofTheHead).toSign()).isTrue();
        assertThat(item(ofTheHead).toSign()).as("of a clerk").isFalse();

        run(DEPUTY, () -> dockets.sign(DEPUTY, MEETING));

        assertThat(itemFor(DEPUTY, ofTheDeputy).state()).isEqualTo("SIGNED");
        assertThat(itemFor(DEPUTY, ofTheDeputy).toSign()).isFalse();
        assertThat(item(ofTheHead).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void the_sheet_names_all_who_have_signed_its_items() throws IOException {
        // What other tests have put to the same meeting is on other dockets.
        database.update("update hearing set meets_on = date '2026-01-20' where meets_on = date '2026-03-20'");
        collect(onTheAgenda());
        collect(onTheAgendaWithout(ORGANIZATION_HEAD));
        submit();
        run(ORGANIZATION_HEAD, () -> dockets.sign(ORGANIZATION_HEAD, MEETING));
        assertThat(sheet()).doesNotContain(university.nameOf(ORGANIZATION_HEAD));

        run(DEPUTY, () -> dockets.sign(DEPUTY, MEETING));

        assertThat(sheet()).contains(university.nameOf(ORGANIZATION_HEAD), university.nameOf(DEPUTY));
    }

    @Test
    void whoever_stands_aside_is_not_told_which_item_is_incomplete() {
        long item = collect(onTheAgendaWithout("dengke"));
        run(
                ORGANIZATION_CLERK,
                () -> agenda.change(
                        ORGANIZATION_CLERK, item, new Change("周转房", null, null, null, null, "增加周转房", null)));

        assertRefused(() -> run("dengke", () -> dockets.submit("dengke", MEETING)), "agenda.incomplete-unseen");
        assertRefused(
                () -> run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING)), "agenda.incomplete");
    }

    @Test
    void where_head_and_deputy_stand_aside_who_signs_for_the_unit_above_reads_that_item_alone_and_signs_it() {
        String above = above();
        collect(onTheAgenda());
        long item = collect(onTheAgendaWithout(ORGANIZATION_HEAD + " " + DEPUTY));
        assertRefused(() -> pages.office(above), "agenda.not-found");
        assertThat(isLedToTheAgenda(above)).isFalse();
        submit();

        assertThat(isLedToTheAgenda(above)).isTrue();
        Office found = officeOf(above);
        assertThat(found.collects()).isFalse();
        assertThat(found.waiting()).isEmpty();
        assertThat(found.items()).extracting(Item::id).containsExactly(item);
        assertThat(found.items().get(0).toSign()).isTrue();
        assertThat(cases.as(above, () -> sheets.word(above, MEETING))).isNotEmpty();
        assertRefused(() -> agenda.undo(above, item), "agenda.not-found");

        run(above, () -> dockets.sendBack(above, MEETING, new SentBack("请写明经费。")));
        assertThat(item(item).sentBack()).isEqualTo("请写明经费。");
        submit();
        run(above, () -> dockets.sign(above, MEETING));

        assertThat(item(item).state()).isEqualTo("SIGNED");
        assertRefused(() -> pages.office(above), "agenda.not-found");
        assertRefused(() -> dockets.sign(above, MEETING), "agenda.not-found");
        assertRefused(() -> sheets.word(above, MEETING), "agenda.not-found");
        assertThat(isLedToTheAgenda(above)).isFalse();
    }

    private boolean isLedToTheAgenda(String person) {
        return ownPages.stream().anyMatch(page -> page.name().equals("agenda") && page.isFor(person));
    }

    /** Whoever signs for the unit above the office, where the office has nobody left. */
    private String above() {
        return university
                .headOf("zzb", Set.of(ORGANIZATION_HEAD, DEPUTY))
                .people()
                .get(0)
                .id();
    }

    private void submit() {
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));
    }

    private Office officeOf(String person) {
        return cases.as(person, () -> pages.office(person));
    }

    private Item itemFor(String person, long id) {
        return officeOf(person).items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private String onTheAgendaWithout(String people) {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", people));
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, Cases.DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(Cases.COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        return number;
    }
}
