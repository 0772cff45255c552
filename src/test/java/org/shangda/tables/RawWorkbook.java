package org.shangda.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file written part by part, for what POI would not write. */
final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final StringBuilder overrides = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private String typeOfBook = TYPES + "sheet.main+xml";
    private String coreRelation = RELATIONS + "/officeDocument";

    /** With one visible sheet of these rows, as XML. */
    static RawWorkbook of(String rows) {
        return new RawWorkbook().sheet("表", "visible", rows, "");
    }

    /** @param after what follows the rows, as merged cells do */
    RawWorkbook sheet(String name, String state, String rows, String after) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"rId" + number
                + "\"/>");
        relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                TYPES + "worksheet+xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    RawWorkbook styles(String inside) {
        relation("rIdStyles", "styles", "styles.xml");
        return part(
                "xl/styles.xml",
                TYPES + "styles+xml",
                "<styleSheet xmlns=\"" + MAIN + "\">" + inside + "</styleSheet>");
    }

    /** Of one format, which is style 1. */
    RawWorkbook format(String code) {
        String escaped = code.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return styles("<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"" + escaped + "\"/></numFmts>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs>");
    }

    RawWorkbook shared(String items) {
        relation("rIdShared", "sharedStrings", "sharedStrings.xml");
        return part(
                "xl/sharedStrings.xml",
                TYPES + "sharedStrings+xml",
                "<sst xmlns=\"" + MAIN + "\" count=\"2000000000\" uniqueCount=\"2000000000\">" + items + "</sst>");
    }

    RawWorkbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    RawWorkbook strict() {
        coreRelation = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
        return this;
    }

    RawWorkbook typed(String contentType) {
        typeOfBook = contentType;
        return this;
    }

    /** A part of any kind. @param type null for one that is just there */
    RawWorkbook part(String name, String type, String content) {
        parts.put(name, content);
        if (type != null) {
            overrides.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
        }
        return this;
    }

    private void relation(String id, String kind, String target) {
        relations.append(
                "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>");
    }

    byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + typeOfBook + "\"/>" + overrides
                        + "</Types>");
        all.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + coreRelation
                        + "\" Target=\"xl/workbook.xml\"/></Relationships>");
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>"
                        + String.join("", sheets) + "</sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
