package org.shangda.concern;

import jakarta.persistence.Embeddable;

/**
 * A concern of an item, by the visit that waits for the decision.
 *
 * @param wasLedBy the visit with which it was handled together before; null where it came by itself, or led
 */
@Embeddable
record AgendaPart(Long handlingId, String number, Long wasLedBy) {}
