package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shangda.work.Answer;

/**
 * What a diagram may do with a variable, by what is told about it.
 *
 * @param values all that it may become, where these can be counted; otherwise empty
 */
record Variable(String name, Kind kind, List<String> values) {

    enum Kind {
        /** Asked as it stands, or with {@code !}. */
        YES_NO,
        /** Compared with its codes. */
        CODE,
        /** Waited for by a timer. */
        DAY,
        NUMBER
    }

    /** Of these answers. */
    static Variable of(String name, Collection<Answer> answers) {
        Set<String> values = new LinkedHashSet<>();
        Kind kind = Kind.CODE;
        boolean open = false;
        for (Answer answer : answers) {
            if (answer.codes().containsKey(name)) {
                Object code = answer.codes().get(name);
                kind = kind(code);
                open |= code instanceof Answer.Kind;
                values.add(String.valueOf(code));
            }
        }
        return new Variable(name, kind, open ? List.of() : List.copyOf(values));
    }

    private static Kind kind(Object code) {
        if (code instanceof Boolean) {
            return Kind.YES_NO;
        }
        return code instanceof Number || code == Answer.Kind.NUMBER
                ? Kind.NUMBER
                : code == Answer.Kind.DAY || code == Answer.Kind.DAY_OR_NONE ? Kind.DAY : Kind.CODE;
    }

    /** Whether somebody decides something by it, so that a diagram that never asks for it has lost something. */
    boolean decides() {
        return kind == Kind.DAY || kind != Kind.NUMBER && values.size() != 1;
    }
}
