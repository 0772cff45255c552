package org.shangda.concern.process;

import java.time.LocalDate;
import java.util.List;
import org.shangda.concern.RaiseConcern;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/**
 * 「反映问题、困难或建议」.
 *
 * @param forColleague shows the fields for raising it on a colleague's behalf
 */
record RaiseForm(
        String type,
        String category,
        String title,
        String description,
        String travel,
        String standAside,
        Boolean forColleague,
        String colleague,
        LocalDate consentOn,
        String consentWay,
        String place,
        List<String> files) {

    /** As it comes over the API: one who sends it both ways has raised one concern. */
    RaiseConcern concern() {
        if (Boolean.TRUE.equals(forColleague) && (colleague == null || colleague.isBlank())) {
            // Otherwise it would be raised as the caller's own.
            throw Refusal.invalid("text.missing", Inputs.label("colleague"));
        }
        return new RaiseConcern(
                type, category, title, description, travel, standAside, colleague, consentOn, consentWay, place, files);
    }
}
