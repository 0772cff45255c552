package org.shangda.university;

/**
 * Somebody on the roster.
 *
 * @param id staff number, letters and digits only; also the login
 * @param branch code of the Party branch whose unit the person works in
 * @param partyMember whether the person may take up a colleague's concern on that colleague's behalf
 */
public record Person(String id, String name, String branch, boolean partyMember, String email, String telephone) {}
