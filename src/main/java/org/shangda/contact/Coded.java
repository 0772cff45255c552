package org.shangda.contact;

import java.util.Arrays;
import java.util.List;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/** One of a closed list. Its label is in the message files under the list's name and the code. */
interface Coded {

    String code();

    /** @param field whose label the refusal names */
    static <C extends Coded> C of(C[] list, String code, String field) {
        return Arrays.stream(list)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("code.unknown", Inputs.label(field)));
    }

    static <C extends Coded> List<C> allOf(C[] list, List<String> codes, String field) {
        return codes == null
                ? List.of()
                : codes.stream().distinct().map(code -> of(list, code, field)).toList();
    }
}
