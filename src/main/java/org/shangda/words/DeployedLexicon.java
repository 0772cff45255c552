package org.shangda.words;

/** Where the words are read; in the engine's side, because an administrator deploys them like the other tables. */
public interface DeployedLexicon {

    /** The words in force; none when the table is not deployed. Never fails, and asks no database for each question. */
    Lexicon inForce();
}
