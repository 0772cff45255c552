package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of the desk in Excel. */
@ShangdaTest
class DeskWorkbookTest extends AskedOverHttp {

    @Autowired
    Contacts contacts;

    @BeforeEach
    void nobodyHasAnything() {
        cases.forgetAll();
        contacts.forgetEverything();
    }

    @Test
    void a_list_is_a_workbook_in_which_nothing_is_worked_out() throws IOException {
        String number = raise("=1+1");
        List<Cell> cells = cells("?list=doing");
        assertThat(cells).extracting(Cell::getCellType).containsOnly(CellType.STRING);
        assertThat(cells)
                .extracting(cell -> cell.getCellStyle().getQuotePrefixed())
                .containsOnly(true);
        assertThat(cells).extracting(Cell::getStringCellValue).contains(number, "=1+1");
    }

    @Test
    void the_workbook_is_narrowed_as_the_list_is_and_has_all_its_pages() throws IOException {
        String lamp = raise("走廊的灯坏了");
        String roof = raise("教师公寓漏水");
        assertThat(cells("?list=doing&q=" + URLEncoder.encode("走廊", StandardCharsets.UTF_8)))
                .extracting(Cell::getStringCellValue)
                .contains(lamp)
                .doesNotContain(roof);
        assertThat(cells("?list=late"))
                .extracting(Cell::getStringCellValue)
                .contains("编号")
                .doesNotContain(lamp, roof);
        for (int i = 0; i < 25; i++) {
            raise("门锁坏了");
        }
        assertThat(cells("?category=housing").stream().map(Cell::getRowIndex).distinct())
                .as("27 and what the columns are called")
                .hasSize(28);
    }

    private List<Cell> cells(String query) throws IOException {
        byte[] file = http.bytes(SECRETARY, "/api/desk.xlsx" + query).body();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .toList();
        }
    }

    private String raise(String title) {
        return cases.raise(COLLEAGUE, Cases.concernWith("title", title));
    }
}
