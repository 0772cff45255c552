package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.STRANGER;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.ShangdaTest;
import org.shangda.Traces;
import org.shangda.once.ChangingRequests;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every request of the product's API that changes something of a case, one by one and many at once: whom the case does not concern
 * gets the answer of one that does not exist, and changes nothing; so does whoever stands aside, also where it is their work
 * otherwise. A later request is asked here by being there.
 */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteMatrixTest {

    /** Each with a last digit of its own. */
    private static final String NO_ID = "00000000-0000-0000-0000-00000000000";

    private static final String NO_NUMBER = "SD26-0000000";
    private static final Pattern IDS =
            Pattern.compile("[A-Z]{2}\\d{2}-[0-9A-Z]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Another colleague, a clerk of another college and one of another department: all have work of their own. */
    private static final List<String> OTHERS = List.of("zhoutao", STRANGER, "yuanye");

    /** These see that there is a case without its story, and act on the case and not on the concern. */
    private static final Set<String> KEEPERS = Set.of("admin", "yebo");

    @Autowired
    ChangingRequests requests;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private OverHttp http;
    private Traces traces;

    @BeforeAll
    void remember() {
        http = new OverHttp(port);
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        traces.end();
        requests.takeBack();
    }

    @TestFactory
    Stream<DynamicTest> others_and_whoever_stands_aside_get_the_answer_of_what_does_not_exist() {
        return requests.addresses().stream().map(address -> DynamicTest.dynamicTest(address, () -> asked(address)));
    }

    private void asked(String address) {
        Sent sent = sent(address);
        if (sent.ids().isEmpty()) {
            return;
        }
        OTHERS.forEach(other -> assertAsNothing(sent, other));
        if (!KEEPERS.contains(sent.person()) && stepsAside(sent)) {
            assertAsNothing(sent, sent.person());
        }
    }

    /** Or the above would hold for requests that name nothing. */
    @Test
    void requests_for_one_and_for_many_name_a_case() {
        for (String address : List.of(
                "POST /api/work/{task}",
                "POST /api/work/claim",
                "POST /api/work/together",
                "POST /api/cases/{number}/back",
                "POST /api/bulletins/{number}/read",
                "DELETE /api/files/{file}")) {
            assertThat(sent(address).ids()).as(address).isNotEmpty();
        }
    }

    // --- what is sent ------------------------------------------------------------------------------------------------

    /** @param ids of a case, a task or a file that stand in it */
    private record Sent(HttpRequest request, String body, String person, Set<String> ids) {

        Sent withoutThem() {
            String other = body;
            String path = request.uri().toString();
            int nth = 0;
            for (String id : ids) {
                // Two cases stay two.
                String none = (id.length() > NO_ID.length() ? NO_ID : NO_NUMBER) + nth++;
                other = other == null ? null : other.replace(id, none);
                path = path.replace(id, none);
            }
            return new Sent(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .uri(URI.create(path))
                            .build(),
                    other,
                    person,
                    ids);
        }
    }

    private Sent sent(String address) {
        HttpRequest request = requests.fresh(address);
        String type = request.headers().firstValue("Content-Type").orElse("");
        boolean carries =
                request.bodyPublisher().map(body -> body.contentLength() != 0).orElse(false);
        // A file names no case.
        String body = carries && type.contains("json") ? SentBody.of(request) : null;
        Set<String> ids = new TreeSet<>();
        Matcher found = IDS.matcher(request.uri() + " " + body);
        while (found.find()) {
            ids.add(found.group());
        }
        return new Sent(request, body, person(request), ids);
    }

    private static String person(HttpRequest request) {
        String login =
                request.headers().firstValue("Authorization").orElseThrow().replace("Basic ", "");
        return new String(Base64.getDecoder().decode(login)).replaceAll(":.*", "");
    }

    private Answer send(Sent sent, String person) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.request(), (name, value) -> true)
                .setHeader("Authorization", Http.basic(person, OverHttp.PASSWORD));
        if (sent.body() != null) {
            request.method(sent.request().method(), BodyPublishers.ofString(sent.body()));
        }
        Answer answer = http.send(request.build());
        String body = answer.body();
        for (String id : sent.ids()) {
            body = body.replace(id, "ID");
        }
        return new Answer(
                answer.status(), answer.type(), body.replaceAll("(" + NO_ID + "|" + NO_NUMBER + ")\\d", "ID"));
    }

    private void assertAsNothing(Sent sent, String person) {
        Map<String, Long> before = BadlyAsked.rows(database);
        Answer theirs = send(sent, person);

        assertThat(theirs).as(person).isEqualTo(send(sent.withoutThem(), person));
        assertThat(BadlyAsked.rows(database)).as(person).isEqualTo(before);
    }

    /** @return whether it is about a concern, from which its sender is made to stand aside */
    private boolean stepsAside(Sent sent) {
        int aside = 0;
        for (String id : sent.ids()) {
            String concern = id.length() > NO_ID.length()
                    ? "(select e.business_key_ from act_ru_task t join act_hi_procinst e"
                            + " on e.proc_inst_id_ = t.proc_inst_id_ where t.id_ = ?)"
                    : "?";
            aside += database.update(
                    "update concern set stand_aside = ? where colleague <> ? and raised_by <> ? and number = "
                            + concern,
                    "p:" + sent.person(),
                    sent.person(),
                    sent.person(),
                    id);
        }
        return aside > 0;
    }
}
