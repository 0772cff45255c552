package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.Outcome;
import org.springframework.stereotype.Component;

/** 落实: where the concerns of decided items stand since then. */
@Component
class CarriedOut {

    private final AgendaItems agenda;
    private final Concerns concerns;
    private final Steps steps;

    CarriedOut(AgendaItems agenda, Concerns concerns, Steps steps) {
        this.agenda = agenda;
        this.concerns = concerns;
        this.steps = steps;
    }

    /** What was read of some items at once. */
    record Read(Map<String, Concern> concerns, Map<Long, String> reports) {

        List<Concern> of(AgendaItem item) {
            return item.parts().stream()
                    .map(part -> concerns.get(part.number()))
                    .toList();
        }

        /** Those of an item that a meeting hears: without what was withdrawn, or went another way, before. */
        List<Concern> heard(Hearing hearing) {
            return hearing.item().parts().stream()
                    .filter(part -> concerns.get(part.number()).handlings().stream()
                            .anyMatch(visit -> visit.id().equals(part.handlingId()) && hearing.hears(visit)))
                    .map(part -> concerns.get(part.number()))
                    .toList();
        }

        /** Whether it exists for the reader, who knows one of its concerns and stands aside in none: it speaks of all of them. */
        boolean isFor(AgendaItem item, Reach.Reader reader) {
            List<Concern> its = of(item);
            return its.stream().noneMatch(reader::standsAside) && its.stream().anyMatch(reader::knows);
        }

        /** The visit by which it is carried out, or was last: of several together the one that is worked on. */
        Optional<Handling> visit(AgendaItem item) {
            List<Handling> all = item.parts().stream()
                    .flatMap(part -> concerns.get(part.number()).handlings().stream()
                            .filter(visit -> visit.level().equals(Agenda.CARRYING_OUT) && follows(visit, part)))
                    .toList();
            return all.stream()
                    .filter(visit -> visit.open() && visit.terms().ledBy() == null)
                    .findFirst()
                    .or(() -> all.stream().reduce((earlier, later) -> later));
        }

        /** Without what a later decision of the university about the same concern has brought. */
        private static boolean follows(Handling visit, AgendaPart part) {
            return visit.id() > part.handlingId()
                    && visit.concern().handlings().stream()
                            .noneMatch(other -> other.outcome() == Outcome.DECIDED
                                    && other.id() > part.handlingId()
                                    && other.id() < visit.id());
        }

        /** What the unit has reported; empty before it has. */
        String report(Handling visit) {
            return reports.getOrDefault(visit.id(), "");
        }
    }

    Read read(Collection<AgendaItem> items) {
        if (items.isEmpty()) {
            return new Read(Map.of(), Map.of());
        }
        Set<String> numbers = agenda.withParts(items).stream()
                .flatMap(item -> item.parts().stream())
                .map(AgendaPart::number)
                .collect(Collectors.toSet());
        Map<String, Concern> known =
                concerns.findAllById(numbers).stream().collect(Collectors.toMap(Concern::number, Function.identity()));
        Stream<Step> reported = items.stream().anyMatch(item -> item.state() == AgendaItem.State.DECIDED)
                ? steps.findByNumberInAndKindInOrderById(numbers, Set.of(Step.Kind.EXIT)).stream()
                : Stream.empty();
        return new Read(
                known,
                reported.filter(step -> Agenda.CARRYING_OUT.equals(step.level()) && step.outcome() == Outcome.ANSWERED)
                        .collect(Collectors.toMap(Step::handlingId, Step::words, (earlier, later) -> later)));
    }
}
