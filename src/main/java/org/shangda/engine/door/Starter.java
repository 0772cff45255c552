package org.shangda.engine.door;

import java.util.Set;

/**
 * A form with which people start a process.
 *
 * @param form its id
 * @param values what it hands in
 * @param demanded keys that it must have
 */
public record Starter(String form, String process, Class<? extends Record> values, Set<String> demanded) {}
