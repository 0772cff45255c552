package org.shangda.programme;

import java.time.LocalDate;
import org.shangda.refusal.Text;

/**
 * One version of a policy (联系制度) that colleges may follow.
 *
 * @param code what the first column of the decision tables matches, for example {@code jilin}; a later version of the
 *     same policy has a code of its own, for example {@code jilin-2027}
 * @param family code that all versions of one policy share
 * @param name as its users read it, for example 「事业之友」制度
 * @param document number or title of the document
 * @param from first day on which a college may begin to follow it
 * @param to last such day, or null while no end is laid down
 * @param trial whether the document calls itself a trial (试行)
 */
public record Programme(
        @Text(max = 40) String code,
        @Text(max = 40) String family,
        @Text(max = 100) String name,
        @Text(max = 200) String document,
        LocalDate from,
        LocalDate to,
        boolean trial) {}
