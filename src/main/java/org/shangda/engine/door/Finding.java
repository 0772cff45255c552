package org.shangda.engine.door;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Something for which a file is not deployed.
 *
 * @param file its name
 * @param place id of the element, the nearest one that has an id; empty when it is about the file
 * @param code of the sentence in the message files, after {@code engine.door.}
 * @param arguments of the sentence
 */
public record Finding(String file, String place, String code, Object... arguments) {

    /** One line: file, element and sentence. */
    public MessageSourceResolvable line() {
        return place.isEmpty()
                ? say("finding-of-file", file, say(code, arguments))
                : say("finding", file, place, say(code, arguments));
    }

    private static MessageSourceResolvable say(String code, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {"engine.door." + code}, arguments, code);
    }
}
