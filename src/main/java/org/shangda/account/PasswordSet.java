package org.shangda.account;

import java.time.Instant;

/**
 * Somebody set another person's password. Published in the transaction in which it is set.
 *
 * @param id of the record
 * @param account whose password
 * @param by who set it
 */
public record PasswordSet(String id, String account, String by, Instant at) {}
