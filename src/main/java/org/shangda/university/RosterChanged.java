package org.shangda.university;

import java.util.Set;

/**
 * Published after a roster was imported, in the same transaction, which already reads the new roster; and on the day on
 * which a post or a leave begins or ends by its date.
 *
 * @param joined staff numbers new on the roster
 * @param left staff numbers no longer on it
 * @param changedUnits codes of units, abolished ones too, whose posts changed hands or for which somebody else answers now,
 *     for example because a vacant unit falls to one above that has changed
 * @param version of the roster that is now in force
 */
public record RosterChanged(Set<String> joined, Set<String> left, Set<String> changedUnits, long version) {}
