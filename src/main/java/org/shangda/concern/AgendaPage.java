package org.shangda.concern;

import java.util.Set;
import org.shangda.university.University;
import org.shangda.work.OwnPage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way to the agenda is shown to its office, to whoever signs in its place, and to the units that carry something out. */
@Component
class AgendaPage implements OwnPage {

    private final AgendaOffice office;
    private final AgendaVisits visits;
    private final AgendaItems items;
    private final University university;

    AgendaPage(AgendaOffice office, AgendaVisits visits, AgendaItems items, University university) {
        this.office = office;
        this.visits = visits;
        this.items = items;
        this.university = university;
    }

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isFor(String person) {
        Set<String> units = university.unitsAnsweredBy(person);
        return !units.isEmpty()
                && (office.has(person)
                        || !items.carriedOutBy(units).isEmpty()
                        || !visits.toSign(person).isEmpty());
    }
}
