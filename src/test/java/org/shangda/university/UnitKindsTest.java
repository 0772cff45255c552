package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.words.Lexicon;
import org.shangda.words.Word;
import org.shangda.words.Words;

class UnitKindsTest {

    private final UnitKinds kinds = new UnitKinds(new Words(() -> new Lexicon(List.of(
            new Word("unit-kind", "department", Map.of("zh", "部处室"), true),
            new Word("unit-kind", "department.affiliated", Map.of("zh", "直属单位", "en", "Affiliated unit"), true),
            new Word("unit-kind", "club", Map.of("zh", "社团"), true)))));

    @Test
    void a_kind_of_units_is_read_by_every_word_that_the_table_has_for_it() {
        assertThat(kinds.meantBy("部处室")).contains(UnitKind.DEPARTMENT);
        assertThat(kinds.meantBy("直属 单位")).contains(UnitKind.DEPARTMENT);
        assertThat(kinds.meantBy("affiliated unit")).contains(UnitKind.DEPARTMENT);
        assertThat(kinds.meantBy("职能部门")).contains(UnitKind.DEPARTMENT);
    }

    @Test
    void a_word_for_what_no_unit_can_be_is_not_understood() {
        assertThat(kinds.meantBy("社团")).isEmpty();
        assertThat(kinds.meantBy("")).isEmpty();
    }
}
