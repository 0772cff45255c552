package org.shangda.words;

/** One entry of a list, with the names that Camunda's forms want. */
public record Choice(String label, String value) {}
