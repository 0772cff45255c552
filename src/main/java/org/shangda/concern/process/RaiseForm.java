package org.shangda.concern.process;

import java.time.LocalDate;
import java.util.Set;
import org.shangda.concern.ConcernProcess.Departure;
import org.shangda.concern.RaiseConcern;
import org.shangda.concern.RaisingService;
import org.shangda.engine.StartForm;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/** 「反映问题、困难或建议」. */
@Component
class RaiseForm implements StartForm<RaiseForm.Values> {

    /** @param forColleague shows the fields for raising it on a colleague's behalf */
    record Values(
            String type,
            String category,
            String title,
            String description,
            String travel,
            String standAside,
            Boolean forColleague,
            String colleague,
            LocalDate consentOn,
            String consentWay) {}

    private final RaisingService raising;

    RaiseForm(RaisingService raising) {
        this.raising = raising;
    }

    @Override
    public String id() {
        return "raise-concern";
    }

    @Override
    public String process() {
        return ConcernEscalation.PROCESS;
    }

    @Override
    public Class<Values> values() {
        return Values.class;
    }

    @Override
    public Set<String> mayLack() {
        return Set.of("standAside");
    }

    @Override
    public Started submit(String caller, Values values) {
        if (Boolean.TRUE.equals(values.forColleague) && (values.colleague == null || values.colleague.isBlank())) {
            // Otherwise it would be raised as the caller's own.
            throw Refusal.invalid("text.missing", Inputs.label("colleague"));
        }
        Departure departure = raising.store(caller, content(values));
        return new Started(departure.number(), CodesOf.departure(departure));
    }

    /** As it comes over the API: one who sends it both ways has raised one concern. */
    @Override
    public RaiseConcern content(Values values) {
        return new RaiseConcern(
                values.type,
                values.category,
                values.title,
                values.description,
                values.travel,
                values.standAside,
                values.colleague,
                values.consentOn,
                values.consentWay);
    }
}
