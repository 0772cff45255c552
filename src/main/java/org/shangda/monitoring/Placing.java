package org.shangda.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where what was seen in one look stands. Each question about the line is asked once in a look. */
class Placing {

    private final StandingHandlings handlings;
    private final SupervisingLine line;
    private final Instant now;
    private final Map<Due, String> above = new HashMap<>();

    Placing(StandingHandlings handlings, SupervisingLine line, Instant now) {
        this.handlings = handlings;
        this.line = line;
        this.now = now;
    }

    /** Work of a unit that was due on a day: the same units hear of all of it. */
    private record Due(String unit, LocalDate day) {}

    /** What concerns an open concern stands where the concern stands. */
    List<Sighting> placed(List<Sighting> seen) {
        Map<String, Standing> where = handlings.of(seen.stream()
                .filter(one -> one.at().handling() == 0)
                .map(Sighting::number)
                .filter(Objects::nonNull)
                .toList());
        return seen.stream()
                .map(one -> one.at().handling() == 0 && one.number() != null && where.containsKey(one.number())
                        ? one.at(where.get(one.number()))
                        : supervised(one))
                .toList();
    }

    /** What is no visit to a level is supervised on the line of its unit, the further up the longer it stands still. */
    private Sighting supervised(Sighting seen) {
        Standing at = seen.at();
        return at.handling() != 0 || at.unit() == null || at.supervisor() != null
                ? seen
                : seen.at(at.supervisedBy(above(at.unit(), seen.since() == null ? now : seen.since())));
    }

    private String above(String unit, Instant since) {
        return above.computeIfAbsent(new Due(unit, line.dayOf(since)), due -> line.above(unit, since));
    }
}
