package org.shangda.engine;

import java.lang.reflect.Field;
import org.springframework.util.ReflectionUtils;

/** Reads what an engine command was called with; the engine offers no accessors, and its fields change no more. */
final class CommandFields {

    private CommandFields() {}

    /** @throws IllegalStateException when there is no such field, so that no check passes because of another engine */
    static Object read(Object command, String name) {
        Field field = ReflectionUtils.findField(command.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(command.getClass().getName() + " has no field " + name);
        }
        field.setAccessible(true);
        return ReflectionUtils.getField(field, command);
    }
}
