package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.words.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** What offices say among themselves is not the colleague's; that it happened is. */
@ShangdaTest
class ColleagueReadsProcessTest {

    /** An answer, an explanation, a question to the colleague; why it goes further up, or takes longer. */
    private static final Set<String> WRITTEN_TO_THE_COLLEAGUE =
            Set.of("answer", "explain", "ask", "other-channel", "pass-up", "extend");

    private static final List<String> LEVELS =
            List.of("branch", "college", "department", "organization-department", "assigning-office");

    @Autowired
    Cases cases;

    @Autowired
    Rules rules;

    @Autowired
    Words words;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @TestFactory
    Stream<DynamicTest> the_colleague_sees_that_an_exit_was_taken_and_its_words_only_where_they_were_written_to_them() {
        return LEVELS.stream()
                .flatMap(level -> rules.exits(situation(level)).stream()
                        .filter(exit -> !exit.code().equals("hand-back"))
                        .map(exit -> DynamicTest.dynamicTest(level + " → " + exit.code(), () -> taken(level, exit))));
    }

    private static Situation situation(String level) {
        return new Situation("zhejiang", level, "first", "problem");
    }

    private void taken(String level, LevelExit exit) {
        monday();
        String number = cases.at(level, "problem");
        String words = "本办字句" + level + exit.code();
        Map<String, Object> form = new HashMap<>(asked(exit.code()));
        form.put("words", words);
        cases.exitAt(level, Cases.handlerAt(level, "first"), number, exit.code(), form);
        if (rules.deadline(situation(level)).orElseThrow().signedExits().contains(exit.code())) {
            String head = level.equals("college") ? COLLEGE_HEAD : DEPARTMENT_HEAD;
            cases.act(head, number, "UserTask_Sign", Map.of("decision", "approve", "words", words));
        }

        String way = way(number);
        boolean readByTheCollegeFirst = exit.outcome() == Outcome.ANSWERED && level.equals("department");
        assertThat(way.contains(words))
                .as(way)
                .isEqualTo(WRITTEN_TO_THE_COLLEAGUE.contains(exit.code()) && !readByTheCollegeFirst);
        String label = exit.code().equals("other-channel") ? "工会" : label(exit.code(), level);
        assertThat(way).contains(label);
        assertThat(cases.step(number, "EXIT", "words")).isEqualTo(words);
    }

    private String label(String exit, String level) {
        return cases.as(COLLEAGUE, () -> words.label("exit", exit + "." + level));
    }

    private static Map<String, Object> asked(String exit) {
        return switch (exit) {
            case "explain", "agenda" -> Map.of("on", "2026-03-20");
            case "other-channel" -> Map.of("channel", "trade-union");
            case "transfer", "return", "refer", "assign" -> Map.of("unit", "rsc");
            case "assist" -> Map.of("units", List.of("rsc", "cwc"));
            case "convene" -> Map.of("unit", "rsc", "units", List.of("cwc", "bwc"));
            default -> Map.of();
        };
    }

    private String way(String number) {
        return read(COLLEAGUE, cases.task(number, "UserTask_MyConcern"));
    }

