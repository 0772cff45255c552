package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.shangda.AtOnce;
import org.shangda.AtOnce.Outcome;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.attachment.AttachedFile;
import org.shangda.attachment.Attachments;
import org.shangda.attachment.SentFiles;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many files there may be holds also for the last two that are sent at the same moment: one of them is told so. */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesAtOnceTest {

    private static final int OFTEN = 12;

    @Autowired
    Cases cases;

    @Autowired
    Attachments attachments;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Traces traces;
    private int made;

    @BeforeAll
    void remember() {
        traces = new Traces(engine, database);
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        database.update("delete from attachment where case_number is null");
    }

    @AfterAll
    void asBefore() {
        monday();
        traces.end();
    }

    private Callable<AttachedFile> photo() {
        byte[] photo = SentFiles.png(8 + ++made, 8);
        return () -> attachments.upload(COLLEAGUE, "a.png", () -> new ByteArrayInputStream(photo));
    }

    private String uploaded() {
        try {
            return photo().call().id();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> uploaded(int times) {
        return IntStream.range(0, times).mapToObj(i -> uploaded()).toList();
    }

    private static void oneIsTold(List<? extends Outcome<?>> both) {
        assertThat(both).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(both)
                .filteredOn(one -> !one.succeeded())
                .allSatisfy(one -> assertThat(one.thrown()).hasMessageNotContaining("Exception"));
    }

    @RepeatedTest(OFTEN)
    void of_two_that_would_both_be_the_twentieth_unused_one_is_kept() {
        uploaded(19);

        List<Outcome<AttachedFile>> both = AtOnce.together(photo(), photo());

        oneIsTold(both);
        assertThat(both)
                .filteredOn(one -> !one.succeeded())
                .allSatisfy(one -> assertThat(one.thrown())
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("file.too-many-unused")));
        assertThat(attachments.pending(COLLEAGUE)).hasSize(20);
    }

    @RepeatedTest(OFTEN)
    void of_two_that_would_both_be_the_fifth_of_a_concern_one_is_added() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("files", uploaded(4)));
        String one = uploaded();
        String other = uploaded();

        List<Outcome<Object>> both = AtOnce.together(adds(number, "补充一", one), adds(number, "补充二", other));

        oneIsTold(both);
        assertThat(both).filteredOn(lost -> !lost.succeeded()).allSatisfy(FormsAtOnceTest::isTold);
        assertThat(attachments.of(number)).hasSize(5);
        assertThat(attachments.pending(COLLEAGUE)).hasSize(1);
        sixth(() ->
                adds(number, "补充三", attachments.pending(COLLEAGUE).get(0).id()).call());
        assertThat(attachments.of(number)).hasSize(5);
    }

    /** Whoever tries again after that is told how many there may be. */
    private static void sixth(ThrowingCallable add) {
        assertThatThrownBy(add).hasMessageContaining("最多 5 个");
    }

    @RepeatedTest(OFTEN)
    void of_two_concerns_with_the_same_photo_one_has_it_and_the_other_is_not_raised() {
        String photo = uploaded();
        int before = cases.concerns();
        List<Callable<String>> raising = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> form = Cases.concernWith("files", List.of(photo));
            form.put("description", "第 " + ++made + " 处漏水。");
            raising.add(() -> cases.raise(COLLEAGUE, form));
        }

        List<Outcome<String>> both = AtOnce.together(raising.get(0), raising.get(1));

        oneIsTold(both);
        assertThat(cases.concerns()).isEqualTo(before + 1);
        assertThat(database.queryForObject(
                        "select count(*) from attachment where id = ? and case_number is not null",
                        Integer.class,
                        photo))
                .isOne();
    }

    private Callable<Object> adds(String number, String words, String file) {
        Task task = cases.task(number, "UserTask_MyConcern");
        return () -> {
            cases.submit(COLLEAGUE, task, Map.of("action", "paper", "words", words, "files", List.of(file)));
            return null;
        };
    }
}
