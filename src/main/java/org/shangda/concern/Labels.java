package org.shangda.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** What codes, units and times are called on the pages of a concern, in the reader's language. */
@Component
class Labels {

    private final Words words;
    private final University university;
    private final ZoneId zone;

    Labels(Words words, University university, Clock time) {
        this.words = words;
        this.university = university;
        this.zone = time.getZone();
    }

    String of(String kind, String code) {
        return words.label(kind, code);
    }

    /** An exit has words of its own at some levels. */
    String exit(String code, String level) {
        return of("exit", code + "." + level);
    }

    /** Name of a unit, with its telephone. */
    String unit(String code) {
        return university
                .unit(code)
                .map(unit -> unit.telephone() == null ? unit.name() : unit.name() + " " + unit.telephone())
                .orElse(code == null ? "" : code);
    }

    /** The unit's telephone for safety hazards; empty for other concerns. */
    String dutyTelephone(Concern concern, String unit) {
        if (!concern.isHazard()) {
            return "";
        }
        return university.unit(unit).map(Unit::dutyTelephone).orElse("");
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(at);
    }
}
