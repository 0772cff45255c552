package org.shangda.concern;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.shangda.refusal.Inputs;

/** Reads the codes that forms and callers send. */
final class Codes {

    private Codes() {}

    static <E> E of(E[] values, Function<E, String> code, String wanted, String field) {
        return Arrays.stream(values)
                .filter(value -> Objects.equals(code.apply(value), wanted))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown(field));
    }
}
