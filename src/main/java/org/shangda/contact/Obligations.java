package org.shangda.contact;

import java.time.LocalDate;
import java.util.List;
import org.shangda.pairing.Leave;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;
import org.shangda.programme.DutyRules;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** What the programme in force asks of a pair. */
@Component
class Obligations {

    /** @param programme code of the version in force when the duties began; they keep it until they are over */
    record Obligation(Pair pair, String programme, List<ContactDuty> duties) {}

    private final Programmes programmes;
    private final DutyRules rules;
    private final University university;
    private final ContactClock clock;

    Obligations(Programmes programmes, DutyRules rules, University university, ContactClock clock) {
        this.programmes = programmes;
        this.rules = rules;
        this.university = university;
        this.clock = clock;
    }

    Obligation of(Pair pair, Period period, List<Leave> leaves) {
        LocalDate begins = DutyPlan.firstDay(pair, period);
        Programme programme = programmes.inForce(pair.college(), begins);
        String campus = campusOf(pair.branch());
        return new Obligation(
                pair,
                programme.code(),
                DutyPlan.owed(
                        pair,
                        rules.contactDuties(programme.code(), pair.relation()),
                        period,
                        leaves,
                        (from, to) -> clock.workingDays(campus, from, to)));
    }

    /** Without a campus no vacation applies. */
    String campusOf(String unit) {
        return unit == null ? "" : university.unit(unit).map(Unit::campus).orElse("");
    }
}
