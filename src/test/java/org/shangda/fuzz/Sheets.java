package org.shangda.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small tables of every kind that is uploaded, as CSV and as workbooks. */
class Sheets {

    private static final int ROWS = 30;

    private Sheets() {}

    static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        for (String file : List.of(
                "demo/people.csv",
                "demo/units.csv",
                "calendar/demo-terms.csv",
                "calendar/demo-vacations.csv",
                "calendar/china-working-days-2018-2026.csv")) {
            try {
                add(all, Files.readAllLines(Path.of("src/main/resources", file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        add(all, List.of("联系对象,结对党员,结对日期,类别", "陈宇,孙艳,2026-03-02,", "马岩,李梅,2025.9,重点"));
        return all;
    }

    private static void add(List<byte[]> all, List<String> lines) {
        List<String> first = lines.stream().limit(ROWS).toList();
        all.add(String.join("\n", first).getBytes(StandardCharsets.UTF_8));
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            for (int i = 0; i < first.size(); i++) {
                XSSFRow row = sheet.createRow(i);
                String[] cells = first.get(i).split(",", -1);
                for (int j = 0; j < cells.length; j++) {
                    if (cells[j].matches("\\d{1,9}")) {
                        row.createCell(j).setCellValue(Integer.parseInt(cells[j]));
                    } else {
                        row.createCell(j).setCellValue(cells[j]);
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            all.add(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
