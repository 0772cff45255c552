package org.shangda.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

    private record Row(String name, LocalDate day) {}

    private record Form(String title, List<Row> rows, List<String> more) {}

    private static Form form(String title, List<Row> rows, String... more) {
        return new Form(title, rows, List.of(more));
    }

    @Test
    void the_same_content_has_the_same_digest_and_no_other_content_has() {
        Row monday = new Row("陈宇", LocalDate.of(2026, 3, 2));
        Row tuesday = new Row("陈宇", LocalDate.of(2026, 3, 3));
        String digest = Digest.of(form("a", List.of(monday)));

        assertThat(Digest.of(form("a", List.of(new Row("陈宇", LocalDate.of(2026, 3, 2))))))
                .isEqualTo(digest)
                .hasSize(64);
        assertThat(Digest.of(form("a", List.of(tuesday)))).isNotEqualTo(digest);
        assertThat(Digest.of(form("a", List.of(monday, monday)))).isNotEqualTo(digest);
        assertThat(Digest.of(form("a", List.of(), "x", "y"))).isNotEqualTo(Digest.of(form("a", List.of(), "x\0y")));
        assertThat(Digest.of("ab", "c")).isNotEqualTo(Digest.of("a", "bc"));
        assertThat(Digest.of(new Row(null, null))).isEqualTo(Digest.of(new Row("", null)));
    }
}
