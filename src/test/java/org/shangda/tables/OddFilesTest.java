package org.shangda.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** What the one reader of tables makes of each odd file: what the sheet shows, or a sentence that names the cell. */
class OddFilesTest {

    private enum Heading implements Column {
        NUMBER("工号"),
        NAME("姓名"),
        DAY("任职日期");

        private final String heading;

        Heading(String heading) {
            this.heading = heading;
        }

        @Override
        public List<String> headings() {
            return List.of(heading);
        }

        @Override
        public boolean date() {
            return this == DAY;
        }
    }

    private static final Set<Heading> ALL = Set.of(Heading.values());

    static List<OddFile> files() {
        return OddFiles.all();
    }

    /** Most take milliseconds; the hostile ones stop where it is too much. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void an_odd_file_is_read_as_shown_or_refused_by_name(OddFile file) throws Exception {
        keep(file);
        if (file.refused()) {
            Unreadable refused = catchThrowableOfType(
                    Unreadable.class, () -> read(file.content()).orRefuse());
            assertThat(refused).as("refusal").isNotNull();
            assertThat(refused.code()).isEqualTo("tables." + file.expected().get(0));
            assertThat(refused.arguments())
                    .extracting(String::valueOf)
                    .startsWith(
                            file.expected().subList(1, file.expected().size()).toArray(String[]::new));
        } else {
            Table<Heading> table = read(file.content()).orRefuse();
            if (file.expected().size() == 3) {
                assertThat(table.rows().get(0).cells().values()).containsExactlyElementsOf(file.expected());
            } else {
                assertThat(table.rows())
                        .extracting(row -> row.cells().get(Heading.NUMBER))
                        .isEqualTo(file.expected());
            }
        }
    }

    /** How long it takes stands in the report of this test. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void twenty_thousand_rows_are_read() throws Exception {
        StringBuilder rows = new StringBuilder("工号,姓名,任职日期\n");
        for (int i = 1; i <= GridReader.MAX_ROWS; i++) {
            rows.append("z").append(i).append(",张伟,2026-03-01\n");
        }
        assertThat(read(rows.toString().getBytes(StandardCharsets.UTF_8))
                        .orRefuse()
                        .rows())
                .hasSize(GridReader.MAX_ROWS);
        assertThat(read(OddFiles.workbookOf(rows.toString())).orRefuse().rows()).hasSize(GridReader.MAX_ROWS);
    }

    @Test
    void hidden_sheets_and_others_are_named() throws Exception {
        assertThat(remarksOn("hidden sheet first")).contains(Remark.of(0, Remark.Kind.IGNORED, "sheet.hidden", "去年"));
        assertThat(remarksOn("notes first")).contains(Remark.of(0, Remark.Kind.IGNORED, "sheet.ignored", "说明"));
        assertThat(remarksOn("empty sheets beside")).isEmpty();
    }

    @Test
    void a_private_character_is_doubtful_and_its_cell_named() throws Exception {
        assertThat(remarksOn("private use is doubtful"))
                .contains(Remark.of(2, Remark.Kind.DOUBT, "cell.private-use", "B2"));
    }

    @Test
    void what_is_pasted_goes_through_the_same_reader() throws Exception {
        String pasted = "z1\t⼀帆\t2026-03-01\nz2\t张伟\t#N/A";
        Table<Heading> table = Table.pasted(GridReader.pasted(pasted, ALL), ALL, ALL, List.of(Heading.values()));
        assertThat(table.rows().get(0).cells()).containsEntry(Heading.NAME, "一帆");
        assertThat(table.remarks()).containsExactly(Remark.of(2, Remark.Kind.PROBLEM, "cell.error", "C2", "#N/A"));
    }

    private static List<Remark> remarksOn(String name) throws Unreadable {
        OddFile file = files().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return read(file.content()).remarks();
    }

    private static Table<Heading> read(byte[] content) throws Unreadable {
        List<Grid> grids = GridReader.read(new ByteArrayResource(content), content.length, ALL);
        return Table.find(grids, ALL, Set.of(Heading.NUMBER, Heading.NAME));
    }

    /** To be opened with an office program. */
    private static void keep(OddFile file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "odd-files"));
        String ending = file.content().length > 2 && file.content()[0] == 'P' ? ".xlsx" : ".csv";
        Files.write(folder.resolve(file.name() + ending), file.content());
    }
}