    @Test
    void what_is_said_on_the_way_between_offices_is_not_the_colleagues() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", DEPARTMENT));
        cases.act(
                COLLEGE_HEAD,
                number,
                "UserTask_Sign",
                Map.of("decision", "send-back", "words", "x", "reason", "退回审签字句"));
        cases.passToDepartment(number, DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc"), "words", "请协办字句"));
        cases.act(PERSONNEL_CLERK, number, "UserTask_Opinion", Map.of("words", "协办意见字句"));
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "答复字句"));
        cases.approve(DEPARTMENT_HEAD, number);
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", "请补充答复字句"));
        cases.exit(DEPARTMENT_CLERK, number, "pass-up", Map.of("words", "仍不能解决字句"));
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "take-back", "words", "收回字句"));
        cases.passToDepartment(number, DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "pass-up", Map.of("words", "还是不能解决字句"));
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer", "words", "同意汇总字句"));

        assertThat(way(number))
                .contains("仍不能解决字句", "还是不能解决字句", "请其他单位协办", "收回办理", "同意报党委组织部汇总")
                .doesNotContain("退回审签字句", "请协办字句", "协办意见字句", "答复字句", "请补充答复字句", "收回字句", "同意汇总字句");
        String offices = read(Cases.ORGANIZATION_CLERK, claimed(number));
        assertThat(offices).contains("请协办字句", "协办意见字句", "收回字句", "同意汇总字句").doesNotContain("退回审签字句");
    }

    private String read(String person, Task task) {
        return new HashMap<>(cases.show(person, task)).values().toString();
    }

    private Task claimed(String number) {
        cases.claim(Cases.ORGANIZATION_CLERK, cases.task(number, "UserTask_Handle"));
        return cases.task(number, "UserTask_Handle");
    }

    @Test
    void what_the_college_adds_to_an_answer_is_written_to_the_colleague() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "答复字句"));
        assertThat(way(number)).doesNotContain("答复字句");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on", "words", "附言字句"));

        assertThat(way(number)).contains("答复字句", "附言字句");
    }

    @Test
    void what_a_supervisor_tells_a_late_unit_is_not_the_colleagues() {
        String number = cases.at("branch", "problem");
        cases.passTo(number, cases.dueAt(number, "branch") + ":00");
        cases.act(COLLEGE_CLERK, number, "UserTask_Supervise", Map.of("measure", "urge", "words", "督办字句"));

        assertThat(way(number)).contains("督办").doesNotContain("督办字句");
        assertThat(read(SECRETARY, cases.task(number, "UserTask_Handle"))).contains("督办字句");
    }

    /** What a handler is told below the field must be what happens to the words. */
    @TestFactory
    Stream<DynamicTest> the_form_says_of_every_exit_whether_the_colleague_reads_the_words() throws Exception {
        var fields = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(java.nio.file.Path.of("forms/handle-concern.form").toFile())
                .path("components");
        String description = Stream.iterate(0, i -> i < fields.size(), i -> i + 1)
                .map(fields::get)
                .filter(field -> field.path("key").asText().equals("words"))
                .findFirst()
                .orElseThrow()
                .path("description")
                .asText();
        String told = description.substring(description.indexOf('['), description.indexOf(']'));
        return rulesExits()
                .map(exit -> DynamicTest.dynamicTest(
                        exit,
                        () -> assertThat(told.contains('"' + exit + '"'))
                                .isEqualTo(WRITTEN_TO_THE_COLLEAGUE.contains(exit))));
    }

    @Test
    void what_is_proposed_to_the_university_is_shown_to_whoever_records_its_decision_and_not_to_the_colleague() {
        String number = cases.at("organization-department", "problem");
        cases.exit(Cases.ORGANIZATION_CLERK, number, "agenda", Map.of("words", "提请研究字句"));
        Task decision = cases.task(number, "UserTask_RecordDecision");
        assertThat(cases.show(Cases.ORGANIZATION_CLERK, decision)).containsEntry("submitted", "提请研究字句");
        cases.decided(number, Map.of("ruling", "decided", "on", "2026-03-02", "unit", DEPARTMENT, "words", "研究决定字句"));

        assertThat(way(number) + read(COLLEAGUE, cases.task(number, "UserTask_MyConcern")))
                .contains("研究决定字句")
                .doesNotContain("提请研究字句");
    }

    @Test
    void the_quarrel_of_two_departments_about_whose_it_is_is_not_the_colleagues_and_the_ruling_is_told_as_a_fact() {
        String number = cases.at("assigning-office", "problem");
        cases.exit(Cases.ASSIGNING_CLERK, number, "assign", Map.of("unit", "rsc", "words", "裁定字句"));

        assertThat(way(number))
                .contains("退回（非本单位职责）", label("assign", "assigning-office"))
                .doesNotContain("内容：return", "裁定字句");
    }

    @Test
    void whoever_signs_is_told_whether_the_colleague_reads_the_words() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");

        assertThat(cases.show(DEPARTMENT_HEAD, cases.task(number, "UserTask_Sign")))
                .containsEntry("told", true);
    }

    private Stream<String> rulesExits() {
        return LEVELS.stream()
                .flatMap(level -> rules.exits(situation(level)).stream().map(LevelExit::code))
                .distinct();
    }
}
