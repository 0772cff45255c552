package org.shangda.engine.door.walk;

import java.util.List;
import java.util.Set;
import org.shangda.engine.door.Finding;

/**
 * What a walk saw.
 *
 * @param steps how often anything was done in the scratch engine
 * @param whole false when it was stopped because there was no end to it
 */
public record Walked(
        String scenario, Set<Standing> places, Set<Move> moves, List<Finding> findings, int steps, boolean whole) {}
