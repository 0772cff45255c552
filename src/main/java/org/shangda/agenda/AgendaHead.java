package org.shangda.agenda;

import java.time.LocalDate;

/**
 * What stands above and below the sheet. Texts may be null and then stay empty on paper.
 *
 * @param meeting its name
 * @param meetingOn null while no day is set
 * @param compiledBy the unit's name
 * @param compiledOn the day
 * @param signedBy names of those who signed; null before. The only people on the sheet: never a raiser
 */
public record AgendaHead(
        String meeting, LocalDate meetingOn, String compiledBy, LocalDate compiledOn, String signedBy) {}
