package org.shangda.work;

import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * The one gate before every piece of work. It is asked when work is shown, received and handed in; the engine's groups,
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
     * module describes, nor what is settled.
     */
    public boolean admits(Work work) {
        return university.person(work.caller()).isPresent()
                && items.of(work.key()).filter(item -> offers(item, work)).isPresent();
    }

    private static boolean offers(WorkItem<?> item, Work work) {
        try {
            return item.offer(work).includes(work.caller());
        } catch (Refusal settled) {
            return false;
        }
    }
}
