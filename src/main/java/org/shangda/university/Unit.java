package org.shangda.university;

import java.util.List;

/**
 * A unit of the university.
 *
 * @param code letters and digits only, because groups of the engine are named after it
 * @param kind {@code university}, {@code college} (college-level Party organization), {@code branch} or
 *     {@code department}
 * @param parent code of the unit above, null for the university
 * @param campus code of the campus whose vacations apply
 * @param telephone office telephone shown to colleagues, may be null
 * @param dutyTelephone reached at any hour, for safety hazards, may be null
 * @param lineLeaders staff numbers of the university's leaders who are in charge of it (分管); several share it, and any of
 *     them may act
 */
public record Unit(
        String code,
        String name,
        String kind,
        String parent,
        String campus,
        String telephone,
        String dutyTelephone,
        List<String> lineLeaders) {

    /** A roster that was kept from before the column existed has none. */
    public Unit {
        lineLeaders = lineLeaders == null ? List.of() : List.copyOf(lineLeaders);
    }

    public Unit(
            String code,
            String name,
            String kind,
            String parent,
            String campus,
            String telephone,
            String dutyTelephone) {
        this(code, name, kind, parent, campus, telephone, dutyTelephone, List.of());
    }
}
