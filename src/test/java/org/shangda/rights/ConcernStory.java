package org.shangda.rights;

import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A concern with a story that is found again wherever it is told. */
abstract class ConcernStory {

    static final String STORY = "走廊尽头的消防门打不开，没有人知道钥匙在谁手里。";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

    static void add(StringBuilder all, Answer answer) {
        if (answer.status() == 200 && !answer.body().equals("[]")) {
            all.append(answer.body()).append('\n');
        }
    }

    /** The same twice would be taken for a second click. */
    static int raised;

    String raise(Map<String, Object> wishes) {
        Map<String, Object> form = Cases.concern();
        form.put("description", STORY + " " + ++raised);
        form.putAll(wishes);
        return cases.raise(COLLEAGUE, form);
    }

    void toDepartment(String concern) {
        cases.exit(COLLEGE_CLERK, concern, "pass-up", Map.of("unit", "hqc"));
        cases.act(COLLEGE_HEAD, concern, "UserTask_Sign", Map.of("decision", "approve", "words", "请办理"));
    }
}
