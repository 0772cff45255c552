package org.shangda.engine.door;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Something that is wrong with a file.
 *
 * @param file its name, without folders
 * @param place id of the element, the nearest one that has an id; for a row or a task its name besides; empty when it is
 *     about the file
 * @param code of the sentence in the message files, after {@code engine.door.}: what is wrong, and who would be hurt
 * @param arguments of the sentence
 */
public record Finding(Severity severity, String file, String place, String code, List<Object> arguments) {

    public enum Severity {
        /** Somebody would be hurt: it is not deployed. */
        REFUSE,
        /** Only untidy, or perhaps meant so. */
        WARN
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public boolean refuses() {
        return severity == Severity.REFUSE;
    }

    /** The id that stands in the file, without the name. */
    public String element() {
        return place.replaceFirst("「.*", "");
    }

    boolean isAbout(Finding other) {
        return file.equals(other.file) && element().equals(other.element());
    }

    Finding asWarning() {
        return new Finding(Severity.WARN, file, place, code, arguments);
    }

    /** One line: file, element and sentence. */
    public MessageSourceResolvable line() {
        return place.isEmpty()
                ? say("finding-of-file", file, say(code, arguments.toArray()))
                : say("finding", file, place, say(code, arguments.toArray()));
    }

    private static MessageSourceResolvable say(String code, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {"engine.door." + code}, arguments, code);
    }
}
