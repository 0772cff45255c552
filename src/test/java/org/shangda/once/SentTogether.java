package org.shangda.once;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shangda.Cases;
import org.shangda.concern.process.MergedCases;

/** What is sent to put concerns together, to take them apart, and to join one. */
final class SentTogether {

    private SentTogether() {}

    static Map<String, Function<Integer, HttpRequest>> of(ChangingRequests requests, Cases cases, MergedCases merged) {
        return Map.of(
                "POST /api/concerns/{number}/merge",
                n -> {
                    String leading = cases.raise(Cases.COLLEAGUE, Cases.concern());
                    return together(requests, "merge", leading, merged.ofMember());
                },
                "POST /api/concerns/{number}/apart",
                n -> {
                    List<String> two = merged.twoInTheBranch();
                    return together(requests, "apart", two.get(0), two.get(1));
                },
                "POST /api/concerns/similar/{visit}/join",
                n -> {
                    cases.endAll();
                    String joined = cases.raise(Cases.COLLEAGUE, Cases.concern());
                    String visit = cases.handlings(joined, "id").get(0);
                    return requests.json(
                                    Cases.MEMBER,
                                    "POST",
                                    "/api/concerns/similar/" + visit + "/join",
                                    Map.of("travel", "named", "agrees", true))
                            .build();
                });
    }

    private static HttpRequest together(ChangingRequests requests, String what, String leading, String other) {
        return requests.json(
                        Cases.SECRETARY,
                        "POST",
                        "/api/concerns/" + leading + "/" + what,
                        Map.of("numbers", List.of(other)))
                .build();
    }
}
