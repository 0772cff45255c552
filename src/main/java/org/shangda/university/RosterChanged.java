package org.shangda.university;

import java.util.Set;

/**
 * Published after a roster was imported, in the same transaction.
 *
 * @param joined staff numbers new on the roster
 * @param left staff numbers no longer on it
 * @param changedUnits codes of units whose posts changed hands
 */
public record RosterChanged(Set<String> joined, Set<String> left, Set<String> changedUnits) {}
