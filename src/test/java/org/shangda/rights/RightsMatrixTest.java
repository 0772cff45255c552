package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what. One concern: raised by a Party member for a colleague, without the name above the branch; one clerk of
 * the college and one department are to stand aside; it has come to a department, where a clerk has received it.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest extends ConcernStory {

    private static final String OPERATOR = "lulei";

    /** Who asks, by the heading of their column. */
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("no", OverHttp.NOBODY);
        ROLES.put("co", COLLEAGUE);
        ROLES.put("ra", MEMBER);
        ROLES.put("ot", "zhoutao");
        ROLES.put("se", SECRETARY);
        ROLES.put("s2", "xuning");
        ROLES.put("cc", COLLEGE_CLERK);
        ROLES.put("ch", COLLEGE_HEAD);
        ROLES.put("xc", STRANGER);
        ROLES.put("dc", DEPARTMENT_CLERK);
        ROLES.put("d2", OTHER_DEPARTMENT_CLERK);
        ROLES.put("xd", PERSONNEL_CLERK);
        ROLES.put("or", ORGANIZATION_CLERK);
        ROLES.put("as", ASSIGNING_CLERK);
        ROLES.put("op", OPERATOR);
        ROLES.put("ad", "admin");
        ROLES.put("rp", OTHER_COLLEGE_CLERK);
        ROLES.put("ru", "yuanye");
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    /** Placeholders of the table, and what they stand for. */
    private final Map<String, String> real = new HashMap<>();

    private String definition;

    @BeforeAll
    void aConcernAtTheDepartment() {
        TestTime.set(TestTime.MONDAY);
        engine.getIdentityService().createMembership(OPERATOR, "operators");
        Map<String, Object> form = Cases.concern();
        form.put("description", STORY);
        form.putAll(Map.of(
                "travel",
                "nameless-above-branch",
                "standAside",
                OTHER_COLLEGE_CLERK + "、保卫处",
                "forColleague",
                true,
                "colleague",
                COLLEAGUE,
                "consentOn",
                "2026-03-01",
                "consentWay",
                "in-person"));
        String number = cases.raise(MEMBER, form);
        cases.exit(SECRETARY, number, "pass-up");
        toDepartment(number);
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        Task handle = cases.task(number, "UserTask_Handle");
        Task mine = cases.task(number, "UserTask_MyConcern");
        definition = handle.getProcessDefinitionId();
        real.put("{number}", number);
        real.put("{task}", handle.getId());
        real.put("{mine}", mine.getId());
        real.put("{case}", mine.getProcessInstanceId());
        real.put("{level}", handle.getProcessInstanceId());
        real.put("{execution}", handle.getExecutionId());
    }

    @AfterAll
    void over() {
        cases.endAll();
        engine.getIdentityService().deleteMembership(OPERATOR, "operators");
    }

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String NO_NUMBER = "SD26-00000000";

    // --- the table ---------------------------------------------------------------------------------------------------

    /**
     * The status that each role gets. A star: the answer tells the story. A hash: it mentions the concern.
     *
     * <p>no: nobody in particular, co: the colleague, ra: who raised it, ot: another colleague, se: the branch's
     * secretary, s2: another branch's, cc: the college's clerk, ch: its head, xc: clerk of another college, dc: the
     * department's clerk who has received it, d2: the other one, xd: clerk of a department that it has not reached, or:
     * organization department, as: assigning office, op: operator, ad: administrator, rp: the person who stands aside,
     * ru: somebody of the unit that stands aside.
     */
    private static final String TABLE = table();

    private static String table() {
        try {
            return Files.readString(Path.of("src/test/resources/security/who-gets-what.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Matrix MATRIX = new Matrix(TABLE, ROLES);

    private static final List<String> BY_THE_LAST_IMPORT = List.of("GET /api/roster/last", "POST /api/roster/undo");

    @Test
    void everybody_gets_what_the_table_says() {
        assertThat(MATRIX.asked((person, request) -> cell(ask(person, request, real))))
                .isEqualTo(TABLE);
    }

    private String cell(Answer answer) {
        boolean mentioned = answer.status() == 200
                && real.values().stream().anyMatch(id -> answer.body().contains(id));
        String mark = answer.body().contains(STORY) ? "*" : mentioned ? "#" : " ";
        return answer.status() + mark;
    }

    /** Administrators are answered by what was imported last. */
    @Test
    void the_last_import_of_the_roster_is_read_and_undone_by_administrators_alone() {
        for (String request : BY_THE_LAST_IMPORT) {
            ROLES.values().stream()
                    .filter(person -> !person.equals("admin"))
                    .forEach(person -> assertThat(ask(person, request, real).status())
                            .as(person + " " + request)
                            .isIn(person.equals(OverHttp.NOBODY) ? List.of(401, 403) : List.of(403)));
        }
    }

    /** A later address is asked for here by being there. */
    @Test
    void every_address_of_the_product_has_a_row_in_a_table() {
        List<String> without = new ArrayList<>();
        addresses.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().matches("org\\.shangda\\.(\\w+\\.)?web\\..*")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues().stream()
                                .filter(address -> !MATRIX.asksFor(method.name(), address)
                                        && !PairRightsTest.MATRIX.asksFor(method.name(), address))
                                .forEach(address -> without.add(method + " " + address)));
            }
        });
        assertThat(without)
                .as(
                        "Nobody has said who gets what from these: add a row to who-gets-what.txt, or to the table in PairRightsTest.")
                .containsExactlyInAnyOrderElementsOf(BY_THE_LAST_IMPORT);
    }

    @Test
    void to_whom_it_does_not_concern_it_is_as_if_it_did_not_exist() {
        Map<String, String> none = real.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getKey().equals("{number}") ? NO_NUMBER : NO_ID));
        List<String> requests = MATRIX.requests().stream()
                .filter(request -> real.keySet().stream().anyMatch(request::contains))
                .toList();
        List<String> different = new ArrayList<>();
        for (String role : List.of("ot", "s2", "xc", "xd", "or", "as", "rp", "ru")) {
            String person = ROLES.get(role);
            for (String request : requests) {
                Answer theirs = Matrix.neutral(read(person, request, real), real);
                Answer nothing = Matrix.neutral(read(person, request, none), none);
                if (!theirs.equals(nothing)) {
                    different.add(person + " " + request + "\n  " + theirs + "\n  " + nothing);
                }
            }
        }
        assertThat(requests).hasSizeGreaterThan(30);
        assertThat(different).isEmpty();
    }

    /** A file carries the time at which it was written. */
    private Answer read(String person, String request, Map<String, String> ids) {
        Answer answer = ask(person, request, ids);
        String path = request.split(" +")[1];
        if (answer.status() != 200 || !ReadFiles.is(path.replaceFirst("\\?.*", ""))) {
            return answer;
        }
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
        }
        return new Answer(answer.status(), answer.type(), new ReadFiles(port).text(person, path));
    }

    private Answer ask(String person, String request, Map<String, String> ids) {
        String[] parts = request.split(" +");
        String path = parts[1];
        String body = parts.length < 3 ? null : Matrix.BODIES.get(parts[2]);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue());
            body = body == null ? null : body.replace(id.getKey(), id.getValue());
        }
        String me = person.isEmpty() ? "nobody" : person;
        return http.send(
                person,
                parts[0],
                path.replace("{me}", me),
                body == null ? null : body.replace("{me}", me).replace("{definition}", definition));
    }
}
