package org.shangda.concern;

/**
 * Published when something has become of a concern that its colleague is to hear of: it was urged, went to another unit or
 * level, or has more time. Nothing that somebody wrote is in it.
 *
 * @param id the same for the same thing, and for nothing else
 * @param number the concern's
 * @param colleague staff number of whose concern it is
 * @param what {@code urged}, {@code extended}, {@code again}, {@code review}, {@code reached}, or the code of the
 *     {@link org.shangda.programme.Outcome} with which it came there
 * @param unit code of the unit that has it now
 */
public record ConcernNews(String id, String number, String colleague, String what, String unit) {}
