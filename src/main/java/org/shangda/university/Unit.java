package org.shangda.university;

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
 */
public record Unit(
        String code, String name, String kind, String parent, String campus, String telephone, String dutyTelephone) {}
