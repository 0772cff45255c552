package org.shangda.monitoring;

import java.util.Set;

/** Operators and administrators: they see everything, and nobody else can mend what the engine does not do. */
public interface Operators {

    /** Their accounts. */
    Set<String> people();
}
