package org.shangda.university;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes that differ in the case of their letters only: two for a computer, one and the same for whoever reads them. */
final class CaseTwins {

    private final Set<String> known;
    private final Map<String, String> taken = new HashMap<>();

    /** @param known codes that are there already, and may be given again as they are */
    CaseTwins(Set<String> known) {
        this.known = known;
        known.forEach(code -> taken.put(code.toLowerCase(Locale.ROOT), code));
    }

    /** The other one that a code would be taken for; otherwise the code is taken from now on. */
    Optional<String> of(String code) {
        if (known.contains(code)) {
            return Optional.empty();
        }
        return Optional.ofNullable(taken.putIfAbsent(code.toLowerCase(Locale.ROOT), code))
                .filter(other -> !other.equals(code));
    }
}
