package org.shangda.university;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/**
 * What a roster calls the kinds of units: as personnel offices do, and as the table of words says. A word of its own, for
 * example {@code department.affiliated}, is what stands before the dot under another name.
 */
@Component
class UnitKinds implements WordKinds {

    private final Words words;

    UnitKinds(Words words) {
        this.words = words;
    }

    @Override
    public List<WordKind> wordKinds() {
        return List.of(WordKind.named(
                "unit-kind",
                Arrays.stream(UnitKind.values()).map(UnitKind::code).toArray(String[]::new)));
    }

    Optional<UnitKind> meantBy(String written) {
        String key = Typed.key(written);
        return UnitKind.meantBy(written)
                .or(() -> words.codesCalled("unit-kind", name -> Typed.key(name).equals(key)).stream()
                        .flatMap(code -> UnitKind.of(WordKind.plain(code)).stream())
                        .findFirst());
    }
}
