package org.shangda.contact;

import java.util.Arrays;
import org.shangda.refusal.Inputs;

/** One of a list of which the product knows what each means; what it is called is in the table of words. */
interface Coded {

    String code();

    /** @param field whose label the refusal names */
    static <C extends Coded> C of(C[] list, String code, String field) {
        return Arrays.stream(list)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown(field));
    }
}
