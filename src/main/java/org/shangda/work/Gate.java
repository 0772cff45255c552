package org.shangda.work;

import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * The one gate before every piece of work. It is asked when work is started, shown, received and handed in; the engine's groups,
 * grants and administrators' rights open nothing here.
 */
@Component
public class Gate {

    private final WorkItems items;
    private final University university;

    Gate(WorkItems items, University university) {
        this.items = items;
        this.university = university;
    }

    /**
     * Whether the caller is offered this very work, by today's roster, minus who stands aside. Nobody is offered what no
     * module describes, nor what is settled, nor what belongs to no case.
     */
    public boolean admits(Work work) {
        return work.number() != null
                && university.person(work.caller()).isPresent()
                && items.of(work.key()).filter(item -> offers(item, work)).isPresent();
    }

    private static boolean offers(WorkItem<?> item, Work work) {
        try {
            return item.offer(work).includes(work.caller());
        } catch (Refusal settled) {
            return false;
        }
    }

    /** Whether the caller may start this process, by today's roster. */
    public boolean admits(Course course, String caller) {
        return university.person(caller).isPresent()
                && switch (course.starters()) {
                    case EVERYBODY -> true;
                    case HANDLERS -> !university.unitsAnsweredBy(caller).isEmpty();
                    case NOBODY -> false;
                };
    }
}
