package org.shangda.engine.door.walk;

import java.util.Map;
import java.util.function.Function;

/**
 * What a step or a task sees of its case.
 *
 * @param number the case's number, or null where it was not passed on
 * @param before where the case stood before the move that is under way
 * @param variables reads a variable, null where it is not set
 */
public record Scope(Standing before, String number, Function<String, Object> variables, Map<String, String> memory) {

    public String text(String variable) {
        return variables.apply(variable) instanceof String text ? text : null;
    }
}
