package org.shangda.once;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shangda.Cases;

/** Of {@link ChangingRequests} those by which the product's own pages send forms. */
record SentForms(ChangingRequests all, Cases cases) {

    Map<String, Function<Integer, HttpRequest>> requests() {
        return Map.of(
                "POST /api/work/{task}",
                n -> {
                    String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
                    return all.json(Cases.SECRETARY, "POST", "/api/work/" + handling(number), answer())
                            .build();
                },
                "POST /api/work/claim",
                n -> all.json(
                                Cases.DEPARTMENT_CLERK,
                                "POST",
                                "/api/work/claim",
                                Map.of("tasks", List.of(handling(cases.at("department", "problem")))))
                        .build(),
                "POST /api/work/together",
                n -> {
                    String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
                    Map<String, Object> body = Map.of("tasks", List.of(handling(number)), "values", answer());
                    return all.json(Cases.SECRETARY, "POST", "/api/work/together", body)
                            .build();
                },
                "POST /api/work/start/{process}",
                n -> all.json(Cases.COLLEAGUE, "POST", "/api/work/start/concern-escalation", Cases.concern())
                        .build());
    }

    private String handling(String number) {
        return cases.task(number, "UserTask_Handle").getId();
    }

    private static Map<String, Object> answer() {
        return Map.of("exit", "answer", "words", "已安排维修。");
    }
}
