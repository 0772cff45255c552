package org.shangda.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What concerns an open concern stands where the concern stands, and is as reserved as the concern. */
    List<Sighting> placed(List<Sighting> seen) {
        Set<String> numbers = seen.stream()
                .filter(one -> one.at().handling() == 0)
                .map(Sighting::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Standing> where = handlings.of(numbers);
        numbers.removeAll(where.keySet());
        Set<String> reserved = handlings.reserved(numbers);
        return seen.stream()
                .map(one -> one.at().handling() != 0
                        ? one
                        : placed(one, where.get(one.number()), reserved.contains(one.number())))
                .toList();
    }

    /** What is at no level is supervised on the line of its unit, the further up the longer it stands still. */
    private Sighting placed(Sighting seen, Standing visit, boolean reserved) {
        if (visit != null) {
            return seen.at(visit);
        }
        Standing at = seen.at();
        String supervisor = at.supervisor() != null || at.unit() == null
                ? at.supervisor()
                : above(at.unit(), seen.since() == null ? now : seen.since());
        return seen.at(at.supervisedBy(supervisor, reserved));
    }

    private String above(String unit, Instant since) {
        return above.computeIfAbsent(new Due(unit, line.dayOf(since)), due -> line.above(unit, since));
    }
}
