package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Figures and records of a small world in the branch jx3, which is written down here, counted by hand, and undone. */
@ShangdaTest
@Transactional
class CountedWorldTest {

    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 1);

    /** A member of the branch jx3 without a post. */
    private static final String MEMBER = "lulei";

    @Autowired
    JdbcTemplate database;

    @Autowired
    ContactsOfTerm contacts;

    @Autowired
    ConcernsOfTerm concerns;

    @Autowired
    RecordSheets records;

    private SemesterWorld world;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        world = new SemesterWorld(database);
    }

    // --- figures -----------------------------------------------------------------------------------------------------

    @Test
    void a_contact_more_than_owed_does_not_make_up_for_one_that_was_missed() {
        String first = world.pair("member-person", MEMBER, "xuhui", "jx3", "jx");
        String second = world.pair("member-person", MEMBER, "yepeng", "jx3", "jx");
        String october = world.sheet(MEMBER, "jx3", "jx", "2025-10-31");
        world.owed(october, first, "member-person", 1, 3);
        world.owed(october, second, "member-person", 2, 1);
        String november = world.sheet(MEMBER, "jx3", "jx", "2025-11-30");
        world.owed(november, first, "member-person", 1, 0);

        for (Tier tier : List.of(Tier.MEMBER, Tier.BRANCH)) {
            assertThat(shown(tier, tier == Tier.MEMBER ? MEMBER : ""))
                    .containsEntry("contacts.due", 4)
                    .containsEntry("contacts.done", 2)
                    .containsEntry("contacts.rate", 50);
        }
    }

    @Test
    void what_is_owed_no_longer_and_what_ended_in_another_semester_counts_nowhere() {
        String pair = world.pair("member-person", MEMBER, "xuhui", "jx3", "jx");
        world.owed(world.sheet(MEMBER, "jx3", "jx", "2025-08-31"), pair, "member-person", 1, 1);
        world.owed(world.sheet(MEMBER, "jx3", "jx", "2026-03-31"), pair, "member-person", 1, 1);
        String october = world.sheet(MEMBER, "jx3", "jx", "2025-10-31");
        world.owed(october, pair, "member-person", 1, 1);
        database.update("update duty_owed set released_on = date '2025-10-09' where number = ?", october);
        assertThat(contacts.in(scope(Tier.MEMBER, MEMBER))).isEmpty();
    }

    @Test
    void a_leaders_contacts_count_for_the_college_but_not_for_the_branch_they_belong_to() {
        String pair = world.pair("leader-branch", "luohao", null, "jx3", "jx");
        world.owed(world.sheet("luohao", "jx3", "jx", "2026-01-31"), pair, "leader-branch", 2, 2);
        assertThat(contacts.in(scope(Tier.BRANCH, ""))).isEmpty();
        assertThat(contacts.in(new Scope(Tier.COLLEGE, "jx", "", FROM, TO)))
                .extracting(Recorded::cell, Recorded::times)
                .contains(tuple("done", 2));
    }

    /** Counted by hand: 24 received; 12 answered (6 满意, 5 未评价, 1 不满意), 6 continuing, 5 passed up, 1 withdrawn. */
    @Test
    void what_a_branch_received_and_what_became_of_it_there() {
        for (int i = 0; i < 12; i++) {
            String rating = i < 6 ? "SATISFIED" : i < 11 ? "UNRATED" : "DISSATISFIED";
            world.visit(
                    world.concern("xuhui", "housing", "CLOSED", rating, "2025-10-08"), "jx3", "2025-10-08", "answered");
        }
        for (int i = 0; i < 6; i++) {
            world.visit(world.concern("xuhui", "salary", "OPEN", null, "2025-10-09"), "jx3", "2025-10-09", "explain");
        }
        for (int i = 0; i < 5; i++) {
            String number = world.concern("xuhui", "salary", "CLOSED", "SATISFIED", "2025-10-10");
            world.visit(number, "jx3", "2025-10-10", "passed-up");
            world.visit(number, "jx", "2025-10-11", "answered");
        }
        world.visit(world.concern("xuhui", "salary", "WITHDRAWN", null, "2025-10-12"), "jx3", "2025-10-12", null);
        // Received before the semester, and come back in it.
        String older = world.concern("xuhui", "salary", "OPEN", null, "2025-08-01");
        world.visit(older, "jx3", "2025-08-01", "answered");
        world.visit(older, "jx3", "2025-10-01", null);

        List<Recorded> received = concerns.in(scope(Tier.BRANCH, ""));
        assertThat(received.stream().collect(Collectors.groupingBy(Recorded::cell, Collectors.counting())))
                .isEqualTo(Map.of("answered", 12L, "continuing", 6L, "passed-up", 5L, "other", 1L));
        assertThat(received.stream()
                        .filter(row -> row.rating() != null)
                        .collect(Collectors.groupingBy(Recorded::rating, Collectors.counting())))
                .isEqualTo(Map.of("satisfied", 6L, "unrated", 5L, "dissatisfied", 1L));

        assertThat(shown(Tier.BRANCH, ""))
                .containsEntry("concerns.received", 24)
                .containsEntry("concerns.answered", 12)
                .containsEntry("categories.salary", 12)
                .as("1 不满意 would follow from 12 - 6 - 5, and 1 other from 24 - 12 - 6 - 5")
                .doesNotContainKeys("ratings.dissatisfied", "ratings.unrated", "concerns.other", "concerns.passed-up");
    }

    @Test
    void a_member_counts_what_was_raised_for_others_and_not_their_own() {
        IntStream.range(0, 5).forEach(i -> world.concern(MEMBER, "housing", "ANSWERED", null, "2025-12-01"));
        world.concern("xuhui", "housing", "OPEN", null, "2025-12-01");
        assertThat(shown(Tier.MEMBER, MEMBER))
                .containsEntry("concerns.received", 5)
                .containsEntry("concerns.answered", 5)
                .containsEntry("ratings.waiting", 5);
        assertThat(concerns.in(scope(Tier.MEMBER, "xuhui"))).isEmpty();
    }

    // --- records -----------------------------------------------------------------------------------------------------

    /** 「党员要将自己联系群众的情况认真记录」; requirements: only a confirmed note is printed. */
    @Test
    void T10_the_handbook_prints_closed_fields_and_confirmed_notes_only() throws IOException {
        contactsOfMember();
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(records.word(MEMBER, "2025-2026-1", MEMBER)))) {
            assertThat(RecordsOnPaperTest.texts(word.getTables().get(0)))
                    .contains(List.of("党员姓名", "陆磊", "职务", ""), List.of("", "个人", "徐慧"))
                    .endsWith(
                            List.of("", "2025-10-09", "谈心谈话：学习上的指导、工作上的帮带\n帮助教学科研\n一起备课。"),
                            List.of("", "2025-11-10", "走访：生活上的关心\n帮助教学科研"));
        }
        try (PDDocument pdf = Loader.loadPDF(records.pdf(MEMBER, "2025-2026-1", MEMBER))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("一起备课").doesNotContain("CANARY");
        }
    }

    /** 「指定专人做好记录、留存好工作档案」: one file for a person, a branch, a college. */
    @Test
    void J29_one_file_holds_a_person_a_branch_or_a_college() {
        contactsOfMember();
        world.pair("leader-branch", "zhengguohua", null, "jx3", "jx");
        assertThat(records.file(MEMBER, "2025-2026-1", "luohao").sheets()).hasSize(1);
        assertThat(records.file("jx3", "2025-2026-1", "luohao").sheets())
                .extracting(RecordSheet::carrier)
                .contains("陆磊");
        assertThat(records.file("jx", "2025-2026-1", "tangjing").sheets())
                .extracting(RecordSheet::leader, RecordSheet::carrier, RecordSheet::post, RecordSheet::branch)
                .contains(tuple(true, "郑国华", "党委书记", "机电控制系教工党支部"), tuple(false, "陆磊", "", ""));
    }

    @Test
    void a_pair_that_went_to_somebody_else_stays_in_the_handbook_of_whoever_had_it() {
        String pair = contactsOfMember();
        database.update("update pairing set carrier = 'chengming' where number = ?", pair);
        assertThat(records.file(MEMBER, "2025-2026-1", MEMBER).sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.rows()).hasSize(2));
        assertThat(records.file("chengming", "2025-2026-1", "chengming").sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.rows()).isEmpty());
    }

    /** More would be some 500 pages; a larger unit prints its branches one by one. */
    @Test
    void one_file_holds_at_most_five_thousand_rows() {
        String carrier = "guolei";
        String sheet = world.sheet(carrier, "jx2", "jx", "2025-10-31");
        LocalDate first = LocalDate.of(2025, 9, 1);
        List<String> pairs = IntStream.range(0, 26)
                .mapToObj(i -> world.pair("member-person", carrier, "partner" + i, "jx2", "jx"))
                .toList();
        List<Object[]> rows = IntStream.range(0, 5_001)
                .mapToObj(i -> new Object[] {
                    -2_000_000 - i,
                    pairs.get(i / 200),
                    sheet,
                    2_000_000 + i,
                    carrier,
                    "partner" + i / 200,
                    first.plusDays(i % 100),
                    i % 200 < 100 ? "visit" : "talk"
                })
                .toList();
        String insert =
                "insert into contact (id, pairing, number, ordinal, carrier, colleague, branch, college, held_on,"
                        + " way, topics, actions, recorded_at) values (?, ?, ?, ?, ?, ?, 'jx2', 'jx', ?, ?, 'work', '',"
                        + " timestamp with time zone '2025-10-08 00:00:00+00')";
        try {
            database.batchUpdate(insert, rows.subList(0, 5_000));
            assertThat(records.file(carrier, "2025-2026-1", carrier).rows()).isEqualTo(5_000);

            database.batchUpdate(insert, rows.subList(5_000, 5_001));
            assertRefused(carrier, carrier, "record.too-many-rows");
        } finally {
            database.update("delete from contact where number = ?", sheet);
            pairs.forEach(world::remove);
        }
    }

    @Test
    void records_are_the_persons_own_and_their_branchs_and_colleges() {
        contactsOfMember();
        for (String reader : List.of(MEMBER, "luohao", "tangjing", "zhengguohua")) {
            assertThat(records.file(MEMBER, "2025-2026-1", reader).unit()).isEqualTo("陆磊");
        }
        for (String stranger : List.of("xuhui", "songtao", "zhangwei", "xiexin", "admin")) {
            assertRefused(MEMBER, stranger, "record.not-found");
            assertRefused("jx3", stranger, "record.not-found");
            assertRefused("jx", stranger, "record.not-found");
        }
        assertRefused("nobody", "tangjing", "record.not-found");
        assertRefused("dhdx", "zhaomingyuan", "record.not-found");
        assertThatThrownBy(() -> records.file(MEMBER, "no-such-term", MEMBER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("summary.no-such-term"));
    }

    private void assertRefused(String whose, String caller, String code) {
        assertThatThrownBy(() -> records.file(whose, "2025-2026-1", caller))
                .as("%s asks for %s", caller, whose)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String contactsOfMember() {
        String pair = world.pair("member-person", MEMBER, "xuhui", "jx3", "jx");
        String sheet = world.sheet(MEMBER, "jx3", "jx", "2025-10-31");
        world.note(
                world.contact(sheet, pair, MEMBER, "xuhui", "2025-10-09", "talk", "study,work"), "CONFIRMED", "一起备课。");
        world.note(world.contact(sheet, pair, MEMBER, "xuhui", "2025-11-10", "visit", "life"), "PROPOSED", "CANARY");
        return pair;
    }

    private Map<String, Integer> shown(Tier tier, String person) {
        List<Recorded> rows = new ArrayList<>(contacts.in(scope(tier, person)));
        rows.addAll(concerns.in(scope(tier, person)));
        return Figures.of(rows, tier).all().stream()
                .filter(figure -> figure.count() != null)
                .collect(Collectors.toMap(Figures.Figure::code, Figures.Figure::count));
    }

    private static Scope scope(Tier tier, String person) {
        return new Scope(tier, "jx3", person, FROM, TO);
    }
}
