package org.shangda.rights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.shangda.probe.Http;

/** What can be read in a file; it carries the time at which it was written. */
class ReadFiles {

    /** Whether an address answers with a file. */
    static boolean is(String path) {
        return path.matches(".*\\.(docx|pdf|xlsx)");
    }

    private final int port;

    ReadFiles(int port) {
        this.port = port;
    }

    String text(String reader, String target) {
        try {
            HttpResponse<byte[]> got = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                                    .header("Authorization", Http.basic(reader, OverHttp.PASSWORD))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
