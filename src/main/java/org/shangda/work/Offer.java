package org.shangda.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shangda.university.Answering;
import org.shangda.university.InPlace;
import org.shangda.university.Person;

/**
 * To whom a piece of work is offered.
 *
 * @param assignee who alone is to do it, or null when it is to be received (签收) by one of several
 * @param unit code of the unit all of whose handlers may receive it, or null when only {@code people} may; with an
 *     assignee, the unit in whose name they act, where there is one
 * @param people staff numbers of those who may do it
 * @param due when it is due, or null
 * @param what code of the work's title, see {@link WorkTitles}
 * @param card words for the task's card as {@code kind.code}: kinds and categories, never a name or a story
 * @param urgent whether those who may do it are told at once (a safety hazard)
 * @param owner code of the unit whose work it is, also when only some of its people may do it; null for one's own, and for
 *     what the domain finds elsewhere
 * @param inPlace those of the people who act in the place of somebody on leave, by staff number
 */
public record Offer(
        String assignee,
        String unit,
        List<String> people,
        Instant due,
        String what,
        List<String> card,
        boolean urgent,
        String owner,
        Map<String, InPlace> inPlace) {

    public Offer {
        people = List.copyOf(people);
        card = List.copyOf(card);
        inPlace = Map.copyOf(inPlace);
    }

    public Offer(String assignee, String unit, List<String> people, Instant due, String what, List<String> card) {
        this(assignee, unit, people, due, what, card, false);
    }

    /** Work whose unit is the case's own affair. */
    public Offer(
            String assignee,
            String unit,
            List<String> people,
            Instant due,
            String what,
            List<String> card,
            boolean urgent) {
        this(assignee, unit, people, due, what, card, urgent, null, Map.of());
    }

    /** One person's work. */
    public static Offer to(String person, Instant due, String what, List<String> card) {
        return new Offer(person, null, List.of(person), due, what, card);
    }

    /** The work of a unit that one person does in its name. */
    public static Offer to(String person, String unit, Instant due, String what, List<String> card) {
        return new Offer(person, unit, List.of(person), due, what, card, false, unit, Map.of());
    }

    /** Whether it is offered to this person. */
    public boolean includes(String person) {
        return people.contains(person);
    }

    /** The same, of which people are told at once. */
    public Offer urgentIf(boolean hazard) {
        return new Offer(assignee, unit, people, due, what, card, hazard, owner, inPlace);
    }

    /** The same, with who acts in whose place. */
    public Offer inPlace(Map<String, InPlace> deputies) {
        return new Offer(assignee, unit, people, due, what, card, urgent, owner, deputies);
    }

    /** The work of a unit, which one of those who answer for it receives. */
    public static Offer to(Answering answering, Instant due, String what, List<String> card) {
        String unit = answering.unit().code();
        List<String> people = answering.people().stream().map(Person::id).toList();
        return new Offer(
                null, answering.whole() ? unit : null, people, due, what, card, false, unit, answering.inPlace());
    }

    /** The work of a unit for which one person alone answers today: they need not receive it first. */
    public static Offer toOnly(Answering answering, Instant due, String what, List<String> card) {
        return to(answering.people().get(0).id(), answering.unit().code(), due, what, card)
                .inPlace(answering.inPlace());
    }

    /** The unit whose group does not tell whose work it is, because the task is with people by name; else null. */
    public String unitBesideTheGroup() {
        return unit != null && assignee == null ? null : owner;
    }
}
