package org.shangda.pairing;

/**
 * Who is, or is to be, linked: a colleague, or a branch.
 *
 * @param colleague staff number, or null for a branch
 * @param branch code of the colleague's branch, or of the linked one
 * @param college code, or null outside every college
 * @param partyMember whether the colleague is in the Party
 * @param category code of the table
 */
record Partner(String colleague, String branch, String college, boolean partyMember, String category) {

    /** Under which it is counted. */
    String key() {
        return colleague == null ? branch : colleague;
    }
}
