package org.shangda.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.shangda.monitoring.Reader.Power;
import org.shangda.refusal.Refusal;
import org.shangda.university.StandInPosts;
import org.shangda.university.StandInPosts.StandIn;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补位中: who answers for units without anybody meanwhile, for those of the unit's line, and its end before the day. */
@Service
@Transactional
public class StandInView {

    private final StandInPosts standIns;
    private final Line line;
    private final University university;

    StandInView(StandInPosts standIns, Line line, University university) {
        this.standIns = standIns;
        this.line = line;
        this.university = university;
    }

    /**
     * Somebody who answers for a unit meanwhile.
     *
     * @param unit code
     * @param person a name
     * @param until last day
     * @param mayEnd whether the reader may end it
     */
    public record Shown(String unit, String unitName, String person, LocalDate until, boolean mayEnd) {}

    List<Shown> of(Reader reader) {
        return standIns.inForce().stream()
                .filter(one -> reader.answersFor(one.unit()) || mayEnd(reader, one.unit(), one.namedBy()))
                .map(one -> new Shown(
                        one.unit(),
                        university.nameOfUnit(one.unit()),
                        university.nameOf(one.person()),
                        one.last(),
                        mayEnd(reader, one.unit(), one.namedBy())))
                .toList();
    }

    /**
     * The unit's work goes back to whoever answers for it otherwise. The same once more changes nothing.
     *
     * @throws Refusal when it is not theirs to end
     */
    public void end(String person, Power power, String unit) {
        String namedBy = standIns.of(unit).map(StandIn::namedBy).orElse(null);
        if (!mayEnd(line.of(person, power), unit, namedBy)) {
            throw Refusal.notFound("stalled.stand-in.not-yours");
        }
        standIns.end(unit);
    }

    private static boolean mayEnd(Reader reader, String unit, String namedBy) {
        return reader.isAbove(unit) || reader.person().equals(namedBy);
    }
}
