package org.shangda.engine.door;

/**
 * One thing that must hold of diagrams, tables and forms. Its Javadoc is one sentence: the rule. Whoever owns what a rule is
 * about contributes it as a bean of its {@code process} package; what is true of every diagram or table stands here.
 *
 * <p>A rule looks at what would be in force afterwards, so a fault between two files is found whichever of them comes
 * second.
 */
public interface Rule {

    void examine(Proposal proposal, Findings findings);
}
