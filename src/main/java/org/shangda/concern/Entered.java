package org.shangda.concern;

import java.time.Instant;

/**
 * What the way reads when a level was entered.
 *
 * @param handling id of the handling, or null when nobody at this level may answer and it is passed over
 * @param nextAt when the level's clock is to be looked at next
 * @param assisting how many units were asked to assist from the start
 * @param together whether it is handled with another one there, which it came with
 */
public record Entered(Long handling, Instant nextAt, int assisting, boolean together) {}
