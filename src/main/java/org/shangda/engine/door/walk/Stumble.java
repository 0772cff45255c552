package org.shangda.engine.door.walk;

import java.util.stream.Stream;

/** A step finds its case without what it needs. */
public class Stumble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] arguments;

    /** @param code of a sentence, after {@code engine.door.walk.}; its first argument is what was done */
    public Stumble(String code, String... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Object[] arguments(String choice) {
        return Stream.concat(Stream.of(choice), Stream.of(arguments)).toArray();
    }
}
