package org.shangda.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What can be read in a file; it carries the time at which it was written. */
class ReadFiles {

    /** Whether an address answers with a file. */
    static boolean is(String path) {
        return path.matches(".*\\.(docx|pdf|xlsx)");
    }

    private final OverHttp http;

    ReadFiles(int port) {
        http = new OverHttp(port);
    }

    String text(String reader, String target) {
        try {
            HttpResponse<byte[]> got = http.bytes(reader, target);
            if (got.statusCode() != 200) {
                return got.statusCode() + " " + new String(got.body(), StandardCharsets.UTF_8);
            }
            if (target.contains(".pdf")) {
                try (PDDocument pdf = Loader.loadPDF(got.body())) {
                    return new PDFTextStripper().getText(pdf);
                }
            }
            if (target.contains(".xlsx")) {
                try (var sheets = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(got.body())))) {
                    return sheets.getText();
                }
            }
            try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(got.body())))) {
                return word.getText();
            }
        } catch (IOException e) {
            throw new AssertionError(target, e);
        }
    }
}
