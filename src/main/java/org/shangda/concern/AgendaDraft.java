package org.shangda.concern;

import org.shangda.refusal.Text;

/**
 * What an item says, without anybody's name. It stays within the offices and the meeting.
 *
 * @param title what it is about
 * @param leadUnit code of the unit that is proposed to carry it out; null where none is yet
 * @param done what was done so far
 * @param unsolved why it could not be settled
 * @param opinion of the department
 * @param proposal what the meeting is asked to decide
 */
public record AgendaDraft(
        @Text(max = 200) String title,
        @Text(max = 32, required = false) String leadUnit,
        @Text(max = 4_000, required = false) String done,
        @Text(max = 4_000, required = false) String unsolved,
        @Text(max = 4_000, required = false) String opinion,
        @Text(max = 20_000, required = false) String proposal) {}
