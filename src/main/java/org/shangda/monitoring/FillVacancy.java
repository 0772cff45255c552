package org.shangda.monitoring;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.People;
import org.shangda.university.StandInPosts;
import org.shangda.university.StandInPosts.StandIn;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * 补位 from the row of what stands still because a unit has nobody: names who answers for it meanwhile (adr/0061). For whoever
 * is above the unit, and administrators; never for the unit itself.
 */
@Component
class FillVacancy implements StalledAction {

    private final StandInPosts standIns;
    private final University university;
    private final People people;
    private final Sentences sentences;

    FillVacancy(StandInPosts standIns, University university, People people, Sentences sentences) {
        this.standIns = standIns;
        this.university = university;
        this.people = people;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return "fill";
    }

    @Override
    public Set<Field> asks() {
        return Set.of(Field.PERSON, Field.UNTIL);
    }

    @Override
    public boolean may(Reader reader, Stalled row) {
        return vacancy(row).filter(reader::isAbove).isPresent();
    }

    @Override
    public String act(Reader reader, Stalled row, Said said) {
        String unit = vacancy(row)
                .orElseThrow(() -> Refusal.conflict("stalled.act.closed", sentences.of("stalled.act.fill")));
        if (people.meant(said.person(), "person").id().equals(reader.person())) {
            throw Refusal.conflict("stalled.act.fill.yourself");
        }
        StandIn named = standIns.name(reader.person(), unit, said.person(), said.until());
        return sentences.of(
                "stalled.act.fill.done",
                university.nameOfUnit(unit),
                university.nameOf(named.person()),
                named.last().toString());
    }

    /** The unit without anybody by which the case stands still; whoever only stands in can be followed by another. */
    private Optional<String> vacancy(Stalled row) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.code().equals(row.cause()))
                .findAny()
                .flatMap(cause -> vacancy(cause, row));
    }

    private Optional<String> vacancy(Cause cause, Stalled row) {
        return switch (cause) {
            case VACANT, NOBODY_CAN_ACT, POST_ENDS -> first(standIns::nobodyAnswers, row.unit());
            case SELF_SUPERVISED -> first(standIns::nobodyAnswers, row.unit(), row.supervisor());
            case OPINION_VACANT ->
                first(standIns::nobodyAnswers, Detail.read(row.detail()).about());
            case SIGNATURE_VACANT -> first(standIns::nobodySigns, row.unit());
            default -> Optional.empty();
        };
    }

    private static Optional<String> first(Predicate<String> vacant, String... units) {
        return Stream.of(units).filter(Objects::nonNull).filter(vacant).findFirst();
    }
}
