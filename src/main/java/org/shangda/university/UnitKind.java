package org.shangda.university;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a unit is, with the words that personnel offices use for it. */
enum UnitKind {
    UNIVERSITY("学校", "大学", "university"),
    COLLEGE("院级党组织", "院级党委", "学院党委", "二级党委", "二级党组织", "党总支", "直属党总支", "学院", "college"),
    BRANCH("党支部", "直属党支部", "支部", "branch"),
    DEPARTMENT("职能部门", "机关部处", "机关部门", "行政部门", "党政部门", "部门", "部处", "处室", "department");

    private final List<String> words;

    UnitKind(String... words) {
        this.words = List.of(words);
    }

    /** As stored, and as {@link Unit#kind} gives it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<UnitKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static Optional<UnitKind> meantBy(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.contains(Typed.key(word)))
                .findFirst();
    }
}
