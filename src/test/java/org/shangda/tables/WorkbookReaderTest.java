package org.shangda.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shangda.paper.ExcelTable;
import org.springframework.core.io.ByteArrayResource;

class WorkbookReaderTest {

    @Test
    void a_workbook_that_was_taken_can_be_uploaded_again_as_it_is() throws Exception {
        byte[] taken;
        try (ExcelTable table = new ExcelTable("名册", List.of("name"), UnaryOperator.identity())) {
            table.row("陈宇");
            taken = table.bytes();
        }
        Column name = () -> List.of("name");

        List<Grid> read = GridReader.read(new ByteArrayResource(taken), taken.length, List.of(name));

        assertThat(read)
                .singleElement()
                .satisfies(grid -> assertThat(grid.rows())
                        .extracting(row -> row.get(0))
                        .extracting(Cell::text)
                        .containsExactly("name", "陈宇"));
    }
}
