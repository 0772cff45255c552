package org.shangda.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.shangda.refusal.Sentences;
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
    private final Sentences say;

    Labels(Words words, University university, Clock time, Sentences say) {
        this.words = words;
        this.university = university;
        this.say = say;
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

    /** Empty where the unit has none. */
    String telephone(String unit) {
        return university.unit(unit).map(Unit::telephone).orElse("");
    }

    String name(String unit) {
        return university.nameOfUnit(unit);
    }

    String person(String id) {
        return university.nameOf(id);
    }

    /** Who acts in the place of a unit, by their post: the colleague is told no name. */
    String inPlace(String unit) {
        return university.unit(unit).filter(known -> known.parent() == null).isPresent()
                ? say.of("concern.leaders")
                : name(unit);
    }

    /** The unit whose work it is, and who does it in its place while nobody holds a post of it. */
    String unitOf(Handling handling) {
        return handling.asked().vacant()
                ? say.of("step.vacant", name(handling.unit()), inPlace(handling.answeringUnit()))
                : unit(handling.answeringUnit());
    }

    /** Unit and level of a visit. */
    String where(Handling at) {
        return where(at.answeringUnit(), at.level());
    }

    String where(String unit, String level) {
        return say.of("concern.where", name(unit), of("level", level));
    }

    /** Where it is, of two visits that with the nearer deadline; how it stands when it is nowhere. */
    String where(Concern concern) {
        return concern.handlings().stream()
                .filter(Handling::open)
                .min(Comparator.comparing(handling -> handling.terms().dueAt()))
                .map(this::where)
                .orElseGet(() -> say.of("state." + concern.state().name()));
    }

    /** How it stands, and how it was rated when it is closed. */
    String state(Concern concern) {
        return concern.state() == Concern.State.CLOSED && concern.rating() != null
                ? say.of("state.CLOSED") + " · " + of("rating", concern.rating().code())
                : say.of("state." + concern.state().name());
    }

    /**
     * Whose it is, or that the name is withheld.
     *
     * @param unit code of the unit that reads it; null for the colleague and whoever raised it
     */
    String colleague(Concern concern, String unit) {
        return unit == null || concern.nameShownTo(unit)
                ? university.nameOf(concern.raising().colleague())
                : say.of("concern.name-withheld");
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
